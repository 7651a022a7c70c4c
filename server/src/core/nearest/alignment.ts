/** The passages of a window that come near to a piece, between words only. Knows no body and no way back to its text. */

import { isWordUnit, joins } from '../characters.ts';
import type { Span } from '../text.ts';

/** A passage in offsets of the normalised text. */
export interface Passage extends Span {
  readonly errors: number;
}

/**
 * Sellers' algorithm for the nearest substring, column by column, with Ukkonen's cut-off: rows whose cost exceeds the
 * limit are not computed. Passages begin and end only between words.
 */
export class Alignment {
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
    let best: Passage | undefined;
    this.scan(window, limit, (found) => {
      if (!best || this.isBetter(found, best)) best = found;
      return found.errors;
    });
    return best;
  }

  /** For each end in the window the nearest whole-word passage with at most `limit` errors that ends there. */
  allWithin(window: Span, limit: number): readonly Passage[] {
    const all: Passage[] = [];
    this.scan(window, limit, (found) => {
      all.push(found);
      return limit;
    });
    return all;
  }

  /** Shows the visitor the best passage of each end; it answers how many errors are of interest from then on. */
  private scan(window: Span, most: number, visit: (found: Passage) => number): void {
    const { text, units, costs, starts } = this;
    const length = units.length;
    let limit = most;
    costs[0] = limit + 1;
    let last = 0;
    for (let at = window.start; at <= window.end; at++) {
      const cut = isCut(text, at);
      if (at > window.start) last = this.advance(text.charCodeAt(at - 1), last, limit);
      if (cut && text.charCodeAt(at) !== SPACE) last = this.begin(at, last, limit);
      if (last < length || costs[length]! > limit || !cut || text.charCodeAt(at - 1) === SPACE) continue;
      const found = { start: starts[length]!, end: at, errors: costs[length]! };
      if (found.end > found.start) limit = Math.min(limit, visit(found));
    }
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
  isBetter(a: Passage, b: Passage): boolean {
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
