/** The baseline: findings that are known and left for later, as a file to commit. Knows its text, not where it lies. */

import type { Code } from '../core/codes.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { Report, ReportedFinding } from './report.ts';

/** One finding that is known. Only file and fingerprint tell which it is; the rest is for those who read the file. */
export interface Entry {
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  readonly fingerprint: string;
  readonly code: string;
  readonly message: string;
}

export interface Compared {
  /** The report without what is known. */
  readonly report: Report;
  readonly known: readonly Entry[];
  /** Entries whose finding is gone. */
  readonly stale: readonly Entry[];
  /** Those that this report cannot tell about, because it does not cover their file. */
  readonly aside: readonly Entry[];
}

/** Which files a report is about: `names` one as the baseline does, and `covers` a file of an entry. */
export interface Coverage {
  nameOf(file: string): string;
  covers(file: string): boolean;
}

/** Parts a report and a baseline into what is new, known and gone. Accepted findings are left as they are. */
export function compare(report: Report, entries: readonly Entry[], { nameOf, covers }: Coverage): Compared {
  const fingerprints = fingerprintsOf(open(report));
  const keys = new Map(entries.map((entry) => [keyOf(entry.file, entry.fingerprint), entry]));
  const met = new Set<Entry>();
  const findings = report.findings.filter((finding) => {
    const fingerprint = fingerprints.get(finding);
    const entry = fingerprint === undefined ? undefined : keys.get(keyOf(nameOf(finding.file), fingerprint));
    if (entry) met.add(entry);
    return !entry;
  });
  const rest = entries.filter((entry) => !met.has(entry));
  return {
    report: { ...report, findings },
    known: [...met],
    stale: rest.filter(({ file }) => covers(file)),
    aside: rest.filter(({ file }) => !covers(file)),
  };
}

/** The entries of a report. */
export function entriesOf(report: Report, { nameOf }: Coverage): readonly Entry[] {
  return [...fingerprintsOf(open(report))].map(([{ file, code, message }, fingerprint]) => ({
    file: nameOf(file),
    fingerprint,
    code,
    message,
  }));
}

const open = ({ findings }: Report): readonly ReportedFinding[] => findings.filter(({ accepted }) => accepted === null);
const keyOf = (file: string, fingerprint: string): string => `${file}\n${fingerprint}`;

/** The text of a baseline: a line for each finding in a fixed order, so that two branches rarely touch the same lines. */
export function baselineText(entries: readonly Entry[]): string {
  const lines = [...entries]
    .sort((a, b) => order(a.file, b.file) || order(a.code, b.code) || order(a.fingerprint, b.fingerprint))
    .map(({ file, code, message, fingerprint }) => JSON.stringify({ file, code, fingerprint, message }));
  const body = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${body}\n}\n`;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reads a baseline, or says why it is none. */
export function readBaseline(text: string): readonly Entry[] | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { problem: /^[<>=]{7}/m.test(text) ? 'it has merge conflicts' : 'it is no JSON' };
  }
  if (!isObject(data) || data.version !== 1 || !Array.isArray(data.findings))
    return { problem: 'it is no baseline of version 1' };
  const entries: Entry[] = [];
  for (const one of data.findings) {
    if (!isObject(one) || typeof one.file !== 'string' || typeof one.fingerprint !== 'string')
      return { problem: 'an entry lacks its file or fingerprint' };
    const { file, fingerprint, code, message } = one;
    entries.push({ file, fingerprint, code: String(code ?? '') as Code, message: String(message ?? '') });
  }
  return entries;
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
