/** Intervals for people: in the words of a language, and in the notation of mathematics. Knows no claims. */

import { equalIntervals, type Interval } from '../values/interval.ts';
import type { IntervalWording } from './wording/comparisons.ts';

/** “more than 200; a reader expects more than 200 and at most 300”. */
export function intervalsInWords(hard: Interval, soft: Interval, words: IntervalWording): string {
  const certain = intervalInWords(hard, words);
  return equalIntervals(hard, soft) ? certain : words.expected(certain, intervalInWords(soft, words));
}

/** “[172, 172]”, “(200, ∞)”. Numbers have no separators: a comma stands between the ends. */
export function inNotation({ low, high, lowOpen, highOpen }: Interval): string {
  return `${lowOpen ? '(' : '['}${plain(low)}, ${plain(high)}${highOpen ? ')' : ']'}`;
}

/** “more than 200”. */
export function intervalInWords({ low, high, lowOpen, highOpen }: Interval, words: IntervalWording): string {
  if (low === high) return words.exactly(grouped(low));
  const [from, to] = [grouped(low), grouped(high)];
  if (high === Infinity) {
    // Nothing that is counted or measured here is less than none.
    if (low === -Infinity || (low === 0 && !lowOpen)) return words.any;
    return lowOpen ? words.moreThan(from) : words.atLeast(from);
  }
  if (low === -Infinity || (low === 0 && !lowOpen)) return highOpen ? words.lessThan(to) : words.atMost(to);
  return words.between(from, to, lowOpen, highOpen);
}

function plain(n: number): string {
  if (n === Infinity) return '∞';
  return n === -Infinity ? '-∞' : String(n);
}

/** Made when it is needed: that takes a tenth of the time in which a command is to start. */
let format: Intl.NumberFormat | undefined;

function separated(n: number): string {
  format ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 12 });
  return format.format(n);
}

/** Four digits stay together, as a year's do; more are set apart in threes. */
const grouped = (n: number): string => (Math.abs(n) < 10_000 ? plain(n) : separated(n));
