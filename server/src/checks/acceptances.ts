/** Holds the acceptances of a file against its findings: what is accepted, what lacks a reason, what accepts nothing. */

import type { Acceptance } from '../core/acceptance.ts';
import type { Claim } from '../core/claim.ts';
import type { Document } from '../core/document.ts';
import { removeAcceptance } from '../core/edit.ts';
import { parseReference } from '../core/reference.ts';
import type { Finding, Fix, Report } from './check.ts';

interface Placed {
  readonly acceptance: Acceptance;
  /** The claim that it stands on; undefined for one that covers the document. */
  readonly claim?: Claim;
}

export interface Settled {
  readonly findings: readonly Finding[];
  readonly withoutReason: readonly Report[];
  readonly unused: readonly Report[];
}

/** `findings` of a document with those accepted that an acceptance with a reason covers, and the reports on the rest. */
export function settle(document: Document, findings: readonly Finding[], checked: ReadonlySet<string>): Settled {
  const placed = [...acceptancesIn(document)];
  if (placed.length === 0) return { findings, withoutReason: [], unused: [] };
  const used = new Set<Acceptance>();
  const settled = findings.map((finding): Finding => {
    const covering = placed.filter((one) => covers(one, finding, document));
    for (const { acceptance } of covering) used.add(acceptance);
    const reason = covering.find(({ acceptance }) => acceptance.reason)?.acceptance.reason?.value;
    return reason === undefined ? finding : { ...finding, accepted: reason };
  });
  return {
    findings: settled,
    withoutReason: placed
      .filter(({ acceptance }) => !acceptance.reason)
      .map(({ acceptance, claim }) => about(acceptance, claim)),
    unused: placed
      .filter(({ acceptance, claim }) => !claim?.damaged && checked.has(acceptance.code.value) && !used.has(acceptance))
      .map(({ acceptance, claim }) => ({ ...about(acceptance, claim), fixes: () => removal(document, acceptance) })),
  };
}

/** The claims' own first: where both speak, the nearer reason is the one to show. */
function* acceptancesIn({ annotations }: Document): Iterable<Placed> {
  for (const claim of annotations.claims) {
    if ((claim.nth ?? 1) > 1) continue;
    for (const acceptance of claim.accept) yield { acceptance, claim };
  }
  for (const acceptance of annotations.accept) yield { acceptance };
}

function covers({ acceptance, claim }: Placed, finding: Finding, document: Document): boolean {
  if (acceptance.code.value !== finding.code) return false;
  if (claim && !isOn(finding, claim)) return false;
  if (!acceptance.with) return true;
  const other = parseReference(acceptance.with.value, document.path);
  return finding.related.some(
    (related) =>
      (other.kind === 'claim' && related.path === other.path && related.claim === other.claim) ||
      (other.kind === 'document' && (related.path === other.path || related.claim === acceptance.with?.value)),
  );
}

/** Whether a finding is about the claim: it names it, or stands in its lines; a nested claim has its own acceptances. */
function isOn(finding: Finding, claim: Claim): boolean {
  if (finding.claim !== undefined) return finding.claim === claim.id?.value;
  return claim.span.start <= finding.span.start && finding.span.end <= claim.span.end;
}

function about({ code, span }: Acceptance, claim: Claim | undefined): Report {
  return { span: code.span ?? span, params: { code: code.value }, claim: claim?.id?.value };
}

function removal(document: Document, acceptance: Acceptance): readonly Fix[] {
  const edits = removeAcceptance(document, acceptance);
  return edits?.length
    ? [{ title: 'remove-acceptance', params: { code: acceptance.code.value }, safe: true, edits }]
    : [];
}
