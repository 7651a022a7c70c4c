/** Checks corpora and puts what is found into one report. Reads through a function it is given; knows no format and no file system. */

import type { Finding as CheckFinding, Related as CheckRelated } from '../checks/check.ts';
import { type Words, wordsIn } from '../checks/messages/messages.ts';
import { check, unreadable } from '../checks/run.ts';
import type { Code, Severity } from '../core/codes.ts';
import type { Library } from '../core/library.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { LineIndex, type Position, type Span } from '../core/text.ts';
import { type CorpusFiles, openCorpus } from './corpus.ts';

export interface Report {
  readonly corpora: readonly CorpusCounts[];
  /** By file, position and code. */
  readonly findings: readonly ReportedFinding[];
  /** The files that were asked for and are part of a corpus, by the root's name, then the path. */
  readonly checked: ReadonlyMap<string, ReadonlySet<string>>;
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
  /** What the fixes would do, in words. Asked for only where it is shown: a fix is work. */
  fixes(): readonly string[];
  readonly accepted: { readonly reason: string } | null;
}

export interface ReportedRelated extends Place {
  readonly message: string;
  readonly claim: string | null;
}

export interface CheckOptions {
  readonly showAccepted: boolean;
  /** The language of the messages. */
  readonly language: string;
}

/** What is to be said of the corpora. Accepted findings are in it only if asked for. */
export function checkCorpora(corpora: Iterable<CorpusFiles>, { showAccepted, language }: CheckOptions): Report {
  const words = wordsIn(language);
  const counts: CorpusCounts[] = [];
  const findings: ReportedFinding[] = [];
  const checked = new Map<string, ReadonlySet<string>>();
  for (const files of corpora) {
    const one = checkCorpus(files);
    counts.push(countsOf(files.root, one.library));
    checked.set(files.root, one.checked);
    const places = new Places(files, one.library);
    for (const finding of one.findings) {
      if (showAccepted || finding.accepted === undefined) findings.push(reported(finding, places, words));
    }
  }
  return { corpora: counts, findings: findings.sort(byPlace), checked };
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

interface Checked {
  readonly library: Library;
  readonly findings: readonly CheckFinding[];
  readonly checked: ReadonlySet<string>;
}

function checkCorpus(files: CorpusFiles): Checked {
  const { library, paths, problem } = openCorpus(files);
  if (problem !== undefined) {
    // Which files belong to the corpus, and what its properties mean, nobody knows: nothing else is said.
    const finding = unreadable(library, SETTINGS_FILE, problem);
    return { library, findings: finding ? [finding] : [], checked: new Set([SETTINGS_FILE]) };
  }
  const checked = new Set([SETTINGS_FILE, ...paths].filter((path) => files.selects(path)));
  const findings = [...checked].flatMap((path) => findingsIn(library, path));
  // Whatever is asked for rests on the settings: if they are broken, that has to be known.
  const broken = checked.has(SETTINGS_FILE) ? [] : findingsIn(library, SETTINGS_FILE);
  if (broken.some(({ severity }) => severity === 'error')) findings.push(...broken);
  return { library, findings, checked };
}

function findingsIn(library: Library, path: string): readonly CheckFinding[] {
  const reason = library.reasonUnreadable(path);
  if (reason === undefined) return check(library, path);
  const finding = unreadable(library, path, reason);
  return finding ? [finding] : [];
}

function countsOf(root: string, { corpus }: Library): CorpusCounts {
  let documents = 0;
  let claims = 0;
  let mentions = 0;
  for (const facts of corpus.documents.values()) {
    if (!facts.annotated) continue;
    documents++;
    claims += facts.claims.length;
    for (const times of Object.values(facts.mentions)) mentions += times;
  }
  return { root, documents, entities: corpus.records.size, claims, mentions };
}

/** Turns spans into lines and characters; keeps one index of lines for each file that has a finding. */
class Places {
  private readonly indices = new Map<string, { readonly text: string; readonly lines: LineIndex } | undefined>();

  constructor(
    private readonly files: CorpusFiles,
    private readonly library: Library,
  ) {}

  at(path: string, span: Span): Place {
    const file = this.files.nameOf(path);
    const index = this.indexOf(path);
    if (!index) return { file, range: { start: ORIGIN, end: ORIGIN }, line: undefined };
    const { text, lines } = index;
    const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
    const line = lines.lineSpan(range.start.line);
    return { file, range, line: text.slice(line.start, line.end) };
  }

  private indexOf(path: string): { readonly text: string; readonly lines: LineIndex } | undefined {
    if (!this.indices.has(path)) {
      const text = this.textAt(path);
      this.indices.set(path, text === undefined ? undefined : { text, lines: new LineIndex(text) });
    }
    return this.indices.get(path);
  }

  private textAt(path: string): string | undefined {
    const { library } = this;
    if (path === SETTINGS_FILE) return library.settings.text;
    return library.corpus.records.files.get(path)?.text ?? library.document(path)?.text;
  }
}

const ORIGIN: Position = { line: 0, character: 0 };

function reported(finding: CheckFinding, places: Places, words: Words): ReportedFinding {
  return {
    ...places.at(finding.path, finding.span),
    code: finding.code,
    severity: finding.severity,
    message: words.finding(finding),
    claim: finding.claim ?? null,
    entity: finding.entity ?? null,
    related: finding.related.map((related: CheckRelated) => ({
      ...places.at(related.path, related.span),
      message: words.related(related),
      claim: related.claim ?? null,
    })),
    fixes: () => finding.fixes().map((fix) => words.fix(fix)),
    accepted: finding.accepted === undefined ? null : { reason: finding.accepted },
  };
}

/** Position is where a range starts; where it ends decides only between findings that are otherwise equal. */
function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (
    order(a.file, b.file) ||
    comparePositions(a.range.start, b.range.start) ||
    order(a.code, b.code) ||
    comparePositions(a.range.end, b.range.end)
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
