/**
 * Explains a claim or fact: what it means, what of the corpus it was held against and with what result, and what it was
 * not held against and why, so that silence is understood as well. Answers plain data; knows no editor and no terminal.
 */

import type { View } from '../checks/engine/check.ts';
import { reasonOf, reasonOfDocument } from '../checks/statements/accepted.ts';
import {
  type Comparison,
  type Doubt,
  isQuiet,
  type Obstacle,
  type Relation,
  scopeOf,
} from '../checks/statements/comparison.ts';
import { confront, type Field, fieldOf } from '../checks/statements/comparisons.ts';
import { claimsIn } from '../checks/statements/placement.ts';
import type { Statement } from '../checks/statements/statement.ts';
import type { Claim } from '../core/claim.ts';
import type { ClaimFacts } from '../core/facts.ts';
import { subjectIn } from '../core/groups.ts';
import { within } from '../values/interval.ts';
import { insideTime } from '../values/time.ts';
import { type Audience, meaningOf, type Said, saidBy } from './explanation/said.ts';
import { capital } from './hovers/reader.ts';
import type { Count, Facing, Silence } from './wording/comparisons.ts';
import { wordingIn } from './wording.ts';

export type { Said } from './explanation/said.ts';
export type { Count } from './wording/comparisons.ts';

export interface ExplainOptions {
  /** BCP 47 tag of the reader's language; English by default. */
  readonly locale?: string;
  /** How many other sides of each relation, and of each reason for comparing nothing, are spelt out. 20 by default. */
  readonly most?: number;
  /** How many are compared before and after, the nearest ones first; all by default. */
  readonly reach?: number;
}

export interface Explanation {
  readonly path: string;
  readonly claim: string;
  /** What it states: two of a change, nothing where it cannot be read. */
  readonly says: readonly Said[];
  /** Why it was held against nothing. */
  readonly silence?: { readonly reason: Silence; readonly words: string };
  /** Conflicts, tensions, refinements, agreements, each in the order of the documents. */
  readonly compared: readonly ComparedSide[];
  /** Of all, spelt out or not. */
  readonly counts: Readonly<Partial<Record<Relation, Count>>>;
  readonly notCompared: readonly PassedOver[];
  /** There are more than `reach`: the counts are the least that there are. */
  readonly partial?: true;
}

export interface ComparedSide {
  readonly relation: Relation;
  /** Why it is less sure than its kind. */
  readonly doubts: readonly Doubt[];
  /** The same in words, and the reason with which one side accepts it. */
  readonly remarks: readonly string[];
  /** The end of a change that was compared. */
  readonly end?: 'from' | 'to';
  readonly other: Said;
  readonly why: string;
}

export interface PassedOver {
  readonly reason: Obstacle | 'translation';
  readonly words: string;
  readonly count: number;
  /** Some of them. */
  readonly others: readonly Said[];
}

/** The order in which a reader wants to know. */
export const BY_WEIGHT: readonly Relation[] = [
  'conflicting-quantity',
  'conflicting-date',
  'conflicting-value',
  'wan-yi-slip',
  'hedge-dropped',
  'tension',
  'refinement',
  'agreement',
];

/**
 * The claim with the key or id `name` in the document, or the fact in the file of records, at `path`; undefined where
 * there is none. Of several with one id the first.
 */
export function explain(
  view: View,
  path: string,
  name: string,
  { locale = 'en', most = 20, reach = Number.POSITIVE_INFINITY }: ExplainOptions = {},
): Explanation | undefined {
  const claims = claimsIn(view, path);
  const claim = claims.find(({ key }) => key === name) ?? claims.find(({ id }) => id?.value === name);
  if (!claim) return undefined;
  const audience: Audience = { view, locale, words: wordingIn(locale) };
  const silent = (reason: Silence) => ({ reason, words: audience.words.comparisons.silences[reason] });
  const nothing = { path, claim: claim.key, says: [], compared: [], counts: {}, notCompared: [] };
  const fault = faultOf(view, claim);
  if (fault) return { ...nothing, silence: silent(fault) };
  const field = fieldOf(view, path, subjectIn(claim.subject!.value, path), claim.property!.value);
  const own = field ? numbersOf(field, claim) : [];
  if (!field || own.length === 0) return { ...nothing, silence: silent('unreadable') };
  const statements = own.map((at) => field.gathered.statements[at]!);
  const says = statements.map((statement) => saidBy(statement, audience));
  const muted = statements.map(muteness);
  if (muted[0] && muted.every((reason) => reason === muted[0])) return { ...nothing, says, silence: silent(muted[0]) };
  const survey = new Survey(field, audience, { most, reach, plain: own.length === 1 });
  for (const at of own) survey.take(at);
  const { compared, counts, notCompared } = survey.result();
  const alone = compared.length === 0 && notCompared.length === 0;
  return {
    ...nothing,
    says,
    ...(alone && { silence: silent('alone') }),
    compared,
    counts,
    notCompared,
    ...(survey.partial && { partial: true as const }),
  };
}

/** What keeps a claim from stating anything. */
function faultOf({ corpus }: View, claim: Claim): Silence | undefined {
  if (claim.group) return 'group';
  if (claim.damaged) return 'broken';
  if (!claim.subject || !claim.property || !claim.value) return 'incomplete';
  return corpus.vocabulary.properties.has(claim.property.value) ? undefined : 'no-property';
}

function numbersOf({ gathered: { byPath, statements }, path }: Field, { key }: Claim): readonly number[] {
  return (byPath.get(path) ?? []).filter((at) => statements[at]!.claim.key === key);
}

/** What in a statement keeps it from being held against any other. */
function muteness({ property, claim, basis, ended }: Statement): Silence | undefined {
  if (!property.single) return 'many';
  if (claim.stance !== 'asserts') return 'stance';
  if (ended) return 'ended';
  return basis === 'unknown' && property.time !== 'permanent' && property.time !== 'event' ? 'no-time' : undefined;
}

interface Found extends Comparison {
  readonly own: Statement;
  readonly other: number;
}

interface Tally {
  claims: number;
  readonly paths: Set<string>;
  recorded: boolean;
}

/** Goes through a group once for each statement of the claim: counts all, and keeps what is to be spelt out. */
class Survey {
  partial = false;
  private readonly found = new Map<Relation, Found[]>();
  private readonly tallies = new Map<Relation, Tally>();
  private readonly passed = new Map<PassedOver['reason'], { count: number; readonly others: number[] }>();
  /** Of changes, or against one: the one end may be compared and the other not, and then the claims are. */
  private readonly met = new Map<ClaimFacts, Set<Relation>>();
  private readonly halves = new Map<ClaimFacts, { readonly reason: PassedOver['reason']; readonly at: number }>();

  constructor(
    private readonly field: Field,
    private readonly audience: Audience,
    private readonly limits: { readonly most: number; readonly reach: number; readonly plain: boolean },
  ) {}

  take(own: number): void {
    const { gathered, lexicon } = this.field;
    const { statements, kinds } = gathered;
    const mine = statements[own]!;
    for (const direction of [-1, 1] as const) {
      const room = new Map<Relation, number>();
      let compared = 0;
      confront(this.field, own, direction, {
        compared: (at, { relation, doubts }) => {
          this.tally(relation, statements[at]!);
          const kept = room.get(relation) ?? 0;
          if (kept < this.limits.most) this.keep({ relation, doubts, own: mine, other: at });
          if (kept < this.limits.most) room.set(relation, kept + 1);
          if (++compared < this.limits.reach) return true;
          this.partial = true;
          return false;
        },
        passed: (at, reason) => {
          // In a large group those of another scope have been left out before.
          const isElsewhere = reason === 'time' && !kinds && scopeOf(mine, statements[at]!, lexicon) === 'different';
          this.pass(mine, at, isElsewhere ? 'scope' : reason);
        },
      });
    }
    this.passOthers(own);
  }

  result(): Pick<Explanation, 'compared' | 'counts' | 'notCompared'> {
    const { statements } = this.field.gathered;
    const { words } = this.audience;
    const counts: Partial<Record<Relation, Count>> = {};
    for (const relation of BY_WEIGHT) {
      const tally = this.tallies.get(relation);
      if (!tally) continue;
      const { claims, paths, recorded } = tally;
      counts[relation] = { claims, documents: paths.size, recorded };
    }
    for (const [claim, { reason, at }] of this.halves) if (!this.met.has(claim)) this.count(reason, at);
    const compared = BY_WEIGHT.flatMap((relation) => {
      const found = this.found.get(relation) ?? [];
      return found
        .sort((a, b) => a.other - b.other)
        .slice(0, this.limits.most)
        .map((one) => this.sideOf(one));
    });
    const notCompared = [...this.passed].map(
      ([reason, { count, others }]): PassedOver => ({
        reason,
        words: words.comparisons.obstacles[reason],
        count,
        others: others.map((at) => saidBy(statements[at]!, this.audience)),
      }),
    );
    return { compared, counts, notCompared: notCompared.sort((a, b) => b.count - a.count) };
  }

  private keep(found: Found): void {
    const list = this.found.get(found.relation);
    if (list) list.push(found);
    else this.found.set(found.relation, [found]);
  }

  private tally(relation: Relation, { claim, member: { head }, end }: Statement): void {
    let tally = this.tallies.get(relation);
    if (!tally) {
      tally = { claims: 0, paths: new Set(), recorded: false };
      this.tallies.set(relation, tally);
    }
    if (end !== undefined || !this.limits.plain) {
      const met = this.met.get(claim);
      if (met?.has(relation)) return;
      if (met) met.add(relation);
      else this.met.set(claim, new Set([relation]));
    }
    tally.claims++;
    if (head.kind === 'record') tally.recorded = true;
    else tally.paths.add(head.path);
  }

  private pass(own: Statement, at: number, reason: PassedOver['reason']): void {
    const { claim, end } = this.field.gathered.statements[at]!;
    if (end === undefined && this.limits.plain) this.count(reason, at);
    // The two ends of one change are no two claims.
    else if (claim !== own.claim && !this.halves.has(claim)) this.halves.set(claim, { reason, at });
  }

  private count(reason: PassedOver['reason'], at: number): void {
    const passed = this.passed.get(reason);
    if (!passed) this.passed.set(reason, { count: 1, others: this.limits.most > 0 ? [at] : [] });
    else if (passed.count++ < this.limits.most) passed.others.push(at);
  }

  /** Those that a large group keeps apart by scope. */
  private passOthers(own: number): void {
    const { gathered } = this.field;
    const { statements } = gathered;
    const candidates = gathered.candidates(own);
    for (let at = 0, next = 0; at < statements.length && candidates.length < statements.length; at++) {
      if (candidates[next] === at) next++;
      else this.pass(statements[own]!, at, 'scope');
    }
  }

  private sideOf({ relation, doubts, own, other }: Found): ComparedSide {
    const { audience, field } = this;
    const facing = field.gathered.statements[other]!;
    const { comparisons } = audience.words;
    // What a reader expects is what a tension is about, and beside the point otherwise.
    const inWords = ({ meaning }: Statement) => meaningOf(meaning, audience, relation === 'tension');
    const { view } = audience;
    const reason =
      reasonOf(own, relation, facing, view) ??
      reasonOf(facing, relation, own, view) ??
      (isQuiet(relation) ? undefined : reasonOfDocument(own, facing, relation, view));
    return {
      relation,
      doubts,
      remarks: [
        ...doubts.map((doubt) => comparisons.doubts[doubt]),
        ...(reason === undefined ? [] : [comparisons.accepted(reason)]),
      ],
      ...(own.end && { end: own.end }),
      other: saidBy(facing, audience),
      why: capital(
        comparisons.why[relation]({ own: inWords(own), other: inWords(facing), ...narrower(own, facing, field) }),
      ),
    };
  }
}

/** Which of two values lies wholly in the other. */
function narrower(own: Statement, other: Statement, { contains }: Field): Pick<Facing, 'narrower'> {
  const [a, b] = [own.meaning, other.meaning];
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    if (a.quantity.unit !== b.quantity.unit && a.quantity.unit !== undefined && b.quantity.unit !== undefined)
      return {};
    return side(within(a.quantity.hard, b.quantity.hard), within(b.quantity.hard, a.quantity.hard));
  }
  if (a.kind === 'time' && b.kind === 'time') return side(insideTime(a.time, b.time), insideTime(b.time, a.time));
  if (a.kind === 'entity' && b.kind === 'entity') return side(contains(a.id, b.id), contains(b.id, a.id));
  return {};
}

const side = (own: boolean, other: boolean): Pick<Facing, 'narrower'> =>
  own === other ? {} : { narrower: own ? 'own' : 'other' };
