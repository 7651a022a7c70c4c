/** Completes the ids of entities, found by any of their names. */

import { analyse } from '../../core/analysis.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { EntityRecord } from '../../core/record.ts';
import { THIS } from '../../core/slots.ts';
import { Vocabulary } from '../../core/vocabulary.ts';
import { nameOf, otherNames } from '../entityName.ts';
import { typeLabel } from '../hovers/reader.ts';
import { literal, shortened } from '../markdown.ts';
import { findRecords, rankOf } from '../search.ts';
import { asTyped, type Draft, type Drafts, written } from './item.ts';
import type { Scope } from './scope.ts';

const LIMIT = 100;
/** Records are looked through for fitting ones at most so far. */
const LOOKS = 2_000;

export interface Wanted {
  /** Types that fit; `any` for all. */
  readonly accepts: readonly string[];
  /** Ids that are not to be offered. */
  readonly except?: ReadonlySet<string>;
  /** Where an entity is declared: the names that stand in the text and are not declared yet come first. */
  readonly declares?: boolean;
}

/** Ids by relevance: what the quote names, what the document declares and mentions, what fits the place by its type. */
export function entityDrafts(scope: Scope, { accepts, except, declares }: Wanted): Drafts {
  const { view, context, path } = scope;
  const { records, vocabulary, documents } = view.corpus;
  const query = context.typed.trim();
  const facts = documents.get(path);
  const mentioned = mentionedIn(scope);
  const declared = new Set(facts?.declared ?? []);
  const first = declares ? untaggedIn(scope) : [...mentioned, ...declared];
  const found = new Map<string, { record: EntityRecord; rank: number }>();
  for (const id of first) {
    const record = records.get(id);
    const rank = record && (query === '' ? 1 : rankOf(record, query, scope.pinyin));
    if (record && rank !== undefined) found.set(id, { record, rank });
  }
  const hits = query === '' ? fitting(scope, accepts) : findRecords(records, query, LIMIT * 3, scope.pinyin);
  for (const hit of hits) if (!found.has(hit.record.id.value)) found.set(hit.record.id.value, hit);
  const kinds = accepts.filter((type) => type === 'any' || vocabulary.types.has(type));
  const fits = ({ type }: EntityRecord) =>
    kinds.length === 0 ||
    type === undefined ||
    !vocabulary.types.has(type.value) ||
    vocabulary.accepts(kinds, type.value);
  const near = new Set(first);
  const score = ({ record, rank }: { record: EntityRecord; rank: number }): number =>
    (fits(record) ? 0 : 100) +
    (near.has(record.id.value) ? 0 : 10) +
    (mentioned.has(record.id.value) ? 0 : 1) +
    rank * 2;
  const sorted = [...found.values()]
    .filter(({ record }) => !except?.has(record.id.value))
    .map((hit) => ({ ...hit, score: score(hit) }))
    .sort(
      (a, b) =>
        a.score - b.score || (facts?.mentions[b.record.id.value] ?? 0) - (facts?.mentions[a.record.id.value] ?? 0),
    );
  const items = sorted.slice(0, LIMIT - 1).map(({ record }) => draftOf(scope, record));
  return { items, more: true };
}

/** The document itself, where it may be a subject. */
export function thisDraft({ reader, claim, context }: Scope): readonly Draft[] {
  if (claim?.kind !== 'claim' || !THIS.startsWith(context.typed)) return [];
  return [{ label: THIS, kind: 'entity', detail: reader.words.thisDocument, insert: THIS }];
}

function draftOf(scope: Scope, record: EntityRecord): Draft {
  const { reader } = scope;
  const { nameLocale } = reader;
  const type = record.type && typeLabel(reader, record.type.value);
  const about = record.description && literal(shortened(record.description.value, 200));
  return {
    label: record.id.value,
    kind: 'entity',
    detail: [nameOf(record, nameLocale), ...otherNames(record, nameLocale)].join(' · '),
    documentation: [type && `*${literal(type)}*`, about].filter(Boolean).join('\n\n') || undefined,
    insert: written(scope, record.id.value),
    filterText: asTyped(scope),
  };
}

/** Records of a type that fits; of the first ones where every type does. */
function fitting({ view }: Scope, accepts: readonly string[]): readonly { record: EntityRecord; rank: number }[] {
  const { records, vocabulary } = view.corpus;
  const kinds = accepts.filter((type) => Vocabulary.allowsEntity([type]));
  const found: { record: EntityRecord; rank: number }[] = [];
  let looks = 0;
  for (const record of records.values()) {
    if (found.length >= LIMIT || ++looks > LOOKS) break;
    if (record.type && vocabulary.accepts(kinds, record.type.value)) found.push({ record, rank: 1 });
  }
  return found;
}

/** The entities that the quote of the claim mentions. */
function mentionedIn({ view, path, claim }: Scope): ReadonlySet<string> {
  const document = claim?.quote ? view.document(path) : undefined;
  if (!document || !claim?.quote) return new Set();
  const quote = normaliseText(claim.quote);
  const at = quote === '' ? -1 : document.bodyText.text.indexOf(quote);
  if (at < 0) return new Set();
  const { start, end } = document.bodyText.spanOf(at, at + quote.length);
  const { mentions } = analyse(document, view.corpus.records);
  return new Set(mentions.flatMap(({ id, span }) => (start <= span.start && span.end <= end ? [id] : [])));
}

function untaggedIn({ view, path }: Scope): readonly string[] {
  const document = view.document(path);
  if (!document) return [];
  return [...new Set(analyse(document, view.corpus.records).untagged.flatMap(({ ids }) => ids))];
}
