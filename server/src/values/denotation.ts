/** What a number under a hedge denotes: the table of section 6, as arithmetic. Knows no words of any language. */

import { hull, type Interval, interval, point, tidy } from './interval.ts';

/**
 * The classes of hedges in the table of section 6. `some-more` is 多, 余 and "-odd"; between a claim and its quote it
 * counts as `more-than`.
 */
export type Hedge = 'more-than' | 'at-least' | 'some-more' | 'nearly' | 'less-than' | 'at-most' | 'up-to' | 'about';

/** Expected widths as fractions of the nominal number; a corpus may set its own. */
export interface Widths {
  readonly about: number;
  readonly nearly: number;
}

export const DEFAULT_WIDTHS: Widths = { about: 0.1, nearly: 0.1 };

/** A hard interval, outside which the phrase is false, and inside it the soft one, where a reader expects the number. */
export interface Denotation {
  readonly hard: Interval;
  readonly soft: Interval;
}

/** u(n): the place value of n's last non-zero digit; u(835500) = 100, u(1.4) = 0.1. */
export function placeValue(n: number): number {
  if (n === 0) return 1;
  const [mantissa, exponent] = scientific(n);
  return Number(`1e${exponent - (mantissa.length - 1)}`);
}

/** How many digits n has from its first to its last that is not zero. */
export const significantDigits = (n: number): number => (n === 0 ? 1 : scientific(n)[0].length);

/** `rounded`: the number was written with fewer than three digits before a multiplier, so that it stands for its surroundings. */
export function denote(
  n: number,
  hedge: Hedge | undefined,
  rounded: boolean,
  widths: Widths = DEFAULT_WIDTHS,
): Denotation {
  if (hedge === undefined && !rounded) return same(point(n));
  const u = placeValue(n);
  const magnitude = Math.abs(n);
  const floor = n > 0 ? 0 : -Infinity;
  switch (hedge) {
    case undefined:
      return n === 0 ? same(point(n)) : same(interval('[', tidy(n - u / 2), tidy(n + u / 2), ')'));
    case 'more-than':
      return { hard: interval('(', n, Infinity, ')'), soft: interval('(', n, tidy(n + u), ']') };
    case 'at-least':
      return { hard: interval('[', n, Infinity, ')'), soft: interval('[', n, tidy(n + u), ']') };
    case 'some-more':
      return same(interval('(', n, tidy(n + u), ')'));
    case 'nearly':
      return below(n, floor, ')', Math.min(u, magnitude * widths.nearly));
    case 'less-than':
      return below(n, floor, ')', u);
    case 'at-most':
      return below(n, floor, ']', u);
    case 'up-to':
      return {
        hard: interval('[', Math.min(0, n), Infinity, ')'),
        soft: interval('[', Math.min(0, n), Math.max(0, n), ']'),
      };
    case 'about': {
      const width = magnitude * widths.about;
      return {
        hard: interval(n < 0 ? '(' : '[', n < 0 ? -Infinity : 0, Infinity, ')'),
        soft: interval('[', n < 0 ? tidy(n - width) : Math.max(0, tidy(n - width)), tidy(n + width), ']'),
      };
    }
  }
}

/** "a to b": everything from one to the other, in whatever order they come; a hedge before it holds for both ends. */
export function denoteRange(
  a: number,
  b: number,
  hedge: Hedge | undefined,
  widths: Widths = DEFAULT_WIDTHS,
): Denotation {
  const [low, high] = [denote(Math.min(a, b), hedge, false, widths), denote(Math.max(a, b), hedge, false, widths)];
  return { hard: hull(low.hard, high.hard), soft: hull(low.soft, high.soft) };
}

/** "dozens of", 数百: at least twice the power of ten, and hardly as much as the next. */
export function denoteTens(exponent: number): Denotation {
  const unit = Number(`1e${exponent}`);
  return { hard: interval('[', 2 * unit, Infinity, ')'), soft: interval('[', 2 * unit, 10 * unit, ')') };
}

/** 上百: at least the power of ten. */
export function denoteUpwards(exponent: number): Denotation {
  const unit = Number(`1e${exponent}`);
  return { hard: interval('[', unit, Infinity, ')'), soft: interval('[', unit, 2 * unit, ')') };
}

export const same = (hard: Interval): Denotation => ({ hard, soft: hard });

function below(n: number, floor: number, end: ')' | ']', width: number): Denotation {
  const low = Math.max(floor, tidy(n - width));
  // Below nothing at all only "fewer than none" is left: an empty interval is no denotation.
  if (n === 0) return same(interval('[', 0, 0, ']'));
  return { hard: interval('[', floor, n, end), soft: interval('[', low, n, end) };
}

function scientific(n: number): [mantissa: string, exponent: number] {
  const [mantissa = '', exponent = '0'] = Math.abs(n).toExponential().split('e');
  return [mantissa.replace('.', ''), Number(exponent)];
}
