/** Merged statements in the words of a reader, with days and numbers for pictures. Chooses nothing. */

import { nameOfId } from '../../checks/engine/entityName.ts';
import { edtf, type Statement } from '../../checks/statements/statement.ts';
import { nameOfSpeaker } from '../../checks/statements/words.ts';
import { parseReference } from '../../core/reference.ts';
import type { Interval } from '../../values/interval.ts';
import type { DayRange, TimeValue } from '../../values/time.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { type Audience, writtenText, writtenValue } from '../explanation/said.ts';
import { intervalInWords } from '../intervalWords.ts';
import { shortened } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import type { Disagreements, Merged } from './merged.ts';
import type { Assertion, Bounds, Days, Figure, Source, When } from './model.ts';

/** Of one assertion so many sources are named. */
const SOURCES = 6;
const QUOTE = 240;
const VALUE = 300;

export function tell(merged: Merged, disagreements: Disagreements, audience: Audience): Assertion {
  const { first, all, key } = merged;
  const { property, meaning, claim, ended } = first;
  const when = whenOf(merged, audience);
  return {
    key,
    property: property.id,
    label: labelIn(property.label, audience.locale, property.id),
    value: shortened(told(first, audience), VALUE),
    detail: detailOf(first, audience),
    ...(meaning.kind === 'entity' && { entity: meaning.id }),
    ...(meaning.kind === 'quantity' && { quantity: figureOf(meaning.quantity, audience) }),
    ...(when && { when }),
    stance: claim.stance,
    certainty: claim.certainty,
    ended,
    sources: all.slice(0, SOURCES).map((statement) => sourceOf(statement, audience)),
    moreSources: Math.max(0, all.length - SOURCES),
    disagreements: (disagreements.get(merged) ?? []).map(({ other, ...rest }) => ({
      with: other.key,
      value: shortened(told(other.first, audience), 120),
      ...rest,
    })),
  };
}

/** Of a change its end first: “104 (96 → 104)”. */
function told(statement: Statement, audience: Audience): string {
  const { meaning, end, claim } = statement;
  const written = writtenValue(statement, audience);
  if (!end || meaning.kind !== 'quantity' || meaning.quantity.nominal.length !== 1) return written;
  const [number] = meaning.quantity.nominal;
  return `${number!.toLocaleString(audience.locale)} (${changeInWords(claim.value ?? '')})`;
}

const changeInWords = (written: string): string =>
  written
    .split('->')
    .map((end) => end.trim())
    .join(' → ');

function figureOf(
  { hard, soft, nominal }: { readonly hard: Interval; readonly soft: Interval; readonly nominal: readonly number[] },
  { words }: Audience,
): Figure {
  return {
    hard: boundsOf(hard),
    soft: boundsOf(soft),
    nominal,
    words: intervalInWords(hard, words.comparisons.intervals),
  };
}

const boundsOf = ({ low, high, lowOpen, highOpen }: Interval): Bounds => ({
  low: finite(low),
  high: finite(high),
  lowOpen,
  highOpen,
});

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null);

/** The time that it is placed at: the one that it speaks of, else when it was first said. */
export function whenOf({ first, all }: Merged, { locale }: Pick<Audience, 'locale'>): When | undefined {
  const { meaning, time, basis, claim, member } = first;
  if (meaning.kind === 'time') return whenFrom(meaning.time, timeInWords(claim.value ?? '', locale), 'value');
  if (time) {
    const written = basis === 'about' || basis === 'date' ? (member.head[basis] ?? '') : (claim.at ?? '');
    return whenFrom(time, timeInWords(writtenEnd(written, first), locale), basis);
  }
  if (basis === 'unknown') return undefined;
  const said = all.find(({ member: { head } }) => edtf(head.date))?.member.head.date;
  const date = edtf(said);
  return date && said !== undefined ? whenFrom(date, timeInWords(said, locale), 'said') : undefined;
}

function writtenEnd(written: string, { end }: Statement): string {
  const [from, to] = written.split('/');
  return end && to !== undefined ? ((end === 'from' ? from : to) ?? written) : written;
}

const whenFrom = ({ interval, start, end }: TimeValue, words: string, basis: When['basis']): When => ({
  interval,
  start: daysOf(start),
  end: daysOf(end),
  words,
  basis,
});

const daysOf = ({ earliest, latest }: DayRange): Days => ({ earliest: finite(earliest), latest: finite(latest) });

/** What narrows a statement: “Haiping”; “among representatives”. */
export function detailOf({ claim }: Statement, audience: Audience): string {
  const value = writtenText(claim.data, audience).toLowerCase();
  const parts = Object.entries(claim.qualifiers).flatMap(([name, qualifier]) => {
    const words = writtenText(qualifier, audience);
    // “Mayor of Haiping” and “200 representatives” say so by themselves.
    if (value.includes(words.toLowerCase())) return [];
    return name === 'of' ? [words] : [`${name} ${words}`];
  });
  return shortened(audience.words.apart(parts), VALUE);
}

/** Of the qualifiers that keep figures apart: what a chart is of. */
export function scopeOf({ claim, property }: Statement, audience: Audience): string {
  const parts = property.separates.flatMap((name) => {
    const qualifier = claim.qualifiers[name];
    if (!qualifier) return [];
    const words = writtenText(qualifier, audience);
    return [name === 'of' ? words : `${name} ${words}`];
  });
  return shortened(audience.words.apart(parts), 120);
}

export function sourceOf(statement: Statement, audience: Audience): Source {
  const { view, locale } = audience;
  const { member, claim } = statement;
  const { head } = member;
  const fact = head.kind === 'record';
  const publisher = head.publisher === undefined ? undefined : nameOfId(view, head.publisher, locale);
  const by = nameOfSpeaker(statement, locale, view) ?? publisher;
  return {
    path: head.path,
    claim: claim.key,
    fact,
    title: fact ? '' : shortened(head.title ?? head.path, 160),
    ...(head.date !== undefined && { date: timeInWords(head.date, locale) }),
    ...(by !== undefined && { by: shortened(by, 120) }),
    quote: shortened(claim.quote, QUOTE),
    rests: claim.sources.slice(0, 3).map((text) => {
      const reference = parseReference(text, head.path);
      const known = 'path' in reference && view.corpus.documents.get(reference.path);
      if (!known) return { text: shortened(text, 120) };
      return {
        text: shortened(known.title ?? reference.path, 120),
        path: reference.path,
        ...(reference.kind === 'claim' && { claim: reference.claim }),
      };
    }),
  };
}
