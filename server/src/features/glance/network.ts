/**
 * The entities of a corpus as a network: who is mentioned in one document with whom, and of whom something is claimed that
 * names somebody else. Of a large corpus the most spoken of and the strongest connections. Draws nothing.
 */

import type { View } from '../../checks/engine/check.ts';
import { nameOf } from '../../checks/engine/entityName.ts';
import { type ClaimFacts, claimFactsOf, type DocumentFacts } from '../../core/facts.ts';
import { capital } from '../hovers/reader.ts';
import { shortened } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import { type Links, strongest } from './links.ts';
import { Pairs } from './pairs.ts';
import { inScope, isWhole, type Scope } from './scope.ts';
import type { Steps } from './steps.ts';

export interface NetworkScope extends Scope {
  /** The ids of types, '' for none; all where it is missing. */
  readonly types?: readonly string[];
  /** What connects two entities; either where it is missing. */
  readonly by?: Connection;
}

export type Connection = 'mentions' | 'claims';

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  /** The place of its type in `types`. */
  readonly type: number;
  readonly documents: number;
  readonly mentions: number;
  readonly claims: number;
  /** With how many others it is connected, shown or not. */
  readonly connections: number;
}

export interface NetworkType {
  readonly id: string;
  readonly label: string;
  /** How many entities of it the documents speak of, chosen or not. */
  readonly count: number;
  readonly shown: boolean;
}

export interface NetworkModel {
  /** The most spoken of first. */
  readonly nodes: readonly NetworkNode[];
  /** Four numbers for each connection: two places in `nodes`, in how many documents both stand, how many claims name both. */
  readonly edges: readonly number[];
  readonly types: readonly NetworkType[];
  /** What there is beyond what is shown. */
  readonly more: { readonly nodes: number; readonly edges: number };
  /** The documents that were looked at, and how many the corpus has. */
  readonly documents: number;
  readonly allDocuments: number;
}

export interface NetworkLimits {
  readonly nodes: number;
  readonly edges: number;
  /** The entities of one document among which connections are counted: a list of thousands connects nobody. */
  readonly perDocument: number;
}

export const NETWORK_LIMITS: NetworkLimits = { nodes: 5_000, edges: 20_000, perDocument: 150 };

/** Longer names are cut in the picture; their lists show them whole. */
const LONGEST_NAME = 60;
/** Documents, or entities, between two steps. */
const STEP = 500;

export function* network(
  view: View,
  scope: NetworkScope,
  locale: string,
  limits = NETWORK_LIMITS,
): Steps<NetworkModel> {
  const { corpus } = view;
  const chosen: DocumentFacts[] = [];
  const isChosen = inScope(scope);
  let looked = 0;
  for (const facts of corpus.documents.values()) {
    if (isChosen(facts)) chosen.push(facts);
    if (++looked % STEP === 0) yield;
  }
  const facts = isWhole(scope) ? factsOfRecords(view) : [];
  const uses = new Uses(view);
  for (const [i, document] of chosen.entries()) {
    uses.take(document);
    if (i % STEP === 0) yield;
  }
  uses.takeFacts(facts);
  const { types, ranked } = uses.ranked(scope.types, locale);
  const shown = ranked.slice(0, limits.nodes);
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  const [together, said] = [new Pairs(shown.length), new Pairs(shown.length)];
  for (const [i, { mentions, claims }] of chosen.entries()) {
    if (scope.by !== 'claims') meet(together, placesOf(mentions, places, limits.perDocument));
    if (scope.by !== 'mentions') for (const claim of claims) name(said, claim, places);
    if (i % STEP === 0) yield;
  }
  if (scope.by !== 'mentions') for (const claim of facts) name(said, claim, places);
  const links: Links = yield* strongest(shown.length, together, said, limits.edges);
  return {
    nodes: shown.map(({ id, type, documents, mentions, claims }, place) => {
      const record = corpus.records.get(id);
      return {
        id,
        name: shortened(record ? nameOf(record, locale) : id, LONGEST_NAME),
        type,
        documents,
        mentions,
        claims,
        connections: links.connections[place]!,
      };
    }),
    edges: links.edges,
    types,
    more: { nodes: ranked.length - shown.length, edges: links.left },
    documents: chosen.length,
    allDocuments: corpus.documents.size,
  };
}

/** What records claim: it belongs to no document and to no time, so it counts where nobody has asked for either. */
const factsOfRecords = ({ corpus }: View): readonly ClaimFacts[] =>
  [...corpus.records.values()].flatMap(({ damaged, facts }) => (damaged ? [] : facts.map(claimFactsOf)));

interface Used {
  readonly id: string;
  documents: number;
  mentions: number;
  claims: number;
}

/** How much is said of each entity that has a record. */
class Uses {
  private readonly uses = new Map<string, Used>();

  constructor(private readonly view: View) {}

  take({ mentions, claims }: DocumentFacts): void {
    const present = new Set<Used>();
    for (const [id, times] of Object.entries(mentions)) {
      const used = this.of(id);
      if (!used) continue;
      used.mentions += times;
      present.add(used);
    }
    for (const { ids } of claims) {
      for (const id of ids) {
        const used = this.of(id);
        if (!used) continue;
        used.claims++;
        present.add(used);
      }
    }
    for (const used of present) used.documents++;
  }

  takeFacts(facts: readonly ClaimFacts[]): void {
    for (const { ids } of facts) {
      for (const id of ids) {
        const used = this.of(id);
        if (used) used.claims++;
      }
    }
  }

  /** By use, then by id; those of the chosen types only. */
  ranked(
    chosen: readonly string[] | undefined,
    locale: string,
  ): { readonly types: readonly NetworkType[]; readonly ranked: readonly (Used & { readonly type: number })[] } {
    const { records, vocabulary } = this.view.corpus;
    const typeOf = (id: string): string => records.get(id)?.type?.value ?? '';
    const counts = new Map<string, number>();
    for (const id of this.uses.keys()) counts.set(typeOf(id), (counts.get(typeOf(id)) ?? 0) + 1);
    const known = [...vocabulary.types.keys()].filter((type) => counts.has(type));
    const others = [...counts.keys()].filter((type) => !vocabulary.types.has(type)).sort();
    const types = [...known, ...others].map(
      (id): NetworkType => ({
        id,
        label: shortened(capital(labelIn(vocabulary.types.get(id)?.label ?? {}, locale, id)), LONGEST_NAME),
        count: counts.get(id)!,
        shown: chosen?.includes(id) ?? true,
      }),
    );
    const places = new Map(types.map(({ id }, place) => [id, place]));
    const ranked = [...this.uses.values()]
      .map((used) => ({ ...used, type: places.get(typeOf(used.id))! }))
      .filter(({ type }) => types[type]!.shown);
    const weight = ({ mentions, claims }: Used): number => mentions + claims;
    return { types, ranked: ranked.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1)) };
  }

  private of(id: string): Used | undefined {
    const known = this.uses.get(id);
    if (known) return known;
    if (!this.view.corpus.records.get(id)) return undefined;
    const used = { id, documents: 0, mentions: 0, claims: 0 };
    this.uses.set(id, used);
    return used;
  }
}

/** The most mentioned first, so that what is beyond the limit matters least. */
function placesOf(
  mentions: DocumentFacts['mentions'],
  places: ReadonlyMap<string, number>,
  limit: number,
): readonly number[] {
  const found = Object.entries(mentions).flatMap(([id, times]): readonly [number, number][] => {
    const place = places.get(id);
    return place === undefined ? [] : [[place, times]];
  });
  if (found.length > limit) found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).length = limit;
  return found.map(([place]) => place);
}

function meet(pairs: Pairs, places: readonly number[]): void {
  for (let i = 1; i < places.length; i++) {
    for (let j = 0; j < i; j++) pairs.add(places[i]!, places[j]!);
  }
}

/** A claim connects its subject with all that it names. */
function name(pairs: Pairs, { subject, ids }: ClaimFacts, places: ReadonlyMap<string, number>): void {
  const own = subject === undefined ? undefined : places.get(subject);
  if (own === undefined) return;
  for (const id of ids) {
    const other = places.get(id);
    if (other !== undefined && other !== own) pairs.add(own, other);
  }
}
