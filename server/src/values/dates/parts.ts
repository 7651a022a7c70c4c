/** The parts of a date as written, and the days that they make once the missing ones are known. Knows no text. */

import { dayNumber, daysInMonth } from '../calendar.ts';
import { type DayRange, monthRange, type Precision, seasonRange, yearRange } from '../time.ts';

/** One of the finer parts at most beside `year` and `month`. Numbers as in EDTF: seasons 21 to 24. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
  /** 1 to 4. */
  readonly quarter?: number;
  /** 1 or 2. */
  readonly half?: number;
  /** First year of a decade or century, and of the next. */
  readonly years?: readonly [first: number, beyond: number];
}

export type MissingPart = 'year' | 'month' | 'day';

/** What must be known besides, the coarser first. */
export function missingParts(parts: DateParts): readonly MissingPart[] {
  if (parts.years) return [];
  const missing: MissingPart[] = [];
  if (parts.year === undefined) missing.push('year');
  if (parts.day !== undefined && parts.month === undefined) missing.push('month');
  return missing;
}

/** The days of complete parts; undefined for a day that no calendar has. */
export function daysOfParts(parts: DateParts): (DayRange & { readonly precision: Precision }) | undefined {
  const { year, month, day } = parts;
  if (parts.years) {
    const [first, beyond] = parts.years;
    return {
      earliest: dayNumber(first, 1, 1),
      latest: dayNumber(beyond, 1, 1) - 1,
      precision: beyond - first > 10 ? 'century' : 'decade',
    };
  }
  if (year === undefined) return undefined;
  if (month !== undefined) {
    if (month < 1 || month > 12) return undefined;
    if (day === undefined) return { ...monthRange(year, month), precision: 'month' };
    if (day < 1 || day > daysInMonth(year, month)) return undefined;
    const days = dayNumber(year, month, day);
    return { earliest: days, latest: days, precision: 'day' };
  }
  if (parts.season !== undefined) return { ...seasonRange(year, parts.season), precision: 'season' };
  if (parts.quarter !== undefined)
    return { ...months(year, 3 * parts.quarter - 2, 3 * parts.quarter), precision: 'season' };
  if (parts.half !== undefined) return { ...months(year, 6 * parts.half - 5, 6 * parts.half), precision: 'season' };
  return { ...yearRange(year), precision: 'year' };
}

/** Whether a date can be none in any year: a 31 April, a thirteenth month. */
export function isImpossible({ year, month, day }: DateParts): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return true;
  return day !== undefined && (day < 1 || day > daysInMonth(year ?? 2000, month ?? 1));
}

const months = (year: number, first: number, last: number): DayRange => ({
  earliest: monthRange(year, first).earliest,
  latest: monthRange(year, last).latest,
});
