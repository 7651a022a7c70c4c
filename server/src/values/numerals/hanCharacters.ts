/** Single characters of Chinese numerals at a place of a folded text. Knows no grammar of them. */

import { HAN_BIG_UNITS, HAN_DIGITS, HAN_SMALL_UNITS, HAN_TENS } from '../tables/chinese.ts';

/** The digit at a place; 两 is 2. */
export const digitOf = (text: string, at: number): number | undefined => HAN_DIGITS[text[at] ?? ''];
/** The exponent of 十, 百 or 千. */
export const smallUnit = (text: string, at: number): number | undefined => HAN_SMALL_UNITS[text[at] ?? ''];
/** The exponent of 万 or 亿. */
export const bigUnit = (text: string, at: number): number | undefined => HAN_BIG_UNITS[text[at] ?? ''];
export const unitAt = (text: string, at: number): number | undefined => smallUnit(text, at) ?? bigUnit(text, at);
export const isHanNumeral = (text: string, at: number): boolean =>
  digitOf(text, at) !== undefined || unitAt(text, at) !== undefined;

const STARTS = new Set([
  ...Object.keys(HAN_DIGITS),
  ...Object.keys(HAN_SMALL_UNITS),
  ...Object.keys(HAN_BIG_UNITS),
  ...Object.keys(HAN_TENS),
  ...'几数好上半过',
]);

export const startsHanNumeral = (character: string): boolean => STARTS.has(character);
