/** All quantities in running text, and nothing that only looks like one. Resolves no claims and knows no documents. */

import type { DateMatch } from '../dates/match.ts';
import { scanDateMatches } from '../dates/scan.ts';
import { DEFAULT_WIDTHS, same, type Widths } from '../denotation.ts';
import { fold, gateOf, isDigit, isLatin, isLetter } from '../folding.ts';
import { point } from '../interval.ts';
import { startsHanNumeral } from '../numerals/hanCharacters.ts';
import { Phrases } from '../phrases.ts';
import type { QuantityExpression } from '../quantity.ts';
import { HAN_IDIOMS } from '../tables/chinese.ts';
import { ENGLISH_IDIOMS, ENGLISH_NUMERALS } from '../tables/english.ts';
import type { Units } from '../units.ts';
import { admits, leansOn } from './admission.ts';
import { readExpression } from './expression.ts';
import { endOfIdentifier, isHeading } from './identifiers.ts';
import { assignRoles } from './roles.ts';
import { comparesWith } from './steps.ts';
import { mayBeAdverb, ordinalAt } from './whole.ts';

const begins = gateOf([...ENGLISH_IDIOMS, ...ENGLISH_NUMERALS, 'http', 'www', 'doi']);
const ORDINAL = '第'.charCodeAt(0);
const FIRST = '首'.charCodeAt(0);
const idioms = new Phrases([...HAN_IDIOMS, ...ENGLISH_IDIOMS].map((phrase) => [phrase, true] as const));

/**
 * In the order of the text, without overlaps; ordinals among them, as such. Dates, years, times of day, numbered
 * headings and identifiers are none. Linear in the text.
 */
export function scanQuantities(
  text: string,
  units: Units,
  widths: Widths = DEFAULT_WIDTHS,
): readonly QuantityExpression[] {
  const folded = fold(text);
  const dates = scanDateMatches(text, folded);
  const settings = { units, widths };
  const found: QuantityExpression[] = [];
  const compared = new Set<number>();
  let nextDate = 0;
  let at = 0;
  let last = 0;
  while (at < folded.length) {
    while (nextDate < dates.length && dates[nextDate]!.end <= at) nextDate++;
    const date = dates[nextDate];
    if (date && date.start <= at && hides(date)) {
      at = date.end;
      last = at;
      continue;
    }
    const unit = folded.charCodeAt(at);
    const digit = isDigit(unit);
    const wordStart = isLatin(unit) && (at === 0 || !isLetter(folded.charCodeAt(at - 1)));
    if (!digit && (wordStart ? !begins(folded, at) : unit < 0x3000)) {
      at = wordStart ? afterToken(folded, at) : at + 1;
      continue;
    }
    const idiom = idioms.at(folded, at);
    if (idiom) {
      at = idiom.end;
      continue;
    }
    if (!digit && !wordStart && unit !== ORDINAL && unit !== FIRST && !startsHanNumeral(folded, at)) {
      at++;
      continue;
    }
    const identifier = endOfIdentifier(text, folded, at, units);
    if (identifier > at) {
      at = identifier;
      continue;
    }
    const ordinal = ordinalAt(folded, at);
    if (ordinal) {
      const expression = ordinalExpression(text, at, ordinal.value, ordinal.end);
      found.push(mayBeAdverb(folded, at) ? { ...expression, adverbial: true } : expression);
      at = ordinal.end;
      last = at;
      continue;
    }
    if (isHeading(folded, at)) {
      at = afterToken(folded, at);
      continue;
    }
    // A date that begins inside what the numeral would read has the better claim; in a stretch of time no hedge is looked for.
    const inSpan = date !== undefined && date.start <= at;
    const hedged = readExpression(folded, text, at, settings, !inSpan);
    const isOther = last > 0 && hedged?.expression.hedgeSpan && comparesWith(folded, last, hedged.expression.hedgeSpan);
    if (isOther && found.at(-1)?.span.end === last) compared.add(found.length - 1);
    const read = isOther ? readExpression(folded, text, at, settings, false) : hedged;
    if (!read) {
      at = afterToken(folded, at);
      continue;
    }
    const { expression } = read;
    const clash = date && hides(date) && expression.numberSpan.end > date.start;
    const verdict = clash ? 'none' : admits(folded, read);
    if (verdict === 'none') {
      at = clash ? date.end : Math.max(read.numeral.end, afterToken(folded, at));
      continue;
    }
    if (verdict === 'ordinal') {
      found.push(ordinalExpression(text, at, read.numeral.value!, read.numeral.end));
    } else {
      const cut = date && hides(date) && expression.span.end > date.start ? date.start : expression.span.end;
      const span = { start: Math.max(last, expression.span.start), end: Math.max(cut, expression.numberSpan.end) };
      found.push({ ...expression, span, leansOn: leansOn(read) });
    }
    at = Math.max(at + 1, found[found.length - 1]!.span.end);
    last = at;
  }
  return assignRoles(folded, found, compared);
}

/** Whether a date hides the numbers in it: not the ten of "the past ten years". */
const hides = ({ shape }: DateMatch): boolean => shape.kind !== 'span' && shape.kind !== 'ago';

function ordinalExpression(text: string, start: number, value: number, end: number): QuantityExpression {
  const span = { start, end };
  return {
    span,
    numberSpan: span,
    ...same(point(value)),
    nominal: [value],
    rounded: false,
    unit: 'ordinal',
    unitText: text.slice(start, end),
    ordinal: true,
  };
}

function afterToken(folded: string, at: number): number {
  const unit = folded.charCodeAt(at);
  let end = at + 1;
  if (isDigit(unit) || isLatin(unit)) while (isDigit(folded.charCodeAt(end)) || isLatin(folded.charCodeAt(end))) end++;
  return end;
}
