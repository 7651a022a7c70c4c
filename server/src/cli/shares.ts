/**
 * Checks a large corpus on several threads: each reads a share of the documents, tells the others what theirs say, and
 * then checks its own. Knows threads by their ports alone, and no check.
 */

import type { DocumentFacts } from '../core/facts.ts';
import type { Library } from '../core/library.ts';
import { type Checked, type CheckOptions, checkShare, countsOf, selected } from './checkCorpus.ts';
import { corpusFiles, type Found } from './corpora.ts';
import { type CorpusFiles, type OpenCorpus, openCorpus, type Share } from './corpus.ts';
import type { Files, Port, Threads } from './environment.ts';
import type { ReportedFinding, ReportedFix } from './report.ts';

/** Every thread holds the records and all that documents say: more of them would cost more memory than they save time. */
const MOST_THREADS = 4;

/** The first message to a thread. */
interface Task {
  readonly found: Found;
  readonly share: Share;
  readonly options: CheckOptions;
}

type SentFinding = Omit<ReportedFinding, 'fixes'> & { readonly fixes: readonly ReportedFix[] };

/** What `checkCorpus` answers, sooner; undefined where it is not worth it, or where a thread could not do its share. */
export async function checkInShares(
  files: CorpusFiles,
  options: CheckOptions,
  threads: Threads,
): Promise<Checked | undefined> {
  const most = Math.min(threads.count + 1, MOST_THREADS);
  const of = Math.min(most, Math.floor(files.paths.length / threads.filesEach));
  if (of < 2) return undefined;
  const others = Array.from({ length: of - 1 }, () => threads.start());
  try {
    for (const [i, port] of others.entries()) {
      const task: Task = { found: files.found, share: { index: i + 1, of }, options };
      port.post(task);
    }
    const opened = openCorpus(files, { index: 0, of });
    if (opened.problem !== undefined) return undefined;
    const told = [tellings(opened.library), ...(await Promise.all(others.map((port) => port.next())))];
    for (const [i, port] of others.entries()) port.post(told.filter((_, teller) => teller !== i + 1));
    takeIn(opened.library, told.slice(1));
    const found = checkShare(files, opened, options);
    const sent = (await Promise.all(others.map((port) => port.next()))) as SentFinding[][];
    return {
      counts: countsOf(files.root, opened.library),
      findings: [...found, ...sent.flat().map(received)],
      checked: selected(files, opened.paths),
    };
  } catch {
    // A thread has died, of want of memory perhaps; all of it can still be done here.
    return undefined;
  } finally {
    for (const port of others) port.end();
  }
}

/** What the other threads do: one share, then the end. */
export async function serveShare(port: Port, files: Files): Promise<void> {
  const { found, share, options } = (await port.next()) as Task;
  const corpus = corpusFiles(found, files);
  const opened: OpenCorpus = openCorpus(corpus, share);
  port.post(tellings(opened.library));
  takeIn(opened.library, (await port.next()) as unknown[]);
  const sent = checkShare(corpus, opened, options).map(
    (finding): SentFinding => ({ ...finding, fixes: finding.fixes() }),
  );
  port.post(sent);
}

/** One text is passed on far faster than its hundred thousand objects. */
const tellings = ({ corpus }: Library): string => JSON.stringify([...corpus.documents.values()]);

function takeIn(library: Library, told: readonly unknown[]): void {
  library.takeIn(told.flatMap((text) => JSON.parse(String(text)) as DocumentFacts[]));
}

const received = ({ fixes, ...finding }: SentFinding): ReportedFinding => ({ ...finding, fixes: () => fixes });
