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
import { replacing } from './files.ts';
import { comparisonsIn, lexiconOf } from './statements/comparisons.ts';
import { otherSide } from './statements/placement.ts';
import { denotes, type Statement } from './statements/statement.ts';
import { languageOf, placed, valued } from './statements/words.ts';

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
  const written = [...acceptancesIn(of)];
  const used = new Set<Acceptance>();
  /** What was accepted and has changed, with what the other sides say now. */
  const stale = new Map<Acceptance, Statement[]>();
  const goesStale = (acceptance: Acceptance, other: Statement) =>
    stale.set(acceptance, [...(stale.get(acceptance) ?? []), other]);
  const settled = findings.map((finding): Finding => {
    // A reason that stands on the claim says more of it than one for the whole document.
    const covering = written
      .filter((one) => covers(one, finding, of.path))
      .sort((a, b) => Number(a.claim === undefined) - Number(b.claim === undefined));
    for (const { acceptance } of covering) {
      used.add(acceptance);
      if (finding.sides && hasMovedOn(acceptance.saw?.value, finding.sides.other, view))
        goesStale(acceptance, finding.sides.other);
    }
    const valid = covering.find(({ acceptance }) => acceptance.reason && !stale.has(acceptance));
    const reason = valid?.acceptance.reason?.value ?? reasonOnOtherSide(finding, view);
    return reason === undefined ? finding : { ...finding, accepted: reason };
  });
  for (const one of written) {
    const other = used.has(one.acceptance) ? undefined : findingElsewhere(one, of, view, reportsIn);
    if (!other) continue;
    used.add(one.acceptance);
    if (other !== 'unknown' && hasMovedOn(one.acceptance.saw?.value, other, view)) goesStale(one.acceptance, other);
  }
  const isUnused = ({ acceptance, claim }: Placed) =>
    !claim?.damaged && checked.has(acceptance.code.value) && !used.has(acceptance);
  return {
    findings: settled,
    withoutReason: written.filter(({ acceptance }) => !acceptance.reason).map(about),
    unused: written.filter(isUnused).map((one) => ({ ...about(one), fixes: () => removal(of.file, one.acceptance) })),
    stale: written.flatMap((one) => {
      const others = one.acceptance.reason ? stale.get(one.acceptance) : undefined;
      return others ? staleReport(one, others, of, view) : [];
    }),
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
export function isOn(finding: Finding, claim: Claim): boolean {
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
const reasonOnOtherSide = ({ code, sides }: Finding, view: View): string | undefined =>
  sides && reasonOf(sides.other, code, sides.own, view);

/** The reason with which the claim of a statement accepts a finding on it and on the statement that it faces. */
export function reasonOf(of: Statement, code: string, facing: Statement, view: View): string | undefined {
  return of.claim.accept.find((one) => accepts(one, code, of.member.head.path, facing, view))?.reason;
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
  if (elsewhere === undefined) return undefined;
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

function staleReport(one: Placed, others: readonly Statement[], { path }: Accepting, view: View): Report {
  const { acceptance } = one;
  const other = others[0]!;
  const now = other.claim.value ?? '';
  const where = other.member.head.path === path ? { where: 'here' } : placed(other.member.head);
  const agree = others.every(({ claim }) => claim.value === now);
  const report = about(one);
  return {
    ...report,
    params: {
      ...report.params,
      ...(other.meaning.kind === 'time' && { 'saw@time': acceptance.saw?.value }),
      ...valued('now', other, languageOf(other), view),
      ...where,
    },
    related: [otherSide(other, view, other.claim.quote === '' ? 'other-fact' : 'other-side')],
    fixes: () => (agree && acceptance.saw ? replacing(view, path, acceptance.saw.span, now, 'reconfirm') : []),
  };
}

function removal(file: ParsedFile, acceptance: Acceptance): readonly Fix[] {
  const edits = removeAcceptance(file, acceptance);
  return edits?.length
    ? [{ title: 'remove-acceptance', params: { code: acceptance.code.value }, safe: true, edits }]
    : [];
}
