/**
 * Which records a passage may be a mention of, the likeliest first: of exactly this name, of nearly this name, declared in
 * the document and named nearby, then the rest. Chooses nothing.
 */

import type { Pinyin } from '../../core/pinyin.ts';
import type { EntityRecord } from '../../core/record.ts';
import { findRecords, nearestRecords } from '../search.ts';
import { isDescription, isPersonal } from './descriptions.ts';
import { isHanText } from './language.ts';
import { lists, ownersOf, type Setting } from './plan.ts';

/** Why a record is offered; in this order. */
export type Likeness = 'same' | 'near' | 'declared' | 'other';

export interface Candidate {
  readonly record: EntityRecord;
  readonly likeness: Likeness;
  /** The passage is, or may be, a mention of it already. */
  readonly holds: boolean;
}

/** So many are shown; more are found by typing. */
const LIMIT = 60;
const NEAR = 8;
/** Records are looked through for the rest at most so far. */
const LOOKS = 2_000;

/** The records for a passage, or those of them that fit what somebody types. */
export function candidates(setting: Setting, query: string, pinyin?: Pinyin): readonly Candidate[] {
  const { view, passage } = setting;
  const { records } = view.corpus;
  const owners = new Set(ownersOf(passage));
  const found = new Map<string, Candidate>();
  const add = (id: string, likeness: Likeness) => {
    const record = records.get(id);
    if (record && !found.has(id)) found.set(id, { record, likeness, holds: owners.has(id) });
  };
  const exact = namesakes(setting);
  const declared = byNearness(setting);
  if (query.trim() !== '') {
    const rank = (id: string) => (exact.has(id) ? 0 : declared.includes(id) ? 1 : 2);
    const hits = findRecords(records, query, LIMIT * 3, pinyin).map(({ record, rank: fit }, i) => {
      const id = record.id.value;
      return { id, score: fit * 4 + rank(id), i };
    });
    hits.sort((a, b) => a.score - b.score || a.i - b.i);
    for (const { id } of hits) add(id, likenessOf(id, exact, declared));
    return [...found.values()].slice(0, LIMIT);
  }
  for (const id of exact) add(id, 'same');
  const described = isDescription(passage.text);
  if (!described) for (const id of near(setting, pinyin)) add(id, 'near');
  for (const id of declared) add(id, 'declared');
  for (const id of rest(setting)) {
    if (found.size >= LIMIT) break;
    add(id, 'other');
  }
  return [...found.values()];
}

const likenessOf = (id: string, exact: ReadonlySet<string>, declared: readonly string[]): Likeness =>
  exact.has(id) ? 'same' : declared.includes(id) ? 'declared' : 'near';

function namesakes(setting: Setting): ReadonlySet<string> {
  const { view, passage } = setting;
  const ids = [
    ...ownersOf(passage),
    ...passage.untagged,
    ...view.corpus.records.gazetteer.ids(passage.form),
    ...passage.document.annotations.entities.map(({ id }) => id.value).filter((id) => lists(setting, id)),
  ];
  return new Set(ids);
}

/** A name of so many words may be a person's with a title; the words of a longer one are another thing's as well. */
const LONGEST_WITH_TITLE = 3;

/** By what is the same but for case, accents and script; by words of the name; by letters. */
function near({ view, passage }: Setting, pinyin: Pinyin | undefined): readonly string[] {
  const { records, vocabulary } = view.corpus;
  const found = new Set<string>();
  const addAll = (hits: readonly { readonly record: EntityRecord }[]) => {
    for (const { record } of hits) {
      if (found.size < NEAR && !isPartOf(record, passage.text)) found.add(record.id.value);
    }
  };
  addAll(findRecords(records, passage.text, NEAR, pinyin));
  if (passage.text.length >= 4 || isHanText(passage.text)) addAll(nearestRecords(records, passage.text, NEAR, pinyin));
  // “International Department of the Committee” may well be that Department.
  const [head] = passage.text.replace(/^the\s/i, '').split(/\s(?:of|in|for|at)\s/);
  if (head && head.length < passage.text.length) {
    addAll(findRecords(records, head, NEAR, pinyin).filter(({ rank }) => rank === 0));
  }
  // Of “Ms. Shen” the last word says most. Of a longer name each says too little, unless it ends as a person's does.
  const words = passage.text.split(/\s+/).toReversed();
  const isLong = words.length > LONGEST_WITH_TITLE;
  for (const word of isLong ? words.slice(0, 1) : words) {
    if (found.size >= NEAR) break;
    if (!/^\p{Lu}[\p{L}'’-]{2,}$/u.test(word)) continue;
    const hits = findRecords(records, word, NEAR, pinyin).filter(({ rank }) => rank <= 2);
    addAll(isLong ? hits.filter(({ record }) => vocabulary.accepts(['person'], record.type?.value ?? '')) : hits);
  }
  return [...found];
}

/**
 * Whether the passage names something else that is called after the record: “Kilvarra Prize for Letters” is not Kilvarra,
 * nor is the “Council of Kilvarra”. A title before a name, and what something is “of” behind its name, change nothing.
 */
function isPartOf({ names, aliases }: EntityRecord, text: string): boolean {
  const inside = [...names, ...aliases].filter((one) => one.text.length < text.length && hasWords(text, one.text));
  return inside.length > 0 && inside.every((one) => !isWhole(text, one.text));
}

function isWhole(text: string, name: string): boolean {
  const at = text.lastIndexOf(name);
  const [before, behind] = [text.slice(0, at), text.slice(at + name.length)];
  if (behind === '') return !/\s(?:of|for|on|in|and|against|with|to|between)\s/i.test(before);
  return before.replace(/^the\s/i, '') === '' && /^(?:\s+(?:of|in|for|at)\s|\s*[,(])/.test(behind);
}

/** In Han text there is no end of a word: 习近平主席 has a title as well. */
function hasWords(text: string, name: string): boolean {
  if (isHanText(name)) return false;
  const at = text.lastIndexOf(name);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '');
}

/** The declared entities, those first that were mentioned last before the passage; for “he”, persons first. */
function byNearness({ view, passage, names }: Setting): readonly string[] {
  const { records, vocabulary } = view.corpus;
  const distance = new Map<string, number>();
  for (const { id, span } of names.mentions) {
    const gap = span.end <= passage.span.start ? passage.span.start - span.end : AFTER + span.start;
    distance.set(id, Math.min(distance.get(id) ?? Number.POSITIVE_INFINITY, gap));
  }
  const personal = isPersonal(passage.text);
  const score = (id: string): number => {
    const type = records.get(id)?.type?.value;
    const fits = !personal || (type !== undefined && vocabulary.isA(type, 'person'));
    return (distance.get(id) ?? AFTER * 2) + (fits ? 0 : AFTER * 4);
  };
  const ids = passage.document.annotations.entities.map(({ id }) => id.value);
  return ids
    .map((id, i) => ({ id, i, score: score(id) }))
    .sort((a, b) => a.score - b.score || a.i - b.i)
    .map(({ id }) => id);
}

/** Further than any text is long. */
const AFTER = 1e9;

/** Those of which the corpus speaks most. */
function rest({ view }: Setting): readonly string[] {
  const ids: string[] = [];
  for (const id of view.corpus.records.ids()) {
    ids.push(id);
    if (ids.length >= LOOKS) break;
  }
  const weight = new Map(
    ids.map((id) => {
      const { mentions, claims } = view.corpus.usage(id);
      return [id, mentions + claims];
    }),
  );
  return ids.sort((a, b) => weight.get(b)! - weight.get(a)!);
}
