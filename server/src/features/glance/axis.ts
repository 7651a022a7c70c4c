/** A line of time, divided into as many days, months, years, decades… as can be told apart. Knows no documents. */

import { civilDate, dayNumber } from '../../values/calendar.ts';
import type { DayRange, TimeValue } from '../../values/time.ts';
import { timeInWords } from '../../values/timeWords.ts';

export type AxisUnit = 'day' | 'month' | 'year' | 'decade' | 'century' | 'millennium';

/** One part of it. */
export interface Bucket {
  /** In days since 1970-01-01, both inclusive. */
  readonly start: number;
  readonly end: number;
  /** In words. */
  readonly label: string;
  /** EDTF, to ask for nothing but this part; undefined where it cannot be divided any further. */
  readonly from?: string;
  readonly to?: string;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** In days since 1970-01-01, both inclusive. */
export interface Axis {
  readonly start: number;
  readonly end: number;
  readonly unit: AxisUnit;
  readonly ticks: readonly Tick[];
}

/** The axis, and what places things on it. */
export interface Line {
  readonly axis: Axis;
  within(time: TimeValue): { readonly start: number; readonly end: number };
  bucketOf(day: number): number;
  bucket(number: number): Bucket;
}

/** Bars narrower than a hundredth and a half of the line nobody can hit. */
const MOST_BUCKETS = 120;
const MOST_TICKS = 9;
const YEARS: Readonly<Record<AxisUnit, number>> = {
  day: 0,
  month: 0,
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
};
const UNITS: readonly AxisUnit[] = ['day', 'month', 'year', 'decade', 'century', 'millennium'];

/** Around `times`, and no further than `asked`; undefined where nothing has an end that is known. */
export function lineAround(times: readonly TimeValue[], asked: DayRange, locale: string): Line | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const reach = (day: number): void => {
    if (!Number.isFinite(day)) return;
    const inside = Math.min(Math.max(day, asked.earliest), asked.latest);
    first = Math.min(first, inside);
    last = Math.max(last, inside);
  };
  for (const { start, end } of times) for (const day of [start.earliest, end.latest]) reach(day);
  if (first > last) return undefined;
  const unit = UNITS.find((one) => number(one, last) - number(one, first) < MOST_BUCKETS) ?? 'millennium';
  const [from, to] = [startOf(unit, number(unit, first)), startOf(unit, number(unit, last) + 1) - 1];
  const clamp = (day: number): number => Math.min(Math.max(day, from), to);
  return {
    axis: { start: from, end: to, unit, ticks: ticksOf(from, to, locale) },
    within: ({ start, end }) => ({ start: clamp(start.earliest), end: clamp(end.latest) }),
    bucketOf: (day) => number(unit, clamp(day)),
    bucket: (at) => bucketOf(unit, at, locale),
  };
}

/** The number of the part of its kind that a day lies in. */
function number(unit: AxisUnit, day: number): number {
  if (unit === 'day') return day;
  const { year, month } = civilDate(day);
  return unit === 'month' ? year * 12 + month - 1 : Math.floor(year / YEARS[unit]);
}

function startOf(unit: AxisUnit, at: number): number {
  if (unit === 'day') return at;
  if (unit === 'month') return dayNumber(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1);
  return dayNumber(at * YEARS[unit], 1, 1);
}

function bucketOf(unit: AxisUnit, at: number, locale: string): Bucket {
  const [start, end] = [startOf(unit, at), startOf(unit, at + 1) - 1];
  const [from, to] = [edtfOf(start, unit), edtfOf(end, unit)];
  const label = from === to ? timeInWords(from, locale) : timeInWords(`${from}/${to}`, locale);
  return { start, end, label, ...(unit !== 'day' && { from, to }) };
}

/** No more exact than the unit. Years that EDTF writes with a `Y` are written so. */
function edtfOf(day: number, unit: AxisUnit): string {
  const { year, month, day: ofMonth } = civilDate(day);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const written = Math.abs(year) > 9999 ? `Y${year}` : year < 0 ? `-${digits}` : digits;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (unit === 'day') return `${written}-${two(month)}-${two(ofMonth)}`;
  return unit === 'month' ? `${written}-${two(month)}` : written;
}

function ticksOf(from: number, to: number, locale: string): readonly Tick[] {
  const steps: readonly (readonly [AxisUnit, number])[] = [
    ['day', 1],
    ['day', 7],
    ['month', 1],
    ['month', 3],
    ['month', 6],
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((years) => ['year', years] as const),
  ];
  const [unit, step] = steps.find(([unit, step]) => (number(unit, to) - number(unit, from)) / step <= MOST_TICKS) ?? [
    'year' as const,
    Math.ceil((number('year', to) - number('year', from)) / MOST_TICKS),
  ];
  const ticks: Tick[] = [];
  for (let at = Math.ceil(number(unit, from) / step) * step; startOf(unit, at) <= to; at += step) {
    const day = startOf(unit, at);
    if (day >= from) ticks.push({ day, label: timeInWords(edtfOf(day, unit), locale) });
  }
  return ticks;
}
