/** Where a stretch of a text is in a later version of it. Knows no documents and no quotes. */

import type { Span } from '../../core/text.ts';
import { hunksOf } from './difference.ts';
import { tokensOf } from './words.ts';

/** What stood at `before` was changed into what stands at `after`. */
export interface Change {
  readonly before: Span;
  readonly after: Span;
}

/** The changed stretches of two versions of a text, in whole words and in order. */
export function changesBetween(before: string, after: string): readonly Change[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (head === before.length && head === after.length) return [];
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  // Words are compared whole, also the ones that the change begins and ends in.
  while (head > 0 && !isSpace(before, head - 1)) head--;
  while (tail > 0 && !isSpace(before, before.length - tail)) tail--;
  const tokens = tokensOf(before.slice(head, before.length - tail));
  const others = tokensOf(after.slice(head, after.length - tail));
  const [starts, otherStarts] = [startsOf(tokens, head), startsOf(others, head)];
  return hunksOf(tokens, others).map((hunk) => ({
    before: { start: starts[hunk.before.start]!, end: starts[hunk.before.end]! },
    after: { start: otherStarts[hunk.after.start]!, end: otherStarts[hunk.after.end]! },
  }));
}

/** Where `span` is after the changes; undefined where one of its ends stood inside a changed stretch. */
export function mapped(changes: readonly Change[], { start, end }: Span): Span | undefined {
  const from = mappedEnd(changes, start, 'start');
  const to = mappedEnd(changes, end, 'end');
  return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to };
}

/** The change that `span` lies in with at least one end, if it is one alone that both ends lie in or at. */
export const changeAround = (changes: readonly Change[], { start, end }: Span): Change | undefined =>
  changes.find(({ before }) => before.start <= start && end <= before.end);

/** What was put in right beside a stretch is not in it. */
function mappedEnd(changes: readonly Change[], at: number, side: 'start' | 'end'): number | undefined {
  let by = 0;
  for (const { before, after } of changes) {
    const isInsertion = before.start === before.end;
    if (at < before.start || (at === before.start && (side === 'end' || !isInsertion))) {
      return at === before.start && !isInsertion ? after.start : at + by;
    }
    if (at > before.start && at < before.end) return undefined;
    by = after.end - before.end;
  }
  return at + by;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? ' ');

function startsOf(tokens: readonly string[], from: number): readonly number[] {
  const starts = [from];
  let at = from;
  for (const token of tokens) {
    at += token.length;
    starts.push(at);
  }
  return starts;
}
