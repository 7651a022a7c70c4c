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
 * One span of the file per piece. Where several matches remain the first counts for now, and `matches` has them, up to a thousand;
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

/** How many units may be compared again where matches overlap: a body of one letter would cost its length squared. */
const OVERLAP_BUDGET = 20_000_000;
/** More matches than this tell nobody anything. */
const REPORTED_MATCHES = 1_000;

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
  const open = (chosen.length > 1 ? chosen : all).slice(0, REPORTED_MATCHES);
  const matches = open.map((match) => body.spanOf(match.start, match.end));
  return { kind: 'ambiguous', spans, matches };
}

/** Every place of `piece`, overlapping ones too: which of them is meant is as open between those. */
function matchesOf(text: string, piece: string): readonly Match[] {
  return occurrences(text, piece).map((start) => ({ start, end: start + piece.length }));
}

/** Where `sought` stands in `text`, in order; of one that overlaps itself thousands of times, not every overlapping place. */
export function occurrences(text: string, sought: string): readonly number[] {
  const found: number[] = [];
  if (sought === '') return found;
  let step = 1;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + step)) {
    found.push(at);
    if (found.length * sought.length > OVERLAP_BUDGET) step = sought.length;
  }
  return found;
}

/** What the choices leave of several matches: one, or none where a choice fits none, or more where they do not decide. */
function choose(text: string, all: readonly Match[], quote: TextQuote): readonly Match[] {
  let left = all;
  if (quote.prefix !== undefined) {
    const prefix = normaliseText(quote.prefix);
    left = left.filter(({ start }) => text.endsWith(prefix, start) || text.endsWith(`${prefix} `, start));
  }
  if (quote.suffix !== undefined) {
    const suffix = normaliseText(quote.suffix);
    left = left.filter(({ end }) => text.startsWith(suffix, end) || text.startsWith(` ${suffix}`, end));
  }
  if (quote.near !== undefined && left.length > 1) left = nearestTo(left, matchesOf(text, normaliseText(quote.near)));
  if (quote.nth !== undefined && left.length > 1) left = left.slice(quote.nth - 1, quote.nth);
  return left;
}

/** The matches with the least gap to a landmark; of an overlap the gap is none. Both come in order of the text. */
function nearestTo(matches: readonly Match[], landmarks: readonly Match[]): readonly Match[] {
  let best = Number.POSITIVE_INFINITY;
  let nearest: Match[] = [];
  let after = 0;
  for (const match of matches) {
    // Landmarks are of one length: the last that starts no later and the first that starts later are the two nearest.
    while (landmarks[after] && landmarks[after]!.start <= match.start) after++;
    const before = landmarks[after - 1];
    const gap = Math.min(
      before ? Math.max(0, match.start - before.end) : Number.POSITIVE_INFINITY,
      landmarks[after] ? Math.max(0, landmarks[after]!.start - match.end) : Number.POSITIVE_INFINITY,
    );
    if (gap < best) nearest = [];
    best = Math.min(best, gap);
    if (gap === best && gap < Number.POSITIVE_INFINITY) nearest.push(match);
  }
  return nearest;
}
