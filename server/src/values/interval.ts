/** Intervals of real numbers with open or closed ends. Knows nothing of units, hedges or text. */

/** `low` ≤ `high`; infinite ends are always open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Written as in mathematics: `interval('[', 200, 300, ')')`. */
export function interval(left: '[' | '(', low: number, high: number, right: ']' | ')'): Interval {
  return {
    low,
    high,
    lowOpen: left === '(' || low === -Infinity,
    highOpen: right === ')' || high === Infinity,
  };
}

export const point = (value: number): Interval => interval('[', value, value, ']');

export function isEmpty({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}

export function equalIntervals(a: Interval, b: Interval): boolean {
  return sameNumber(a.low, b.low) && sameNumber(a.high, b.high) && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;
}

/** No number lies in both. */
export const disjoint = (a: Interval, b: Interval): boolean => endsBefore(a, b) || endsBefore(b, a);

/**
 * Disjoint, but the closures share their one bound, which exactly one of the two excludes:
 * (200, ∞) and [200, 200]. Both strict, (70, ∞) and [0, 70), is an ordinary gap.
 */
export function meetAtStrictBound(a: Interval, b: Interval): boolean {
  if (!disjoint(a, b)) return false;
  if (sameNumber(a.high, b.low)) return a.highOpen !== b.lowOpen;
  return sameNumber(b.high, a.low) && b.highOpen !== a.lowOpen;
}

/** Every number of `inner` lies in `outer`. */
export function within(inner: Interval, outer: Interval): boolean {
  const low = sameNumber(inner.low, outer.low) ? inner.lowOpen || !outer.lowOpen : inner.low > outer.low;
  const high = sameNumber(inner.high, outer.high) ? inner.highOpen || !outer.highOpen : inner.high < outer.high;
  return low && high;
}

export const nested = (a: Interval, b: Interval): boolean => within(a, b) || within(b, a);

/** All sums of a number of `a` and one of `b`. */
export function sum(a: Interval, b: Interval): Interval {
  return {
    low: tidy(a.low + b.low),
    high: tidy(a.high + b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

/** All differences of a number of `a` and one of `b`. */
export const difference = (a: Interval, b: Interval): Interval => sum(a, scale(b, -1));

export function scale({ low, high, lowOpen, highOpen }: Interval, factor: number): Interval {
  if (factor === 0) return point(0);
  const [a, b] = [tidy(low * factor), tidy(high * factor)];
  return factor > 0
    ? { low: a, high: b, lowOpen, highOpen }
    : { low: b, high: a, lowOpen: highOpen, highOpen: lowOpen };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const lowest = a.low < b.low || (a.low === b.low && !a.lowOpen) ? a : b;
  const highest = a.high > b.high || (a.high === b.high && !a.highOpen) ? a : b;
  return { low: lowest.low, lowOpen: lowest.lowOpen, high: highest.high, highOpen: highest.highOpen };
}

/** Decimal fractions leave the 16th digit of a sum to chance; the first 15 are what was meant. */
export function tidy(value: number): number {
  return Number.isSafeInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}

function endsBefore(a: Interval, b: Interval): boolean {
  return sameNumber(a.high, b.low) ? a.highOpen || b.lowOpen : a.high < b.low;
}

/** Equal but for what decimal arithmetic and the conversion of units leave behind. */
export function sameNumber(a: number, b: number): boolean {
  if (a === b) return true;
  const scale = Math.max(Math.abs(a), Math.abs(b));
  return Number.isFinite(scale) && Math.abs(a - b) <= 1e-12 * scale;
}
