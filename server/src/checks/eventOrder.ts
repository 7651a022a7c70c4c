/** Dates in an order that the vocabulary rules out: an end before its beginning, a part outside the time of its whole. */

import type { Property, Vocabulary } from '../core/vocabulary.ts';
import { before, type TimeValue } from '../values/time.ts';
import type { Check, Report, View } from './engine/check.ts';
import { isNamedAcceptance } from './statements/accepted.ts';
import { doubtsOf, overlapOf, sameQualifier } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { standsOn } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';
import { asserted, type PartAndWhole, partsAndWholes, sideOf } from './statements/wholes.ts';
import { labelled, languageOf, nameOfSubject } from './statements/words.ts';

export const eventOrder: Check = {
  code: 'event-order',
  severity: 'warning',
  beyond: true,
  document: ({ view, document }) => disorders(view, document.path),
  records: ({ view, file }) => disorders(view, file.path),
};

function* disorders(view: View, path: string): Iterable<Report> {
  yield* wrongOrder(view, path);
  for (const property of view.corpus.vocabulary.properties.values()) {
    if (property.within) yield* outsideWhole(view, path, property);
  }
}

/** A claim that is at odds with everything needs not be told so of each. */
const MOST = 20;

function* wrongOrder(view: View, path: string): Iterable<Report> {
  const { vocabulary } = view.corpus;
  const lexicon = lexiconOf(view);
  for (const [subject, name] of groupsOf(view, path)) {
    for (const [first, second] of ordersOf(name, vocabulary)) {
      const [earlier, later] = [asserted(view, subject, first), asserted(view, subject, second)];
      const [mine, theirs] = first === name ? [earlier, later] : [later, earlier];
      for (const own of mine.filter(({ member }) => member.head.path === path)) {
        let found = 0;
        for (const other of theirs) {
          if (found >= MOST) break;
          const [one, two] = first === name ? [own, other] : [other, own];
          if (!isLater(one, two) || !standsOn(own, other, view)) continue;
          const scope = scopeOf(own, other, view);
          const overlap = overlapOf(own, other);
          if (scope === 'different' || overlap === 'none') continue;
          if (!isNamedAcceptance(own, other, 'event-order', lexicon)) found++;
          const doubts = doubtsOf(own, other, scope === 'silent', overlap === 'possible');
          yield reportOn(view, own, other, {
            severity: 'warning',
            doubts,
            variant: doubts.includes('speaker') ? 'speakers' : first === name ? 'late' : 'early',
            params: labelled('otherProperty', other.property),
          });
        }
      }
    }
  }
}

/** The pairs of properties that `name` is one of, the one that may not be later first. */
function ordersOf(name: string, vocabulary: Vocabulary): readonly (readonly [first: string, second: string])[] {
  let orders = known.get(vocabulary);
  if (!orders) {
    orders = [...vocabulary.properties.values()].flatMap(({ id, before: second }) =>
      second.filter((one) => one !== id).map((one) => [id, one] as const),
    );
    known.set(vocabulary, orders);
  }
  return orders.filter((order) => order.includes(name));
}

const known = new WeakMap<Vocabulary, readonly (readonly [string, string])[]>();

const isLater = ({ meaning }: Statement, { meaning: other }: Statement): boolean =>
  meaning.kind === 'time' && other.kind === 'time' && before(other.time, meaning.time) === 'certain';

/** Dates of another scope are of something else, where both properties have scopes of one name. */
function scopeOf(a: Statement, b: Statement, view: View): 'same' | 'silent' | 'different' {
  let silent = false;
  for (const name of a.property.separates) {
    if (!b.property.separates.includes(name)) continue;
    const [left, right] = [a.claim.qualifiers[name], b.claim.qualifiers[name]];
    if (left && right && !sameQualifier(left, right, a, b, lexiconOf(view))) return 'different';
    silent ||= !left !== !right;
  }
  return silent ? 'silent' : 'same';
}

const HELD = ['held-on'];
const LIFE = ['founded-on', 'dissolved-on'];

function* outsideWhole(view: View, path: string, property: Property): Iterable<Report> {
  const counts = new Map<Statement, number>();
  for (const pair of partsAndWholes(view, path, property, [...HELD, ...LIFE])) {
    for (const bound of pair.bounds) {
      if ((counts.get(pair.part) ?? 0) >= MOST) break;
      if (!sticksOut(pair.part, bound)) continue;
      const own = sideOf(pair, bound, view);
      const count = counts.get(own) ?? 0;
      if (own.member.head.path !== path || count >= MOST) continue;
      counts.set(own, count + 1);
      yield outside(view, pair, own, bound);
    }
  }
}

/** Whether some of the part's time lies surely outside: before the whole begins, or after it ends. */
function sticksOut({ meaning: part }: Statement, { meaning: whole, property }: Statement): boolean {
  if (part.kind !== 'time' || whole.kind !== 'time') return false;
  const tooEarly = property.id !== 'dissolved-on' && part.time.start.latest < whole.time.start.earliest;
  const tooLate = property.id !== 'founded-on' && endOf(part.time) > whole.time.end.latest;
  return tooEarly || tooLate;
}

const endOf = ({ end }: TimeValue): number => end.earliest;

function outside(view: View, { part, whole }: PartAndWhole, own: Statement, bound: Statement): Report {
  const other = own === part ? bound : part;
  const doubts = doubtsOf(own, other, false, false);
  const variant = own !== part ? 'whole' : bound.property.id === 'held-on' ? 'part' : `part-${bound.property.id}`;
  return reportOn(view, own, other, {
    severity: 'warning',
    doubts,
    variant: doubts.includes('speaker') ? `${own === part ? 'part' : 'whole'}-speakers` : variant,
    params: {
      whole: nameOfSubject(whole, view, languageOf(own)),
      part: nameOfSubject(part.subject, view, languageOf(own)),
    },
  });
}
