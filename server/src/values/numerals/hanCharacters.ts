/** Single characters of Chinese numerals at a place of a folded text. Knows no grammar of them. */

import { HAN_BIG_UNITS, HAN_DIGITS, HAN_SMALL_UNITS, HAN_TENS } from '../tables/chinese.ts';

// By code unit: taking a character out of a text makes a string, and scanners ask at every place.
const byCode = (table: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(table).map(([character, value]) => [character.charCodeAt(0), value]));
const digits = byCode(HAN_DIGITS);
const smallUnits = byCode(HAN_SMALL_UNITS);
const bigUnits = byCode(HAN_BIG_UNITS);
const tens = byCode(HAN_TENS);

/** The digit at a place; 两 is 2. */
export const digitOf = (text: string, at: number): number | undefined => digits.get(text.charCodeAt(at));
/** The exponent of 十, 百 or 千. */
export const smallUnit = (text: string, at: number): number | undefined => smallUnits.get(text.charCodeAt(at));
/** The exponent of 万 or 亿. */
export const bigUnit = (text: string, at: number): number | undefined => bigUnits.get(text.charCodeAt(at));
/** The tens that 廿 or 卅 stand for. */
export const tensOf = (text: string, at: number): number | undefined => tens.get(text.charCodeAt(at));
export const unitAt = (text: string, at: number): number | undefined => smallUnit(text, at) ?? bigUnit(text, at);
export const isHanNumeral = (text: string, at: number): boolean =>
  digitOf(text, at) !== undefined || unitAt(text, at) !== undefined;

/** What opens a vague numeral or a share beside the numerals themselves. */
const VAGUE = '几数好上半过';
const starts = new Set<number>([...digits.keys(), ...smallUnits.keys(), ...bigUnits.keys(), ...tens.keys()]);
for (const character of VAGUE) starts.add(character.charCodeAt(0));

/** Whether a numeral can begin at a place. */
export const startsHanNumeral = (text: string, at: number): boolean => starts.has(text.charCodeAt(at));
