/** How the tests of the values layer write what they expect: intervals, quantities and times in one line each. */

import { civilDate } from '../../server/src/values/calendar.ts';
import type { Interval } from '../../server/src/values/interval.ts';
import type { Problem } from '../../server/src/values/problem.ts';
import type { QuantityExpression, QuantityValue } from '../../server/src/values/quantity.ts';
import type { TimeValue } from '../../server/src/values/time.ts';

export function writeInterval({ low, high, lowOpen, highOpen }: Interval): string {
  const side = (n: number): string => (Number.isFinite(n) ? String(n) : n < 0 ? '-∞' : '∞');
  return `${lowOpen ? '(' : '['}${side(low)}, ${side(high)}${highOpen ? ')' : ']'}`;
}

/** `H` alone where S is the same; then the unit, if any. */
export function writeValue(value: QuantityValue | Problem): string {
  if ('problem' in value) return value.problem;
  if (value.kind === 'change') {
    return `${writeValue({ ...value.from, kind: 'quantity' })} -> ${writeValue({ ...value.to, kind: 'quantity' })}`;
  }
  const [hard, soft] = [writeInterval(value.hard), writeInterval(value.soft)];
  return [hard, ...(soft === hard ? [] : [soft]), ...(value.unit === undefined ? [] : [value.unit])].join(' ');
}

/** `[text]` with the unit's id, and `#` before an ordinal. */
export function writeFound(text: string, found: readonly QuantityExpression[]): string {
  return found
    .map(({ span, unit, ordinal, role }) => {
      const written = text.slice(span.start, span.end);
      const id = ordinal || unit === undefined ? '' : `:${unit}`;
      return `${ordinal ? '#' : ''}${written}${id}${role ? `/${role}` : ''}`;
    })
    .join(' | ');
}

export function writeDay(days: number): string {
  if (!Number.isFinite(days)) return days < 0 ? '-∞' : '∞';
  const { year, month, day } = civilDate(days);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** A date by its first and last day; an interval by the ranges of its ends. */
export function writeTime(time: TimeValue | undefined): string {
  if (!time) return '?';
  const range = ({ earliest, latest }: TimeValue['start']): string =>
    earliest === latest ? writeDay(earliest) : `${writeDay(earliest)}..${writeDay(latest)}`;
  return time.interval ? `${range(time.start)} / ${range(time.end)}` : range(time.start);
}
