/** What is said of corpora once they have been checked, in plain data. Knows no check, no format and no file system. */

import type { Code, Severity } from '../core/codes.ts';
import type { Position } from '../core/text.ts';

export interface Report {
  readonly corpora: readonly CorpusCounts[];
  /** By file, position and code. */
  readonly findings: readonly ReportedFinding[];
  /** The files that were asked for and are part of a corpus, by the root's name, then the path. */
  readonly checked: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same, from the working directory. */
  readonly files: ReadonlySet<string>;
}

export interface CorpusCounts {
  readonly root: string;
  /** The annotated ones. */
  readonly documents: number;
  readonly entities: number;
  readonly claims: number;
  readonly mentions: number;
}

export interface Place {
  /** From the working directory, with `/`. */
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
  /** The line on which the range starts, verbatim; undefined for a file that could not be read. */
  readonly line: string | undefined;
}

export interface ReportedFinding extends Place {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly claim: string | null;
  readonly entity: string | null;
  readonly related: readonly ReportedRelated[];
  /** Asked for only where they are shown: a fix is work. */
  fixes(): readonly ReportedFix[];
  readonly accepted: { readonly reason: string } | null;
  /** The name of its corpus' folder, with `/`; see `CorpusCounts`. */
  readonly root: string;
  /** What makes it this finding wherever it stands in its file: the same after lines have moved, and in every folder. */
  readonly identity: string;
}

export interface ReportedFix {
  /** What it would do, in words. */
  readonly title: string;
  /** It cannot change what was meant. */
  readonly safe: boolean;
  readonly edits: readonly ReportedEdit[];
}

/** A stretch of a file and what takes its place. */
export interface ReportedEdit {
  readonly file: string;
  readonly range: Place['range'];
  readonly newText: string;
}

export interface ReportedRelated extends Place {
  readonly message: string;
  readonly claim: string | null;
}

/** Whether the exit code is 0. What was accepted does not count. */
export function passes({ findings }: Report, maxWarnings: number): boolean {
  const { error, warning } = tally(findings);
  return error === 0 && warning <= maxWarnings;
}

/** How many findings there are of each severity, the accepted ones apart. */
export function tally(findings: readonly ReportedFinding[]): Readonly<Record<Severity | 'accepted', number>> {
  const counts = { error: 0, warning: 0, information: 0, accepted: 0 };
  for (const { severity, accepted } of findings) counts[accepted ? 'accepted' : severity]++;
  return counts;
}

/** The order of a report: by file, place and code. Position is where a range starts; where it ends decides only between findings that are otherwise equal. */
export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    order(a.file, b.file) ||
    comparePositions(a.range.start, b.range.start) ||
    order(a.code, b.code) ||
    comparePositions(a.range.end, b.range.end)
  );
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];

/** The worst first, accepted ones last; as before among equals. */
export const bySeverity = (a: ReportedFinding, b: ReportedFinding): number => rankOf(a) - rankOf(b);
const rankOf = ({ severity, accepted }: ReportedFinding): number =>
  accepted ? SEVERITIES.length : SEVERITIES.indexOf(severity);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
