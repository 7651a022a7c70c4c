/** How often the claims of a corpus speak of each type of entity under each property. Knows no passage. */

import type { View } from '../../checks/engine/check.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import { THIS } from '../../core/slots.ts';

/** By property, then by type. */
export type Usage = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface Remembered {
  readonly documents: Corpus['documents'];
  readonly records: Corpus['records'];
  readonly usage: Usage;
}

/** One corpus is asked for at a time, and again after each edit of it. */
const latest = new WeakMap<View, Remembered>();
const pairsOf = new WeakMap<DocumentFacts, readonly (readonly [subject: string, property: string])[]>();

/** So many show what is usual; the order of a list is not worth a second's wait. */
const MOST_DOCUMENTS = 2_000;

/** Counted when somebody makes a claim, not while one types: each document's part is remembered with its facts. */
export function usageIn(view: View): Usage {
  const { documents, records } = view.corpus;
  const known = latest.get(view);
  if (known?.documents === documents && known.records === records) return known.usage;
  const usage = new Map<string, Map<string, number>>();
  let count = 0;
  for (const facts of documents.values()) {
    if (++count > MOST_DOCUMENTS) break;
    for (const [subject, property] of pairsIn(facts)) {
      const type = typeOf(view, subject);
      if (type === undefined) continue;
      const types = usage.get(property) ?? new Map<string, number>();
      usage.set(property, types.set(type, (types.get(type) ?? 0) + 1));
    }
  }
  latest.set(view, { documents, records, usage });
  return usage;
}

/** The type of a record; the document itself is a document. */
export const typeOf = ({ corpus }: View, id: string): string | undefined =>
  id === THIS ? 'document' : corpus.records.get(id)?.type?.value;

function pairsIn(facts: DocumentFacts) {
  let pairs = pairsOf.get(facts);
  if (!pairs) {
    pairs = facts.claims.flatMap(({ subject, property }) =>
      subject !== undefined && property !== undefined ? [[subject, property] as const] : [],
    );
    pairsOf.set(facts, pairs);
  }
  return pairs;
}
