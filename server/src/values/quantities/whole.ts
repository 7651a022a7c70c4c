/** The reading of one whole value as a quantity: nothing may stand beside it but its hedges and its unit. */

import { ordinalSuffix } from '../dates/english.ts';
import { same, type Widths } from '../denotation.ts';
import { fold, isDigit, isHan, isLatin, isLetter, skipSpace } from '../folding.ts';
import { point } from '../interval.ts';
import { readEnglishOrdinal } from '../numerals/english.ts';
import { startsHanNumeral } from '../numerals/hanCharacters.ts';
import { readNumeral } from '../numerals/read.ts';
import { type Problem, problem } from '../problem.ts';
import type { Quantity } from '../quantity.ts';
import { HAN_FIRST, HAN_FIRST_OF_ITS_KIND, NOT_BEFORE_FIRST } from '../tables/chinese.ts';
import type { Units } from '../units.ts';
import { readExpression } from './expression.ts';

/** Words that may open a value and say nothing: "a total of 200", 共200人. */
const OPENINGS =
  /^(?:a total of|total of|in total|altogether|the number of|exactly|precisely|only|共有|共计|总计|合计|一共|总共|共|有|达到|达|仅|只有|仅有)?$/;

export function readWholeQuantity(source: string, units: Units, widths: Widths): Quantity | Problem {
  const folded = fold(source);
  if (folded.trim() === '') return problem('empty', source);
  const ordinal = wholeOrdinal(folded, source);
  if (ordinal) return ordinal;
  let at = 0;
  while (at < folded.length) {
    if (!mayBegin(folded, at)) {
      at++;
      continue;
    }
    const read = readExpression(folded, source, at, { units, widths });
    if (!read) {
      at = afterWord(folded, at);
      continue;
    }
    const { expression, numeral, second } = read;
    const fault = numeral.problem ?? second?.problem;
    if (fault) return problem(fault, source, { start: numeral.start, end: numeral.end });
    const opening = folded
      .slice(0, expression.span.start)
      .replace(/\+\s*$/, '')
      .trim();
    if (!OPENINGS.test(opening)) return problem('not-a-quantity', source);
    return closing(source, folded, expression, expression.span.end, units);
  }
  return problem('not-a-quantity', source);
}

/** What stands behind the expression: the rest of a noun phrase that names no unit, or nothing. */
function closing(
  source: string,
  folded: string,
  expression: Quantity & { readonly unitSpan?: { start: number } },
  end: number,
  units: Units,
): Quantity | Problem {
  const rest = folded.slice(end);
  for (let at = end; at < folded.length; at++) {
    const exponent = isDigit(folded.charCodeAt(at));
    if (exponent || (mayBegin(folded, at) && !isHan(folded.charCodeAt(at)) && isQuantityWord(folded, at))) {
      return problem('several-values', source, { start: at, end: source.length });
    }
  }
  // Letters, and the marks that join words; anything else is no noun.
  if (/[^\p{L}\p{M}\s.,'’&/()（）、。·-]/u.test(rest))
    return problem('not-a-quantity', source, { start: end, end: source.length });
  const { nominal, hard, soft, hedge, rounded, ordinal } = expression;
  const noun = source.slice(expression.unitSpan?.start ?? end).trim() || undefined;
  // A key `unit:` names its unit in the singular: 200 and person.
  const unit = expression.unit ?? (noun && units.resolve(noun));
  const unitText = expression.unit === undefined ? noun : expression.unitText;
  return { nominal, hard, soft, hedge, rounded, unit, unitText, ordinal };
}

function isQuantityWord(folded: string, at: number): boolean {
  const numeral = readNumeral(folded, at);
  return numeral !== undefined && !numeral.weak;
}

function mayBegin(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (isDigit(unit)) return at === 0 || !isDigit(folded.charCodeAt(at - 1));
  if (isLatin(unit)) return at === 0 || !isLetter(folded.charCodeAt(at - 1));
  return startsHanNumeral(folded, at);
}

function afterWord(folded: string, at: number): number {
  let end = at + 1;
  if (isLatin(folded.charCodeAt(at))) while (isLatin(folded.charCodeAt(end))) end++;
  return end;
}

/** fourth, 4th, 第四, with what they order behind them. */
function wholeOrdinal(folded: string, source: string): Quantity | undefined {
  const start = skipSpace(folded, 0);
  const value = ordinalAt(folded, start) ?? firstOfItsKind(folded);
  if (!value) return undefined;
  const rest = source.slice(value.end).trim();
  if (/\d/.test(rest)) return undefined;
  return {
    ...same(point(value.value)),
    nominal: [value.value],
    rounded: false,
    unit: 'ordinal',
    unitText: rest || undefined,
    ordinal: true,
  };
}

interface Ordinal {
  readonly value: number;
  readonly end: number;
}

/** "inaugural" and "maiden", where they are the whole of a value: in running text they may be said of an address. */
function firstOfItsKind(folded: string): Ordinal | undefined {
  const word = /^\s*(?:the )?(?:inaugural|maiden)(?![a-z])/.exec(folded);
  return word ? { value: 1, end: word[0].length } : undefined;
}

/** An ordinal at a place of a folded text: twenty-first, 21st, 第二十一, 首届. */
export function ordinalAt(folded: string, at: number): Ordinal | undefined {
  const unit = folded.charCodeAt(at);
  if (folded[at] === '首') return firstAt(folded, at);
  if (isLatin(unit)) return readEnglishOrdinal(folded, at);
  if (folded[at] === '第') {
    const numeral = readNumeral(folded, skipSpace(folded, at + 1));
    const usable = numeral && numeral.script !== 'english' && !numeral.problem && !numeral.share;
    return usable && numeral.value !== undefined ? { value: numeral.value, end: numeral.end } : undefined;
  }
  if (!isDigit(unit)) return undefined;
  const numeral = readNumeral(folded, at);
  const end = numeral ? ordinalSuffix(folded, numeral.end) : at;
  return numeral?.plainDigits !== undefined && end > numeral.end ? { value: numeral.value!, end } : undefined;
}

/** 首届, 首次: the first of them. */
export function firstAt(folded: string, at: number): Ordinal | undefined {
  const word = folded.slice(at, at + 2);
  if (!HAN_FIRST.includes(word) || NOT_BEFORE_FIRST.includes(folded[at - 1] ?? ' ')) return undefined;
  return { value: 1, end: at + 2 };
}

const ADVERB = /^(?:first[ -]time(?![a-z])|第(?:一|1)次)/;

/** Whether an ordinal at a place may say "for the first time" rather than which of a series something is. */
export const mayBeAdverb = (folded: string, at: number): boolean =>
  (folded[at] === '首' && !folded.startsWith(HAN_FIRST_OF_ITS_KIND, at)) || ADVERB.test(folded.slice(at, at + 12));
