/** Whether the ends of a change and its stated size agree. Knows no claims and no text. */

import { placeValue } from './denotation.ts';
import { difference, disjoint, type Interval, interval, scale, tidy } from './interval.ts';
import type { Quantity } from './quantity.ts';

const SHARES = new Set(['%', 'per-mille', 'percentage-point']);

/**
 * `change` is a number of the same kind, or a percentage of `from`; its sign does not count, for "fell by 10" has none. A
 * number stands for what rounds to it as written: 5 % for 4.5 to 5.5, 5.2 % for 5.15 to 5.25.
 */
export function changeAgrees(from: Quantity, to: Quantity, change: Quantity): boolean {
  const step = magnitude(difference(to.hard, from.hard));
  const relative = change.unit === '%' && !(from.unit !== undefined && SHARES.has(from.unit));
  // Of a share both readings are in use: from 40 % to 50 % is "by 10 %" and "by 25 %".
  const ambiguous = change.unit === '%' && !relative;
  const stated = magnitude(asWritten(change, relative || ambiguous));
  const readings = relative ? [percentage(step, from)] : ambiguous ? [step, percentage(step, from)] : [step];
  return readings.some((reading) => reading === undefined || !disjoint(reading, stated));
}

/** What the change would have to be, exactly; nothing where an end is hedged or a percentage of nothing is asked for. */
export function computedChange(from: Quantity, to: Quantity, percent: boolean): number | undefined {
  const [a, b] = [from.nominal[0], to.nominal[0]];
  if (a === undefined || b === undefined || from.nominal.length > 1 || to.nominal.length > 1 || from.hedge || to.hedge)
    return undefined;
  if (!percent) return tidy(Math.abs(b - a));
  return a === 0 ? undefined : tidy((Math.abs(b - a) / Math.abs(a)) * 100);
}

function asWritten(change: Quantity, rounded: boolean): Interval {
  const [n] = change.nominal;
  if (!rounded || n === undefined || change.nominal.length > 1 || change.hedge) return change.hard;
  const half = Math.min(1, placeValue(n)) / 2;
  return interval('[', tidy(n - half), tidy(n + half), ']');
}

function percentage(step: Interval, from: Quantity): Interval | undefined {
  const base = magnitude(from.hard);
  if (base.low <= 0 || !Number.isFinite(base.high)) return undefined;
  const [low, high] = [scale(step, 100 / base.high), scale(step, 100 / base.low)];
  return { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen };
}

function magnitude(value: Interval): Interval {
  if (value.low >= 0) return value;
  if (value.high <= 0) return scale(value, -1);
  return interval('[', 0, Math.max(-value.low, value.high), ']');
}
