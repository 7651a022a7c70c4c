/** The latest document repeats a state that a newer one has replaced. */

import { setClaimKey } from '../core/edit.ts';
import type { DocumentFacts } from '../core/facts.ts';
import type { PersistentMap } from '../core/persistentMap.ts';
import { before } from '../values/time.ts';
import type { Check, Fix, Report, View } from './check.ts';
import { about } from './statements/about.ts';
import { type Containment, compare, type Relation, scopeOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { containmentIn } from './statements/containment.ts';
import { claimOf, laterDate } from './statements/placement.ts';
import { edtf, type Statement } from './statements/statement.ts';
import { timeText } from './statements/terms.ts';

export const staleState: Check = {
  code: 'stale-state',
  severity: 'information',
  beyond: true,
  *document({ view, document }) {
    const { path } = document;
    if (!document.annotated || !edtf(document.annotations.date?.value)) return;
    const reports = [...repeated(view, path)];
    // Only now: whoever asks for the latest document is asked again with every change of any.
    if (reports.length > 0 && latestOf(view.everyDocument()) === path) yield* reports;
  },
};

function* repeated(view: View, path: string): Iterable<Report> {
  const contains = containmentIn(view);
  for (const [subject, name] of groupsOf(view, path)) {
    const said = about(view, subject, name);
    if (!said?.property.single || (said.property.time !== 'state' && said.property.time !== 'cumulative')) continue;
    const owns = said.in(path).filter(isState);
    const head = owns[0]?.member.head;
    if (!head || said.all.some(({ member }) => laterDate(member.head, head) > 0)) continue;
    const others = said.asserted.filter((one) => isState(one) && one.member.head.path !== path);
    for (const own of owns) {
      const newer = successorOf(own, others, view, contains);
      if (newer) yield report(view, own, newer);
    }
  }
}

const isState = ({ claim, time, end }: Statement): boolean =>
  claim.stance === 'asserts' && !claim.ended && time !== undefined && end !== 'from';

/**
 * The newest statement of another value, later than one that had the value of `own`, and not earlier than what `own`
 * itself says of its time: a document that gives a later time of its own says that the state has come back.
 */
function successorOf(
  own: Statement,
  others: readonly Statement[],
  view: View,
  contains: Containment,
): Statement | undefined {
  const isLater = (one: Statement, other: Statement): boolean => before(one.time!, other.time!) === 'certain';
  // Times first: they are cheap to compare, and a document mostly speaks of the latest time itself.
  const later = own.basis === 'own' ? others.filter((other) => isLater(own, other)) : others;
  if (later.length === 0) return undefined;
  const relation = (other: Statement) => relationOf(own, other, view, contains);
  const same = others.filter((other) => relation(other) === 'agreement');
  if (same.length === 0) return undefined;
  return later
    .filter((other) => same.every((one) => isLater(one, other)) && CONFLICTS.has(relation(other)))
    .reduce<Statement | undefined>(
      (best, one) => (best && best.time!.start.earliest >= one.time!.start.earliest ? best : one),
      undefined,
    );
}

const CONFLICTS: ReadonlySet<Relation | undefined> = new Set([
  'conflicting-quantity',
  'conflicting-date',
  'conflicting-value',
  'wan-yi-slip',
]);

/** What relates the two values, whenever they hold; nothing where one is silent on what both may be limited to. */
function relationOf(own: Statement, other: Statement, view: View, contains: Containment): Relation | undefined {
  const lexicon = lexiconOf(view);
  if (scopeOf(own, other, lexicon) !== 'same') return undefined;
  const always = (one: Statement): Statement => ({ ...one, basis: 'always', time: undefined });
  const found = compare(always(own), always(other), lexicon, contains);
  return typeof found === 'string' ? undefined : found.relation;
}

function report(view: View, own: Statement, newer: Statement): Report {
  return reportOn(view, own, newer, {
    severity: 'information',
    doubts: [],
    variant: '',
    params: { 'otherTime@time': timeText(newer) },
    fixes: () => updating(view, own, newer),
  });
}

function updating(view: View, own: Statement, newer: Statement): readonly Fix[] {
  const document = view.document(own.member.head.path);
  const claim = claimOf(own, view);
  const { data, unit } = newer.claim;
  if (!document || !claim || claim.nth !== undefined || own.end || newer.end || data?.kind !== 'text') return [];
  const value = unit === undefined || claim.unit ? data.text : `${data.text} ${unit}`;
  const edits = setClaimKey(document, claim, 'value', value);
  return edits?.length ? [{ title: 'newer-value', params: { text: value }, safe: false, edits }] : [];
}

const latest = new WeakMap<PersistentMap<DocumentFacts>, string | undefined>();

/** By date, then path: the annotated document that comes last. */
function latestOf(documents: PersistentMap<DocumentFacts>): string | undefined {
  if (latest.has(documents)) return latest.get(documents);
  let last: { readonly path: string; readonly from: number; readonly to: number } | undefined;
  for (const { path, annotated, date } of documents.values()) {
    const time = annotated ? edtf(date) : undefined;
    if (!time) continue;
    const [from, to] = [time.start.earliest, time.end.latest];
    const order = last ? from - last.from || to - last.to || (path > last.path ? 1 : -1) : 1;
    if (order > 0) last = { path, from, to };
  }
  latest.set(documents, last?.path);
  return last?.path;
}
