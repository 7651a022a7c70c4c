/** Times as EDTF writes them, and how two of them lie: days, uncertain ends, overlap, order. Knows no running text. */

import { DURATION } from '../core/duration.ts';
import { addMonths, dayNumber, daysInMonth } from './calendar.ts';
import { type Problem, problem } from './problem.ts';
import { rememberedText } from './remembered.ts';

/** Days since 1970-01-01, both inclusive; ±Infinity where nothing bounds them. */
export interface DayRange {
  readonly earliest: number;
  readonly latest: number;
}

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval';

/**
 * A date (`interval` false) is some instant between its first and its last day, so that `start` and `end` are the same
 * range. An interval holds throughout, from some day of `start` to some day of `end`.
 */
export interface TimeValue {
  readonly source: string;
  readonly interval: boolean;
  readonly start: DayRange;
  readonly end: DayRange;
  /** Of the date, or `interval`. */
  readonly precision: Precision;
  /** Written with `?` or `%`. Lowers severity, widens nothing. */
  readonly uncertain: boolean;
  /** Written with `~` or `%`: each end is already widened by one unit of its precision. */
  readonly approximate: boolean;
  /** Neither end of the interval is open or unknown. True for dates. */
  readonly bounded: boolean;
}

export type Likelihood = 'certain' | 'possible' | 'none';

/**
 * EDTF levels 0 and 1 (ISO 8601-2): dates, date-times (by their day), intervals with open (`..`) and unknown (empty) ends,
 * `?` `~` `%`, X, seasons 21 to 24, years before 0 and after 9999 (`Y12345`). Problems: `empty`, `no-year`,
 * `impossible-date`, `reversed-interval`, `not-a-time`.
 */
export const parseEdtf = rememberedText((source: string): TimeValue | Problem => {
  const text = source.trim();
  if (text === '') return problem('empty', source);
  const slash = text.indexOf('/');
  if (slash < 0) {
    const date = parseDate(text);
    return typeof date === 'string' ? problem(date, source) : asDate(source, date);
  }
  const left = parseEnd(text.slice(0, slash));
  const right = parseEnd(text.slice(slash + 1));
  if (typeof left === 'string' && left !== 'open' && left !== 'unknown') return problem(left, source);
  if (typeof right === 'string' && right !== 'open' && right !== 'unknown') return problem(right, source);
  if (typeof left === 'string' && typeof right === 'string') return problem('not-a-time', source);
  return asInterval(source, left as End, right as End);
});

/** A range of days as a date: some instant in it. */
export function dateOf(source: string, earliest: number, latest: number, precision: Precision): TimeValue {
  const range = { earliest, latest };
  return {
    source,
    interval: false,
    start: range,
    end: range,
    precision,
    uncertain: false,
    approximate: false,
    bounded: true,
  };
}

/** Throughout, from some day of `start` to some day of `end`. */
export function intervalOf(source: string, start: DayRange, end: DayRange): TimeValue {
  return {
    source,
    interval: true,
    start,
    end,
    precision: 'interval',
    uncertain: false,
    approximate: false,
    bounded: true,
  };
}

export function yearRange(year: number): DayRange {
  return { earliest: dayNumber(year, 1, 1), latest: dayNumber(year, 12, 31) };
}

export function monthRange(year: number, month: number): DayRange {
  return { earliest: dayNumber(year, month, 1), latest: dayNumber(year, month, daysInMonth(year, month)) };
}

/**
 * Whether some day belongs to both: surely, if it does however the coarse parts of both are read; possibly, if it can.
 * Two coarse dates overlap possibly at most; a coarse date that lies inside an interval overlaps it surely.
 */
export function overlap(a: TimeValue, b: TimeValue): Likelihood {
  if (a.start.latest <= b.end.earliest && b.start.latest <= a.end.earliest) return 'certain';
  return mayMeet(a, b) ? 'possible' : 'none';
}

/** Some instant is possible in both. */
export const mayMeet = (a: TimeValue, b: TimeValue): boolean =>
  a.start.earliest <= b.end.latest && b.start.earliest <= a.end.latest;

/** Whether `a` ends before `b` begins. */
export function before(a: TimeValue, b: TimeValue): Likelihood {
  if (a.end.latest < b.start.earliest) return 'certain';
  return a.end.earliest < b.start.latest ? 'possible' : 'none';
}

/** The same days, however written. */
export function equalTimes(a: TimeValue, b: TimeValue): boolean {
  return a.interval === b.interval && sameRange(a.start, b.start) && sameRange(a.end, b.end);
}

/** Everything that `inner` may be lies within what `outer` may be. */
export const insideTime = (inner: TimeValue, outer: TimeValue): boolean =>
  outer.start.earliest <= inner.start.earliest && inner.end.latest <= outer.end.latest;

export const sameRange = (a: DayRange, b: DayRange): boolean => a.earliest === b.earliest && a.latest === b.latest;

/** A span of time by the calendar; weeks are counted as days. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

/** `P6M`, `P1Y2M10D`, `P2W`, `P0D`; times of day make no days, and are refused. Problem: `not-a-duration`. */
export function parseDuration(source: string): Duration | Problem {
  const match = DURATION.exec(source.trim());
  if (!match) return problem('not-a-duration', source);
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0));
  return { months: years! * 12 + months!, days: weeks! * 7 + days! };
}

/** What a claim that holds at `time` is taken to cover if it stays true so long before and after: an interval, throughout. */
export function widen(time: TimeValue, holds: Duration): TimeValue {
  if (holds.months === 0 && holds.days === 0) return time;
  const shift = (days: number, sign: 1 | -1): number => addMonths(days, sign * holds.months) + sign * holds.days;
  return {
    ...time,
    interval: true,
    precision: 'interval',
    start: { earliest: shift(time.start.earliest, -1), latest: shift(time.start.latest, -1) },
    end: { earliest: shift(time.end.earliest, 1), latest: shift(time.end.latest, 1) },
  };
}

/** Overlap of two states that each hold for a while: one's time lies within the other's, so widened. */
export function overlapHolding(a: TimeValue, b: TimeValue, holds: Duration): Likelihood {
  const [left, right] = [overlap(a, widen(b, holds)), overlap(widen(a, holds), b)];
  if (left === 'certain' || right === 'certain') return 'certain';
  return left === 'possible' || right === 'possible' ? 'possible' : 'none';
}

interface End extends DayRange {
  readonly precision: Precision;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

type Fault = 'not-a-time' | 'no-year' | 'impossible-date';

function asDate(source: string, end: End): TimeValue {
  return {
    ...dateOf(source, end.earliest, end.latest, end.precision),
    uncertain: end.uncertain,
    approximate: end.approximate,
  };
}

function asInterval(
  source: string,
  left: End | 'open' | 'unknown',
  right: End | 'open' | 'unknown',
): TimeValue | Problem {
  const given = (end: End | 'open' | 'unknown'): end is End => typeof end !== 'string';
  // An unknown end lies somewhere on its side of the other one; an open one beyond every day.
  const start = given(left)
    ? left
    : { earliest: -Infinity, latest: left === 'open' ? -Infinity : (right as End).latest };
  const end = given(right)
    ? right
    : { earliest: right === 'open' ? Infinity : (left as End).earliest, latest: Infinity };
  if (start.earliest > end.latest) return problem('reversed-interval', source);
  return {
    source,
    interval: true,
    start: { earliest: start.earliest, latest: start.latest },
    end: { earliest: end.earliest, latest: end.latest },
    precision: 'interval',
    uncertain: (given(left) && left.uncertain) || (given(right) && right.uncertain),
    approximate: (given(left) && left.approximate) || (given(right) && right.approximate),
    bounded: given(left) && given(right),
  };
}

function parseEnd(text: string): End | 'open' | 'unknown' | Fault {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parseDate(text);
}

const DATE = /^(-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\dXXX|-?XXXX|Y-?\d{5,9})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?$/;
const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;
const YEARLESS = /^(?:--)?\d{1,2}-\d{1,2}$/;

function parseDate(text: string): End | Fault {
  if (YEARLESS.test(text)) return 'no-year';
  const match = DATE.exec(DATE_TIME.exec(text)?.[1] ?? text);
  if (!match) return 'not-a-time';
  const [, written = '', month, day, mark] = match;
  const range = daysOf(written, month, day);
  if (typeof range === 'string') return range;
  const approximate = mark === '~' || mark === '%';
  return { ...(approximate ? around(range) : range), uncertain: mark === '?' || mark === '%', approximate };
}

type Dated = DayRange & { readonly precision: Precision };

function daysOf(written: string, month: string | undefined, day: string | undefined): Dated | Fault {
  const digits = written.replace('Y', '');
  const unspecified = digits.split('X').length - 1;
  if (unspecified > 0) {
    if (month !== undefined && (month !== 'XX' || (day !== undefined && day !== 'XX'))) return 'not-a-time';
    if (unspecified === 4) return { earliest: -Infinity, latest: Infinity, precision: 'century' };
    const [a, b] = [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))];
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return {
      earliest: dayNumber(from, 1, 1),
      latest: dayNumber(to, 12, 31),
      precision: unspecified === 1 ? 'decade' : 'century',
    };
  }
  const year = Number(digits);
  if (month === undefined || (month === 'XX' && (day === undefined || day === 'XX')))
    return { ...yearRange(year), precision: 'year' };
  if (month === 'XX') return 'not-a-time';
  const number = Number(month);
  if (number >= 21 && number <= 24)
    return day === undefined ? { ...seasonRange(year, number), precision: 'season' } : 'not-a-time';
  if (number < 1 || number > 12) return 'impossible-date';
  if (day === undefined || day === 'XX') return { ...monthRange(year, number), precision: 'month' };
  if (Number(day) < 1 || Number(day) > daysInMonth(year, number)) return 'impossible-date';
  const days = dayNumber(year, number, Number(day));
  return { earliest: days, latest: days, precision: 'day' };
}

/** Meteorological, of the northern hemisphere: spring is March to May; winter runs from December into the next year. */
export function seasonRange(year: number, season: number): DayRange {
  const first = 3 * (season - 20);
  const next = first === 12 ? year + 1 : year;
  return { earliest: monthRange(year, first).earliest, latest: monthRange(next, first === 12 ? 2 : first + 2).latest };
}

/** One unit of its precision more on either side. */
function around(range: Dated): Dated {
  const months: Readonly<Partial<Record<Precision, number>>> = {
    month: 1,
    season: 3,
    year: 12,
    decade: 120,
    century: 1200,
  };
  const shift = months[range.precision];
  if (shift === undefined) return { ...range, earliest: range.earliest - 1, latest: range.latest + 1 };
  return {
    ...range,
    earliest: addMonths(range.earliest, -shift),
    latest: Number.isFinite(range.latest) ? addMonths(range.latest + 1, shift) - 1 : range.latest,
  };
}
