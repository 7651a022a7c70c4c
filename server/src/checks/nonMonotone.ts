/** A figure that only grows, or only falls, and has gone the other way. */

import type { Property } from '../core/vocabulary.ts';
import { before } from '../values/time.ts';
import type { Units } from '../values/units.ts';
import type { Check, Report, View } from './engine/check.ts';
import { doubtsOf, scopeOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { standsOn } from './statements/placement.ts';
import { timeFixes } from './statements/remedies.ts';
import { oncePerGroup } from './statements/remembered.ts';
import { Series } from './statements/series.ts';
import { type Lexicon, type Statement, statementsIn } from './statements/statement.ts';
import { timed } from './statements/words.ts';
import { unitsOf } from './valueKind.ts';

export const nonMonotone: Check = {
  code: 'non-monotone',
  severity: 'warning',
  beyond: true,
  document: ({ view, document }) => turnsIn(view, document.path),
  records: ({ view, file }) => turnsIn(view, file.path),
};

function* turnsIn(view: View, path: string): Iterable<Report> {
  const lexicon = lexiconOf(view);
  for (const [subject, name] of groupsOf(view, path)) {
    const property = view.corpus.vocabulary.properties.get(name);
    if (!property?.direction || (property.time !== 'state' && property.time !== 'cumulative')) continue;
    const group = view.group(subject, name);
    for (const { earlier, later } of (group && turnsOf(group, subject, property, lexicon).get(path)) ?? []) {
      const own = [earlier, later].find((one) => standsOn(one, one === later ? earlier : later, view))!;
      if (own.member.head.path === path) yield report(view, own, own === later ? earlier : later, property.direction);
    }
  }
}

function report(view: View, own: Statement, other: Statement, direction: Direction): Report {
  const isDefault = [own, other].some(({ basis }) => basis === 'about' || basis === 'date');
  const goesOn = (a: Statement, b: Statement): boolean =>
    [[a, b] as const, [b, a] as const].some(
      ([first, second]) =>
        before(first.time!, second.time!) === 'certain' && goesBack(first, second, direction, unitsOf(view.settings)),
    );
  return reportOn(view, own, other, {
    severity: 'warning',
    doubts: doubtsOf(own, other, scopeOf(own, other, lexiconOf(view)) === 'silent', isDefault),
    variant: direction,
    fixes: () => timeFixes(view, own, other, goesOn),
    params: { ...timed('time', own), ...timed('otherTime', other) },
  });
}

interface Turn {
  readonly earlier: Statement;
  readonly later: Statement;
}

/** The turns of a group that the files have a side in, by path. */
const turnsOf = oncePerGroup((group, subject, property, lexicon): ReadonlyMap<string, readonly Turn[]> => {
  const dated = statementsIn(group, subject, property, lexicon).filter(isDated);
  const series = new Series(dated, ({ time }) => time!.end.latest, property, lexicon);
  const units = unitsOf(lexicon.settings);
  const turns = new Map<string, Turn[]>();
  for (const later of dated) {
    const earlier = predecessorOf(later, series, lexicon);
    if (!earlier || !goesBack(earlier, later, property.direction!, units)) continue;
    for (const path of new Set([earlier, later].map(({ member }) => member.head.path))) {
      turns.set(path, turns.get(path) ?? []);
      turns.get(path)!.push({ earlier, later });
    }
  }
  return turns;
});

const isDated = ({ claim, time, meaning, ended }: Statement): boolean =>
  claim.stance === 'asserts' && !ended && time !== undefined && meaning.kind === 'quantity';

/** The last statement that holds certainly before: a long series turns once, however many values lie before the turn. */
function predecessorOf(later: Statement, series: Series, lexicon: Lexicon): Statement | undefined {
  for (const one of series.backwards(later, later.time!.start.earliest)) {
    const isSelf = one.member === later.member && one.claim.key === later.claim.key;
    if (!isSelf && scopeOf(later, one, lexicon) !== 'different') return one;
  }
  return undefined;
}

type Direction = NonNullable<Property['direction']>;

/** Whether no reading of the later value lies on the right side of the earlier one. */
function goesBack(earlier: Statement, later: Statement, direction: Direction, units: Units): boolean {
  if (earlier.meaning.kind !== 'quantity' || later.meaning.kind !== 'quantity') return false;
  const [from, to] = [earlier.meaning.quantity, later.meaning.quantity];
  const converted =
    to.unit === undefined || from.unit === undefined ? to.hard : units.convert(to.hard, to.unit, from.unit);
  if (!converted) return false;
  const [low, high] = direction === 'up' ? [converted, from.hard] : [from.hard, converted];
  return low.high < high.low || (low.high === high.low && (low.highOpen || high.lowOpen));
}
