/**
 * The passage of a body that comes nearest to a quote that is not in it: a proposal for people, never an anchor.
 * Knows normalised text and words; not what a difference means, nor who asks.
 *
 * Two steps. Windows of the body that share most rare n-grams with the quote are found in one pass; in each, an
 * alignment whose ends may only stand between words looks for the least number of edits. A search that ignores words and
 * mends the ends of its one best hit would miss a whole-word passage elsewhere, and has no bound on repetitive text.
 */

import { isHanOrKana, isWordUnit, joins } from './characters.ts';
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

const LONGEST = 6_000;

/**
 * How many windows are worth their cost, in cells of the alignment table: in a body of 8 KB 230 for a quote of 8 units,
 * 8 for 120, 1 for 3,000. In a long body, where the pass over it costs most, more are looked at.
 */
function windowLimit(length: number, width: number, body: number): number {
  const cells = length * width;
  const cheap = Math.min(256, Math.floor(Math.max(250_000, 2 * body) / cells));
  const bearable = Math.min(8, Math.floor(16_000_000 / cells));
  return Math.max(1, cheap, bearable);
}

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

/** A passage in offsets of the normalised text. */
interface Passage extends Span {
  readonly errors: number;
}

/**
 * The windows of `text` that a passage near `piece` most likely lies in, the likeliest first. Each n-gram of the piece
 * weighs the more the rarer it is in the text; every stretch as long as the piece offers its heaviest window.
 */
function likelyWindows(text: string, piece: string, reach: number): readonly Span[] {
  const slack = Math.max(2 * reach, 64);
  const width = piece.length + 2 * slack;
  if (text.length <= width) return [{ start: 0, end: text.length }];
  const weights = gramWeights(text, piece);
  const grams = piece.length - gramLength(piece) + 1;
  const stretch = Math.max(piece.length, 64);
  const peaks: { at: number; weight: number }[] = [];
  let weight = 0;
  for (let i = 0; i < grams; i++) weight += weights[i]!;
  let peak = { at: 0, weight };
  for (let at = 1; at + grams <= weights.length; at++) {
    weight += weights[at + grams - 1]! - weights[at - 1]!;
    if (at % stretch === 0) {
      if (peak.weight > 0) peaks.push(peak);
      peak = { at, weight };
    } else if (weight > peak.weight) peak = { at, weight };
  }
  if (peak.weight > 0) peaks.push(peak);
  peaks.sort((a, b) => b.weight - a.weight || a.at - b.at);
  const most = windowLimit(piece.length, width, text.length);
  const windows: Span[] = [];
  for (const { at } of peaks) {
    const start = Math.max(0, at - slack);
    if (windows.some((other) => Math.abs(other.start - start) <= slack / 2)) continue;
    windows.push({ start, end: Math.min(text.length, start + width) });
    if (windows.length === most) break;
  }
  return windows;
}

/** Short enough that a passage with the most edits allowed still shares one n-gram with the piece. */
const gramLength = ({ length }: string): number => (length < 8 ? 1 : length < 16 ? 2 : length < 64 ? 3 : 4);

const BASE = 0x01000193;

/** For each offset of `text` the weight of the n-gram that begins there: 0 if `piece` has none such. */
function gramWeights(text: string, piece: string): Uint32Array {
  const length = gramLength(piece);
  const shift = Math.max(14, Math.clz32(piece.length) - 4);
  const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
  const counts = new Int32Array(2 ** (32 - shift)).fill(-1);
  forEachGram(piece, length, (hash) => {
    counts[slotOf(hash)] = 0;
  });
  const slots = new Uint32Array(Math.max(0, text.length - length + 1));
  forEachGram(text, length, (hash, at) => {
    const slot = slotOf(hash);
    const count = counts[slot]!;
    if (count < 0) return;
    counts[slot] = count + 1;
    slots[at] = slot + 1;
  });
  const rarity = Uint32Array.from(counts, (count) => (count > 0 ? Math.ceil(0x10000 / count) : 0));
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    if (slot > 0) slots[at] = rarity[slot - 1]!;
  }
  return slots;
}

/** Rolling polynomial hash, modulo 2³². */
function forEachGram(text: string, length: number, visit: (hash: number, at: number) => void): void {
  let power = 1;
  for (let i = 0; i < length; i++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i >= length) hash = (hash - Math.imul(text.charCodeAt(i - length), power)) | 0;
    if (i >= length - 1) visit(hash, i - length + 1);
  }
}

/**
 * Sellers' algorithm for the nearest substring, column by column, with Ukkonen's cut-off: rows whose cost exceeds the
 * limit are not computed. Passages begin and end only between words.
 */
class Alignment {
  private readonly units: Uint16Array;
  /** Cost of the piece's first i units against the best passage that ends at the current column. */
  private readonly costs: Int32Array;
  /** Where that passage begins. */
  private readonly starts: Int32Array;

  constructor(
    private readonly text: string,
    piece: string,
  ) {
    this.units = Uint16Array.from({ length: piece.length }, (_, i) => piece.charCodeAt(i));
    this.costs = new Int32Array(piece.length + 1);
    this.starts = new Int32Array(piece.length + 1);
  }

  /** The nearest whole-word passage in the window with at most `limit` errors. */
  within(window: Span, limit: number): Passage | undefined {
    const { text, units, costs, starts } = this;
    const length = units.length;
    let best: Passage | undefined;
    costs[0] = limit + 1;
    let last = 0;
    for (let at = window.start; at <= window.end; at++) {
      const cut = isCut(text, at);
      if (at > window.start) last = this.advance(text.charCodeAt(at - 1), last, limit);
      if (cut && text.charCodeAt(at) !== SPACE) last = this.begin(at, last, limit);
      if (last < length || costs[length]! > limit || !cut || text.charCodeAt(at - 1) === SPACE) continue;
      const found = { start: starts[length]!, end: at, errors: costs[length]! };
      if (found.end > found.start && (!best || this.isBetter(found, best))) best = found;
      limit = Math.min(limit, found.errors);
    }
    return best;
  }

  /** The next column, for `unit`; returns the last row within the limit. */
  private advance(unit: number, last: number, limit: number): number {
    const { units, costs, starts } = this;
    let diagonal = costs[0]!;
    let diagonalStart = starts[0]!;
    let above = diagonal + 1;
    let aboveStart = diagonalStart;
    costs[0] = above;
    const rows = Math.min(last + 1, units.length);
    if (rows > last) costs[rows] = limit + 1;
    for (let i = 1; i <= rows; i++) {
      const left = costs[i]!;
      const leftStart = starts[i]!;
      let cost = diagonal;
      let start = diagonalStart;
      // A match along the diagonal is never dearer than its neighbours.
      if (units[i - 1] !== unit) {
        cost++;
        if (left + 1 < cost) {
          cost = left + 1;
          start = leftStart;
        }
        if (above + 1 < cost) {
          cost = above + 1;
          start = aboveStart;
        }
      }
      costs[i] = cost;
      starts[i] = start;
      diagonal = left;
      diagonalStart = leftStart;
      above = cost;
      aboveStart = start;
    }
    let end = rows;
    while (end > 0 && costs[end]! > limit) end--;
    return end;
  }

  /** Lets a passage begin at `at`. Only a fresh beginning can pull rows beyond the last one back within the limit. */
  private begin(at: number, last: number, limit: number): number {
    const { units, costs, starts } = this;
    costs[0] = 0;
    starts[0] = at;
    const rows = Math.min(units.length, limit);
    for (let i = 1; i <= rows; i++) {
      if (i <= last && costs[i]! <= i) continue;
      costs[i] = i;
      starts[i] = at;
    }
    return Math.max(last, rows);
  }

  /** Of equal cost, the passage that ends in a word, or a mark, as the piece does; then the one as long as the piece. */
  private isBetter(a: Passage, b: Passage): boolean {
    if (a.errors !== b.errors) return a.errors < b.errors;
    const length = this.units.length;
    const inWord = isWordUnit(this.units[length - 1]!);
    const alike = (passage: Passage): boolean => isWordUnit(this.text.charCodeAt(passage.end - 1)) === inWord;
    if (alike(a) !== alike(b)) return alike(a);
    return Math.abs(a.end - a.start - length) < Math.abs(b.end - b.start - length);
  }
}

const SPACE = 0x20;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isGrouping = (unit: number): boolean => unit === 0x2c || unit === 0x2e;

/** Whether a passage may begin or end before `at`: neither inside a word, nor inside 1,172 or 4.6. */
function isCut(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  if (joins(left, right)) return false;
  if ((left & 0xfc00) === 0xd800 && (right & 0xfc00) === 0xdc00) return false;
  if (isDigit(left) && isGrouping(right)) return !isDigit(text.charCodeAt(at + 1));
  return !(isGrouping(left) && isDigit(right) && isDigit(text.charCodeAt(at - 2)));
}
