/** Checks corpora and puts what is found into one report. Knows no check, no format and no file system. */

import { type Checked, type CheckOptions, checkCorpus, checkWorking } from './checkCorpus.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Threads } from './environment.ts';
import { byPlace, type Report } from './report.ts';
import { checkInShares } from './shares.ts';
import type { WorkingCorpus } from './workingCorpus.ts';

/** What is to be said of the corpora. Accepted findings are in it only if asked for. */
export async function checkCorpora(
  corpora: Iterable<CorpusFiles>,
  options: CheckOptions,
  threads?: Threads,
): Promise<Report> {
  const all: (readonly [CorpusFiles, Checked])[] = [];
  for (const files of corpora) {
    all.push([files, (threads && (await checkInShares(files, options, threads))) ?? checkCorpus(files, options)]);
  }
  return together(all);
}

/** The same of corpora that are at hand. */
export const reportOfWorking = (corpora: readonly WorkingCorpus[], options: CheckOptions): Report =>
  together(corpora.map((corpus) => [corpus.files, checkWorking(corpus, options)] as const));

function together(all: readonly (readonly [CorpusFiles, Checked])[]): Report {
  return {
    corpora: all.map(([, { counts }]) => counts),
    findings: all.flatMap(([, { findings }]) => findings).sort(byPlace),
    checked: new Map(all.map(([{ root }, { checked }]) => [root, checked])),
    files: new Set(all.flatMap(([files, { checked }]) => [...checked].map((path) => files.nameOf(path)))),
  };
}
