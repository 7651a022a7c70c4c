/** `concord stats`: what a corpus holds, in numbers. Knows no way of showing them. */

import type { DocumentFacts } from '../core/facts.ts';
import { parseEdtf } from '../values/time.ts';
import { countsOf } from './checkCorpus.ts';
import type { Listed } from './list.ts';
import type { CorpusCounts } from './report.ts';

/** By name, the most frequent first; `''` for those that say nothing. */
export type Counts = Readonly<Record<string, number>>;

export interface Stats extends CorpusCounts {
  /** Documents without annotations. */
  readonly unannotated: number;
  readonly facts: number;
  readonly documentsByLanguage: Counts;
  readonly documentsByYear: Counts;
  readonly documentsByPublisher: Counts;
  readonly entitiesByType: Counts;
  /** Records that no document speaks of. */
  readonly unused: number;
  readonly mentionsByEntity: Counts;
  readonly claimsByProperty: Counts;
  readonly claimsBySpeaker: Counts;
  readonly claimsByStance: Counts;
}

export function statsOf({ files, corpus: { library } }: Listed): Stats {
  const { corpus } = library;
  const all = [...corpus.documents.values()];
  const annotated = all.filter((facts) => facts.annotated);
  const claims = annotated.flatMap((facts) => facts.claims.map((claim) => ({ claim, facts })));
  const records = [...corpus.records.values()];
  return {
    ...countsOf(files.root, library),
    unannotated: all.length - annotated.length,
    facts: records.reduce((sum, record) => sum + record.facts.length, 0),
    documentsByLanguage: counted(annotated.map(({ lang }) => lang)),
    documentsByYear: sorted(counted(annotated.map(yearOf))),
    documentsByPublisher: counted(annotated.map(({ publisher }) => publisher)),
    entitiesByType: counted(records.map(({ type }) => type?.value)),
    unused: records.filter(({ id }) => corpus.usage(id.value).documents === 0).length,
    mentionsByEntity: mentions(annotated),
    claimsByProperty: counted(claims.map(({ claim }) => claim.property)),
    claimsBySpeaker: counted(claims.map(({ claim, facts }) => claim.by ?? facts.publisher)),
    claimsByStance: counted(claims.map(({ claim }) => claim.stance)),
  };
}

/** The year of a document that lies within one. */
function yearOf({ date }: DocumentFacts): string | undefined {
  const time = date === undefined ? undefined : parseEdtf(date);
  if (!time || !('start' in time)) return undefined;
  return /^-?\d{4}(?=-|$|[~?%])/.exec(date!)?.[0];
}

function mentions(all: readonly DocumentFacts[]): Counts {
  const counts = new Map<string, number>();
  for (const facts of all)
    for (const [id, times] of Object.entries(facts.mentions)) counts.set(id, (counts.get(id) ?? 0) + times);
  return byCount(counts);
}

function counted(names: readonly (string | undefined)[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name ?? '', (counts.get(name ?? '') ?? 0) + 1);
  return byCount(counts);
}

const byCount = (counts: ReadonlyMap<string, number>): Counts =>
  Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

const sorted = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
