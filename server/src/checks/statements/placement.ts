/** On which of two claims a finding about both stands, and how the other side is shown. */

import type { Claim } from '../../core/claim.ts';
import type { Severity } from '../../core/codes.ts';
import type { Head } from '../../core/groups.ts';
import type { RecordFile } from '../../core/record.ts';
import type { Related, View } from '../engine/check.ts';
import { edtf, type Statement } from './statement.ts';
import { languageOf, placed, valued } from './words.ts';

/** Whether the finding on two statements stands on `a`: the claim of the later document, never a record's fact if it can be helped. */
export function standsOn(a: Statement, b: Statement, view: View): boolean {
  const [left, right] = [a.member.head, b.member.head];
  if (left.kind !== right.kind) return left.kind === 'document';
  if (left.path === right.path) return orderIn(a, view) > orderIn(b, view);
  const byDate = left.kind === 'document' ? laterDate(left, right) : 0;
  return byDate !== 0 ? byDate > 0 : left.path > right.path;
}

/** Positive where `a` is dated after `b`; 0 where their dates do not tell. */
export function laterDate(a: Head, b: Head): number {
  const [left, right] = [edtf(a.date), edtf(b.date)];
  if (!left || !right) return 0;
  return order(left.start.earliest, right.start.earliest) || order(left.end.latest, right.end.latest);
}

/** Infinite days are no numbers to subtract: two dates without a beginning begin together. */
const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function orderIn({ member: { head }, claim, end }: Statement, view: View): number {
  return 2 * (placesIn(claimsIn(view, head.path)).get(claim.key) ?? -1) + (end === 'to' ? 1 : 0);
}

/** The claims of a document, or the facts of a file of records, in the order of the file. */
export function claimsIn(view: View, path: string): readonly Claim[] {
  const file = view.corpus.records.files.get(path);
  if (!file) return view.document(path)?.annotations.claims ?? [];
  let facts = factsOf.get(file);
  if (!facts) {
    facts = file.records.flatMap((record) => record.facts);
    factsOf.set(file, facts);
  }
  return facts;
}

const factsOf = new WeakMap<RecordFile, readonly Claim[]>();
const places = new WeakMap<readonly Claim[], ReadonlyMap<string, number>>();

/** Where each claim stands among all of its file; of two with one id, the first. */
function placesIn(claims: readonly Claim[]): ReadonlyMap<string, number> {
  let known = places.get(claims);
  if (!known) {
    const made = new Map<string, number>();
    for (const [i, { key }] of claims.entries()) if (!made.has(key)) made.set(key, i);
    known = made;
    places.set(claims, known);
  }
  return known;
}

/** The claim or fact as it stands in its file now. */
export function claimOf({ member, claim }: Statement, view: View): Claim | undefined {
  const claims = claimsIn(view, member.head.path);
  return claims[placesIn(claims).get(claim.key) ?? -1];
}

/** The other side of a finding, its place looked up when it is shown. */
export function otherSide(statement: Statement, view: View, message: string): Related {
  const { path } = statement.member.head;
  return {
    path,
    get span() {
      const claim = claimOf(statement, view);
      return claim?.value?.span ?? claim?.head ?? { start: 0, end: 0 };
    },
    message,
    params: {
      ...valued('value', statement, languageOf(statement), view),
      quote: statement.claim.quote,
      ...placed(statement.member.head),
    },
    claim: statement.claim.id === undefined ? statement.subject : statement.claim.key,
  };
}

const LEVELS: readonly Severity[] = ['error', 'warning', 'information'];

/** A severity lowered by so many steps, never below information. */
export function lowered(severity: Severity, steps: number): Severity {
  return LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(severity) + steps)]!;
}
