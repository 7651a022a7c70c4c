/** Entities: found by any name in any script, and what the corpus knows of one. */

import { nameOf, otherNames } from '../checks/engine/entityName.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { claimFactsOf, factsText } from '../core/facts.ts';
import { pinyinReader } from '../core/pinyin.ts';
import type { EntityRecord, Name } from '../core/record.ts';
import { closest } from '../core/spelling.ts';
import { findRecords } from '../features/search.ts';
import type { Steps } from '../features/steps.ts';
import { descriptionOf } from '../features/wording.ts';
import { type Answer, NOTICE, type Page, type Paged, pageInWords, pageOf, Refused } from './answer.ts';
import { Lines, recordOf } from './places.ts';
import { cut, inline, quoted } from './shown.ts';

export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly other_names: readonly string[];
  readonly type: string | null;
  readonly description: string | null;
  /** How often documents mention it, claims name it, and in how many documents. */
  readonly mentions: number;
  readonly claims: number;
  readonly documents: number;
}

export interface EntityList extends Paged {
  readonly entities: readonly EntityRow[];
}

/** So many fit a query at most; whoever wants more says more. */
const MOST_HITS = 500;

/** Without a query the entities of which the corpus speaks most. Throws `Refused` for a type that there is not. */
export function* findEntities(
  corpus: WorkingCorpus,
  { query, type, ...page }: { readonly query?: string; readonly type?: string } & Page,
): Steps<Answer<EntityList>> {
  const { records, vocabulary } = corpus.library.corpus;
  if (type !== undefined && !vocabulary.types.has(type)) throw new Refused(noType(corpus, type));
  const all =
    query === undefined || query.trim() === ''
      ? byUse(corpus)
      : findRecords(records, query, MOST_HITS, pinyinReader()).map(({ record }) => record);
  yield;
  const fits = (record: EntityRecord) => type === undefined || vocabulary.isA(record.type?.value ?? '', type);
  const { items, ...paged } = pageOf(all.filter(fits), page);
  const entities = items.map((record) => rowOf(corpus, record));
  const lines = entities.map(
    (row) =>
      `- ${row.id} (${row.type ?? 'no type'}): ${[row.name, ...row.other_names].map((name) => cut(name, 120)).join(' · ')}${row.description === null ? '' : ` – ${cut(row.description, 200)}`} [${usage(row)}]`,
  );
  return {
    data: { entities, ...paged },
    text: [pageInWords(paged, page, entities.length, 'Entities'), ...lines].join('\n'),
  };
}

function byUse({ library }: WorkingCorpus): readonly EntityRecord[] {
  const weighed = [...library.corpus.records.values()].map((record) => {
    const { mentions, claims } = library.corpus.usage(record.id.value);
    return { record, weight: mentions + claims };
  });
  weighed.sort((a, b) => b.weight - a.weight || (a.record.id.value < b.record.id.value ? -1 : 1));
  return weighed.map(({ record }) => record);
}

const noType = ({ library }: WorkingCorpus, type: string): string => {
  const types = [...library.corpus.vocabulary.types.keys()];
  const near = closest(type, types);
  return `There is no entity type ${JSON.stringify(cut(type, 80))}. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${types.join(', ')}.`}`;
};

function rowOf({ library }: WorkingCorpus, record: EntityRecord): EntityRow {
  const { mentions, claims, documents } = library.corpus.usage(record.id.value);
  return {
    id: record.id.value,
    name: inline(nameOf(record, 'en')),
    other_names: [...otherNames(record, 'en'), ...record.aliases.map(({ text }) => text)].slice(0, 20).map(inline),
    type: record.type?.value ?? null,
    description: descriptionOf(record, 'en') ?? null,
    mentions,
    claims,
    documents,
  };
}

const usage = ({ mentions, claims, documents }: Pick<EntityRow, 'mentions' | 'claims' | 'documents'>): string =>
  `${mentions} mentions and ${claims} claims in ${documents} documents`;

export interface FactRow {
  readonly property: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly at: string | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly line: number;
}

export interface EntityPage extends Paged {
  readonly entity: EntityRow & {
    readonly names: readonly { readonly text: string; readonly lang: string | null }[];
    readonly aliases: readonly { readonly text: string; readonly lang: string | null }[];
    readonly same_as: readonly string[];
    readonly distinct_from: readonly string[];
    readonly file: string;
    readonly line: number;
    readonly facts: readonly FactRow[];
  };
  /** The documents that mention it or claim something with it, a page of them. */
  readonly in_documents: readonly { readonly path: string; readonly mentions: number; readonly claims: number }[];
}

const MOST_FACTS = 100;

/** All that its record says, and where the corpus speaks of it. Throws `Refused`. */
export function* getEntity(
  corpus: WorkingCorpus,
  { id, ...page }: { readonly id: string } & Page,
): Steps<Answer<EntityPage>> {
  const record = recordOf(corpus, id);
  const lines = new Lines(corpus);
  const spoken: EntityPage['in_documents'][number][] = [];
  for (const facts of corpus.library.corpus.documents.values()) {
    const claims = facts.claims.filter(({ ids }) => ids.includes(id)).length;
    const mentions = Object.hasOwn(facts.mentions, id) ? facts.mentions[id]! : 0;
    if (claims + mentions > 0) spoken.push({ path: facts.path, mentions, claims });
  }
  yield;
  spoken.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { items, ...paged } = pageOf(spoken, page);
  const names = (all: readonly Name[]) => all.map(({ text, lang }) => ({ text: inline(text), lang: lang ?? null }));
  const facts = record.facts.slice(0, MOST_FACTS).map((fact): FactRow => {
    const { property, value, unit, at, qualifiers, sources } = claimFactsOf(fact);
    return {
      property: property ?? null,
      value: value ?? null,
      unit: unit ?? null,
      at: at ?? null,
      qualifiers: Object.fromEntries(Object.entries(qualifiers).map(([name, one]) => [name, factsText(one)])),
      sources,
      line: lines.at(record.path, fact.head.start),
    };
  });
  const entity = {
    ...rowOf(corpus, record),
    names: names(record.names),
    aliases: names(record.aliases),
    same_as: record.sameAs.map(({ value }) => value),
    distinct_from: record.distinctFrom.map(({ value }) => value),
    file: record.path,
    line: lines.at(record.path, record.id.span.start),
    facts,
  };
  return {
    data: { entity, in_documents: items, ...paged },
    text: [
      `${entity.id} (${entity.type ?? 'no type'}), ${entity.file} line ${entity.line}`,
      ...(entity.description === null ? [] : [`Description: ${cut(entity.description, 1_000)}`]),
      `Names: ${list(entity.names)}`,
      ...(entity.aliases.length > 0 ? [`Aliases: ${list(entity.aliases)}`] : []),
      ...(entity.same_as.length > 0 ? [`Same as: ${entity.same_as.map((one) => cut(one, 200)).join(', ')}`] : []),
      ...facts.map(factLine),
      ...(record.facts.length > facts.length ? [`… and ${record.facts.length - facts.length} more facts`] : []),
      pageInWords(paged, page, items.length, 'Documents that speak of it'),
      ...items.map((one) => `- ${one.path}: ${one.mentions} mentions, ${one.claims} claims`),
      NOTICE,
    ].join('\n'),
  };
}

const list = (names: readonly { readonly text: string; readonly lang: string | null }[]): string =>
  names.map(({ text, lang }) => (lang === null ? quoted(text, 120) : `${quoted(text, 120)} (${lang})`)).join(', ') ||
  'none';

const factLine = ({ property, value, unit, at, qualifiers, sources }: FactRow): string =>
  `Fact: ${[
    `${property ?? '?'}: ${quoted(`${value ?? ''}${unit === null ? '' : ` ${unit}`}`)}`,
    ...Object.entries(qualifiers).map(([name, text]) => `${name} ${cut(text, 120)}`),
    ...(at === null ? [] : [`at ${at}`]),
    ...sources.map((source) => `source ${cut(source, 200)}`),
  ].join(', ')}`;
