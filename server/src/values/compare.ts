/** The verdicts of section 9 on two values, and whether a quote says what its claim says. Knows no claims and no severities. */

import { textKey } from '../core/textKey.ts';
import type { Hedge } from './denotation.ts';
import { disjoint, equalIntervals, type Interval, meetAtStrictBound, nested, sameNumber } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { equalTimes, insideTime, mayMeet, type TimeValue } from './time.ts';
import type { Units } from './units.ts';

/**
 * - `equal`: the same hard and expected interval
 * - `refinement`: one says more exactly what the other says, or both overlap in part
 * - `tension`: both can be true, but no reader would expect it
 * - `hedge-dropped`: "more than 200" and "200": they meet at a bound that only one of them excludes
 * - `conflict`: both cannot be true
 */
export type QuantityVerdict = 'equal' | 'refinement' | 'tension' | 'hedge-dropped' | 'conflict';

/** Nothing where their units do not convert. A quantity without a unit is taken to have the other's. */
export function compareQuantities(a: Quantity, b: Quantity, units: Units): QuantityVerdict | undefined {
  const other = inUnitOf(a, b, units);
  if (!other) return undefined;
  if (meetAtStrictBound(a.hard, other.hard)) return 'hedge-dropped';
  if (disjoint(a.hard, other.hard)) return 'conflict';
  if (disjoint(a.soft, other.soft)) return 'tension';
  return equalIntervals(a.hard, other.hard) && equalIntervals(a.soft, other.soft) ? 'equal' : 'refinement';
}

/** Whether one of the two lies wholly in the other: what a translation may do. */
export function nestedQuantities(a: Quantity, b: Quantity, units: Units): boolean {
  const other = inUnitOf(a, b, units);
  return other !== undefined && nested(a.hard, other.hard);
}

const SLIPS = [10, 100, 1000, 1e4, 1e8];

/**
 * By which power of ten the nominal numbers are apart, if it is one that comes of counting by 万 and 亿 in one language
 * and by thousands in the other: 10, 100, 1,000, 10⁴ or 10⁸, within 1 %.
 */
export function wanYiRatio(a: Quantity, b: Quantity, units: Units): number | undefined {
  const other = inUnitOf(a, b, units)?.nominal;
  if (!other || a.nominal.length === 0 || a.nominal.length !== other.length) return undefined;
  return SLIPS.find((slip) =>
    a.nominal.every((n, i) => {
      const [low, high] = [Math.min(Math.abs(n), Math.abs(other[i]!)), Math.max(Math.abs(n), Math.abs(other[i]!))];
      return low > 0 && Math.sign(n) === Math.sign(other[i]!) && Math.abs(high / low - slip) <= slip / 100;
    }),
  );
}

/** Whether a quantity of the quote says the claim's value: the same nominal numbers, hedge and rounding apart, or the same H. */
export function quantitySupports(value: Quantity, quoted: Quantity, units: Units): boolean {
  if (value.ordinal !== quoted.ordinal) return false;
  const other = inUnitOf(value, quoted, units);
  if (!other) return false;
  const sameNominal =
    value.nominal.length > 0 &&
    value.nominal.length === other.nominal.length &&
    value.nominal.every((n, i) => sameNumber(n, other.nominal[i]!));
  return sameNominal || equalIntervals(value.hard, other.hard);
}

/** The quote hedges, and the value does not or with another class of the table; 多 and 余 count as more than. */
export function dropsHedge(value: Quantity, quoted: Quantity): boolean {
  return quoted.hedge !== undefined && classOf(quoted.hedge) !== classOf(value.hedge);
}

const classOf = (hedge: Hedge | undefined): Hedge | undefined => (hedge === 'some-more' ? 'more-than' : hedge);

export type TimeVerdict = 'equal' | 'refinement' | 'conflict';

/** Some instant that is possible in both makes them agree. */
export function compareTimes(a: TimeValue, b: TimeValue): TimeVerdict {
  if (equalTimes(a, b)) return 'equal';
  return mayMeet(a, b) ? 'refinement' : 'conflict';
}

/** Whether a time of the quote says the claim's: equal, or one inside the other; two bounded intervals at both ends. */
export function timeSupports(value: TimeValue, quoted: TimeValue): boolean {
  if (value.interval && quoted.interval && value.bounded && quoted.bounded) {
    return nestedRanges(value.start, quoted.start) && nestedRanges(value.end, quoted.end);
  }
  return insideTime(value, quoted) || insideTime(quoted, value);
}

function nestedRanges(a: TimeValue['start'], b: TimeValue['start']): boolean {
  const inside = (inner: TimeValue['start'], outer: TimeValue['start']): boolean =>
    outer.earliest <= inner.earliest && inner.latest <= outer.latest;
  return inside(a, b) || inside(b, a);
}

/** One text in one or several languages, by BCP 47 tag. */
export type TextValue = Readonly<Record<string, string>>;

export type TextVerdict = 'equal' | 'different' | 'incomparable';

/** Equal if any two of them are; else different where they share a language, and not comparable where they do not. */
export function compareTexts(a: TextValue, b: TextValue): TextVerdict {
  const keys = new Set(Object.values(a).map(textKey));
  if (Object.values(b).some((text) => keys.has(textKey(text)))) return 'equal';
  const languages = new Set(Object.keys(a).map(primaryLanguage));
  return Object.keys(b).some((tag) => languages.has(primaryLanguage(tag))) ? 'different' : 'incomparable';
}

const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

interface Converted {
  readonly hard: Interval;
  readonly soft: Interval;
  readonly nominal: readonly number[];
}

/** `b` in the unit of `a`. */
function inUnitOf(a: Quantity, b: Quantity, units: Units): Converted | undefined {
  if (a.unit === undefined || b.unit === undefined || a.unit === b.unit) return b;
  const [from, to] = [b.unit, a.unit];
  const [hard, soft] = [units.convert(b.hard, from, to), units.convert(b.soft, from, to)];
  if (!hard || !soft) return undefined;
  const nominal: number[] = [];
  for (const n of b.nominal) {
    const one = units.convert({ low: n, high: n, lowOpen: false, highOpen: false }, from, to);
    // Between days and months a number becomes a stretch of them: it has no nominal value there.
    if (one && sameNumber(one.low, one.high)) nominal.push(one.low);
  }
  return { hard, soft, nominal: nominal.length === b.nominal.length ? nominal : [] };
}
