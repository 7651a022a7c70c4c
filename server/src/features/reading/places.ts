/** What in a document can be linked to once it is drawn for reading: its passages, its paragraphs, its claims. Computes no words. */

import type { View } from '../../checks/engine/check.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import type { Span } from '../../core/text.ts';
import { highlightsOf } from '../highlights.ts';
import { blocksIn } from './pieces.ts';

export interface Places {
  readonly bodyStart: number;
  /** Where a passage or name begins. */
  readonly targets: ReadonlySet<number>;
  /** In order. */
  readonly paragraphs: readonly Span[];
  /** By key: the number on the page, from 1, and where the words begin. */
  readonly claims: ReadonlyMap<string, { readonly number: number; readonly start: number | undefined }>;
  /** The claims by where they stand in the front matter, in order. */
  readonly written: readonly (Span & { readonly key: string })[];
}

export function placesOf(view: View, path: string): Places | undefined {
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  if (!document) return undefined;
  const paragraphs = [...blocksIn(document.text, document.body)];
  const ordered = claimsInReadingOrder(document);
  const starts = [
    ...highlightsOf(view, path, []).flatMap(({ kind, span }) => (kind === 'claim' ? [] : span.start)),
    ...ordered.flatMap(({ spans }) => spans.map(({ start }) => start)),
  ];
  const claims = new Map<string, { number: number; start: number | undefined }>();
  for (const [i, { claim, spans }] of ordered.entries()) {
    if (!claims.has(claim.key)) claims.set(claim.key, { number: i + 1, start: spans[0]?.start });
  }
  return {
    bodyStart: document.body.start,
    targets: new Set(starts.filter((start) => paragraphHolding(paragraphs, start) !== undefined)),
    paragraphs,
    claims,
    written: document.annotations.claims
      .filter(({ group }) => !group)
      .map(({ span, key }) => ({ start: span.start, end: span.end, key }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** The claims as they are numbered: in the order of the text, then those whose words stand nowhere. */
export function claimsInReadingOrder(
  document: Document,
): readonly { readonly claim: Claim; readonly spans: readonly Span[] }[] {
  const placed = document.annotations.claims.flatMap((claim) => {
    if (claim.group) return [];
    const anchor = claim.quote && anchorOf(document, claim.quote);
    return [{ claim, spans: anchor && anchor.kind !== 'missing' ? anchor.spans : [] }];
  });
  const at = ({ spans }: (typeof placed)[number]): number => spans[0]?.start ?? Number.POSITIVE_INFINITY;
  return placed
    .map((one, i) => ({ one, i }))
    .sort((a, b) => (at(a.one) === at(b.one) ? a.i - b.i : at(a.one) - at(b.one)))
    .map(({ one }) => one);
}

/** The last of `spans`, which lie in order and apart, that begins at `offset` or before it. */
export function lastBefore<S extends Span>(spans: readonly S[], offset: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function paragraphHolding(paragraphs: readonly Span[], offset: number): Span | undefined {
  const found = lastBefore(paragraphs, offset);
  return found && offset < found.end ? found : undefined;
}
