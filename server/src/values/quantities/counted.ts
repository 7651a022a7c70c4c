/** What a number counts: the unit, measure word or noun behind it. Knows no hedges and no numerals. */

import { isHan, isLatin, skipSpace } from '../folding.ts';
import { nextWord } from '../numerals/english.ts';
import { MEASURE_WORDS_AFTER_ONE } from '../tables/chinese.ts';
import { FUNCTION_WORDS, SMALL_NUMBERS } from '../tables/english.ts';
import type { Units } from '../units.ts';

export interface Counted {
  readonly start: number;
  readonly end: number;
  /** Nothing for a measure word, and for a noun that names no unit. */
  readonly id?: string;
  /** Right behind the number, not further on in the noun phrase. */
  readonly direct: boolean;
  /** Where a hedge may follow: behind the measure word or noun that stands directly at the number. */
  readonly directEnd: number;
}

const functionWords = new Set(FUNCTION_WORDS);
const numerals = new Set(Object.keys(SMALL_NUMBERS));
const afterOne = new Set(MEASURE_WORDS_AFTER_ONE);
const LONGEST_PHRASE = 4;
const LONGEST_HAN_PHRASE = 10;

/** `one`: the number is 1, so that English nouns stand in the singular and 一 does not count everything. */
export function countedAt(folded: string, at: number, units: Units, one: boolean): Counted | undefined {
  let place = skipSpace(folded, at);
  const hyphen = folded[at] === '-' && isLatin(folded.charCodeAt(at + 1));
  if (hyphen) place = at + 1;
  const match = units.at(folded, place);
  const latin = isLatin(folded.charCodeAt(place));
  if (match && !latin) {
    const word = folded.slice(match.start, match.end);
    if (one && match.value.id === undefined && !afterOne.has(word)) return undefined;
    if (match.value.id !== undefined) return direct(match.start, match.end, match.value.id);
    return nounAfterMeasure(folded, match.start, match.end, units);
  }
  if (match && latin) {
    // "three-day", "5 km", "200 people" are direct; "200 party leaders" counts what the phrase ends with.
    if (hyphen || one || !match.value.singular || match.end - place <= 2)
      return direct(match.start, match.end, match.value.id);
  }
  return !latin || hyphen ? undefined : englishPhrase(folded, at, units, one);
}

const direct = (start: number, end: number, id: string | undefined): Counted => ({
  start,
  end,
  id,
  direct: true,
  directEnd: end,
});

/** The noun that a noun phrase of a few words ends with: "200 civil society representatives". */
function englishPhrase(folded: string, at: number, units: Units, one: boolean): Counted | undefined {
  let end = at;
  for (let count = 0; count < LONGEST_PHRASE; count++) {
    const word = nextWord(folded, end);
    // Another number begins another phrase: “96 two years before” counts no years.
    if (word.text === '' || functionWords.has(word.text) || numerals.has(word.text)) break;
    if (word.hyphen && count === 0) return undefined;
    const unit = units.at(folded, word.start);
    if (unit && (one ? count === 0 : !unit.value.singular)) {
      return { start: unit.start, end: unit.end, id: unit.value.id, direct: count === 0, directEnd: unit.end };
    }
    if (!one && isPlural(word.text))
      return { start: word.start, end: word.end, direct: count === 0, directEnd: word.end };
    end = word.end;
  }
  return undefined;
}

/** As plurals end, and adjectives do not. */
const isPlural = (word: string): boolean =>
  word.length > 3 && word.endsWith('s') && !/(?:ous|ss|us|is)$/.test(word) && !NO_PLURALS.has(word);

const NO_PLURALS = new Set([
  'overseas',
  'always',
  'perhaps',
  'towards',
  'besides',
  'afterwards',
  'sometimes',
  'says',
  'does',
  'goes',
  'needs',
  'means',
]);

/** Characters that end a Chinese noun phrase; a unit's noun inside a longer word counts nothing (国家级, 城市群). */
const ENDS = new Set(
  '的和与及或、,，。;；:：!！?？)）”’」』》"\' \n\r以在从向对将共已均都等参出通是为有被于发签达并也中之一这那来联派到加举派进获',
);
const EXTENDS = new Set('级群团会局部署院所队委法史区化性制民标网际力');

/** After 个, 家, 项: the noun that names the unit, at once or at the end of a few characters. */
function nounAfterMeasure(folded: string, start: number, measureEnd: number, units: Units): Counted {
  const plain: Counted = { start, end: measureEnd, direct: true, directEnd: measureEnd };
  const noun = skipSpace(folded, measureEnd);
  let found: Counted | undefined;
  for (let place = noun; place < noun + LONGEST_HAN_PHRASE && isHan(folded.charCodeAt(place)); place++) {
    if (ENDS.has(folded[place]!)) break;
    const match = units.at(folded, place);
    // A single character names a unit only right behind the measure word: 一个人, not 一个大国.
    if (!match || match.value.id === undefined || (match.end - place < 2 && place > noun)) continue;
    const next = folded[match.end] ?? '\n';
    const ends = place === noun ? !EXTENDS.has(next) : ENDS.has(next);
    // The head of the phrase comes last: 650个政党领导人 are persons.
    if (ends && (!found || match.value.id === 'person')) {
      found = { start, end: match.end, id: match.value.id, direct: true, directEnd: match.end };
    }
    place = match.end - 1;
  }
  return found ?? plain;
}
