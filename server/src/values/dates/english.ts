/** English dates at a place of a text: October 20, 2022; 20 October; last Wednesday; the 1990s; the first half of the year. */

import { isDigit, isLetter, skipSpace, skipSpaceBefore } from '../folding.ts';
import { runOfDigits } from '../numerals/arabic.ts';
import { nextWord, readEnglishOrdinal, wordAt } from '../numerals/english.ts';
import { Phrases } from '../phrases.ts';
import { MONTH_PREPOSITIONS, RELATIVE, SAME, SEASONS, YEAR_PREPOSITIONS } from '../tables/dates.ts';
import { MONTHS, WEEKDAYS } from '../tables/english.ts';
import { type DateMatch, partsMatch } from './match.ts';

const relative = new Phrases(RELATIVE);
const same = new Phrases(SAME);
const monthPrepositions = new Phrases(MONTH_PREPOSITIONS.map((word) => [word, true] as const));
const yearPrepositions = new Phrases(YEAR_PREPOSITIONS.map((word) => [word, true] as const));

const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** A date that begins with a Latin word. `text` decides between May and may. */
export function readEnglishWordDate(text: string, folded: string, at: number): DateMatch | undefined {
  const word = wordAt(folded, at);
  const month = own(MONTHS, word.text);
  if (month !== undefined) return monthFirst(text, folded, at, word.end, word.text, month);
  const weekday = own(WEEKDAYS, word.text);
  if (weekday !== undefined) {
    if (text[at] === folded[at] || (word.text.length < 4 && folded[word.end] !== '.' && folded[word.end] !== ','))
      return undefined;
    return { start: at, end: word.end, shape: { kind: 'weekday', weekday, nearest: 0 } };
  }
  switch (word.text) {
    case 'last':
    case 'this':
    case 'next':
      return (
        pointed(folded, at, word.end, word.text === 'last' ? -1 : word.text === 'next' ? 1 : 0) ?? phrase(folded, at)
      );
    case 'first':
    case 'second':
    case 'third':
    case 'fourth':
      return partOfYear(folded, at);
    case 'spring':
    case 'summer':
    case 'autumn':
    case 'fall':
    case 'winter':
      return season(folded, at, word.end, word.text);
    default:
      return phrase(folded, at) ?? ordinalCentury(folded, at);
  }
}

/** A date that begins with digits: 20 October 2022, 20th of October, 22-24 June, 1990s, 19th century. */
export function readEnglishFigureDate(text: string, folded: string, at: number): DateMatch | undefined {
  const end = runOfDigits(folded, at);
  const value = Number(folded.slice(at, end));
  if (end - at === 4 && folded[end] === 's' && !isLetter(folded.charCodeAt(end + 1)) && value % 10 === 0) {
    const beyond = value % 100 === 0 && value < 2000 ? value + 100 : value + 10;
    return partsMatch(at, end + 1, { years: [value, beyond] });
  }
  if (end - at > 2) return undefined;
  const suffix = ordinalSuffix(folded, end);
  if (suffix > end && nextWord(folded, suffix).text === 'century')
    return centuryMatch(at, value, nextWord(folded, suffix).end);
  const day = dayThenMonth(text, folded, at, suffix, value);
  if (day) return day;
  return clock(folded, at, end, value);
}

/** Four digits in English text: a year after "in" or "since", else a mere number. */
export function isYearPlace(folded: string, at: number, end: number): boolean {
  if (yearPrepositions.before(folded, skipSpaceBefore(folded, at))) return true;
  return folded[at - 1] === '(' && (folded[end] === ')' || folded[end] === '-');
}

function monthFirst(
  text: string,
  folded: string,
  at: number,
  wordEnd: number,
  word: string,
  month: number,
): DateMatch | undefined {
  const short = word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july';
  const wordy = word === 'may' || word === 'march' || word === 'august';
  if (text[at] === folded[at] && (short || wordy)) return undefined;
  const end = short && folded[wordEnd] === '.' ? wordEnd + 1 : wordEnd;
  const dayAt = skipSpace(folded, end);
  const dayEnd = runOfDigits(folded, dayAt);
  if (dayAt > end && dayEnd > dayAt && dayEnd - dayAt <= 2) {
    const day = Number(folded.slice(dayAt, dayEnd));
    const suffix = ordinalSuffix(folded, dayEnd);
    if (
      day <= 39 &&
      (suffix > dayEnd || !isLetter(folded.charCodeAt(suffix))) &&
      folded[suffix] !== ':' &&
      folded[suffix] !== '%'
    ) {
      const second = secondDay(folded, suffix);
      const year = yearAfter(folded, second?.end ?? suffix);
      const parts = { year: year?.year, month, day };
      if (!second) return partsMatch(at, year?.end ?? suffix, parts);
      return {
        start: at,
        end: year?.end ?? second.end,
        shape: {
          kind: 'range',
          from: { kind: 'parts', parts },
          to: { kind: 'parts', parts: { ...parts, day: second.day } },
        },
      };
    }
  }
  const year = yearAfter(folded, end);
  if (year) return partsMatch(at, year.end, { year: year.year, month });
  if (short) return undefined;
  if (wordy && !monthPrepositions.before(folded, skipSpaceBefore(folded, at))) return undefined;
  return partsMatch(at, wordEnd, { month });
}

/** "-24", " to 24" after a day, if no month, unit or further figure follows. */
function secondDay(folded: string, at: number): { readonly day: number; readonly end: number } | undefined {
  let place = skipSpace(folded, at);
  if (folded[place] === '-') place = skipSpace(folded, place + 1);
  else {
    const word = nextWord(folded, at);
    if (word.hyphen || !['to', 'through', 'until', 'till'].includes(word.text)) return undefined;
    place = skipSpace(folded, word.end);
  }
  const end = runOfDigits(folded, place);
  if (end === place || end - place > 2) return undefined;
  const suffix = ordinalSuffix(folded, end);
  if (suffix === end && (isLetter(folded.charCodeAt(end)) || folded[end] === '-' || folded[end] === ':'))
    return undefined;
  const after = nextWord(folded, suffix).text;
  if (own(MONTHS, after) !== undefined || (after === 'of' && suffix > end)) return undefined;
  return { day: Number(folded.slice(place, end)), end: suffix };
}

function dayThenMonth(text: string, folded: string, at: number, dayEnd: number, day: number): DateMatch | undefined {
  if (day < 1 || day > 39) return undefined;
  let end = dayEnd;
  let second: number | undefined;
  const dash = skipSpace(folded, end);
  const to = nextWord(folded, end);
  const secondAt =
    folded[dash] === '-'
      ? skipSpace(folded, dash + 1)
      : !to.hyphen && (to.text === 'to' || to.text === 'and')
        ? skipSpace(folded, to.end)
        : -1;
  if (secondAt > 0) {
    const secondEnd = runOfDigits(folded, secondAt);
    if (secondEnd > secondAt && secondEnd - secondAt <= 2) {
      second = Number(folded.slice(secondAt, secondEnd));
      end = ordinalSuffix(folded, secondEnd);
    }
  }
  let word = nextWord(folded, end);
  if (word.text === 'of') word = nextWord(folded, word.end);
  const month = own(MONTHS, word.text);
  if (month === undefined || text[word.start] === folded[word.start] || word.hyphen) return undefined;
  const short = word.text.length <= 4 && folded[word.end] === '.';
  const year = yearAfter(folded, short ? word.end + 1 : word.end);
  const parts = { year: year?.year, month, day };
  const stop = year?.end ?? word.end;
  if (second === undefined) return partsMatch(at, stop, parts);
  return {
    start: at,
    end: stop,
    shape: { kind: 'range', from: { kind: 'parts', parts }, to: { kind: 'parts', parts: { ...parts, day: second } } },
  };
}

/** ", 2022", " of 2022", " 2022". */
function yearAfter(folded: string, at: number): { readonly year: number; readonly end: number } | undefined {
  let place = skipSpace(folded, at);
  if (folded[place] === ',') place = skipSpace(folded, place + 1);
  else {
    const word = nextWord(folded, at);
    if (!word.hyphen && (word.text === 'of' || word.text === 'in')) place = skipSpace(folded, word.end);
  }
  if (place === at) return undefined;
  const end = runOfDigits(folded, place);
  if (
    end - place !== 4 ||
    isLetter(folded.charCodeAt(end)) ||
    (folded[end] === ',' && isDigit(folded.charCodeAt(end + 1)))
  )
    return undefined;
  const year = Number(folded.slice(place, end));
  return year >= 1000 && year < 2200 ? { year, end } : undefined;
}

export function ordinalSuffix(folded: string, at: number): number {
  const suffix = folded.slice(at, at + 2);
  return ['st', 'nd', 'rd', 'th'].includes(suffix) && !isLetter(folded.charCodeAt(at + 2)) ? at + 2 : at;
}

/** last Wednesday, this October, next spring. */
function pointed(folded: string, at: number, end: number, direction: 1 | -1 | 0): DateMatch | undefined {
  const word = nextWord(folded, end);
  const weekday = word.hyphen ? undefined : own(WEEKDAYS, word.text);
  if (weekday !== undefined && word.text.length > 4) {
    return {
      start: at,
      end: word.end,
      shape: { kind: 'weekday', weekday, nearest: direction, week: direction === 0 ? 0 : undefined },
    };
  }
  const month = own(MONTHS, word.text);
  if (month === undefined || word.text.length < 3 || word.hyphen || (word.text === 'may' && direction === 0))
    return undefined;
  // "last October" is of this year or of the one before: what the document's month decides.
  return {
    start: at,
    end: word.end,
    shape: { kind: 'offset', offset: { unit: 'month', by: direction }, parts: { month } },
  };
}

function phrase(folded: string, at: number): DateMatch | undefined {
  const offset = relative.at(folded, at);
  if (offset) return { start: at, end: offset.end, shape: { kind: 'offset', offset: offset.value } };
  const again = same.at(folded, at);
  return again && { start: at, end: again.end, shape: { kind: 'same', unit: again.value } };
}

/** first half of 2022, third quarter of the year. */
function partOfYear(folded: string, at: number): DateMatch | undefined {
  const ordinal = wordAt(folded, at);
  const noun = nextWord(folded, ordinal.end);
  if (noun.text === 'century') return ordinalCentury(folded, at);
  const number = ['first', 'second', 'third', 'fourth'].indexOf(ordinal.text) + 1;
  if (noun.text !== 'quarter' && !(noun.text === 'half' && number <= 2)) return undefined;
  const parts = noun.text === 'half' ? { half: number } : { quarter: number };
  const year = yearAfter(folded, noun.end);
  if (year) return partsMatch(at, year.end, { year: year.year, ...parts });
  const of = nextWord(folded, noun.end);
  if (of.text !== 'of') return undefined;
  const the = nextWord(folded, of.end);
  const last = the.text === 'the' ? nextWord(folded, the.end) : the;
  if (the.text === 'the') return last.text === 'year' ? partsMatch(at, last.end, parts) : undefined;
  const offset = relative.at(folded, the.start);
  return offset?.value.unit === 'year'
    ? { start: at, end: offset.end, shape: { kind: 'offset', offset: offset.value, parts } }
    : undefined;
}

function season(folded: string, at: number, end: number, word: string): DateMatch | undefined {
  const year = yearAfter(folded, end);
  return year && partsMatch(at, year.end, { year: year.year, season: SEASONS[word] });
}

function ordinalCentury(folded: string, at: number): DateMatch | undefined {
  const ordinal = readEnglishOrdinal(folded, at);
  if (!ordinal) return undefined;
  const noun = nextWord(folded, ordinal.end);
  return noun.text === 'century' ? centuryMatch(at, ordinal.value, noun.end) : undefined;
}

function centuryMatch(at: number, ordinal: number, end: number): DateMatch | undefined {
  return ordinal >= 1 && ordinal <= 30
    ? partsMatch(at, end, { years: [(ordinal - 1) * 100, ordinal * 100] })
    : undefined;
}

/** 10:30, 10:30:15, 10 a.m., 9.30 pm is not read. */
function clock(folded: string, at: number, end: number, hour: number): DateMatch | undefined {
  if (hour > 24) return undefined;
  let stop = end;
  for (let part = 0; part < 2 && folded[stop] === ':'; part++) {
    const next = runOfDigits(folded, stop + 1);
    if (next - stop !== 3) break;
    stop = next;
  }
  const half = skipSpace(folded, stop);
  const marker = /^[ap](?:\.m\.|m(?![a-z]))/.exec(folded.slice(half, half + 4));
  if (marker && hour <= 12) stop = half + marker[0].length;
  if (stop === end || isDigit(folded.charCodeAt(stop))) return undefined;
  return { start: at, end: stop, shape: { kind: 'clock' } };
}
