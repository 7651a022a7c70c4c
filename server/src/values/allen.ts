/** Which of Allen's thirteen relations may hold between two times whose ends are only known to lie in ranges of days. */

import type { DayRange, TimeValue } from './time.ts';

export type AllenRelation =
  | 'before'
  | 'meets'
  | 'overlaps'
  | 'starts'
  | 'during'
  | 'finishes'
  | 'equals'
  | 'after'
  | 'met-by'
  | 'overlapped-by'
  | 'started-by'
  | 'contains'
  | 'finished-by';

type Sign = '<' | '=' | '>';

/** Each relation by the order of start and start, end and end, start and end, end and start. */
const RELATIONS: readonly (readonly [AllenRelation, Sign, Sign, Sign, Sign])[] = [
  ['before', '<', '<', '<', '<'],
  ['meets', '<', '<', '<', '='],
  ['overlaps', '<', '<', '<', '>'],
  ['starts', '=', '<', '<', '>'],
  ['during', '>', '<', '<', '>'],
  ['finishes', '>', '=', '<', '>'],
  ['equals', '=', '=', '<', '>'],
  ['after', '>', '>', '>', '>'],
  ['met-by', '>', '>', '=', '>'],
  ['overlapped-by', '>', '>', '<', '>'],
  ['started-by', '=', '>', '<', '>'],
  ['contains', '<', '>', '<', '>'],
  ['finished-by', '<', '=', '<', '>'],
];

/**
 * J. F. Allen, "Maintaining knowledge about temporal intervals" (1983), on half-open days, so that a time that ends the
 * day before another begins meets it. The four orders are judged one by one: where ends depend on each other, a relation
 * too many may be listed, never one too few.
 */
export function possibleRelations(a: TimeValue, b: TimeValue): readonly AllenRelation[] {
  const [endA, endB] = [after(a.end), after(b.end)];
  return RELATIONS.filter(
    ([, starts, ends, startEnd, endStart]) =>
      may(a.start, starts, b.start) &&
      may(endA, ends, endB) &&
      may(a.start, startEnd, endB) &&
      may(endA, endStart, b.start),
  ).map(([relation]) => relation);
}

const after = ({ earliest, latest }: DayRange): DayRange => ({ earliest: earliest + 1, latest: latest + 1 });

function may(a: DayRange, sign: Sign, b: DayRange): boolean {
  if (sign === '<') return a.earliest < b.latest;
  if (sign === '>') return a.latest > b.earliest;
  return a.earliest <= b.latest && b.earliest <= a.latest;
}
