/** The words before and after a number that make it an end of a change, or its size. Knows no numbers. */

import { isDigit, skipSpace, skipSpaceBefore } from '../folding.ts';
import { startsHanNumeral } from '../numerals/hanCharacters.ts';
import { HAN_STEPS, STEP_NOUNS, STEP_VERBS } from '../tables/changes.ts';

const one = (words: readonly string[]): string => words.join('|');

/** As much as has to be looked at before a number. */
const REACH = 48;
const before = (folded: string, at: number): string => {
  const end = skipSpaceBefore(folded, at);
  return folded.slice(Math.max(0, end - REACH), end);
};

const FROM = /(?:^|[^a-z])from$|[从由]$/;

/** "from" or 从 before the number: then it and the next are the ends of a change, and no range. */
export const isChange = (folded: string, at: number): boolean => FROM.test(before(folded, at));

const TO = /(?:^|[^a-z])to$|[到至]$/;

/** "to" or 至 before the number: where a change leads that began at another. */
export const isEnd = (folded: string, at: number): boolean => TO.test(before(folded, at));

const LEADING_TO = new RegExp(
  `(?:^|[^a-z])(?:${one(STEP_VERBS)})(?: (?:up|down|back|again|further|steadily|slightly|sharply))? to$|(?:${one(HAN_STEPS)})[至到]$`,
);

/** "rose to", 增至: where a change leads, wherever it began. */
export const leadsHere = (folded: string, at: number): boolean => LEADING_TO.test(before(folded, at));

const STEP = new RegExp(
  [
    '(?:^|[^a-z])by$',
    `(?:^|[^a-z])(?:${one(STEP_NOUNS)}) of$`,
    // "set up 9" and "made up 9" rise by nothing.
    '(?:[,;(]|(?:^|[^a-z])(?:is|was|are|were|be|been|went|goes|gone|moved|edged)) ?(?:up|down)$',
    `(?:${one(HAN_STEPS)})了?$`,
    '(?:增幅|降幅|涨幅|跌幅)(?:为|达|达到)?$',
    '[多少]了$',
    '比[^,，。;；!！?？\\n]{1,20}[多少高低]$',
  ].join('|'),
);

/** "by", "an increase of", "up" or 增加 before the number: the size of a change. */
export const isStep = (folded: string, at: number): boolean => STEP.test(before(folded, at));

const COMPARING = /^(?:more|fewer|less|higher|lower) than$/;

/** "9 more than 172": the hedge before the second number compares it with the first, which ends at `last`. */
export const comparesWith = (
  folded: string,
  last: number,
  hedge: { readonly start: number; readonly end: number },
): boolean =>
  hedge.start > last &&
  folded.slice(last, hedge.start).trim() === '' &&
  COMPARING.test(folded.slice(hedge.start, hedge.end).trim().replace(/\s+/g, ' '));

const COMPARED = /^\s+(?:more|fewer|less|higher|lower)\s+than(?![a-z])(?!\s+(?:once|twice|ever)\b)/;

/** "9 more than before", "9 more than the 172 of 2012". */
export const isComparison = (folded: string, end: number): boolean => COMPARED.test(folded.slice(end, end + 24));

/** 比…多 with a number behind it, where `at` to `end` is the 多. */
export function isCompared(folded: string, start: number, at: number, end: number): boolean {
  if (folded[at] !== '多' || end !== at + 1) return false;
  const next = skipSpace(folded, end);
  if (!isDigit(folded.charCodeAt(next)) && !startsHanNumeral(folded, next)) return false;
  return /比[^,，。;；!！?？\n]{0,15}$/.test(folded.slice(Math.max(0, start - 16), start));
}
