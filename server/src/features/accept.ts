/** Which findings of a file can be accepted, on which side, and the edit that does it. Knows no menus and no reason of its own. */

import { isOn } from '../checks/engine/acceptances.ts';
import type { Finding, View } from '../checks/engine/check.ts';
import { fileAt } from '../checks/engine/files.ts';
import { check } from '../checks/engine/run.ts';
import { claimOf, claimsIn } from '../checks/statements/placement.ts';
import type { Statement } from '../checks/statements/statement.ts';
import type { Claim } from '../core/claim.ts';
import { type ClaimFile, accept as edits, type TextEdit } from '../core/edit.ts';
import type { Span } from '../core/text.ts';

/** What names one acceptance of one finding, and stays true to it while the files change. */
export interface Choice {
  readonly code: string;
  /** The key of the claim or fact that the finding is on; without it, the exception is the whole document's. */
  readonly claim?: string;
  /** The side that faces the acceptance, as it is written under `with`. */
  readonly with?: string;
  /** That side's value, as it is written there. */
  readonly saw?: string;
  /** Whether the acceptance goes where the finding stands, or on the other side of a comparison. */
  readonly side: 'here' | 'there';
}

export interface Acceptable extends Choice {
  readonly finding: Finding;
  /** What is written there already for the same: it was accepted before, and no longer counts. */
  readonly reason?: string;
}

/** What has to be put right, or is about exceptions itself. */
const NEVER: ReadonlySet<string> = new Set([
  'invalid-yaml',
  'acceptance-without-reason',
  'unused-acceptance',
  'stale-acceptance',
]);

/** The ways to accept the findings that touch `span`. `findings` are those of the file, where they are at hand. */
export function acceptable(
  view: View,
  path: string,
  span: Span,
  findings: readonly Finding[] = check(view, path),
): readonly Acceptable[] {
  return findings
    .filter(({ accepted, code }) => accepted === undefined && !NEVER.has(code))
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap((finding) => waysOf(view, finding, findings).map(({ target: _, ...way }) => way));
}

/**
 * The edits that accept a finding of the file at `path` with a reason; undefined where no such finding stands there any
 * more, or its other side says something else than it did. An empty reason accepts nothing yet, and is a finding.
 */
export function acceptanceEdits(
  view: View,
  path: string,
  choice: Choice,
  reason: string,
  findings: readonly Finding[] = check(view, path),
): readonly TextEdit[] | undefined {
  for (const finding of findings) {
    if (finding.accepted !== undefined || finding.code !== choice.code || NEVER.has(finding.code)) continue;
    const way = waysOf(view, finding, findings).find((one) => isSame(one, choice));
    if (way) return editsOf(way, reason);
  }
  return undefined;
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.code === b.code && a.side === b.side && a.claim === b.claim && a.with === b.with && a.saw === b.saw;

interface Way extends Acceptable {
  readonly target: { readonly file: ClaimFile; readonly claim?: Claim };
}

/** What already stands there as it would be written is no edit. */
function editsOf({ target: { file, claim }, code, with: other, saw }: Way, reason: string) {
  const made = edits(file, claim, { code, with: other, saw, reason });
  return made?.filter(({ span, newText }) => file.text.slice(span.start, span.end) !== newText);
}

function waysOf(view: View, finding: Finding, findings: readonly Finding[]): readonly Way[] {
  const { sides, code } = finding;
  if (!sides || sides.own.claim === sides.other.claim) return wayOnClaim(view, finding);
  const { own, other } = sides;
  return (['here', 'there'] as const).flatMap((side): readonly Way[] => {
    const [bearer, facing] = side === 'here' ? [own, other] : [other, own];
    const file = claimFileAt(view, bearer.member.head.path);
    const claim = claimOf(bearer, view);
    if (!file || !claim || claim.damaged || !canBear(claim)) return [];
    const reference = referenceTo(facing, bearer);
    const seen = seenAs(reference, side, finding, findings);
    const reason = reasonFor(claim, code, reference);
    return [{ finding, code, claim: own.claim.key, with: reference, saw: seen, side, reason, target: { file, claim } }];
  });
}

function wayOnClaim(view: View, finding: Finding): readonly Way[] {
  const { path, code } = finding;
  const file = claimFileAt(view, path);
  if (!file) return [];
  // A nested claim comes after the one it stands in.
  const claim = claimsIn(view, path).findLast((one) => (one.nth ?? 1) === 1 && isOn(finding, one));
  if (claim?.damaged || (!claim && (file.kind !== 'document' || finding.claim !== undefined))) return [];
  const reason = claim && reasonFor(claim, code, undefined);
  return [{ finding, code, claim: claim?.key, side: 'here', reason, target: { file, claim } }];
}

function claimFileAt(view: View, path: string): ClaimFile | undefined {
  const file = fileAt(view, path);
  return file?.kind === 'settings' ? undefined : file;
}

/** Several values of one claim share its exceptions, which name them by the claim's id. */
const canBear = ({ nth, id }: Claim): boolean => (nth ?? 1) === 1 || id !== undefined;

/** How `from` refers to a statement: to a claim by its id, to a fact without one by its entity, else to the document. */
function referenceTo({ member: { head }, claim, subject }: Statement, from: Statement): string {
  if (claim.id === undefined) return head.kind === 'record' ? subject : head.path;
  return head.path === from.member.head.path ? `#${claim.key}` : `${head.path}#${claim.key}`;
}

/** The value that is accepted; none where the reference names several statements that give different ones. */
function seenAs(
  reference: string,
  side: Choice['side'],
  { sides, code }: Finding,
  findings: readonly Finding[],
): string | undefined {
  const facing = (of: NonNullable<Finding['sides']>) => (side === 'here' ? of.other : of.own);
  const bearer = (of: NonNullable<Finding['sides']>) => (side === 'here' ? of.own : of.other);
  const value = facing(sides!).claim.value;
  const isNamed = (of: Finding['sides']) =>
    of && bearer(of).claim === bearer(sides!).claim && referenceTo(facing(of), bearer(of)) === reference;
  const all = findings.filter((one) => one.code === code && isNamed(one.sides));
  return all.every((one) => facing(one.sides!).claim.value === value) ? value : undefined;
}

const reasonFor = (claim: Claim, code: string, other: string | undefined): string | undefined =>
  claim.accept.find((one) => one.code.value === code && one.with?.value === other)?.reason?.value;
