/** What differs between two states of a corpus: entities, what documents say and mention. Knows neither git nor findings. */

import type { Corpus } from '../core/corpus.ts';
import { type ClaimFacts, claimFactsOf, type DocumentFacts } from '../core/facts.ts';
import type { EntityRecord, Name } from '../core/record.ts';
import { matched, type Signature } from './threeWay/matching.ts';

/** A key whose value is another: lists by what they have gained and lost. */
export interface KeyChange {
  readonly key: string;
  /** Null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

export type Kind = 'added' | 'removed' | 'changed';

export interface EntityChange {
  readonly id: string;
  readonly change: Kind;
  readonly path: string;
  /** What it is called, in words. */
  readonly name: string;
  readonly type: string | null;
  readonly keys: readonly KeyChange[];
  readonly facts: readonly ClaimChange[];
}

export interface ClaimChange {
  readonly change: Kind;
  readonly id: string | null;
  readonly subject: string | null;
  readonly property: string | null;
  readonly value: string | null;
  readonly quote: string | null;
  readonly keys: readonly KeyChange[];
}

export interface MentionChange {
  readonly entity: string;
  readonly before: number;
  readonly after: number;
}

export interface DocumentChange {
  readonly path: string;
  readonly change: Kind;
  readonly title: string | null;
  /** Whether the text that is annotated is another. */
  readonly body: boolean;
  readonly keys: readonly KeyChange[];
  readonly mentions: readonly MentionChange[];
  readonly claims: readonly ClaimChange[];
}

export interface CorpusChanges {
  readonly entities: readonly EntityChange[];
  readonly documents: readonly DocumentChange[];
}

/** A state of a corpus, and the bodies in it. */
export interface State {
  readonly corpus: Corpus;
  /** The body of a document; undefined where it cannot be read. */
  body(path: string): string | undefined;
}

/** In order of ids and paths. Only documents that are annotated in one of the states count. */
export function corpusChanges(before: State, after: State): CorpusChanges {
  const [old, now] = [before.corpus, after.corpus];
  const entities = [...new Set([...old.records.ids(), ...now.records.ids()])]
    .sort()
    .flatMap((id) => entityChange(id, old.records.get(id), now.records.get(id)) ?? []);
  const paths = [...new Set([...old.documents.keys(), ...now.documents.keys()])].sort();
  const documents = paths.flatMap((path) => {
    const [was, is] = [old.documents.get(path), now.documents.get(path)];
    if (!was?.annotated && !is?.annotated) return [];
    const body = was !== undefined && is !== undefined && before.body(path) !== after.body(path);
    return documentChange(path, was, is, body) ?? [];
  });
  return { entities, documents };
}

function entityChange(
  id: string,
  before: EntityRecord | undefined,
  after: EntityRecord | undefined,
): EntityChange | undefined {
  const one = after ?? before;
  if (!one) return undefined;
  const keys = before && after ? keyChanges(recordKeys(before), recordKeys(after)) : [];
  const facts = claimChanges(before?.facts.map(claimFactsOf) ?? [], after?.facts.map(claimFactsOf) ?? []);
  const change = !before ? 'added' : !after ? 'removed' : 'changed';
  if (change === 'changed' && keys.length === 0 && facts.length === 0) return undefined;
  const name = one.names.map(({ text }) => text).join(' / ') || id;
  return { id, change, path: one.path, name, type: one.type?.value ?? null, keys, facts };
}

type Keys = ReadonlyMap<string, string | readonly string[] | undefined>;

function recordKeys(record: EntityRecord): Keys {
  const byLanguage = (key: string, names: readonly Name[]) =>
    [...new Set(names.map(({ lang }) => lang))].map((lang): [string, readonly string[]] => [
      lang === undefined ? key : `${key} (${lang})`,
      names.filter((name) => name.lang === lang).map(({ text }) => text),
    ]);
  return new Map<string, string | readonly string[] | undefined>([
    ['file', record.path],
    ['type', record.type?.value],
    ...byLanguage('name', record.names),
    ...byLanguage('aliases', record.aliases),
    ...byLanguage('description', record.description),
    ['same-as', record.sameAs.map(({ value }) => value)],
    ['distinct-from', record.distinctFrom.map(({ value }) => value)],
    ['of', record.of?.value],
    ['holders', record.holders?.toString()],
  ]);
}

function documentChange(
  path: string,
  before: DocumentFacts | undefined,
  after: DocumentFacts | undefined,
  body: boolean,
): DocumentChange | undefined {
  const one = after ?? before;
  if (!one) return undefined;
  const keys = before && after ? keyChanges(documentKeys(before), documentKeys(after)) : [];
  const claims = claimChanges(before?.claims ?? [], after?.claims ?? []);
  const mentions = mentionChanges(before?.mentions ?? {}, after?.mentions ?? {});
  const change = !before ? 'added' : !after ? 'removed' : 'changed';
  const isSame = !body && keys.length + claims.length + mentions.length === 0;
  if (change === 'changed' && isSame) return undefined;
  return { path, change, title: one.title ?? null, body, keys, mentions, claims };
}

function documentKeys(facts: DocumentFacts): Keys {
  const { title, date, about, lang, publisher, translationOf, declared, accept } = facts;
  return new Map<string, string | readonly string[] | undefined>([
    ['title', title],
    ['date', date],
    ['about', about],
    ['lang', lang],
    ['publisher', publisher],
    ['translation-of', translationOf],
    ['entities', declared],
    ['accept', accept?.map(({ code, reason }) => (reason === undefined ? code : `${code}: ${reason}`)) ?? []],
  ]);
}

function mentionChanges(before: DocumentFacts['mentions'], after: DocumentFacts['mentions']): readonly MentionChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((entity) => {
    const [was, is] = [before[entity] ?? 0, after[entity] ?? 0];
    return was === is ? [] : [{ entity, before: was, after: is }];
  });
}

const by =
  (...keys: readonly ('id' | 'quote' | 'subject' | 'property' | 'value' | 'at')[]): Signature<ClaimFacts> =>
  (claim) =>
    keys.every((key) => claim[key]) ? JSON.stringify(keys.map((key) => claim[key])) : undefined;

const said = (claim: ClaimFacts): string => JSON.stringify([...claimKeys(claim)]);

const KINSHIPS: readonly Signature<ClaimFacts>[] = [
  (claim) => (claim.id === undefined ? undefined : claim.key),
  said,
  by('quote', 'subject', 'property', 'value'),
  by('quote', 'subject', 'property'),
  by('subject', 'property', 'value'),
  by('property', 'value', 'at'),
  by('quote', 'property'),
  by('subject', 'property', 'at'),
  // A fact has no quote to be known by.
  (claim) => (claim.quote === '' ? by('subject', 'property')(claim) : undefined),
];

/** In the order of the later state; what is gone comes last. */
function claimChanges(before: readonly ClaimFacts[], after: readonly ClaimFacts[]): readonly ClaimChange[] {
  const matches = matched(before, after, KINSHIPS, said);
  const changes = after.flatMap((claim, j): readonly ClaimChange[] => {
    const i = matches[j];
    if (i === undefined) return [described(claim, 'added', [])];
    const keys = keyChanges(claimKeys(before[i]!), claimKeys(claim));
    return keys.length === 0 ? [] : [described(claim, 'changed', keys)];
  });
  const stays = new Set(matches);
  return [...changes, ...before.filter((_, i) => !stays.has(i)).map((claim) => described(claim, 'removed', []))];
}

const described = (
  { id, key, subject, property, value, quote }: ClaimFacts,
  change: Kind,
  keys: readonly KeyChange[],
): ClaimChange => ({
  change,
  id: id === undefined ? null : key,
  subject: subject ?? null,
  property: property ?? null,
  value: value ?? null,
  quote: quote || null,
  keys,
});

function claimKeys(claim: ClaimFacts): Keys {
  const shown = (data: ClaimFacts['qualifiers'][string]): string => ('text' in data ? data.text : JSON.stringify(data));
  return new Map<string, string | readonly string[] | undefined>([
    ['id', claim.id],
    ['quote', claim.quote || undefined],
    ['subject', claim.subject],
    ['property', claim.property],
    ['value', claim.value],
    ['unit', claim.unit],
    ['at', claim.at],
    ['ended', claim.ended ? 'true' : undefined],
    ['by', claim.by],
    ['stance', claim.stance === 'asserts' ? undefined : claim.stance],
    ['certainty', claim.certainty === 'certain' ? undefined : claim.certainty],
    ...Object.entries(claim.qualifiers).map(([name, data]): [string, string] => [name, shown(data)]),
    ['see', claim.see],
    ['source', claim.sources],
    ['accept', claim.accept.map(({ code, reason }) => (reason === undefined ? code : `${code}: ${reason}`))],
  ]);
}

/** Of a list what it has lost and gained; the order of its items means nothing. */
function keyChanges(before: Keys, after: Keys): readonly KeyChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly KeyChange[] => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!isList(was) && !isList(is)) return was === is ? [] : [{ key, before: was ?? null, after: is ?? null }];
    const [old, now] = [listed(was), listed(is)];
    const [lost, gained] = [old.filter((item) => !now.includes(item)), now.filter((item) => !old.includes(item))];
    if (lost.length + gained.length === 0) return [];
    return [{ key, before: lost.join(', ') || null, after: gained.join(', ') || null }];
  });
}

const isList = (value: string | readonly string[] | undefined): value is readonly string[] => Array.isArray(value);
const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : isList(value) ? value : [value];
