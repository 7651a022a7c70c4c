/** Chinese numerals that leave their number open: 十几, 数百, 上万, 好几, 两三百. */

import { type Denotation, denoteTens, denoteUpwards, same } from '../denotation.ts';
import { interval } from '../interval.ts';
import { HAN_NEIGHBOURS, NOT_BEFORE_VAGUE } from '../tables/chinese.ts';
import { bigUnit, digitOf, smallUnit, tensOf } from './hanCharacters.ts';
import type { Numeral } from './numeral.ts';

/** 几, 数十, 几百万, 十几万, 上百, 好几. */
export function readVague(text: string, at: number): Numeral | undefined {
  const vague = (end: number, denotation: Denotation, weak: boolean): Numeral => ({
    start: at,
    end,
    script: 'han',
    vague: denotation,
    rounded: false,
    weak,
  });
  let i = at;
  if (text[i] === '上') {
    const [exponent, end] = chain(text, i + 1);
    return exponent >= 2 ? vague(end, denoteUpwards(exponent), exponent === 4) : undefined;
  }
  if (text[i] === '好') i++;
  const sign = text[i];
  if (sign === '几' || sign === '数') {
    if (i === at && i > 0 && NOT_BEFORE_VAGUE.includes(text[i - 1]!)) return undefined;
    const [exponent, end] = chain(text, i + 1);
    return exponent > 0 ? vague(end, denoteTens(exponent), false) : vague(i + 1, same(interval('[', 3, 9, ']')), true);
  }
  if (i > at) return undefined;
  // 十几, 二十几 and the like, multiplied or not.
  let tens = tensOf(text, i) ?? 0;
  if (tens > 0) i++;
  else {
    const digit = digitOf(text, i);
    if (digit !== undefined && digit > 0 && smallUnit(text, i + 1) === 1) [tens, i] = [digit * 10, i + 2];
    else if (smallUnit(text, i) === 1) [tens, i] = [10, i + 1];
  }
  if (tens === 0 || text[i] !== '几') return undefined;
  const [exponent, end] = chain(text, i + 1);
  const unit = Number(`1e${exponent}`);
  return exponent > 0
    ? vague(end, same(interval('[', (tens + 1) * unit, (tens + 10) * unit, ')')), false)
    : vague(end, same(interval('[', tens + 1, tens + 9, ']')), true);
}

/** 两三, 七八十, 十七八, 三五百: two neighbouring digits. `base` is what stands before them. */
export function readNeighbours(text: string, start: number, at: number, base: number): Numeral | undefined {
  if (base === 0) {
    const tens = smallUnit(text, at) === 1 ? 1 : (digitOf(text, at) ?? 0);
    const from = smallUnit(text, at) === 1 ? at + 1 : at + 2;
    if (tens > 0 && smallUnit(text, from - 1) === 1) {
      const after = readNeighbours(text, start, from, tens * 10);
      if (after) return after;
    }
  }
  if (!HAN_NEIGHBOURS.includes(text.slice(at, at + 2)) || digitOf(text, at + 2) !== undefined) return undefined;
  if (at > 0 && base === 0 && digitOf(text, at - 1) !== undefined) return undefined;
  const [exponent, end] = chain(text, at + 2);
  const unit = Number(`1e${exponent}`);
  const range = [(base + digitOf(text, at)!) * unit, (base + digitOf(text, at + 1)!) * unit] as const;
  // "十四五" is a plan before it is a count: without a multiplier, a counter must follow.
  return { start, end, script: 'han', range, rounded: false, weak: exponent === 0 };
}

/** The exponent of a bare run of multipliers, 十万 = 5, and its end. */
function chain(text: string, at: number): [exponent: number, end: number] {
  let exponent = 0;
  let i = at;
  const small = smallUnit(text, i);
  if (small !== undefined) {
    exponent += small;
    i++;
  }
  for (let big = bigUnit(text, i), count = 0; big !== undefined && count < 2; big = bigUnit(text, i), count++) {
    exponent += big;
    i++;
  }
  // 数十分 and 几千里 are fine, 数百三十 is not a vague number.
  return digitOf(text, i) === undefined ? [exponent, i] : [0, at];
}
