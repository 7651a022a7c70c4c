/** The sentence around a passage, well enough to say who speaks in it. Knows no quotes and no names. */

import type { Span } from '../../core/text.ts';

/** Nobody looks farther than this for who is speaking. */
const WINDOW = 600;
const HAN_ENDS = '。！？';
const LATIN_ENDS = '.!?';
const CLOSING = '”’"\')]」』）》】';
const ABBREVIATION = /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|Jr|Sr|Gen|Gov|Sen|Rep|Lt|Col|Capt|e\.g|i\.e|[A-Z])$/;

/** Undefined where the passage runs over the end of a sentence. */
export function sentenceAround(text: string, within: Span, passage: Span): Span | undefined {
  const from = Math.max(within.start, passage.start - WINDOW);
  let start = from;
  for (let at = from; at < passage.start; at++) {
    const end = endAt(text, at, within.end);
    if (end !== undefined && end <= passage.start) start = end;
  }
  const limit = Math.min(within.end, passage.end + WINDOW);
  for (let at = passage.start; at < limit; at++) {
    const end = endAt(text, at, within.end);
    if (end === undefined) continue;
    // What closes the passage itself, mark and quotation marks, may stand in it.
    return end >= passage.end ? { start, end } : undefined;
  }
  return { start, end: limit };
}

/** The end of the sentence, line or paragraph that ends at `at`. */
function endAt(text: string, at: number, limit: number): number | undefined {
  const mark = text[at]!;
  if (mark === '\n') return /^[ \t\r]*(?:\n|[#>|]|[-*+] )/.test(text.slice(at + 1, at + 20)) ? at + 1 : undefined;
  const han = HAN_ENDS.includes(mark);
  if (!han && !LATIN_ENDS.includes(mark)) return undefined;
  let end = at + 1;
  while (end < limit && (CLOSING.includes(text[end]!) || HAN_ENDS.includes(text[end]!))) end++;
  if (han) return end;
  if (end < limit && !/\s/.test(text[end]!)) return undefined;
  return mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, at - 6), at)) ? undefined : end;
}
