/** On which of two claims a finding about both stands, and how the other side is shown. */

import type { Claim } from '../../core/claim.ts';
import type { Severity } from '../../core/codes.ts';
import type { Head } from '../../core/groups.ts';
import type { Related, View } from '../check.ts';
import { edtf, type Statement } from './statement.ts';

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
  return left.start.earliest - right.start.earliest || left.end.latest - right.end.latest;
}

function orderIn({ member: { head }, claim, end }: Statement, view: View): number {
  const claims = claimsIn(view, head.path);
  return 2 * claims.findIndex(({ key }) => key === claim.key) + (end === 'to' ? 1 : 0);
}

/** The claims of a document, or the facts of a file of records, in the order of the file. */
export function claimsIn(view: View, path: string): readonly Claim[] {
  const file = view.corpus.records.files.get(path);
  if (file) return file.records.flatMap(({ facts }) => facts);
  return view.document(path)?.annotations.claims ?? [];
}

/** The claim or fact as it stands in its file now. */
export function claimOf({ member, claim }: Statement, view: View): Claim | undefined {
  return claimsIn(view, member.head.path).find(({ key }) => key === claim.key);
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
    params: { value: statement.claim.value, quote: statement.claim.quote, title: nameOfFile(statement.member.head) },
    claim: statement.claim.id === undefined ? statement.subject : statement.claim.key,
  };
}

/** What a person calls the file: its title with its date, else its path. */
export function nameOfFile({ title, date, path, kind }: Head): string {
  if (kind === 'record' || title === undefined) return path;
  return date === undefined ? `“${title}”` : `“${title}” (${date})`;
}

const LEVELS: readonly Severity[] = ['error', 'warning', 'information'];

/** A severity lowered by so many steps, never below information. */
export function lowered(severity: Severity, steps: number): Severity {
  return LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(severity) + steps)]!;
}
