/** What a reader of numerals hands on: one number as written, in whatever script. Knows no hedges around it and no units. */

import type { Denotation, Hedge } from '../denotation.ts';

export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly script: 'arabic' | 'english' | 'han';
  /** The number that is written; nothing for a vague one (十几, dozens). */
  readonly value?: number;
  /** What a vague one denotes. */
  readonly vague?: Denotation;
  /** Both ends of 两三百. */
  readonly range?: readonly [low: number, high: number];
  /** The last word is a multiplier, with fewer than three significant digits before it. */
  readonly rounded: boolean;
  /** Exponent of the multiplier that is its last word: 6 in "40 million", 4 in 50万. */
  readonly multiplier?: number;
  /** A hedge inside the numeral: the 多 of 10多万. */
  readonly hedge?: Hedge;
  /** In running text a quantity only before a measure word, a unit or a per cent sign. */
  readonly weak: boolean;
  /** A share of a whole: `value` counts per cent (half, 八成, two thirds). */
  readonly share?: boolean;
  /** Integer digits alone, without separator, fraction, sign or multiplier: what a year, a house number or an identifier looks like. */
  readonly plainDigits?: string;
  readonly problem?: 'exponent' | 'too-many-digits';
}

export const MOST_DIGITS = 30;

/** Whether a number reads as rounded: `multiplier` is the exponent of its last word, `written` the digits that a decimal fraction spelt out. */
export function isRounded(multiplier: number, significant: number, written: number): boolean {
  return multiplier >= 3 && Math.max(significant, written) < 3;
}
