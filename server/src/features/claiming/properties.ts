/** Which properties a claim of a passage can have, the likeliest first, with what they would say. Writes nothing. */

import type { View } from '../../checks/check.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import type { Document } from '../../core/document.ts';
import { sentenceAt } from '../../core/sentences.ts';
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
  readonly missing: readonly { readonly name: string; readonly entities: readonly string[]; readonly text: boolean }[];
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
  const usage = usageIn(view);
  const found = [...vocabulary.properties.values()].flatMap((property, order) => {
    if (type !== undefined && !vocabulary.accepts(property.subject, type)) return [];
    const values = valuesFor(view, document, property, figure, mentioned);
    if (!values) return [];
    const { qualifiers, missing } = qualifiersOf(
      view,
      property,
      figure,
      mentioned.filter((id) => id !== values[0]),
    );
    const entities = figure === undefined && Vocabulary.allowsEntity(property.value);
    const choice: PropertyChoice = { property, values, entities, qualifiers, missing };
    const score =
      (view.group(subject, property.id) ? 30 : 0) +
      Math.min(20, (type !== undefined ? (usage.get(property.id)?.get(type) ?? 0) : 0) * 5) +
      (figure && hasUnitOf(view, property, figure) ? 40 : 0) +
      (property.subject.includes('any') ? 0 : 8) +
      (named(property, sentence) ? 35 : 0) +
      (figure && named(property, figure.words.toLowerCase()) ? 15 : 0) +
      moneyOf(property, figure) -
      (isOfOtherNoun(property, figure) ? 30 : 0) +
      (entities && values.length > 0 ? (property.value.includes('any') ? 10 : 25) : 0) +
      (hasEntityIn(view, qualifiers) ? 30 : 0) +
      (speaks && property.id === 'said' ? 60 : 0) -
      missing.filter((one) => one.entities.length === 0).length * 5;
    return [{ choice, score, order }];
  });
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
  property: Property,
  figure: Figure | undefined,
  mentioned: readonly string[],
): Pick<PropertyChoice, 'qualifiers' | 'missing'> {
  const qualifiers: Record<string, string> = {};
  const missing: PropertyChoice['missing'][number][] = [];
  for (const [name, rule] of property.qualifiers) {
    if (!rule.required) continue;
    const noun = rule.types.includes('text') ? nounOf(figure) : undefined;
    const entities = Vocabulary.allowsEntity(rule.types) ? acceptedOf(view, rule.types, mentioned) : [];
    if (noun !== undefined) qualifiers[name] = noun;
    else if (entities.length === 1 && !rule.types.includes('text')) qualifiers[name] = entities[0]!;
    else missing.push({ name, entities, text: rule.types.includes('text') });
  }
  return { qualifiers, missing };
}

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

/** Nineteen gauges are hardly an age of nineteen years, though no table knows gauges. */
const isOfOtherNoun = ({ unit }: Property, figure: Figure | undefined): boolean =>
  unit !== undefined &&
  figure?.kind === 'quantity' &&
  figure.quantity.unit === undefined &&
  nounOf(figure) !== undefined;

/** Sums of money have a property of the core vocabulary, which nothing else has. */
function moneyOf({ id, unit }: Property, figure: Figure | undefined): number {
  if (!figure || figure.kind === 'time' || unit !== undefined) return 0;
  const { unit: own = '' } = figure.kind === 'change' ? figure.to : figure.quantity;
  return id !== 'amount' ? 0 : /^[A-Z]{3}$/.test(own) ? 60 : -20;
}

/** Whether a word of the property's name or label stands in the passage: "diplomatic relations", 建交国. */
function named({ id, label }: Property, sentence: string): boolean {
  const words = [id, ...Object.values(label)].flatMap((text) => text.toLowerCase().split(/[\s\-_,;()]+/));
  return words.some((word) => {
    if (/\p{Script=Han}/u.test(word)) return word.length >= 2 && sentence.includes(word.slice(0, 2));
    return word.length >= 5 && sentence.includes(word.slice(0, Math.max(5, word.length - 2)));
  });
}
