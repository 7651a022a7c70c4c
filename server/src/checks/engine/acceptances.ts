/**
 * Holds the acceptances of a file against its findings: what is accepted, what lacks a reason, what accepts nothing, what
 * accepted a value that is no longer there. An acceptance may stand on either side of a comparison.
 */

import type { Acceptance } from '../../core/acceptance.ts';
import type { Claim } from '../../core/claim.ts';
import { type ParsedFile, removeAcceptance } from '../../core/edit.ts';
import { parseReference } from '../../core/reference.ts';
import { hasMovedOn, keysFor, keysOf, names, reasonOf } from '../statements/accepted.ts';
import { type Compared, comparisonsIn, lexiconOf } from '../statements/comparisons.ts';
import { otherSide } from '../statements/placement.ts';
import type { Statement } from '../statements/statement.ts';
import { languageOf, placed, valued } from '../statements/words.ts';
import type { Finding, Fix, Report, View } from './check.ts';
import { replacing } from './files.ts';

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
  const lexicon = lexiconOf(view);
  const candidates = new Candidates(written, of.path);
  const elsewhere = new Elsewhere(of.path, view, reportsIn);
  const used = new Set<Acceptance>();
  /** What was accepted and has changed, with what the other sides say now. */
  const stale = new Map<Acceptance, Statement[]>();
  const goesStale = (acceptance: Acceptance, other: Statement) =>
    stale.set(acceptance, [...(stale.get(acceptance) ?? []), other]);
  const settled = findings.map((finding): Finding => {
    // A reason that stands on the claim says more of it than one for the whole document.
    const covering = candidates
      .for(finding)
      .filter((one) => covers(one, finding, of.path))
      .sort((a, b) => Number(a.claim === undefined) - Number(b.claim === undefined));
    for (const { acceptance } of covering) {
      used.add(acceptance);
      if (finding.sides && hasMovedOn(acceptance.saw?.value, finding.sides.other, lexicon))
        goesStale(acceptance, finding.sides.other);
    }
    const valid = covering.find(({ acceptance }) => acceptance.reason && !stale.has(acceptance));
    const reason = valid?.acceptance.reason?.value ?? reasonOnOtherSide(finding, view);
    return reason === undefined ? finding : { ...finding, accepted: reason };
  });
  for (const one of written) {
    const other = used.has(one.acceptance) ? undefined : elsewhere.facing(one);
    if (!other) continue;
    used.add(one.acceptance);
    if (hasMovedOn(one.acceptance.saw?.value, other, lexicon)) goesStale(one.acceptance, other);
  }
  const isUnused = (one: Placed) =>
    !one.claim?.damaged &&
    checked.has(one.acceptance.code.value) &&
    !used.has(one.acceptance) &&
    !isPastCounting(one, findings);
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

/** The acceptances that may cover a finding: by its code, and by the claim that it names. */
class Candidates {
  private readonly byCode = new Map<string, { readonly all: Placed[]; readonly byClaim: Map<string, Placed[]> }>();
  /** Those that cover the file and name the other side, by code and what they name: there may be thousands. */
  private readonly byTarget = new Map<string, Placed[]>();

  constructor(written: readonly Placed[], path: string) {
    for (const one of written) {
      const code = one.acceptance.code.value;
      const known = this.byCode.get(code) ?? { all: [], byClaim: new Map<string, Placed[]>() };
      this.byCode.set(code, known);
      known.all.push(one);
      const other = one.acceptance.with?.value;
      if (!one.claim && other !== undefined) {
        for (const key of keysOf(other, path)) put(this.byTarget, `${code} ${key}`, one);
        put(known.byClaim, NAMED, one);
        continue;
      }
      // What covers the file goes with every claim of it.
      for (const name of one.claim
        ? new Set([one.claim.key, one.claim.id?.value, one.claim.nth === undefined ? undefined : listOf(one.claim.key)])
        : [ANY]) {
        if (name === undefined) continue;
        put(known.byClaim, name, one);
      }
    }
  }

  for({ code, claim, sides }: Finding): readonly Placed[] {
    const known = this.byCode.get(code);
    if (!known) return [];
    const named = sides
      ? [sides.own.claim.key, sides.own.claim.id, listOf(sides.own.claim.key)]
      : [claim, listOf(claim)];
    if (named.every((name) => name === undefined)) return known.all;
    const names = [ANY, ...(sides ? [] : [NAMED]), ...named];
    const found = names.flatMap((name) => (name !== undefined && known.byClaim.get(name)) || []);
    const facing = sides ? keysFor(sides.other).flatMap((key) => this.byTarget.get(`${code} ${key}`) ?? []) : [];
    return [...new Set([...found, ...facing])].sort((a, b) => a.acceptance.span.start - b.acceptance.span.start);
  }
}

/** In place of the key of a claim: of the whole file, and of it against what they name. */
const ANY = '';
const NAMED = '\u0000';

function put(lists: Map<string, Placed[]>, key: string, one: Placed): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** So many findings of one code on one claim are told and no more; what the rest would be nobody knows. */
const MOST = 20;

const isPastCounting = ({ acceptance, claim }: Placed, findings: readonly Finding[]): boolean =>
  claim !== undefined &&
  acceptance.with !== undefined &&
  findings.filter((one) => one.code === acceptance.code.value && isOn(one, claim)).length >= MOST;

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
  if (of) return of.key === claim.key || (claim.nth !== undefined && listOf(of.key) === listOf(claim.key));
  if (finding.claim !== undefined)
    return finding.claim === claim.id?.value || (claim.nth !== undefined && listOf(finding.claim) === claim.id?.value);
  return claim.span.start <= finding.span.start && finding.span.end <= claim.span.end;
}

/** Of one value of a list (`ties.2`) the claim that has the list, and its acceptances. */
const listOf = (claim: string | undefined): string | undefined => claim?.replace(/\.\d+$/, '');

/** The reason with which the other side of a comparison accepts it. */
const reasonOnOtherSide = ({ code, sides }: Finding, view: View): string | undefined =>
  sides && reasonOf(sides.other, code, sides.own, view);

/** Findings that stand in other files, for acceptances on the side that they face. */
class Elsewhere {
  private compared: ReadonlyMap<string, readonly Compared[]> | undefined;
  private readonly reports = new Map<string, readonly Report[]>();

  constructor(
    private readonly path: string,
    private readonly view: View,
    private readonly reportsIn: (code: string, path: string) => readonly Report[],
  ) {}

  /** The side that faces the claim of an acceptance in such a finding. */
  facing({ acceptance, claim }: Placed): Statement | undefined {
    if (!claim) return undefined;
    const { path, view } = this;
    const code = acceptance.code.value;
    const other = acceptance.with?.value;
    const mirrored = this.comparisonsOf(claim.key).find(
      (one) => one.relation === code && (!other || names(other, path, one.other)),
    );
    if (mirrored) return mirrored.other;
    if (!other) return undefined;
    const target = view.corpus.records.get(other);
    const reference = parseReference(other, path);
    const elsewhere = target?.path ?? ('path' in reference ? reference.path : undefined);
    if (elsewhere === undefined) return undefined;
    return this.reportsOf(code, elsewhere).find(
      ({ sides }) => sides?.other.member.head.path === path && sides.other.claim.key === claim.key,
    )?.sides?.own;
  }

  private comparisonsOf(key: string): readonly Compared[] {
    if (!this.compared) {
      const compared = new Map<string, Compared[]>();
      for (const one of comparisonsIn(this.view, this.path)) {
        const same = compared.get(one.own.claim.key);
        if (same) same.push(one);
        else compared.set(one.own.claim.key, [one]);
      }
      this.compared = compared;
    }
    return this.compared.get(key) ?? [];
  }

  private reportsOf(code: string, path: string): readonly Report[] {
    const key = `${code} ${path}`;
    const reports = this.reports.get(key) ?? this.reportsIn(code, path);
    this.reports.set(key, reports);
    return reports;
  }
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
