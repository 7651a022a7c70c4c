/** Completes the ids of entities, found by any of their names. */

import { nameOf, otherNames } from '../../checks/engine/entityName.ts';
import { analyse } from '../../core/analysis.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { EntityRecord } from '../../core/record.ts';
import { sentenceAt } from '../../core/sentences.ts';
import { THIS } from '../../core/slots.ts';
import { contains, type Span } from '../../core/text.ts';
import { Vocabulary } from '../../core/vocabulary.ts';
import { typeLabel } from '../hovers/reader.ts';
import { literal, shortened } from '../markdown.ts';
import { findRecords, rankOf } from '../search.ts';
import { descriptionOf } from '../wording.ts';
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
  const [mentioned, beside] = mentionedIn(scope);
  const declared = new Set(facts?.declared ?? []);
  const first = declares ? untaggedIn(scope) : [...mentioned, ...beside, ...declared];
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
    (mentioned.has(record.id.value) ? 0 : beside.has(record.id.value) ? 1 : 2) +
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

/** Every entity that the text names and that is not declared yet, in one: what else a list of them would take. */
export function everyUntagged(scope: Scope): readonly Draft[] {
  const { view, path, context, reader } = scope;
  const document = view.document(path);
  if (!document || context.typed !== '' || context.hasColon) return [];
  const { untagged } = analyse(document, view.corpus.records);
  const ids = [...new Set(untagged.flatMap((one) => (one.ids.length === 1 ? one.ids : [])))];
  if (ids.length < 2) return [];
  const names = ids.map((id) => view.corpus.records.get(id)?.names[0]?.text ?? id);
  return [
    {
      label: reader.words.everyName(ids.length),
      kind: 'entity',
      documentation: literal(shortened(names.join(' · '), 600)),
      insert: ids.map((id) => `${written(scope, id)}:`).join('\n'),
    },
  ];
}

function draftOf(scope: Scope, record: EntityRecord): Draft {
  const { reader } = scope;
  const { nameLocale } = reader;
  const type = record.type && typeLabel(reader, record.type.value);
  const description = descriptionOf(record, reader.locale);
  const about = description && literal(shortened(description, 200));
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

/** The entities that the quote of the claim mentions, and those that the sentences around it mention besides. */
function mentionedIn({ view, path, claim }: Scope): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  const none: ReadonlySet<string> = new Set();
  const document = claim?.quote ? view.document(path) : undefined;
  if (!document || !claim?.quote) return [none, none];
  const quote = normaliseText(claim.quote);
  const at = quote === '' ? -1 : document.bodyText.text.indexOf(quote);
  if (at < 0) return [none, none];
  const { text, body, bodyText } = document;
  const span = bodyText.spanOf(at, at + quote.length);
  const around = {
    start: sentenceAt(text, body, span.start).start,
    end: sentenceAt(text, body, Math.max(span.start, span.end - 1)).end,
  };
  const { mentions } = analyse(document, view.corpus.records);
  const within = (place: Span) => new Set(mentions.flatMap((one) => (contains(place, one.span) ? [one.id] : [])));
  return [within(span), within(around)];
}

function untaggedIn({ view, path }: Scope): readonly string[] {
  const document = view.document(path);
  if (!document) return [];
  return [...new Set(analyse(document, view.corpus.records).untagged.flatMap(({ ids }) => ids))];
}
