/** What a claim or fact says, in words: its value, its qualifiers, its time and who says so. Knows no quotes. */

import { nameOfId } from '../../checks/engine/entityName.ts';
import type { Claim, Value } from '../../core/claim.ts';
import { valueText } from '../../core/facts.ts';
import { propertyOf, slotsOf, THIS } from '../../core/slots.ts';
import type { Property } from '../../core/vocabulary.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { propertyLabel, type Reader } from './reader.ts';

/** The value as written, ids as names, with its unit. */
export function valueInWords(reader: Reader, claim: Claim): string {
  const { value } = claim;
  if (!value) return '…';
  const words = oneInWords(reader, claim, value);
  return claim.unit && !words.includes(claim.unit.value) ? `${words} ${claim.unit.value}` : words;
}

function oneInWords(reader: Reader, claim: Claim, value: Value): string {
  const { vocabulary } = reader.view.corpus;
  if (value.kind === 'change') {
    const change = value.change ? ` (${value.change.value})` : '';
    return `${value.from.value} → ${value.to.value}${change}`;
  }
  if (value.kind === 'languages') {
    const base = reader.nameLocale.split('-')[0]!;
    return (value.texts.get(reader.nameLocale) ?? value.texts.get(base))?.value ?? valueText(value);
  }
  if (value.kind === 'list') return reader.words.list(value.items.map((item) => oneInWords(reader, claim, item)));
  if (propertyOf(claim, vocabulary)?.value.join() === 'time') return timeInWords(value.text, reader.locale);
  return isEntity(reader, claim, value.span.start) ? nameOfId(reader.view, value.text, reader.nameLocale) : value.text;
}

function isEntity({ view }: Reader, claim: Claim, start: number): boolean {
  const { vocabulary, records } = view.corpus;
  return slotsOf(claim, vocabulary, records).some(
    ({ text, record }) => text.span.start === start && record !== undefined,
  );
}

export function subjectInWords({ view, nameLocale, words }: Reader, claim: Claim): string {
  if (!claim.subject) return '…';
  return claim.subject.value === THIS ? words.thisDocument : nameOfId(view, claim.subject.value, nameLocale);
}

/** The value with what narrows it: “Mayor, Haiping”; “200, among representatives”. */
export function statement(reader: Reader, claim: Claim): string {
  const value = valueInWords(reader, claim);
  const more = [...claim.qualifiers].flatMap(([name, qualifier]) => {
    const words = oneInWords(reader, claim, qualifier.value);
    if (name !== 'of') return [`${name} ${words}`];
    // “Mayor of Haiping” says of what by itself.
    return value.toLowerCase().includes(words.toLowerCase()) ? [] : [words];
  });
  return reader.words.apart([value, ...more]);
}

/** The time it holds for, if it is given; nothing for what has no time of its own. */
export function timeOf(reader: Reader, claim: Claim): string | undefined {
  return claim.at && timeInWords(claim.at.value, reader.locale);
}

/** The time, how it is said and by whom: what stands after the statement itself. */
export function circumstances(reader: Reader, claim: Claim, documentTime?: string): readonly (string | undefined)[] {
  const { words, view, nameLocale, locale } = reader;
  const fallback =
    documentTime !== undefined && needsTime(propertyOf(claim, view.corpus.vocabulary))
      ? words.documentsTime(timeInWords(documentTime, locale))
      : undefined;
  const speaker = claim.by && (claim.by.free ? claim.by.text.value : nameOfId(view, claim.by.text.value, nameLocale));
  return [
    timeOf(reader, claim) ?? fallback,
    claim.ended ? words.ended : undefined,
    speaker && words.speaks(speaker),
    words.stances[claim.stance],
    words.certainties[claim.certainty],
  ];
}

const needsTime = (property: Property | undefined): boolean =>
  property?.time === 'state' || property?.time === 'cumulative';

/** The property's label, or what stands in its place. */
export const propertyInWords = (reader: Reader, claim: Claim): string =>
  claim.property ? propertyLabel(reader, claim.property.value) : '…';
