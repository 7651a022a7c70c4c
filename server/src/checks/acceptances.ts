/**
 * Holds the acceptances of a file against its findings: what is accepted, what lacks a reason, what accepts nothing, what
 * accepted a value that is no longer there. An acceptance may stand on either side of a comparison.
 */

import type { Acceptance } from '../core/acceptance.ts';
import type { Claim } from '../core/claim.ts';
import { type ParsedFile, removeAcceptance } from '../core/edit.ts';
import type { AcceptanceFacts } from '../core/facts.ts';
import { parseReference } from '../core/reference.ts';
import type { Finding, Fix, Report, View } from './check.ts';
import { comparisonsIn, lexiconOf } from './statements/comparisons.ts';
import { denotes, type Statement } from './statements/statement.ts';

/** The file whose acceptances are settled, with its claims or facts and what it accepts as a whole. */
export interface Accepting {
  readonly path: string;
  readonly file: ParsedFile;
  readonly claims: readonly Claim[];
  readonly accept: readonly Acceptance[];
}

export interface Settled {
  readonly findings: readonly Finding[];
  readonly withoutReason: readonly Report[];
  readonly unused: readonly Report[];
  readonly stale: readonly Report[];
}

interface Placed {
  readonly acceptance: Acceptance;
  /** The claim that it stands on; undefined for one that covers the file. */
  readonly claim?: Claim;
}

/**
 * `findings` with those accepted that an acceptance with a reason covers, and the reports on the acceptances.
 * `reportsIn` gives what one check says of another file, for an acceptance whose finding stands there.
 */
export function settle(
  view: View,
  of: Accepting,
  findings: readonly Finding[],
  checked: ReadonlySet<string>,
  reportsIn: (code: string, path: string) => readonly Report[],
): Settled {
  const placed = [...acceptancesIn(of)];
  const used = new Set<Acceptance>();
  const stale = new Set<Acceptance>();
  const settled = findings.map((finding): Finding => {
    // A reason that stands on the claim says more of it than one for the whole document.
    const covering = placed
      .filter((one) => covers(one, finding, of.path))
      .sort((a, b) => Number(a.claim === undefined) - Number(b.claim === undefined));
    for (const { acceptance } of covering) {
      used.add(acceptance);
      if (finding.sides && hasMovedOn(acceptance.saw?.value, finding.sides.other, view)) stale.add(acceptance);
    }
    const valid = covering.find(({ acceptance }) => acceptance.reason && !stale.has(acceptance));
    const reason = valid?.acceptance.reason?.value ?? reasonOnOtherSide(finding, view);
    return reason === undefined ? finding : { ...finding, accepted: reason };
  });
  for (const one of placed) {
    const other = used.has(one.acceptance) ? undefined : findingElsewhere(one, of, view, reportsIn);
    if (!other) continue;
    used.add(one.acceptance);
    if (other !== 'unknown' && hasMovedOn(one.acceptance.saw?.value, other, view)) stale.add(one.acceptance);
  }
  const isUnused = ({ acceptance, claim }: Placed) =>
    !claim?.damaged && checked.has(acceptance.code.value) && !used.has(acceptance);
  return {
    findings: settled,
    withoutReason: placed.filter(({ acceptance }) => !acceptance.reason).map(about),
    unused: placed.filter(isUnused).map((one) => ({ ...about(one), fixes: () => removal(of.file, one.acceptance) })),
    stale: placed.filter(({ acceptance }) => acceptance.reason && stale.has(acceptance)).map(about),
  };
}

function* acceptancesIn({ accept, claims }: Accepting): Iterable<Placed> {
  for (const acceptance of accept) yield { acceptance };
  for (const claim of claims) {
    if ((claim.nth ?? 1) > 1) continue;
    for (const acceptance of claim.accept) yield { acceptance, claim };
  }
}

function covers({ acceptance, claim }: Placed, finding: Finding, path: string): boolean {
  if (acceptance.code.value !== finding.code) return false;
  if (claim && !isOn(finding, claim)) return false;
  const other = acceptance.with?.value;
  if (other === undefined) return true;
  if (finding.sides) return names(other, path, finding.sides.other);
  const reference = parseReference(other, path);
  return finding.related.some(
    (related) =>
      (reference.kind === 'claim' && related.path === reference.path && related.claim === reference.claim) ||
      (reference.kind === 'document' && (related.path === reference.path || related.claim === other)),
  );
}

/** Whether a finding is about the claim: it names it, or stands in its lines; a nested claim has its own acceptances. */
function isOn(finding: Finding, claim: Claim): boolean {
  const of = finding.sides?.own.claim;
  if (of) return of.key === claim.key || (claim.nth !== undefined && of.id === claim.id?.value);
  if (finding.claim !== undefined) return finding.claim === claim.id?.value;
  return claim.span.start <= finding.span.start && finding.span.end <= claim.span.end;
}

/** Whether the text of `with`, written in the file at `from`, names the claim or record of a statement. */
function names(text: string, from: string, { member, claim, subject }: Statement): boolean {
  if (member.head.kind === 'record' && text === subject) return true;
  const reference = parseReference(text, from);
  if (reference.kind === 'document') return reference.path === member.head.path;
  if (reference.kind !== 'claim' || reference.path !== member.head.path) return false;
  return reference.claim === claim.key || reference.claim === claim.id;
}

/** The reason with which the other side of a comparison accepts it. */
function reasonOnOtherSide({ code, sides }: Finding, view: View): string | undefined {
  if (!sides) return undefined;
  const { own, other } = sides;
  return other.claim.accept.find((one) => accepts(one, code, other.member.head.path, own, view))?.reason;
}

function accepts(one: AcceptanceFacts, code: string, from: string, facing: Statement, view: View): boolean {
  if (one.code !== code || one.reason === undefined) return false;
  if (one.with !== undefined && !names(one.with, from, facing)) return false;
  return !hasMovedOn(one.saw, facing, view);
}

/** The side that faces the claim of an acceptance in a finding that stands elsewhere; `unknown` where it only may be. */
function findingElsewhere(
  { acceptance, claim }: Placed,
  { path }: Accepting,
  view: View,
  reportsIn: (code: string, path: string) => readonly Report[],
): Statement | 'unknown' | undefined {
  if (!claim) return undefined;
  const code = acceptance.code.value;
  const fits = (other: Statement) => !acceptance.with || names(acceptance.with.value, path, other);
  const mirrored = comparisonsIn(view, path).find(
    ({ own, other, relation }) => relation === code && own.claim.key === claim.key && fits(other),
  );
  if (mirrored) return mirrored.other;
  if (!acceptance.with) return undefined;
  const target = view.corpus.records.get(acceptance.with.value);
  const reference = parseReference(acceptance.with.value, path);
  const elsewhere = target?.path ?? ('path' in reference ? reference.path : undefined);
  if (elsewhere === undefined || elsewhere === path) return undefined;
  const facing = reportsIn(code, elsewhere).find(
    ({ sides }) => sides?.other.member.head.path === path && sides.other.claim.key === claim.key,
  );
  return facing?.sides?.own;
}

/** Whether the other side's value is no longer the one that was accepted. */
function hasMovedOn(saw: string | undefined, other: Statement, view: View): boolean {
  return saw !== undefined && !denotes(other, saw, lexiconOf(view));
}

function about({ acceptance: { code, with: other, saw, reason }, claim }: Placed): Report {
  return {
    span: code.span,
    params: { code: code.value, with: other?.value, saw: saw?.value, reason: reason?.value },
    claim: claim?.id?.value,
  };
}

function removal(file: ParsedFile, acceptance: Acceptance): readonly Fix[] {
  const edits = removeAcceptance(file, acceptance);
  return edits?.length
    ? [{ title: 'remove-acceptance', params: { code: acceptance.code.value }, safe: true, edits }]
    : [];
}
