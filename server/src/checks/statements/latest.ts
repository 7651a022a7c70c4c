/** Which document of a corpus is the latest. Costs what has changed since it was last asked. */

import type { Corpus } from '../../core/corpus.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import { edtf } from './statement.ts';

interface Dated {
  readonly path: string;
  /** The first and the last day that the date may mean. */
  readonly from: number;
  readonly to: number;
}

type Part = ReadonlyMap<string, DocumentFacts>;

const latestOfCorpus = new WeakMap<Corpus['documents'], Dated | undefined>();
const latestOfPart = new WeakMap<Part, Dated | undefined>();

/** The annotated document that comes last by date, then path; undefined where none has a date. */
export function latestDocument({ documents }: Corpus): string | undefined {
  if (!latestOfCorpus.has(documents)) latestOfCorpus.set(documents, latest([...documents.parts()].map(inPart)));
  return latestOfCorpus.get(documents)?.path;
}

function inPart(part: Part): Dated | undefined {
  if (!latestOfPart.has(part)) latestOfPart.set(part, latest([...part.values()].map(dated)));
  return latestOfPart.get(part);
}

function dated({ path, annotated, date }: DocumentFacts): Dated | undefined {
  const time = annotated ? edtf(date) : undefined;
  return time && { path, from: time.start.earliest, to: time.end.latest };
}

function latest(all: readonly (Dated | undefined)[]): Dated | undefined {
  let last: Dated | undefined;
  for (const one of all) if (one && (!last || isLater(one, last))) last = one;
  return last;
}

const isLater = (a: Dated, b: Dated): boolean => (a.from - b.from || a.to - b.to || (a.path > b.path ? 1 : -1)) > 0;
