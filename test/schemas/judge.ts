/** What the decoder says of a file's shape, beside what its schema says. Knows no single case. */

import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import type { Acceptance } from '../../server/src/core/acceptance.ts';
import { isCode } from '../../server/src/core/codes.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import type { Problem } from '../../server/src/core/problem.ts';
import { parseRecords } from '../../server/src/core/record.ts';
import { parseSettings } from '../../server/src/core/settings.ts';
import { compile, type SchemaName } from './load.ts';

const VALIDATE: Readonly<Record<SchemaName, (data: unknown) => boolean>> = {
  concord: compile('concord'),
  records: compile('records'),
  'front-matter': compile('front-matter'),
};

/** Whether each of the two accepts a file; `problem` is the decoder's first complaint. */
export interface Judgement {
  readonly schema: boolean;
  readonly decoder: boolean;
  readonly problem?: string;
}

export function judge(name: SchemaName, yaml: string): Judgement {
  const problems = decode(name, yaml);
  const broken = problems.find(({ code }) => code === 'invalid-yaml');
  if (broken) throw new Error(`a test input is broken YAML (${broken.variant}):\n${yaml}`);
  const { code, variant, params } = problems[0] ?? {};
  return {
    schema: VALIDATE[name](parse(yaml)),
    decoder: problems.length === 0,
    ...(code && { problem: `${code}/${variant} ${JSON.stringify(params)}` }),
  };
}

export const judgeData = (name: SchemaName, data: unknown): Judgement => judge(name, stringify(data));

/** Fails where the two judge differently, and says how. */
export function agree({ schema, decoder, problem }: Judgement, input: string): void {
  const said = problem ? `the decoder says ${problem}` : 'the decoder says nothing';
  assert.equal(schema, decoder, `the schema ${schema ? 'accepts' : 'rejects'} what ${said} about:\n${input}`);
}

/** The problems of shape: those of the decoder, and codes that do not exist, which a check looks for. */
export function decode(name: SchemaName, yaml: string): readonly Pick<Problem, 'code' | 'variant' | 'params'>[] {
  if (name === 'concord') {
    const { problems, checks } = parseSettings(yaml);
    return [...problems, ...unknownCodes(checks.keys())];
  }
  if (name === 'records') {
    const { problems, records } = parseRecords('entities/x.yaml', yaml);
    return [...problems, ...unknownCodes(codesOf(records.flatMap(({ facts }) => facts)))];
  }
  const { problems, annotations } = parseDocument('documents/x.md', `---\n${yaml}\n---\nBody.\n`);
  return [...problems, ...unknownCodes(codesOf([annotations, ...annotations.claims]))];
}

function codesOf(holders: readonly { readonly accept: readonly Acceptance[] }[]): readonly string[] {
  return holders.flatMap(({ accept }) => accept.map(({ code }) => code.value));
}

function unknownCodes(codes: Iterable<string>): readonly Pick<Problem, 'code' | 'variant' | 'params'>[] {
  const unknown = [...codes].filter((code) => !isCode(code));
  return unknown.map((key) => ({ code: 'unknown-key', variant: 'code', params: { key } }));
}
