/** Checks corpora and puts what is found into one report. Knows no check, no format and no file system. */

import { type CheckOptions, checkCorpus } from './checkCorpus.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Threads } from './environment.ts';
import { byPlace, type CorpusCounts, type Report, type ReportedFinding } from './report.ts';
import { checkInShares } from './shares.ts';

/** What is to be said of the corpora. Accepted findings are in it only if asked for. */
export async function checkCorpora(
  corpora: Iterable<CorpusFiles>,
  options: CheckOptions,
  threads?: Threads,
): Promise<Report> {
  const counts: CorpusCounts[] = [];
  const findings: ReportedFinding[] = [];
  const checked = new Map<string, ReadonlySet<string>>();
  for (const files of corpora) {
    const one = (threads && (await checkInShares(files, options, threads))) ?? checkCorpus(files, options);
    counts.push(one.counts);
    checked.set(files.root, one.checked);
    findings.push(...one.findings);
  }
  return { corpora: counts, findings: findings.sort(byPlace), checked };
}
