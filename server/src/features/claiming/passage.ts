/** The passage that a selection means, and the quote by which a claim finds it again. Knows no values and no entities. */

import { anchor, type TextQuote } from '../../core/anchor.ts';
import { isHanOrKana } from '../../core/characters.ts';
import type { Document } from '../../core/document.ts';
import type { Span } from '../../core/text.ts';

export interface Passage {
  /** In the file: whole words, without what hangs over at its ends. */
  readonly span: Span;
  /** Its words on one line, verbatim but for marks of Markdown. */
  readonly quote: string;
  /** Which of several places with these words it is, from 1; missing where they stand once. */
  readonly nth?: number;
}

/** Why there is no passage: nothing is selected, it reaches into the front matter, it is marks alone, it cannot be found again. */
export type NoPassage = 'empty' | 'front-matter' | 'marks' | 'unfindable';

export function passageOf(document: Document, selection: Span): Passage | NoPassage {
  const { body, bodyText } = document;
  if (selection.end <= selection.start) return 'empty';
  if (selection.start < body.start || selection.end > body.end) return 'front-matter';
  const whole = wholeWords(document.text, selection, body);
  const from = bodyText.offsetOf(whole.start);
  const to = bodyText.offsetOf(whole.end - 1);
  const last = to < bodyText.text.length && bodyText.spanOf(to, to + 1).start < whole.end ? to + 1 : to;
  const units = unitsOf(document, from, last);
  const { start, end } = trimmed(units);
  if (end <= start) return 'marks';
  const quote = units.slice(start, end).join('');
  const place = { start: from + start, end: from + end };
  return found(document, quote, bodyText.spanOf(place.start, place.end));
}

/** What finds a passage, as keys of a claim. */
export const choiceOf = ({ nth }: Passage): { readonly nth?: number } => (nth === undefined ? {} : { nth });

/**
 * A quote that stands more than once is told by its number: nothing shorter decides. Whatever is not found where it was
 * taken from is refused.
 */
function found({ bodyText }: Document, quote: string, span: Span): Passage | NoPassage {
  const text: TextQuote = { pieces: [quote] };
  const plain = anchor(bodyText, text);
  const isHere = (one: Span | undefined) => one?.start === span.start && one.end === span.end;
  if (plain.kind === 'missing') return 'unfindable';
  if (plain.kind === 'anchored') return isHere(plain.spans[0]) ? { span, quote } : 'unfindable';
  const nth = plain.matches.findIndex(isHere) + 1;
  const chosen = anchor(bodyText, { ...text, nth });
  return nth > 0 && chosen.kind === 'anchored' && isHere(chosen.spans[0]) ? { span, quote, nth } : 'unfindable';
}

/** The verbatim text of each unit of the normalised one; a run of white space is one space. */
function unitsOf({ text, bodyText }: Document, from: number, to: number): readonly string[] {
  const units: string[] = [];
  for (let at = from; at < to; at++) {
    const { start, end } = bodyText.spanOf(at, at + 1);
    units.push(/\s/.test(bodyText.text[at]!) ? ' ' : text.slice(start, end));
  }
  return units;
}

/** A selection that cuts a word or a number takes the whole of it: half a figure is another figure. */
function wholeWords(text: string, { start, end }: Span, body: Span): Span {
  const inside = (at: number): boolean => {
    if (at <= body.start || at >= body.end) return false;
    const [left, right] = [text[at - 1]!, text[at]!];
    if (isWord(left) && isWord(right)) return true;
    const digit = (one: string | undefined) => one !== undefined && /[0-9\uff10-\uff19]/.test(one);
    if (/[.,\uff0c\uff0e]/.test(right)) return digit(left) && digit(text[at + 1]);
    return /[.,\uff0c\uff0e]/.test(left) && digit(right) && digit(text[at - 2]);
  };
  let [from, to] = [start, end];
  for (let steps = 0; steps < LONGEST_WORD && inside(from); steps++) from--;
  for (let steps = 0; steps < LONGEST_WORD && inside(to); steps++) to++;
  return { start: from, end: to };
}

const LONGEST_WORD = 60;
const isWord = (unit: string): boolean => !isHanOrKana(unit.charCodeAt(0)) && /[\p{L}\p{M}\p{N}]/u.test(unit);

/** What a passage does not begin or end with. */
const LEADING = ' ,.;:!?，。；：、！？…—–-*#>|•·';
const TRAILING = ' ,.;:!?，。；：、！？…—–-*#|•·';
/** Marks that come in pairs; of the first ones neither is part of what they enclose. */
const QUOTATION = ['“”', '‘’', '「」', '『』', '«»', '‹›', '""', '＂＂', '〝〞', "''"];
const BRACKETS = ['()', '（）', '[]', '【】', '《》', '〈〉', '{}', '〔〕'];

function trimmed(units: readonly string[]): Span {
  let start = 0;
  let end = units.length;
  for (let before = -1; before !== end - start && start < end; ) {
    before = end - start;
    while (start < end && isLeading(units[start]!, units[start + 1])) start++;
    while (end > start && TRAILING.includes(units[end - 1]!)) end--;
    for (const pair of QUOTATION) {
      const inner = units.slice(start, end);
      if (inner.length > 1 && inner[0] === pair[0] && inner.at(-1) === pair[1] && isAlone(inner, pair)) {
        start++;
        end--;
      }
    }
    for (const pair of [...QUOTATION, ...BRACKETS]) {
      const inner = units.slice(start, end);
      if (dangles(inner, pair, 0)) start++;
      else if (dangles(inner, pair, inner.length - 1)) end--;
    }
  }
  return { start, end };
}

/** A minus sign or a decimal point belongs to the number after it. */
const isLeading = (unit: string, next: string | undefined): boolean =>
  LEADING.includes(unit) && !(/[.–-]/.test(unit) && next !== undefined && /\d/.test(next));

/** Whether the two ends are one pair, and not the ends of two. */
const isAlone = (units: readonly string[], pair: string): boolean =>
  !units.slice(1, -1).some((unit) => unit === pair[0] || unit === pair[1]);

/** Whether the mark at one end of the passage has no partner in it. An apostrophe after a letter is no mark. */
function dangles(units: readonly string[], pair: string, at: number): boolean {
  const mark = units[at];
  if (mark === undefined || (mark !== pair[0] && mark !== pair[1])) return false;
  const [open, close] = [pair[0]!, pair[1]!];
  if (at > 0 && (mark === "'" || mark === '’') && !units.includes(open === close ? mark : open)) return false;
  if (open === close) return units.filter((unit) => unit === mark).length % 2 === 1;
  if (mark === open) return at > 0 || !units.includes(close);
  return at === 0 || !units.includes(open);
}
