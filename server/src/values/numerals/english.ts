/** English number words: two hundred and thirty, half a million, dozens, a couple, two thirds, twenty-first. */

import { denoteTens, placeValue, same, significantDigits } from '../denotation.ts';
import { gateOf, isLatin, skipSpace } from '../folding.ts';
import { interval } from '../interval.ts';
import {
  DENOMINATORS,
  ENGLISH_NUMERALS,
  MULTIPLIERS,
  SMALL_NUMBERS,
  SMALL_ORDINALS,
  VAGUE_PLURALS,
} from '../tables/english.ts';
import { isRounded, type Numeral } from './numeral.ts';

interface Word {
  readonly text: string;
  readonly end: number;
}

const LONGEST_WORD = 16;
const HYPHEN = 45;

/** The folded Latin word at `at`; an empty one where no letter stands, and nothing is promised of very long ones. */
export function wordAt(folded: string, at: number): Word {
  let end = at;
  while (end - at <= LONGEST_WORD && isLatin(folded.charCodeAt(end))) end++;
  return { text: end - at > LONGEST_WORD ? '' : folded.slice(at, end), end };
}

/** The next word after a hyphen or white space. */
export function nextWord(folded: string, at: number): Word & { readonly start: number; readonly hyphen: boolean } {
  const hyphen = folded.charCodeAt(at) === HYPHEN;
  const start = hyphen ? at + 1 : skipSpace(folded, at);
  // Asked after every numeral, and mostly there is no Latin word.
  if (start === at || !isLatin(folded.charCodeAt(start))) return { text: '', end: start, start, hyphen };
  const { text, end } = wordAt(folded, start);
  return { text, end, start, hyphen };
}

const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const mayBegin = gateOf(ENGLISH_NUMERALS);

/** The numeral that begins with the word at `at`. */
export function readEnglishNumeral(folded: string, at: number): Numeral | undefined {
  if (!mayBegin(folded, at)) return undefined;
  const word = wordAt(folded, at);
  if (word.text === '') return undefined;
  return readVague(folded, at, word) ?? readFraction(folded, at, word) ?? readCardinal(folded, at, word);
}

function readVague(folded: string, at: number, word: Word): Numeral | undefined {
  const numeral = (end: number, low: number, high: number, weak = false): Numeral => ({
    start: at,
    end,
    script: 'english',
    vague: same(interval('[', low, high, ']')),
    rounded: false,
    weak,
  });
  const tens = (end: number, exponent: number): Numeral => ({
    start: at,
    end,
    script: 'english',
    vague: denoteTens(exponent),
    rounded: false,
    weak: false,
  });
  if (word.text === 'both') return { ...numeral(word.end, 2, 2, true), value: 2 };
  const first = own(VAGUE_PLURALS, word.text);
  if (first === undefined && word.text !== 'a' && word.text !== 'several') return undefined;
  const next = nextWord(folded, word.end);
  if (word.text === 'a' && next.text === 'couple') return numeral(withOf(folded, next.end), 2, 3);
  if (word.text === 'several' || (word.text === 'a' && next.text === 'few')) {
    const end = word.text === 'several' ? word.end : next.end;
    const [exponent, after] = multipliers(folded, end);
    return exponent > 0 ? tens(after, exponent) : numeral(end, 3, 9);
  }
  if (first === undefined) return undefined;
  const of = nextWord(folded, word.end);
  if (of.text === 'of') {
    const second = nextWord(folded, of.end);
    const exponent = own(VAGUE_PLURALS, second.text);
    if (exponent !== undefined && exponent > 1) return tens(withOf(folded, second.end), first + exponent);
    return tens(of.end, first);
  }
  return tens(word.end, first);
}

function withOf(folded: string, end: number): number {
  const of = nextWord(folded, end);
  return of.text === 'of' ? of.end : end;
}

/** "hundred", "hundred thousand" after a vague word. */
function multipliers(folded: string, at: number): [exponent: number, end: number] {
  let exponent = 0;
  let end = at;
  for (let count = 0; count < 2; count++) {
    const word = nextWord(folded, end);
    const next = own(MULTIPLIERS, word.text) ?? (word.text === 'dozen' ? 1 : undefined);
    if (next === undefined) break;
    exponent += next;
    end = word.end;
  }
  return [exponent, end];
}

/** half, half a million, two thirds, a quarter. */
function readFraction(folded: string, at: number, word: Word): Numeral | undefined {
  const share = (end: number, value: number, weak = false): Numeral => ({
    start: at,
    end,
    script: 'english',
    value,
    share: true,
    rounded: false,
    weak,
  });
  if (word.text === 'half') {
    const a = nextWord(folded, word.end);
    const scale = a.text === 'a' || a.text === 'an' ? nextWord(folded, a.end) : undefined;
    const exponent = scale && own(MULTIPLIERS, scale.text);
    if (scale && exponent !== undefined) {
      return {
        start: at,
        end: scale.end,
        script: 'english',
        value: Number(`5e${exponent - 1}`),
        rounded: exponent >= 3,
        weak: false,
      };
    }
    if (scale?.text === 'dozen')
      return { start: at, end: scale.end, script: 'english', value: 6, rounded: false, weak: false };
    return share(word.end, 50, true);
  }
  const numerator = word.text === 'a' ? 1 : own(SMALL_NUMBERS, word.text);
  if (numerator === undefined || numerator < 1 || numerator > 9) return undefined;
  const next = nextWord(folded, word.end);
  const denominator = own(DENOMINATORS, next.text);
  if (denominator === undefined || numerator >= denominator || next.text.endsWith('s') !== numerator > 1)
    return undefined;
  // "a third country" and "one fifth member" are ordinals: a fraction has "of" after it, or ends what is said.
  const after = nextWord(folded, next.end);
  if (after.text !== '' && after.text !== 'of' && numerator === 1) return undefined;
  return share(next.end, (numerator / denominator) * 100);
}

/** Words by sections, as they are said; stops before the first word that does not continue the number. */
function readCardinal(folded: string, at: number, first: Word): Numeral | undefined {
  let total = 0;
  let section = 0;
  let lastScale = 99;
  let lastMultiplier = 0;
  let lowest = 1000; // what may still be added within the section must be smaller
  let end = at;
  let word: Word = first;
  let words = 0;
  if (first.text === 'a' || first.text === 'an') {
    const next = nextWord(folded, first.end);
    if (own(MULTIPLIERS, next.text) === undefined && next.text !== 'dozen') return undefined;
    word = next;
    section = 1;
    lowest = 1;
    end = first.end;
  }
  while (word.text !== '') {
    const small = own(SMALL_NUMBERS, word.text);
    const exponent = own(MULTIPLIERS, word.text);
    if (small !== undefined) {
      // 20 + 5 is one number, 20 + 15 and 5 + 5 are two.
      if (small >= lowest || (lowest < 100 && small >= 10) || (small === 0 && words > 0)) break;
      section += small;
      lowest = small >= 20 ? 10 : 1;
      lastMultiplier = 0;
    } else if (exponent === 2) {
      if (section === 0 || section >= 100) break;
      section *= 100;
      lowest = 100;
      lastMultiplier = 2;
    } else if (exponent !== undefined) {
      if (section === 0 || exponent >= lastScale) break;
      total += Number(`${section}e${exponent}`);
      [section, lowest, lastScale, lastMultiplier] = [0, 1000, exponent, exponent];
    } else if (word.text === 'dozen') {
      if (section === 0 || total > 0) break;
      return { start: at, end: word.end, script: 'english', value: section * 12, rounded: false, weak: false };
    } else break;
    words++;
    end = word.end;
    word = continuation(folded, end, lastMultiplier);
  }
  if (words === 0) return undefined;
  const value = total + section;
  const half = halfAfter(folded, end, value);
  if (half) return { ...half, start: at };
  return {
    start: at,
    end,
    script: 'english',
    value,
    rounded: isRounded(lastMultiplier, significantDigits(value), 0),
    multiplier: lastMultiplier > 0 ? lastMultiplier : undefined,
    weak: value <= 1,
  };
}

/** "and a half", with or without a multiplier after it. */
function halfAfter(folded: string, at: number, value: number): Omit<Numeral, 'start'> | undefined {
  if (value === 0 || value >= 1000) return undefined;
  let end = at;
  for (const expected of ['and', 'a', 'half']) {
    const word = nextWord(folded, end);
    if (word.text !== expected) return undefined;
    end = word.end;
  }
  const [exponent, after] = multipliers(folded, end);
  const n = Number(`${value + 0.5}e${exponent}`);
  return {
    end: after,
    script: 'english',
    value: n,
    rounded: isRounded(exponent, significantDigits(n), 0),
    weak: false,
  };
}

/** The next word of the number, over an "and" that follows hundred or thousand. */
function continuation(folded: string, at: number, lastMultiplier: number): Word {
  const word = nextWord(folded, at);
  if (word.text !== 'and' || lastMultiplier === 0) return word;
  const after = nextWord(folded, word.end);
  const small = own(SMALL_NUMBERS, after.text);
  // "two hundred and one hundred" are two numbers; so are "a million and two".
  if (small === undefined || small === 0 || lastMultiplier > 3) return { text: '', end: at };
  const beyond = own(MULTIPLIERS, nextWord(folded, after.end).text);
  return beyond === undefined || (lastMultiplier === 2 && beyond > 2) ? after : { text: '', end: at };
}

/** "million", "thousand" or "dozen" after digits: its exponent and end. */
export function multiplierAfter(
  folded: string,
  at: number,
): { readonly exponent: number; readonly factor: number; readonly end: number } | undefined {
  const word = nextWord(folded, at);
  if (word.text === 'dozen') return { exponent: 0, factor: 12, end: word.end };
  const exponent = own(MULTIPLIERS, word.text);
  if (exponent === undefined) return undefined;
  const next = exponent < 6 ? nextWord(folded, word.end) : undefined;
  const more = next && own(MULTIPLIERS, next.text);
  return next && more !== undefined && more > exponent
    ? { exponent: exponent + more, factor: 1, end: next.end }
    : { exponent, factor: 1, end: word.end };
}

/** An ordinal in words at `at`: fourth, twenty-first, two hundredth. */
export function readEnglishOrdinal(
  folded: string,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  if (!mayBegin(folded, at)) return undefined;
  const word = wordAt(folded, at);
  const direct = own(SMALL_ORDINALS, word.text);
  if (direct !== undefined) return { value: direct, end: word.end };
  const cardinal = own(SMALL_NUMBERS, word.text) === undefined ? undefined : readEnglishNumeral(folded, at);
  if (cardinal?.value === undefined || cardinal.share) return undefined;
  const next = nextWord(folded, cardinal.end);
  const and = next.text === 'and' ? nextWord(folded, next.end) : next;
  const last = own(SMALL_ORDINALS, and.text);
  if (last === undefined) return undefined;
  if (last >= 100) return cardinal.value < last ? { value: cardinal.value * last, end: and.end } : undefined;
  return placeValue(cardinal.value) > last ? { value: cardinal.value + last, end: and.end } : undefined;
}
