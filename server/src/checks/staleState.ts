/** The latest document repeats a state that a newer one has replaced. */

import { setClaimKey } from '../core/edit.ts';
import type { Member } from '../core/groups.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { Alike } from './statements/alike.ts';
import { type Containment, compare, type Relation, scopeOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { containmentIn } from './statements/containment.ts';
import { latestDocument } from './statements/latest.ts';
import { claimOf, laterDate } from './statements/placement.ts';
import { oncePerGroup } from './statements/remembered.ts';
import { limitsOf } from './statements/scopes.ts';
import { Series } from './statements/series.ts';
import { edtf, type Lexicon, type Statement, statementsIn, statementsOf } from './statements/statement.ts';
import { timeText } from './statements/terms.ts';

export const staleState: Check = {
  code: 'stale-state',
  severity: 'information',
  beyond: true,
  *document({ view, document }) {
    const { path } = document;
    if (document.annotated && view.ask(latestDocument) === path) yield* repeated(view, path);
  },
};

function* repeated(view: View, path: string): Iterable<Report> {
  const contains = containmentIn(view);
  const lexicon = lexiconOf(view);
  for (const [subject, name] of groupsOf(view, path)) {
    const property = view.corpus.vocabulary.properties.get(name);
    if (!property?.single || (property.time !== 'state' && property.time !== 'cumulative')) continue;
    const group = view.group(subject, name);
    // Nobody else says anything: nothing is newer.
    if (!group || group.size < 2) continue;
    const latest = latestOfGroup(group, subject, property, lexicon);
    if (latest?.head.path !== path) continue;
    const states = statesOf(group, subject, property, lexicon);
    const newer = new Successors(states, lexicon, contains);
    for (const own of statementsOf(latest, subject, property, lexicon).filter(isState)) {
      const other = newer.of(own);
      if (other) yield report(view, own, other);
    }
  }
}

const isState = ({ claim, time, end, ended }: Statement): boolean =>
  claim.stance === 'asserts' && !ended && time !== undefined && end !== 'from';

/** What is said of a state, by all but the latest document that says anything of it. */
interface States {
  /** By when they begin to hold. */
  readonly series: Series;
  /** By value and scope; numbers of the series. */
  readonly alike: Alike;
}

const statesOf = oncePerGroup((group, subject, property, lexicon): States => {
  const latest = latestOfGroup(group, subject, property, lexicon);
  const others = statementsIn(group, subject, property, lexicon).filter((one) => one.member !== latest && isState(one));
  const series = new Series(others, ({ time }) => time!.start.earliest, property, lexicon);
  const alike = new Alike(series.statements, lexicon, (one) => series.scopes.keysFor(one));
  return { series, alike };
});

/** By date, then path. */
const latestOfGroup = oncePerGroup((group): Member | undefined => {
  let latest: Member | undefined;
  for (const member of group.values()) {
    if (!edtf(member.head.date)) continue;
    const order = latest ? laterDate(member.head, latest.head) || (member.head.path > latest.head.path ? 1 : -1) : 1;
    if (order > 0) latest = member;
  }
  return latest;
});

/** The newer statements of one file's; those that say the same of the same time have the same one. */
class Successors {
  private readonly known = new Map<string, Statement | undefined>();
  private readonly lastDays = new Map<string, number | undefined>();

  constructor(
    private readonly states: States,
    private readonly lexicon: Lexicon,
    private readonly contains: Containment,
  ) {}

  /**
   * The newest statement of another value, later than every one that has the value of `own`, and than what `own` itself
   * says of its time: a document that gives a later time of its own says that the state has come back.
   */
  of(own: Statement): Statement | undefined {
    const { meaning, end, claim } = own;
    const value = meaning.kind === 'entity' ? meaning.id : [claim.data, claim.unit, end];
    const saying = JSON.stringify([value, limitsOf(own)]);
    if (!this.lastDays.has(saying)) this.lastDays.set(saying, this.lastSame(own));
    const last = this.lastDays.get(saying);
    if (last === undefined) return undefined;
    const past = own.basis === 'own' ? Math.max(last, own.time!.end.latest) : last;
    const key = `${saying} ${past}`;
    if (!this.known.has(key)) this.known.set(key, this.newest(own, past));
    return this.known.get(key);
  }

  /** The last day on which others may say what `own` says; undefined where nobody does. */
  private lastSame(own: Statement): number | undefined {
    let last: number | undefined;
    for (const i of this.states.alike.numbers(own)) {
      const other = this.states.series.statements[i]!;
      const day = other.time!.end.latest;
      if ((last === undefined || day > last) && this.relation(own, other) === 'agreement') last = day;
    }
    return last;
  }

  private newest(own: Statement, past: number): Statement | undefined {
    for (const other of this.states.series.backwards(own)) {
      if (other.time!.start.earliest <= past) return undefined;
      if (CONFLICTS.has(this.relation(own, other))) return other;
    }
    return undefined;
  }

  /** What relates the two values, whenever they hold; nothing where one is silent on what both may be limited to. */
  private relation(own: Statement, other: Statement): Relation | undefined {
    if (scopeOf(own, other, this.lexicon) !== 'same') return undefined;
    const found = compare(always(own), always(other), this.lexicon, this.contains);
    return typeof found === 'string' ? undefined : found.relation;
  }
}

const always = (one: Statement): Statement => ({ ...one, basis: 'always', time: undefined });

const CONFLICTS: ReadonlySet<Relation | undefined> = new Set([
  'conflicting-quantity',
  'conflicting-date',
  'conflicting-value',
  'wan-yi-slip',
]);

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
