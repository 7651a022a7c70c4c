/** A figure that only grows, or only falls, and has gone the other way. */

import { before } from '../values/time.ts';
import type { Check, Report, View } from './check.ts';
import { doubtsOf, scopeOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { standsOn } from './statements/placement.ts';
import { timeFixes } from './statements/remedies.ts';
import { type Statement, statementsIn } from './statements/statement.ts';
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
    const all = statementsIn(view.group(subject, name), subject, property, lexicon).filter(isDated);
    for (const later of all) {
      const earlier = predecessorOf(later, all, (one) => scopeOf(later, one, lexicon) !== 'different');
      if (!earlier || !goesBack(earlier, later, property.direction, view)) continue;
      const own = [earlier, later].find((one) => standsOn(one, one === later ? earlier : later, view))!;
      if (own.member.head.path !== path) continue;
      const isDefault = [earlier, later].some(({ basis }) => basis === 'about' || basis === 'date');
      const turns = (a: Statement, b: Statement): boolean =>
        [[a, b] as const, [b, a] as const].some(
          ([first, second]) =>
            before(first.time!, second.time!) === 'certain' && goesBack(first, second, property.direction!, view),
        );
      const silent = scopeOf(later, earlier, lexicon) === 'silent';
      yield reportOn(view, own, own === later ? earlier : later, {
        severity: 'warning',
        doubts: doubtsOf(earlier, later, silent, isDefault),
        variant: property.direction,
        fixes: () => timeFixes(view, own, own === later ? earlier : later, turns),
        params: { ...timed('time', own), ...timed('otherTime', own === later ? earlier : later) },
      });
    }
  }
}

const isDated = ({ claim, time, meaning }: Statement): boolean =>
  claim.stance === 'asserts' && !claim.ended && time !== undefined && meaning.kind === 'quantity';

/** The last statement that holds certainly before: a long series turns once, however many values lie before the turn. */
function predecessorOf(
  later: Statement,
  all: readonly Statement[],
  fits: (one: Statement) => boolean,
): Statement | undefined {
  let best: Statement | undefined;
  for (const one of all) {
    if (
      one === later ||
      (one.member === later.member && one.claim.key === later.claim.key) ||
      before(one.time!, later.time!) !== 'certain' ||
      !fits(one)
    )
      continue;
    if (!best || one.time!.end.latest > best.time!.end.latest) best = one;
  }
  return best;
}

/** Whether no reading of the later value lies on the right side of the earlier one. */
function goesBack(earlier: Statement, later: Statement, direction: 'up' | 'down', view: View): boolean {
  if (earlier.meaning.kind !== 'quantity' || later.meaning.kind !== 'quantity') return false;
  const units = unitsOf(view.settings);
  const [from, to] = [earlier.meaning.quantity, later.meaning.quantity];
  const converted =
    to.unit === undefined || from.unit === undefined ? to.hard : units.convert(to.hard, to.unit, from.unit);
  if (!converted) return false;
  const [low, high] = direction === 'up' ? [converted, from.hard] : [from.hard, converted];
  return low.high < high.low || (low.high === high.low && (low.highOpen || high.lowOpen));
}
