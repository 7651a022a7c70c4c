/** Where a quote stands in a body: exact matches of normalised text, chosen among as the quote says. Never fuzzy. */

import { type NormalisedText, normaliseText } from './normalise.ts';
import type { Span } from './text.ts';

/** A W3C TextQuoteSelector with pieces, `nth` (from 1) and `near`. */
export interface TextQuote {
  readonly pieces: readonly string[];
  readonly nth?: number;
  readonly near?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * One span of the file per piece. Where several matches remain the first counts for now, and `matches` has them all;
 * where a piece has none, `piece` says which.
 */
export type Anchor =
  | { readonly kind: 'anchored'; readonly spans: readonly Span[] }
  | { readonly kind: 'ambiguous'; readonly spans: readonly Span[]; readonly matches: readonly Span[] }
  | { readonly kind: 'missing'; readonly piece: number };

/** A match in normalised offsets. */
interface Match {
  readonly start: number;
  readonly end: number;
}

/** More matches than this tell nobody anything, and a body of one letter has millions. */
const MATCH_LIMIT = 1_000;

export function anchor(body: NormalisedText, quote: TextQuote): Anchor {
  const pieces = quote.pieces.map(normaliseText);
  const all = matchesOf(body.text, pieces[0] ?? '');
  const [first] = all;
  if (!first) return { kind: 'missing', piece: 0 };
  const chosen = all.length === 1 ? all : choose(body.text, all, quote);
  const start = chosen[0] ?? first;
  const found = [start];
  for (const [i, piece] of pieces.entries()) {
    if (i === 0) continue;
    const from = found.at(-1)!.end;
    const at = piece === '' ? -1 : body.text.indexOf(piece, from);
    if (at < 0) return { kind: 'missing', piece: i };
    found.push({ start: at, end: at + piece.length });
  }
  const spans = found.map((match) => body.spanOf(match.start, match.end));
  if (chosen.length === 1) return { kind: 'anchored', spans };
  const matches = (chosen.length > 1 ? chosen : all).map((match) => body.spanOf(match.start, match.end));
  return { kind: 'ambiguous', spans, matches };
}

/** Every place of `piece`, overlapping ones too: which of them is meant is as open between those. */
function matchesOf(text: string, piece: string): readonly Match[] {
  const matches: Match[] = [];
  if (piece === '') return matches;
  for (let at = text.indexOf(piece); at >= 0 && matches.length < MATCH_LIMIT; at = text.indexOf(piece, at + 1)) {
    matches.push({ start: at, end: at + piece.length });
  }
  return matches;
}

/** What the choices leave of several matches: one, or none where a choice fits none, or more where they do not decide. */
function choose(text: string, all: readonly Match[], quote: TextQuote): readonly Match[] {
  let left = all;
  if (quote.prefix !== undefined) {
    const prefix = normaliseText(quote.prefix);
    left = left.filter(({ start }) => endsWith(text, start, prefix) || endsWith(text, start - 1, prefix));
  }
  if (quote.suffix !== undefined) {
    const suffix = normaliseText(quote.suffix);
    left = left.filter(({ end }) => text.startsWith(suffix, end) || text.startsWith(` ${suffix}`, end));
  }
  if (quote.near !== undefined && left.length > 1) left = nearestTo(left, matchesOf(text, normaliseText(quote.near)));
  if (quote.nth !== undefined && left.length > 1) left = left.slice(quote.nth - 1, quote.nth);
  return left;
}

const endsWith = (text: string, end: number, prefix: string): boolean => end >= 0 && text.endsWith(prefix, end);

function nearestTo(matches: readonly Match[], landmarks: readonly Match[]): readonly Match[] {
  let best = Number.POSITIVE_INFINITY;
  let nearest: Match[] = [];
  for (const match of matches) {
    // Landmarks are few; where they are not, the limit above bounds the product.
    for (const landmark of landmarks) {
      const gap = Math.max(0, landmark.start - match.end, match.start - landmark.end);
      if (gap > best || (gap === best && nearest.at(-1) === match)) continue;
      nearest = gap < best ? [match] : [...nearest, match];
      best = gap;
    }
  }
  return nearest;
}
