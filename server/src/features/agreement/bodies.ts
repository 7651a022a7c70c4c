/** The body of a document as two annotators have it in common, whatever line ends their copies have. Knows no annotations. */

import { isHanOrKana, isWhiteSpace, isWordUnit } from '../../core/characters.ts';
import type { Document } from '../../core/document.ts';
import type { Span } from '../../core/text.ts';

export interface Body {
  /** With line feeds, and without white space at its end. */
  readonly text: string;
  /** A span of the file as one of `text`. */
  within(span: Span): Span;
}

export function bodyOf({ text, body }: Pick<Document, 'text' | 'body'>): Body {
  const source = text.slice(body.start, body.end).trimEnd();
  const folded = source.replaceAll('\r\n', '\n');
  const returns = folded.length === source.length ? [] : returnsIn(source);
  const at = (offset: number) => {
    const inside = offset - body.start;
    return Math.max(0, Math.min(inside - countBelow(returns, inside), folded.length));
  };
  return { text: folded, within: ({ start, end }) => ({ start: at(start), end: at(end) }) };
}

/** Where the carriage returns stand that a line feed follows. */
function returnsIn(source: string): readonly number[] {
  const found: number[] = [];
  for (let at = source.indexOf('\r\n'); at >= 0; at = source.indexOf('\r\n', at + 2)) found.push(at);
  return found;
}

/**
 * The tokens of a text: runs of letters and digits, every Han or Kana character, and every mark by itself. White space is
 * in none.
 */
export function tokensOf(text: string): readonly Span[] {
  const tokens: Span[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const unit = text.charCodeAt(start);
    end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
    if (isWhiteSpace(unit)) continue;
    if (joinable(unit)) while (end < text.length && joinable(text.charCodeAt(end))) end++;
    tokens.push({ start, end });
  }
  return tokens;
}

const joinable = (unit: number): boolean => isWordUnit(unit) && !isHanOrKana(unit);

/** The numbers of the first token that `span` touches and of the first behind it. */
export function tokensIn(tokens: readonly Span[], { start, end }: Span): readonly [from: number, to: number] {
  return [search(tokens.length, (i) => tokens[i]!.end > start), search(tokens.length, (i) => tokens[i]!.start >= end)];
}

const countBelow = (sorted: readonly number[], limit: number): number =>
  search(sorted.length, (i) => sorted[i]! >= limit);

/** The least number below `length` that `holds`, which then holds for all after it; else `length`. */
function search(length: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
