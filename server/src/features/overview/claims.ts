/** The claims of a document in the order of its text, each with where it stands there and what is found on it. */

import type { Finding, View } from '../../checks/engine/check.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Severity } from '../../core/codes.ts';
import type { Span } from '../../core/text.ts';
import { readerOf } from '../hovers/reader.ts';
import { propertyInWords, statement, subjectInWords, timeOf } from '../hovers/statement.ts';
import { shortened } from '../markdown.ts';

export interface ClaimRow {
  /** What it says of what. */
  readonly label: string;
  /** Its subject, its time, its id. */
  readonly detail: string;
  /** The words of the text that say it. */
  readonly quote: string;
  /** Where they stand; its place in the front matter where they stand nowhere. */
  readonly span: Span;
  readonly anchored: boolean;
  /** Its place in the front matter. */
  readonly head: Span;
  /** The worst that is found on it; undefined where nothing is. */
  readonly severity: Severity | undefined;
  /** How much is found on it. */
  readonly findings: number;
}

const WORST: readonly Severity[] = ['error', 'warning', 'information'];

/** `findings` are those of the document. */
export function claimsInOrder(
  view: View,
  path: string,
  findings: readonly Finding[],
  locale: string,
): readonly ClaimRow[] {
  const document = view.document(path);
  if (!document) return [];
  const reader = readerOf(view, { locale }, document.annotations.lang?.value);
  const open = findings.filter(({ accepted }) => accepted === undefined);
  const rows = document.annotations.claims.flatMap((claim): readonly ClaimRow[] => {
    // The values of a list are several claims, written once.
    if (claim.group || (claim.nth !== undefined && claim.nth > 1)) return [];
    const anchor = claim.quote && anchorOf(document, claim.quote);
    const place = anchor && anchor.kind !== 'missing' ? anchor.spans[0] : undefined;
    const own = open.filter((finding) => isOn(finding, claim, document.annotations.claims));
    return [
      {
        label: reader.words.labelled(propertyInWords(reader, claim), shortened(statement(reader, claim), 80)),
        detail: [subjectInWords(reader, claim), timeOf(reader, claim), claim.id?.value].filter(Boolean).join(' · '),
        quote: claim.quote?.pieces.map(({ value }) => value).join(' … ') ?? '',
        span: place ?? claim.head,
        anchored: place !== undefined,
        head: claim.head,
        severity: WORST.find((severity) => own.some((finding) => finding.severity === severity)),
        findings: own.length,
      },
    ];
  });
  return rows.sort((a, b) => a.span.start - b.span.start || a.head.start - b.head.start);
}

/** What is found on a claim inside another is not found on the outer one. */
function isOn({ span }: Finding, claim: Claim, all: readonly Claim[]): boolean {
  const lies = (within: Span): boolean => within.start <= span.start && span.end <= within.end;
  return lies(claim.span) && !all.some((other) => other.outer === claim && lies(other.span));
}
