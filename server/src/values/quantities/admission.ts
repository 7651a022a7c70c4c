/** Whether an expression in running text is a quantity: the rules of section 6 for weak numerals, years and ordinals. */

import { isHan, isLatin, skipSpace, skipSpaceBefore } from '../folding.ts';
import { nextWord, wordAt } from '../numerals/english.ts';
import { isHanNumeral } from '../numerals/hanCharacters.ts';
import type { QuantityExpression } from '../quantity.ts';
import { NOT_BEFORE_ONE } from '../tables/chinese.ts';
import type { Read } from './expression.ts';

export function admits(folded: string, read: Read): 'quantity' | 'ordinal' | 'none' {
  const { numeral, expression, counted } = read;
  if (numeral.problem) return 'none';
  if (numeral.script === 'han') return han(folded, read);
  if (numeral.script === 'english') return english(folded, read) ? 'quantity' : 'none';
  if (folded[skipSpace(folded, numeral.end)] === '届') return 'ordinal';
  return isYear(read) && !countsDespiteYear(folded, expression, counted !== undefined) ? 'none' : 'quantity';
}

/** What let a weak numeral count. */
export function leansOn({ numeral, counted, expression }: Read): QuantityExpression['leansOn'] {
  if (!numeral.weak) return undefined;
  if (counted) return counted.id === undefined ? 'counter' : 'unit';
  return expression.hedge ? 'hedge' : undefined;
}

function han(folded: string, { numeral, counted, expression }: Read): 'quantity' | 'ordinal' | 'none' {
  const { start, end } = numeral;
  const next = folded[skipSpace(folded, end)] ?? '';
  const before = folded[start - 1] ?? ' ';
  if (next === '届') return 'ordinal';
  // 二十大 is a congress, 十四五 a plan.
  if (next === '大' && numeral.value !== undefined && numeral.value >= 12 && numeral.value <= 40 && !numeral.weak)
    return 'ordinal';
  if (isHanNumeral(folded, end) && expression.numberSpan.end === end) return 'none';
  if (!numeral.weak) return 'quantity';
  if (folded[start] === '一' && end - start === 1 && NOT_BEFORE_ONE.includes(before)) return 'none';
  if (counted) return 'quantity';
  // 近百, 超千万, 百余: a multiplier alone counts under a hedge.
  return expression.hedge !== undefined &&
    numeral.value !== undefined &&
    numeral.value >= 100 &&
    expression.hedgeSpan !== undefined &&
    numeral.plainDigits === undefined
    ? 'quantity'
    : 'none';
}

function english(folded: string, { numeral, expression, counted }: Read): boolean {
  const { start, end } = numeral;
  if (folded[start - 1] === '-' && isLatin(folded.charCodeAt(start - 2))) return false;
  // "three-dimensional" and "two-sided" describe; "three-day" counts.
  if (folded[end] === '-' && !counted && /(?:al|ed|ary|fold|way|tier|tiered)$/.test(nextWord(folded, end).text))
    return false;
  if (!numeral.weak) return true;
  const word = wordAt(folded, start).text;
  const next = nextWord(folded, end);
  if (word === 'half') {
    if (folded[end] === '-') return false;
    return (
      expression.hedge !== undefined ||
      (['of', 'the', 'its', 'their', 'our', 'all'].includes(next.text) &&
        !['first', 'second', 'other'].includes(wordBefore(folded, start)))
    );
  }
  if (word === 'both') {
    if (!counted?.direct) return false;
    return nextWord(folded, counted.end).text !== 'and';
  }
  if (expression.numberSpan.end !== end) return true;
  return counted?.direct === true && counted.id !== undefined;
}

function wordBefore(folded: string, at: number): string {
  const end = skipSpaceBefore(folded, at);
  let start = end;
  while (start > 0 && end - start < 16 && isLatin(folded.charCodeAt(start - 1))) start--;
  return folded.slice(start, end);
}

/** Four bare digits that may be a year. */
function isYear({ numeral, currency, second }: Read): boolean {
  return !currency && !second && numeral.plainDigits?.length === 4 && numeral.value! >= 1000 && numeral.value! < 2200;
}

/** A unit behind it, a plural noun, or a hedge that no year takes. */
function countsDespiteYear(
  folded: string,
  { hedge, unit, unitText, numberSpan }: QuantityExpression,
  counted: boolean,
): boolean {
  if (unit !== undefined) return unit !== 'year' || hedge !== undefined;
  const value = Number(folded.slice(numberSpan.start, numberSpan.end));
  // "the 2008 Olympics" are of that year.
  if (counted && unitText !== undefined && /^[A-Z]/.test(unitText)) return false;
  if (counted && unitText !== undefined)
    return isHan(folded.charCodeAt(skipSpace(folded, numberSpan.end))) || /s$/i.test(unitText);
  return (
    hedge !== undefined &&
    (hedge !== 'about' || value % 100 === 0) &&
    !['over', 'under', 'above', 'below', 'around'].includes(hedge) &&
    value % 10 === 0
  );
}
