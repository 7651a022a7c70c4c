/** The report in SARIF 2.1.0 (OASIS), for code scanning and viewers. Knows no check but by its page. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Code, Severity } from '../../core/codes.ts';
import { fingerprintsOf } from '../fingerprints.ts';
import type { Place, Report, ReportedFinding, ReportedFix, ReportedRelated } from '../report.ts';

export interface SarifOptions {
  readonly version: string;
  readonly cwd: string;
  /** The folder that files are named from. */
  readonly base: string;
  /** A file of the report as seen from there. */
  fromBase(file: string): string;
  page(code: string): string | undefined;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };
const ROOT = 'SRCROOT';

export function sarif({ findings }: Report, options: SarifOptions): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const fingerprints = fingerprintsOf(findings);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Concord',
            version: options.version,
            semanticVersion: options.version,
            rules: codes.map((code) => ruleOf(code, options.page(code))),
          },
        },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [ROOT]: { uri: pathToFileURL(`${options.base}/`).href } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: { text: messageOf(finding.message) },
          locations: [locationOf(finding, options)],
          ...(finding.related.length > 0 && {
            relatedLocations: finding.related.map((related, id) => ({
              id,
              ...locationOf(related, options),
              message: { text: messageOf(related.message) },
            })),
          }),
          partialFingerprints: { 'concordFinding/v1': fingerprints.get(finding) },
          ...fixesOf(finding, options),
          ...(finding.accepted && {
            suppressions: [{ kind: 'inSource', status: 'accepted', justification: finding.accepted.reason }],
          }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

function ruleOf(code: Code, page: string | undefined) {
  const name = code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  if (page === undefined) return { id: code, name };
  const prose = page.replace(/^(`{3,})concord\n[\s\S]*?^\1\n*/gm, '');
  const [, summary = code] = prose.split('\n\n');
  return {
    id: code,
    name,
    shortDescription: { text: summary },
    fullDescription: { text: /^## Why it matters\n\n([\s\S]*?)(?:\n\n|$)/m.exec(prose)?.[1] ?? summary },
    help: { text: prose.trim(), markdown: page.trim() },
  };
}

function locationOf(place: (Place & { readonly claim: string | null }) | ReportedRelated, options: SarifOptions) {
  const name = options.fromBase(place.file);
  return {
    physicalLocation: {
      artifactLocation: artifactOf(place.file, options),
      region: {
        ...regionOf(place.range),
        ...(place.line !== undefined &&
          place.range.end.line === place.range.start.line && {
            snippet: { text: place.line.slice(place.range.start.character, place.range.end.character) },
          }),
      },
    },
    ...(place.claim !== null && {
      logicalLocations: [{ name: place.claim, fullyQualifiedName: `${name}#${place.claim}`, kind: 'element' }],
    }),
  };
}

function artifactOf(file: string, { cwd, fromBase }: SarifOptions) {
  const name = fromBase(file);
  // A URI relative to the base must not leave it.
  if (name.startsWith('../')) return { uri: pathToFileURL(resolve(cwd, file)).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** Lines and columns count from 1; the end is the column after the last. */
const regionOf = ({ start, end }: Place['range']) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

function fixesOf(finding: ReportedFinding, options: SarifOptions) {
  const fixes = finding.accepted ? [] : finding.fixes().filter(({ edits }) => edits.length > 0);
  return fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, options)) };
}

function fixOf({ title, safe, edits }: ReportedFix, options: SarifOptions) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: messageOf(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactOf(file, options),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } })),
    })),
    properties: { safe },
  };
}

/** What a viewer would take for a placeholder or a link is neither. */
const messageOf = (text: string): string => text.replace(/\{(\d+)\}/g, '{{$1}}').replace(/\[(?=[^[\]]*\]\()/g, '\\[');
