/** A resolved time as front matter writes it. Knows no text that it was read from. */

import { civilDate } from '../../values/calendar.ts';
import { type DayRange, monthRange, type TimeValue, yearRange } from '../../values/time.ts';

/** `2022-10-20`, `2022-10`, `2022`, `202X`, or two of them with a slash; undefined for a time that has no such form. */
export function edtfOf(time: TimeValue): string | undefined {
  const start = rangeIn(time.start);
  if (!time.interval) return start;
  const end = rangeIn(time.end);
  return start !== undefined && end !== undefined ? `${start}/${end}` : undefined;
}

function rangeIn(range: DayRange): string | undefined {
  if (!Number.isFinite(range.earliest) || !Number.isFinite(range.latest)) return undefined;
  const { year, month, day } = civilDate(range.earliest);
  if (year < 0 || year > 9999) return undefined;
  if (range.earliest === range.latest) return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  if (same(range, monthRange(year, month))) return `${padded(year, 4)}-${padded(month, 2)}`;
  if (same(range, yearRange(year))) return padded(year, 4);
  const decade = year % 10 === 0 && range.earliest === yearRange(year).earliest;
  return decade && range.latest === yearRange(year + 9).latest ? `${padded(year, 4).slice(0, 3)}X` : undefined;
}

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

const same = (a: DayRange, b: DayRange): boolean => a.earliest === b.earliest && a.latest === b.latest;
