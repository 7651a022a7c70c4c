/** Which properties a claim of a passage can have, the likeliest first, with what they would say. Writes nothing. */

import type { View } from '../../checks/engine/check.ts';
import { wordsAt } from '../../checks/quoted/passage.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import type { Document } from '../../core/document.ts';
import { clauseEnd, sentenceAt } from '../../core/sentences.ts';
import type { Span } from '../../core/text.ts';
import { type Property, Vocabulary } from '../../core/vocabulary.ts';
import { speakersAround } from './circumstances.ts';
import { type Figure, fits, writtenAs } from './figures.ts';
import { namesOf } from './names.ts';
import type { Passage } from './passage.ts';
import { namesIn } from './subjects.ts';
import { typeOf, usageIn } from './usage.ts';

export interface PropertyChoice {
  readonly property: Property;
  /** What the passage gives as its value, the likeliest first; none where somebody has to say. */
  readonly values: readonly string[];
  /** The values are ids of entities. */
  readonly entities: boolean;
  /** What the passage gives for qualifiers that the property requires. */
  readonly qualifiers: Readonly<Record<string, string>>;
  /** Required qualifiers that the passage does not give, with the entities that could be meant. */
  readonly missing: readonly Missing[];
}

interface Missing {
  readonly name: string;
  readonly entities: readonly string[];
  /** A text will do. */
  readonly text: boolean;
  /** What the passage says behind the figure, where a text will do: perhaps what it counts. */
  readonly words?: string;
}

/** Those that fit the subject's type and the kind of the value. Without a figure those that take no figure. */
export function propertiesFor(
  view: View,
  document: Document,
  passage: Passage,
  subject: string,
  figure: Figure | undefined,
): readonly PropertyChoice[] {
  const { vocabulary } = view.corpus;
  const type = typeOf(view, subject);
  const mentioned = entitiesIn(view, document, passage, subject);
  const speaks =
    figure === undefined && speakersAround(document, passage.span, namesOf(document, view.corpus.records)).has(subject);
  const around = sentenceAt(document.text, document.body, passage.span.start);
  const sentence = document.text.slice(around.start, Math.max(around.end, passage.span.end)).toLowerCase();
  const figureAt = figure && { start: figure.span.start - around.start, end: figure.span.end - around.start };
  const distances = new Map(
    [...vocabulary.properties.values()].map(({ id, label }) => [id, distanceOf({ id, label }, sentence, figureAt)]),
  );
  const usage = usageIn(view);
  const found = [...vocabulary.properties.values()].flatMap((property, order) => {
    if (type !== undefined && !vocabulary.accepts(property.subject, type)) return [];
    const found = valuesFor(view, document, property, figure, mentioned);
    if (!found) return [];
    const { qualifiers, missing } = qualifiersOf(
      view,
      document,
      passage,
      property,
      figure,
      mentioned.filter((id) => id !== found[0]),
    );
    const lean = figure && writtenAs(figure, property, document, view.corpus.settings, Object.values(qualifiers));
    const values = lean === undefined ? found : [lean];
    const entities = figure === undefined && Vocabulary.allowsEntity(property.value);
    const choice: PropertyChoice = { property, values, entities, qualifiers, missing };
    const distance = distances.get(property.id);
    const used = Math.min(20, (type !== undefined ? (usage.get(property.id)?.get(type) ?? 0) : 0) * 5);
    // What can count anything has been used of it for anything: that tells nothing of this figure.
    const usual = countsNoun(property, figure) ? 30 : (view.group(subject, property.id) ? 30 : 0) + used;
    const score =
      usual +
      (figure && hasUnitOf(view, property, figure) ? 40 : 0) +
      (property.subject.includes('any') ? 0 : 8) +
      (distance === undefined ? 0 : 35) +
      (distance === 0 ? 15 : 0) +
      moneyOf(property, figure) -
      (isOfOtherNoun(property, figure, distance !== undefined) ? 30 : 0) -
      (isSaidOtherwise(document, property, subject, values[0]) ? 200 : 0) +
      (entities && values.length > 0 ? (property.value.includes('any') ? 10 : 25) : 0) +
      (hasEntityIn(view, qualifiers) ? 30 : 0) +
      (speaks && property.id === 'said' ? 60 : 0) -
      missing.filter((one) => one.entities.length === 0).length * 5;
    return [{ choice, score, order, distance }];
  });
  // Of several properties that the sentence names, each figure is of the one beside it.
  const nearest = Math.min(...found.map(({ distance }) => distance ?? Number.POSITIVE_INFINITY));
  for (const one of found) if (one.distance !== undefined && one.distance > nearest) one.score -= 25;
  return found.sort((a, b) => b.score - a.score || a.order - b.order).map(({ choice }) => choice);
}

/** The entities that the passage names, apart from the subject, in the order of the text. */
export function entitiesIn(view: View, document: Document, { span }: Passage, subject: string): readonly string[] {
  const ids = namesIn(span, namesOf(document, view.corpus.records)).map(({ id }) => id);
  return [...new Set(ids)].filter((id) => id !== subject);
}

/** Undefined where the property does not take what there is. */
function valuesFor(
  view: View,
  document: Document,
  property: Property,
  figure: Figure | undefined,
  mentioned: readonly string[],
): readonly string[] | undefined {
  if (figure) {
    const value = writtenAs(figure, property, document, view.corpus.settings);
    return value === undefined ? undefined : [value];
  }
  const entities = Vocabulary.allowsEntity(property.value) ? acceptedOf(view, property.value, mentioned) : [];
  if (entities.length > 0) return entities;
  const kinds = Vocabulary.kinds(property.value);
  if (kinds.includes('boolean')) return ['true', 'false'];
  return Vocabulary.allowsEntity(property.value) || kinds.includes('text') ? [] : undefined;
}

function acceptedOf(view: View, accepts: readonly string[], ids: readonly string[]): readonly string[] {
  return ids.filter((id) => {
    const type = typeOf(view, id);
    return type !== undefined && view.corpus.vocabulary.accepts(accepts, type);
  });
}

/** The noun of a figure says what it counts; whom an office is of, an entity that is the only one in question. */
function qualifiersOf(
  view: View,
  document: Document,
  passage: Passage,
  property: Property,
  figure: Figure | undefined,
  mentioned: readonly string[],
): Pick<PropertyChoice, 'qualifiers' | 'missing'> {
  const qualifiers: Record<string, string> = {};
  const missing: Missing[] = [];
  for (const [name, rule] of property.qualifiers) {
    if (!rule.required) continue;
    const text = rule.types.includes('text');
    const noun = text ? countedBy(document, figure) : undefined;
    const entities = Vocabulary.allowsEntity(rule.types) ? acceptedOf(view, rule.types, mentioned) : [];
    if (noun !== undefined) qualifiers[name] = noun;
    else if (entities.length === 1 && !text) qualifiers[name] = entities[0]!;
    else {
      const words = text && figure ? wordsBehind(document, passage, figure) : '';
      missing.push({ name, entities, text, ...(words !== '' && { words }) });
    }
  }
  return { qualifiers, missing };
}

/** The noun of a figure with what stands between the two: “consular cases” are not any cases. */
function countedBy(document: Document, figure: Figure | undefined): string | undefined {
  const noun = nounOf(figure);
  if (noun === undefined || !figure || figure.kind === 'time') return noun;
  const { numberSpan, span } = figure.kind === 'change' ? figure.to : figure.quantity;
  const whole = wordsAt(document, { start: Math.min(numberSpan.end, span.end), end: span.end });
  return /^\p{L}[\p{L}\p{M} ’'-]*$/u.test(whole) && whole.endsWith(` ${noun}`) ? whole : noun;
}

/** What the passage says in the clause behind a figure. */
function wordsBehind(document: Document, { span }: Passage, figure: Figure): string {
  const end = clauseEnd(document.text, figure.span.end, span.end);
  const words = wordsAt(document, { start: figure.span.end, end: Math.max(figure.span.end, end) });
  return words.length <= LONGEST_WORDS ? words : '';
}

const LONGEST_WORDS = 80;

/** A sign of a currency and a per cent are no nouns. */
function nounOf(figure: Figure | undefined): string | undefined {
  if (figure?.kind !== 'quantity' && figure?.kind !== 'change') return undefined;
  const quantity = figure.kind === 'change' ? figure.to : figure.quantity;
  const { unitText, unit } = quantity;
  if (unitText === undefined || (unit !== undefined && /^(?:%|[A-Z]{3})$/.test(unit))) return undefined;
  // A measure word alone, 个 or 家, says nothing of what is counted.
  return /^(?:\p{Script=Han}|[a-z]{1,2})$/iu.test(unitText) && unit === undefined ? undefined : unitText;
}

/** A required qualifier that one entity of the passage fills is what the passage is about. */
const hasEntityIn = (view: View, qualifiers: PropertyChoice['qualifiers']): boolean =>
  Object.values(qualifiers).some((value) => view.corpus.records.get(value) !== undefined);

/** Whether the property is of the very unit that the figure has. */
function hasUnitOf(view: View, property: Property, figure: Figure): boolean {
  if (figure.kind === 'time' || property.unit === undefined) return false;
  const quantity = figure.kind === 'change' ? figure.to : figure.quantity;
  return (quantity.unit !== undefined || quantity.ordinal) && fits(quantity, property, unitsOf(view.corpus.settings));
}

/** Whether the noun of the figure says what the property counts, as a qualifier that it needs. */
const countsNoun = (property: Property, figure: Figure | undefined): boolean =>
  nounOf(figure) !== undefined &&
  [...property.qualifiers.values()].some(({ required, types }) => required && types.includes('text'));

/**
 * Nineteen gauges are hardly an age of nineteen years, though no table knows gauges; nor, of a property that has no unit
 * and that nothing in the sentence names, are they more likely its value than anything else.
 */
const isOfOtherNoun = (property: Property, figure: Figure | undefined, isNamed: boolean): boolean =>
  figure?.kind === 'quantity' &&
  nounOf(figure) !== undefined &&
  (property.unit === undefined ? !isNamed && !countsNoun(property, figure) : figure.quantity.unit === undefined);

/**
 * Whether another claim of the document gives the subject another value of a property that has one. A second figure is as
 * a rule another matter; where it is not, the document contradicts itself, or the claims need their times.
 */
function isSaidOtherwise(
  { annotations }: Document,
  property: Property,
  subject: string,
  value: string | undefined,
): boolean {
  if (!property.single || property.separates.length > 0) return false;
  return annotations.claims.some(
    (claim) =>
      claim.property?.value === property.id &&
      claim.subject?.value === subject &&
      !(claim.value?.kind === 'text' && claim.value.text === value),
  );
}

/** Sums of money have a property of the core vocabulary, which nothing else has. */
function moneyOf({ id, unit }: Property, figure: Figure | undefined): number {
  if (!figure || figure.kind === 'time' || unit !== undefined) return 0;
  const { unit: own = '' } = figure.kind === 'change' ? figure.to : figure.quantity;
  return id !== 'amount' ? 0 : /^[A-Z]{3}$/.test(own) ? 60 : -20;
}

/**
 * How far a word of the property's name or label stands from the figure, in characters of the sentence: “diplomatic
 * relations”, 建交国. What stands behind the figure, or in another clause, is farther. Undefined where none stands there.
 */
function distanceOf(
  { id, label }: Pick<Property, 'id' | 'label'>,
  sentence: string,
  figure: Span | undefined,
): number | undefined {
  let nearest: number | undefined;
  for (const word of [id, ...Object.values(label)].flatMap((text) => text.toLowerCase().split(/[\s\-_,;()]+/))) {
    const isHan = /\p{Script=Han}/u.test(word);
    if (word.length < (isHan ? 2 : 5)) continue;
    const stem = word.slice(0, isHan ? 2 : Math.max(5, word.length - 2));
    for (let at = sentence.indexOf(stem); at >= 0; at = sentence.indexOf(stem, at + stem.length)) {
      if (!isHan && !isFormOf(word, sentence, at)) continue;
      const distance = figure ? between(sentence, { start: at, end: at + stem.length }, figure) : 1;
      nearest = Math.min(nearest ?? distance, distance);
    }
  }
  return nearest;
}

/** Whether what stands there begins as the word does; of a short word only its inflections, for “country” is no “count”. */
function isFormOf(word: string, sentence: string, at: number): boolean {
  if (/\p{L}/u.test(sentence[at - 1] ?? '')) return false;
  if (word.length > SHORT) return true;
  return (
    sentence.startsWith(word, at) &&
    /^(?:e?[sdr])?(?!\p{L})/u.test(sentence.slice(at + word.length, at + word.length + 4))
  );
}

const SHORT = 6;

function between(sentence: string, word: Span, figure: Span): number {
  if (word.start < figure.end && figure.start < word.end) return 0;
  const isBefore = word.end <= figure.start;
  const gap = isBefore ? sentence.slice(word.end, figure.start) : sentence.slice(figure.end, word.start);
  const clauses = gap.match(/[,;:，；：、。](?!\d)/g)?.length ?? 0;
  return 1 + gap.length * (isBefore ? 1 : 2) + clauses * CLAUSE;
}

/** What the end of a clause counts for, in characters. */
const CLAUSE = 80;
