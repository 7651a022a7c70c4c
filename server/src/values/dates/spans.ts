/** Stretches of time counted from the document's date: the past ten years, 近五年来, ten years ago, 三天前. */

import { isDigit, isLatin, skipSpace } from '../folding.ts';
import { nextWord } from '../numerals/english.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/read.ts';
import { Phrases } from '../phrases.ts';
import { AGO, SPAN_UNITS, SPANS_AFTER, SPANS_BEFORE } from '../tables/dates.ts';
import type { DateMatch } from './match.ts';

const directions = new Phrases(SPANS_BEFORE);
const units = new Phrases(SPAN_UNITS);
const after = new Phrases(SPANS_AFTER.map((word) => [word, true] as const));
const ago = new Phrases(AGO.map((word) => [word, true] as const));

const LONGEST_SPAN = 3000;

/** A span that begins with its direction. */
export function readSpan(folded: string, at: number): DateMatch | undefined {
  const direction = directions.at(folded, at);
  if (!direction) return undefined;
  const place = skipSpace(folded, direction.end);
  const english = isLatin(folded.charCodeAt(at));
  // "the past decade" has no number, and "last year" is another thing.
  const single = english && direction.value < 0 ? units.at(folded, place) : undefined;
  if (single && ['decade', 'century'].includes(folded.slice(single.start, single.end))) {
    return { start: at, end: single.end, shape: { kind: 'span', length: single.value, direction: direction.value } };
  }
  const counted = countedUnit(folded, place);
  if (!counted) return undefined;
  const sure = english || folded[at] !== '近' ? true : after.at(folded, counted.end) !== undefined;
  if (!sure || ago.at(folded, skipSpace(folded, counted.end))) return undefined;
  return { start: at, end: counted.end, shape: { kind: 'span', length: counted.length, direction: direction.value } };
}

/** A span that begins with its number: ten years ago, 十年来. */
export function readCountedSpan(folded: string, at: number): DateMatch | undefined {
  const counted = countedUnit(folded, at);
  if (!counted) return undefined;
  const place = skipSpace(folded, counted.end);
  const past = ago.at(folded, place);
  if (past) return { start: at, end: past.end, shape: { kind: 'ago', length: counted.length } };
  return folded[place] === '来' || folded.startsWith('以来', place)
    ? { start: at, end: counted.end, shape: { kind: 'span', length: counted.length, direction: -1 } }
    : undefined;
}

function countedUnit(
  folded: string,
  at: number,
): { readonly end: number; readonly length: { readonly months: number; readonly days: number } } | undefined {
  const numeral: Numeral | undefined =
    isDigit(folded.charCodeAt(at)) || at < folded.length ? readNumeral(folded, at) : undefined;
  const count = numeral?.value;
  if (
    !numeral ||
    count === undefined ||
    !Number.isInteger(count) ||
    count < 1 ||
    count > LONGEST_SPAN ||
    numeral.share ||
    numeral.hedge
  )
    return undefined;
  const next = nextWord(folded, numeral.end);
  const unit = units.at(folded, next.hyphen ? next.start : skipSpace(folded, numeral.end));
  // 2012年来 is no span of two thousand years.
  if (!unit || (numeral.plainDigits?.length === 4 && unit.value.months === 12)) return undefined;
  return { end: unit.end, length: { months: unit.value.months * count, days: unit.value.days * count } };
}
