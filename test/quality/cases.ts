/** The labelled cases: small corpora with every finding that the format asks for, written without sight of the checks. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../server/src/checks/engine/check.ts';
import { LineIndex } from '../../server/src/core/text.ts';
import { findingsOf, libraryOf, parseFixture } from '../fixture.ts';

export interface Case {
  /** The file it stands in, without folder and ending. */
  readonly topic: string;
  readonly name: string;
  readonly source: string;
}

const CASE = /^## (.+)\n[\s\S]*?^````concord\n([\s\S]*?)^````$/gm;

export function casesIn(folder: string): readonly Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [...text.matchAll(CASE)].map(([, name, source]) => ({
        topic: file.replace(/\.md$/, ''),
        name: name!,
        source: source!,
      }));
    });
}

export interface Outcome {
  /** Expected and found. */
  readonly met: readonly string[];
  /** Expected and not found. */
  readonly missed: readonly string[];
  /** Found and not expected. */
  readonly surplus: readonly string[];
}

/** Findings against the lines `path severity code [claim=ID] [entity=ID] [line=N]` of the case. */
export function judge({ source }: Case): Outcome {
  const { files, expect = [] } = parseFixture(source);
  const findings = [...findingsOf(libraryOf(files), files)];
  const met: string[] = [];
  const missed: string[] = [];
  for (const line of expect) {
    const at = findings.findIndex((finding) => matches(finding, line, files));
    if (at < 0) missed.push(line);
    else {
      met.push(line);
      findings.splice(at, 1);
    }
  }
  return { met, missed, surplus: findings.map((finding) => describe(finding, files)) };
}

function matches(finding: Finding, line: string, files: ReadonlyMap<string, string>): boolean {
  const [path, severity, code, ...details] = line.split(/\s+/);
  if (finding.path !== path || finding.severity !== severity || finding.code !== code) return false;
  return details.every((detail) => {
    const [key, value] = detail.split('=');
    if (key === 'claim') return finding.claim === value;
    if (key === 'entity') return finding.entity === value;
    return String(lineOf(finding, files)) === value;
  });
}

const lineOf = ({ path, span }: Finding, files: ReadonlyMap<string, string>): number =>
  new LineIndex(files.get(path) ?? '').lineAt(span.start);

function describe(finding: Finding, files: ReadonlyMap<string, string>): string {
  const { path, severity, code, claim, entity } = finding;
  return [
    path,
    severity,
    code,
    claim === undefined ? '' : `claim=${claim}`,
    entity === undefined ? '' : `entity=${entity}`,
    `line=${lineOf(finding, files)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
