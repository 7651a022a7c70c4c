/**
 * The passage of a body that comes nearest to a quote that is not in it: a proposal for people, never an anchor.
 * Knows normalised text and words; not what a difference means, nor who asks.
 *
 * Two steps. Windows of the body that share most rare n-grams with the quote are found in one pass; in each, an
 * alignment whose ends may only stand between words looks for the least number of edits. A search that ignores words and
 * mends the ends of its one best hit would miss a whole-word passage elsewhere, and has no bound on repetitive text.
 */

import { isHanOrKana } from './characters.ts';
import { Alignment, type Passage } from './nearest/alignment.ts';
import { likelyWindows } from './nearest/windows.ts';
import type { NormalisedText } from './normalise.ts';
import type { Span } from './text.ts';

export interface Candidate {
  /** Verbatim, in offsets of the file. */
  readonly span: Span;
  /** The passage, normalised. */
  readonly text: string;
  /** Units inserted, deleted or replaced between the quote and the passage, both normalised. */
  readonly errors: number;
}

/**
 * The whole-word passage of `body` with the fewest edits from `piece` (normalised), the first of equals; undefined where
 * none is within 2 edits or 20 % of the quote's length, whichever is more. Short quotes are held to less, so that no
 * chance likeness counts: fewer than half of the units where Han or Kana are among them, at most a third elsewhere, and
 * nothing is proposed for one or two units.
 *
 * Cost: one pass over the body, and at most 256 alignments of quote and window, fewer the longer the quote. A quote of
 * more than 6,000 units gets no proposal. By the q-gram lemma each passage in reach shares n-grams with the quote; only
 * where many windows share as much as the right one can the limit on their number hide it.
 */
export function nearest(body: NormalisedText, piece: string): Candidate | undefined {
  const { text } = body;
  const reach = reachOf(piece);
  if (reach === 0 || piece.length > LONGEST) return undefined;
  const windows = likelyWindows(text, piece, reach);
  const alignment = new Alignment(text, piece);
  // Most quotes are off by little, and a narrow search costs little: widen it only as needed.
  for (let limit = Math.min(reach, 4); ; limit = Math.min(reach, limit * 4)) {
    let best: Passage | undefined;
    for (const window of windows) {
      if (best?.errors === 0) break;
      best = alignment.within(window, best ? best.errors - 1 : limit) ?? best;
    }
    if (best) {
      const { start, end, errors } = best;
      return { span: body.spanOf(start, end), text: text.slice(start, end), errors };
    }
    if (limit === reach) return undefined;
  }
}

/**
 * Up to `most` passages within the same reach, apart from one another, the nearest first and of equals the earlier. Costs
 * as much as the widest search of `nearest`: it is for the moment in which a person wants to choose.
 */
export function nearestPassages(body: NormalisedText, piece: string, most: number): readonly Candidate[] {
  const { text } = body;
  const reach = reachOf(piece);
  if (reach === 0 || piece.length > LONGEST) return [];
  const alignment = new Alignment(text, piece);
  const windows = likelyWindows(text, piece, reach);
  const width = windows[0] ? windows[0].end - windows[0].start : 1;
  // Nothing narrows this search: of a quote as long as a page few windows are looked at.
  const bearable = Math.max(1, Math.floor(CELLS / (piece.length * width)));
  const found = windows.slice(0, bearable).flatMap((window) => alignment.allWithin(window, reach));
  found.sort(
    (a, b) =>
      a.errors - b.errors || (alignment.isBetter(a, b) ? -1 : alignment.isBetter(b, a) ? 1 : 0) || a.start - b.start,
  );
  const apart: Passage[] = [];
  for (const passage of found) {
    if (apart.length === most) break;
    if (apart.every(({ start, end }) => passage.end <= start || end <= passage.start)) apart.push(passage);
  }
  return apart.map(({ start, end, errors }) => ({
    span: body.spanOf(start, end),
    text: text.slice(start, end),
    errors,
  }));
}

const LONGEST = 6_000;
const CELLS = 60_000_000;

/** The most edits a passage may be away; 0 for a quote too short for a proposal. */
function reachOf(piece: string): number {
  const { length } = piece;
  const wanted = Math.max(2, Math.floor(length / 5));
  for (let i = 0; i < length; i++) {
    // Three letters of five in common are chance; three Han characters of five are not.
    if (isHanOrKana(piece.charCodeAt(i))) return Math.min(wanted, Math.ceil(length / 2) - 1);
  }
  return Math.min(wanted, Math.floor(length / 3));
}
