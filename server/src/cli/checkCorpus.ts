/** Checks one corpus, or a share of it, and puts what is found into plain data. Reads through a function it is given. */

import type { Finding as CheckFinding, Related as CheckRelated } from '../checks/engine/check.ts';
import { check, unreadable } from '../checks/engine/run.ts';
import { type Words, wordsIn } from '../checks/messages/messages.ts';
import type { Library } from '../core/library.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { LineIndex, type Position, type Span } from '../core/text.ts';
import { type CorpusFiles, type OpenCorpus, openCorpus } from './corpus.ts';
import type { Profile } from './profile.ts';
import type { CorpusCounts, Place, ReportedFinding } from './report.ts';
import type { WorkingCorpus } from './workingCorpus.ts';

export interface CheckOptions {
  readonly showAccepted: boolean;
  /** The language of the messages. */
  readonly language: string;
  /** Where it is to be told what took how long; on one thread, then. */
  readonly profile?: Profile;
}

/** What is to be said of one corpus. */
export interface Checked {
  readonly counts: CorpusCounts;
  readonly findings: readonly ReportedFinding[];
  readonly checked: ReadonlySet<string>;
}

/** Checks a corpus on this thread. */
export function checkCorpus(files: CorpusFiles, options: CheckOptions): Checked {
  const opened = options.profile ? options.profile.phase('reading', () => openCorpus(files)) : openCorpus(files);
  const { library, paths, problem } = opened;
  if (problem !== undefined) {
    // Which files belong to the corpus, and what its properties mean, nobody knows: nothing else is said.
    const finding = unreadable(library, SETTINGS_FILE, problem);
    const findings = reportOn(finding ? [finding] : [], files, library, options);
    return { counts: countsOf(files.root, library), findings, checked: new Set([SETTINGS_FILE]) };
  }
  const work = () => checkShare(files, opened, options);
  const findings = options.profile ? options.profile.phase('checking', work) : work();
  return { counts: countsOf(files.root, library), findings, checked: selected(files, paths) };
}

/** What is to be said of a corpus as it has become under our hands. */
export function checkWorking(corpus: WorkingCorpus, options: CheckOptions): Checked {
  const { files, library } = corpus;
  const isBroken = corpus.problem !== undefined;
  const paths = isBroken ? [SETTINGS_FILE] : corpus.everyPath();
  const findings = paths.flatMap((path) => {
    if (files.selects(path)) return corpus.findings(path);
    return path === SETTINGS_FILE ? ifBroken(corpus.findings(path)) : [];
  });
  return {
    counts: countsOf(files.root, library),
    findings: reportOn(findings, files, library, options),
    checked: isBroken ? new Set(paths) : selected(files, paths),
  };
}

/** Whatever is asked for rests on the settings: if they are broken, that has to be known. */
const ifBroken = (found: readonly CheckFinding[]): readonly CheckFinding[] =>
  found.some(({ severity }) => severity === 'error') ? found : [];

/** The files in which findings are asked for. */
export const selected = (files: CorpusFiles, paths: readonly string[]): ReadonlySet<string> =>
  new Set([SETTINGS_FILE, ...paths].filter((path) => files.selects(path)));

/** The findings in the files of a share, once all that documents say is known. */
export function checkShare(
  files: CorpusFiles,
  { library, share }: OpenCorpus,
  options: CheckOptions,
): readonly ReportedFinding[] {
  // The documents that were read last are still at hand.
  const findings = [...share].reverse().flatMap((path) => {
    const { profile } = options;
    const find = () => findingsIn(library, path, profile);
    if (files.selects(path)) return profile ? profile.file(files.nameOf(path), find) : find();
    return path === SETTINGS_FILE ? ifBroken(find()) : [];
  });
  return reportOn(findings, files, library, options);
}

function findingsIn(library: Library, path: string, profile?: Profile): readonly CheckFinding[] {
  const reason = library.reasonUnreadable(path);
  if (reason === undefined) return check(library, path, profile?.check);
  const finding = unreadable(library, path, reason);
  return finding ? [finding] : [];
}

function reportOn(
  findings: readonly CheckFinding[],
  files: CorpusFiles,
  library: Library,
  { showAccepted, language }: CheckOptions,
): readonly ReportedFinding[] {
  const words = wordsIn(language);
  const places = new Places(files, library);
  const shown = findings.filter((finding) => showAccepted || finding.accepted === undefined);
  return shown.map((finding) => reported(finding, files.root, places, words));
}

/** How much the corpus holds. */
export function countsOf(root: string, { corpus }: Library): CorpusCounts {
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

  /** The words that a span marks; white space may be laid out anew. */
  textAt(path: string, span: Span): string {
    const text = this.indexOf(path)?.text.slice(span.start, span.end) ?? '';
    return text.replace(/\s+/g, ' ').trim();
  }

  private indexOf(path: string): { readonly text: string; readonly lines: LineIndex } | undefined {
    if (!this.indices.has(path)) {
      const text = this.textOf(path);
      this.indices.set(path, text === undefined ? undefined : { text, lines: new LineIndex(text) });
    }
    return this.indices.get(path);
  }

  private textOf(path: string): string | undefined {
    const { library } = this;
    return path === SETTINGS_FILE ? library.settings.text : library.textOf(path);
  }
}

const ORIGIN: Position = { line: 0, character: 0 };

function reported(finding: CheckFinding, root: string, places: Places, words: Words): ReportedFinding {
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
    fixes: once(() =>
      finding.fixes().map((fix) => ({
        title: words.fix(fix),
        safe: fix.safe,
        edits: fix.edits.map(({ path, span, newText }) => {
          const { file, range } = places.at(path, span);
          return { file, range, newText };
        }),
      })),
    ),
    accepted: finding.accepted === undefined ? null : { reason: finding.accepted },
    root,
    identity: identityOf(finding, places),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What tells a finding from the others of its corpus without saying on which line it stands: its code and file, the
 * marked text, what it is about, and the other sides. Of a claim without an id what the message says stands for it;
 * numbers there count occurrences, which come and go.
 */
function identityOf({ code, path, span, claim, entity, params, related }: CheckFinding, places: Places): string {
  const about = claim ?? Object.entries(params).filter(([, value]) => typeof value === 'string');
  const others = related.map((one) => [one.path, one.claim ?? '', places.textAt(one.path, one.span)]);
  return JSON.stringify([code, path, places.textAt(path, span), entity ?? '', about, others]);
}
