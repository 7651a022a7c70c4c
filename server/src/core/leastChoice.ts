/** The least that says which of several occurrences of a text is meant. Knows normalised text, not what is anchored in it. */

import { occurrences } from './anchor.ts';
import { isHanOrKana, isWordUnit } from './characters.ts';
import type { NormalisedText } from './normalise.ts';

/** A choice as a quote has it beside it; empty where the text stands once. */
export interface Choice {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly nth?: number;
}

/** A stretch of a normalised body. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longer words around a passage than this say less to a reader than its number. */
const REACH = 48;

/** Of a text that stands more often than this nobody looks for the words that tell its places apart. */
const OFTEN = 20_000;
/** How many words on one side are tried together with words on the other. */
const WORDS = 6;

/**
 * What has to stand beside the quote of `passage` so that it is anchored there and nowhere else: whole words before it
 * or after it, whichever are shorter; both where neither does; its number where the text around it says nothing.
 */
export function leastChoice(body: NormalisedText, source: string, passage: Stretch): Choice {
  const { start, end } = passage;
  const all = occurrences(body.text, body.text.slice(start, end));
  if (all.length < 2) return {};
  const [least] = contextsOf(body.text, passage, all);
  if (!least) return { nth: all.indexOf(start) + 1 };
  return {
    ...(least.start < start && { prefix: verbatim(body, source, { start: least.start, end: start }) }),
    ...(least.end > end && { suffix: verbatim(body, source, { start: end, end: least.end }) }),
  };
}

/** The stretches around `passage`, shortest first, that are longer by whole words and stand in the body once; itself if it does. */
export function leastContexts(body: NormalisedText, passage: Stretch): readonly Stretch[] {
  const all = occurrences(body.text, body.text.slice(passage.start, passage.end));
  return all.length < 2 ? [passage] : contextsOf(body.text, passage, all);
}

/** A stretch of the body as somebody would copy it: its own characters, without marks of Markdown and line breaks. */
export function verbatim(body: NormalisedText, source: string, { start, end }: Stretch): string {
  let result = '';
  for (let at = start; at < end; at++) {
    const unit = body.text[at]!;
    const span = body.spanOf(at, at + 1);
    const own = source.slice(span.start, span.end);
    result += own.length === 1 && unit !== ' ' ? own : unit;
  }
  return result.trim();
}

/** What `passage` and the fewest words on one side make, on either side; where neither tells, on both. */
function contextsOf(text: string, passage: Stretch, all: readonly number[]): readonly Stretch[] {
  if (all.length > OFTEN) return [];
  const { start, end } = passage;
  const others = all.filter((at) => at !== start);
  const found: Stretch[] = [];
  const from = leastBefore(text, start, others);
  const to = leastAfter(text, passage, others);
  if (from !== undefined) found.push({ start: from, end });
  if (to !== undefined) found.push({ start, end: to });
  if (found.length === 0) {
    leastBefore(text, start, others, (first, left) => {
      const last = leastAfter(text, passage, left);
      if (last !== undefined) found.push({ start: first, end: last });
    });
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start));
}

/**
 * Where the fewest words before `start` begin that none of `others` has before it. `alike`, for the first few words, is
 * told of the others that have those too.
 */
function leastBefore(
  text: string,
  start: number,
  others: readonly number[],
  alike?: (first: number, left: readonly number[]) => void,
): number | undefined {
  let left = others;
  let words = 0;
  for (const first of startsBefore(text, start)) {
    const context = text.slice(first, start);
    left = left.filter((at) => endsWith(text, at, context));
    if (left.length === 0) return first;
    if (++words <= WORDS) alike?.(first, left);
  }
  return undefined;
}

/** Where the fewest words after the passage end that none of `others` has after it. */
function leastAfter(text: string, { start, end }: Stretch, others: readonly number[]): number | undefined {
  let left = others;
  for (const last of endsAfter(text, end)) {
    const context = text.slice(end, last);
    left = left.filter((at) => beginsWith(text, at + end - start, context));
    if (left.length === 0) return last;
  }
  return undefined;
}

/** As an anchor compares them: a space at the seam counts for nothing. */
const endsWith = (text: string, at: number, context: string): boolean => {
  const bare = context.trimEnd();
  return text.endsWith(bare, at) || text.endsWith(`${bare} `, at);
};
const beginsWith = (text: string, at: number, context: string): boolean => {
  const bare = context.trimStart();
  return text.startsWith(bare, at) || text.startsWith(` ${bare}`, at);
};

/** Where words begin before `end`, the nearest first; a Han character is a word. */
function* startsBefore(text: string, end: number): Iterable<number> {
  for (let at = end - 1; at >= 0 && end - at <= REACH; at--) {
    if (isWordStart(text, at)) yield at;
  }
}

function* endsAfter(text: string, start: number): Iterable<number> {
  for (let at = start + 1; at <= text.length && at - start <= REACH; at++) {
    if (isWordStart(text, at - 1, at)) yield at;
  }
}

/** Whether the unit at `at` is in a word that begins there; with `edge`, that ends at it. */
function isWordStart(text: string, at: number, edge?: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isWordUnit(unit)) return false;
  if (isHanOrKana(unit)) return !isInsidePair(text, edge ?? at);
  const beyond = text.charCodeAt(edge ?? at - 1);
  return Number.isNaN(beyond) || !isWordUnit(beyond) || isHanOrKana(beyond);
}

const isInsidePair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
