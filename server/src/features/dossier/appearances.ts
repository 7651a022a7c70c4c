/** Where the corpus speaks of an entity: the documents, their claims, the facts of records. Knows spans of nothing. */

import type { View } from '../../checks/engine/check.ts';
import type { Claim, Value } from '../../core/claim.ts';
import type { ClaimFacts, DocumentFacts } from '../../core/facts.ts';
import { claimFactsOf } from '../../core/facts.ts';

/** A claim or fact that names the entity, as whatever. */
export interface NamingClaim {
  readonly path: string;
  /** Of a document. */
  readonly title?: string;
  readonly claim: ClaimFacts;
}

export interface Appearances {
  /** Those that mention the entity, or claim something with it. */
  readonly documents: readonly DocumentFacts[];
  readonly claims: readonly NamingClaim[];
}

/**
 * Looks into what is known of each document, which reads none of them: some milliseconds for ten thousand. An index of
 * every entity's documents would cost a large corpus more memory than that is worth.
 */
export function appearancesOf({ corpus }: View, id: string): Appearances {
  const documents: DocumentFacts[] = [];
  const claims: NamingClaim[] = [];
  // What nobody speaks of need not be sought.
  const all = corpus.usage(id).documents > 0 ? corpus.documents.values() : [];
  for (const facts of all) {
    let isHere = Object.hasOwn(facts.mentions, id);
    for (const claim of facts.claims) {
      if (!claim.ids.includes(id)) continue;
      isHere = true;
      claims.push({ path: facts.path, title: facts.title, claim });
    }
    if (isHere) documents.push(facts);
  }
  const own = corpus.records.get(id);
  for (const record of corpus.records.values()) {
    if (record.damaged) continue;
    for (const fact of record.facts) {
      if (record === own || names(fact, id)) claims.push({ path: record.path, claim: claimFactsOf(fact) });
    }
  }
  return { documents, claims };
}

/** The same for every record of the corpus, where all are wanted: one look at everything instead of one for each. */
export function appearancesOfAll({ corpus }: View): (id: string) => Appearances {
  const all = new Map<string, { readonly documents: DocumentFacts[]; readonly claims: NamingClaim[] }>();
  for (const id of corpus.records.ids()) all.set(id, { documents: [], claims: [] });
  for (const facts of corpus.documents.values()) {
    const here = new Set(Object.keys(facts.mentions));
    for (const claim of facts.claims) {
      for (const id of new Set(claim.ids)) {
        here.add(id);
        all.get(id)?.claims.push({ path: facts.path, title: facts.title, claim });
      }
    }
    for (const id of here) all.get(id)?.documents.push(facts);
  }
  for (const record of corpus.records.values()) {
    if (record.damaged) continue;
    for (const fact of record.facts) {
      const ids = new Set([record.id.value, ...named(fact)]);
      for (const id of ids) all.get(id)?.claims.push({ path: record.path, claim: claimFactsOf(fact) });
    }
  }
  return (id) => all.get(id) ?? { documents: [], claims: [] };
}

/** What may be ids in a fact of a record. */
function* named({ value, by, qualifiers }: Claim): Iterable<string> {
  const texts = function* (one: Value | undefined): Iterable<string> {
    if (one?.kind === 'text') yield one.text;
    if (one?.kind === 'list') for (const item of one.items) yield* texts(item);
  };
  yield* texts(value);
  if (by?.free === false) yield by.text.value;
  for (const qualifier of qualifiers.values()) yield* texts(qualifier.value);
}

/** Whether a fact of another record names the entity; most do not, and nothing is made of those. */
function names({ value, by, qualifiers }: Claim, id: string): boolean {
  const holds = (one: Value | undefined): boolean =>
    (one?.kind === 'text' && one.text === id) || (one?.kind === 'list' && one.items.some(holds));
  if (holds(value) || (by?.free === false && by.text.value === id)) return true;
  for (const qualifier of qualifiers.values()) if (holds(qualifier.value)) return true;
  return false;
}
