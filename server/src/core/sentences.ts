/** Where sentences and clauses of a body begin and end, well enough to quote them and to see who speaks in them. Knows no quotes. */

import { isHanOrKana } from './characters.ts';
import type { Span } from './text.ts';

/** No sentence is looked for farther than this from where one stands. */
const WINDOW = 2_000;

const CLOSING = '”’"\')]」』）》】';
const HAN_ENDS = '。！？';
const LATIN_ENDS = '.!?';
const CLAUSE_ENDS = ',;:，；：、—–()（）“”「」';
const ABBREVIATION =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|Jr|Sr|Gen|Gov|Sen|Rep|Lt|Col|Capt|e\.g|i\.e|[A-Z])$/;

/** The sentence of `text` that holds `offset`, within `within`; without white space at its ends. */
export function sentenceAt(text: string, within: Span, offset: number): Span {
  const from = paragraphStart(text, Math.max(within.start, offset - WINDOW), offset);
  let start = from;
  for (let at = from; at < offset; at++) {
    const end = sentenceEnd(text, at, within.end);
    if (end === undefined) continue;
    if (end > offset) break;
    start = end;
    at = end - 1;
  }
  let end = start;
  const limit = Math.min(within.end, offset + WINDOW);
  for (let at = Math.max(start, offset); at < limit; at++) {
    if (breaksLine(text, at)) break;
    end = at + 1;
    const over = sentenceEnd(text, at, within.end);
    if (over === undefined) continue;
    end = over;
    break;
  }
  return trimmed(text, { start, end });
}

/** Nobody looks farther than this around a passage for what its sentence says beside it. */
const REACH = 600;

/** The sentence that holds all of `passage`; undefined where the passage runs over the end of one. */
export function sentenceAround(text: string, within: Span, passage: Span): Span | undefined {
  const from = Math.max(within.start, passage.start - REACH);
  let start = from;
  for (let at = from; at < passage.start; at++) {
    const end = endingAt(text, at, within.end);
    if (end !== undefined && end <= passage.start) start = end;
  }
  const limit = Math.min(within.end, passage.end + REACH);
  for (let at = passage.start; at < limit; at++) {
    const end = endingAt(text, at, within.end);
    if (end === undefined) continue;
    // What closes the passage itself, mark and quotation marks, may stand in it.
    return end >= passage.end ? { start, end } : undefined;
  }
  return { start, end: limit };
}

const OPENING_MARKS = '“「『';
const CLOSING_MARKS = '”」』';

/**
 * The quotation around `passage` in its paragraph, from its opening mark to behind its closing one; several sentences of
 * it may do. Of straight marks, which open as they close, every other one opens.
 */
export function quotationAround(text: string, within: Span, passage: Span): Span | undefined {
  const from = paragraphStart(text, Math.max(within.start, passage.start - REACH), passage.start);
  let start: number | undefined;
  const open: number[] = [];
  for (let at = from; at <= passage.start && at < within.end; at++) {
    const mark = text[at]!;
    if (at === passage.start && !OPENING_MARKS.includes(mark) && mark !== '"') break;
    const straight = open.length > 0 && text[open.at(-1)!] === '"';
    if (OPENING_MARKS.includes(mark) || (mark === '"' && !straight)) open.push(at);
    else if (CLOSING_MARKS.includes(mark) || mark === '"') open.pop();
    start = open.at(-1);
  }
  if (start === undefined) return undefined;
  const closing = text[start] === '"' ? '"' : CLOSING_MARKS[OPENING_MARKS.indexOf(text[start]!)]!;
  const limit = Math.min(within.end, passage.end + REACH);
  for (let at = Math.max(start + 1, passage.end - 1); at < limit && !breaksLine(text, at); at++) {
    if (text[at] === closing) return { start, end: at + 1 };
  }
  return undefined;
}

/** The sentences of `within` in order. */
export function* sentencesOf(text: string, within: Span): Iterable<Span> {
  for (let at = within.start; at < within.end; ) {
    while (at < within.end && /[\s#>*-]/.test(text[at]!)) at++;
    if (at >= within.end) return;
    const sentence = sentenceFrom(text, within, at);
    if (sentence.end <= at) return;
    yield sentence;
    at = sentence.end;
  }
}

function sentenceFrom(text: string, within: Span, start: number): Span {
  let end = start;
  for (let at = start; at < within.end; at++) {
    if (breaksLine(text, at)) break;
    end = at + 1;
    const over = sentenceEnd(text, at, within.end);
    if (over === undefined) continue;
    end = over;
    break;
  }
  const span = trimmed(text, { start, end });
  return span.end > span.start ? span : { start, end: Math.max(end, start + 1) };
}

/** The end of the clause that goes on at `offset`, not beyond `end`. */
export function clauseEnd(text: string, offset: number, end: number): number {
  for (let at = offset; at < end; at++) {
    if (!CLAUSE_ENDS.includes(text[at]!)) continue;
    // A comma or colon between digits belongs to a number or a time.
    if (/[\d]/.test(text[at - 1] ?? '') && /[\d]/.test(text[at + 1] ?? '')) continue;
    return at;
  }
  return end;
}

/** The start of the clause that leads up to `offset`, not before `start`. */
export function clauseStart(text: string, offset: number, start: number): number {
  for (let at = offset; at > start; at--) {
    if (!CLAUSE_ENDS.includes(text[at - 1]!)) continue;
    if (/[\d]/.test(text[at - 2] ?? '') && /[\d]/.test(text[at] ?? '')) continue;
    return at;
  }
  return start;
}

/** Back to where the word at `offset` begins; Han text has no such place. */
export function wordStart(text: string, offset: number, from: number): number {
  let at = offset;
  while (at > from && inWord(text.charCodeAt(at)) && inWord(text.charCodeAt(at - 1))) at--;
  return at;
}

const inWord = (unit: number): boolean => !isHanOrKana(unit) && /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));

/** Where the sentence ends whose last mark is at `at`, closing quotation marks included. */
function sentenceEnd(text: string, at: number, limit: number): number | undefined {
  const mark = text[at]!;
  const han = HAN_ENDS.includes(mark);
  if (!han && !LATIN_ENDS.includes(mark)) return undefined;
  let end = at + 1;
  while (end < limit && (CLOSING.includes(text[end]!) || HAN_ENDS.includes(text[end]!))) end++;
  if (han) return end;
  if (end < limit && !/\s/.test(text[end]!)) return undefined;
  return mark === '.' && ABBREVIATION.test(text.slice(Math.max(0, at - 6), at)) ? undefined : end;
}

/** The end of the sentence, line or paragraph that ends at `at`. */
const endingAt = (text: string, at: number, limit: number): number | undefined =>
  breaksLine(text, at) ? at + 1 : sentenceEnd(text, at, limit);

/** A line break that ends a paragraph, a heading or an item of a list. */
function breaksLine(text: string, at: number): boolean {
  if (text[at] !== '\n') return false;
  const next = /^[ \t\r]*(?:\n|[#>|]|[-*+] |\d{1,3}[.)] )/.test(text.slice(at + 1, at + 40));
  if (next) return true;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return text[line] === '#';
}

function paragraphStart(text: string, from: number, offset: number): number {
  let start = from;
  for (let at = offset - 1; at >= from; at--) {
    if (!breaksLine(text, at)) continue;
    start = at + 1;
    break;
  }
  while (start < offset && /[\s#>*-]/.test(text[start]!)) start++;
  return start;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
