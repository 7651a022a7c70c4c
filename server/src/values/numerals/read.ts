/** The one reader of numerals in any script, at a given place of a folded text. Knows nothing of what stands around them. */

import { significantDigits } from '../denotation.ts';
import { isDigit, isLatin } from '../folding.ts';
import { MULTIPLIER_SIGNS } from '../tables/english.ts';
import { exponentAt, readDigits } from './arabic.ts';
import { multiplierAfter, readEnglishNumeral, wordAt } from './english.ts';
import { readAfterDigits, readHanNumeral } from './han.ts';
import { startsHanNumeral } from './hanCharacters.ts';
import { isRounded, MOST_DIGITS, type Numeral } from './numeral.ts';

/** `money`: a currency stands before it, so that "5m" is five million and not five metres. */
export function readNumeral(folded: string, at: number, money = false): Numeral | undefined {
  const unit = folded.charCodeAt(at);
  if (isDigit(unit)) return readArabic(folded, at, money);
  if (isLatin(unit)) return readEnglishNumeral(folded, at);
  return startsHanNumeral(folded, at) ? readHanNumeral(folded, at) : undefined;
}

const NO_WORD = { text: '', end: 0 };

function readArabic(folded: string, at: number, money: boolean): Numeral {
  const digits = readDigits(folded, at);
  const length = digits.integer.length + digits.fraction.length;
  if (digits.exponent) return arabic(at, exponentAt(folded, digits.end), 0, { problem: 'exponent' });
  if (length > MOST_DIGITS) return arabic(at, digits.end, 0, { problem: 'too-many-digits' });
  const han = readAfterDigits(folded, at, digits);
  if (han) return han;
  const decimal = digits.fraction === '' ? digits.integer : `${digits.integer}.${digits.fraction}`;
  const multiplied = (exponent: number, end: number): Numeral => {
    const written = digits.fraction === '' ? 0 : `${digits.integer}${digits.fraction}`.replace(/^0+/, '').length;
    const value = Number(`${decimal}e${exponent}`);
    const rounded = isRounded(exponent, significantDigits(value), written);
    return arabic(at, end, value, { multiplier: exponent, rounded });
  };
  const multiplier = multiplierAfter(folded, digits.end);
  if (multiplier) {
    return multiplier.factor === 1
      ? multiplied(multiplier.exponent, multiplier.end)
      : arabic(at, multiplier.end, Number(decimal) * multiplier.factor);
  }
  const sign = isLatin(folded.charCodeAt(digits.end)) ? wordAt(folded, digits.end) : NO_WORD;
  const exponent =
    sign.text !== '' && Object.hasOwn(MULTIPLIER_SIGNS, sign.text) ? MULTIPLIER_SIGNS[sign.text] : undefined;
  if (exponent !== undefined && (money || sign.text.length > 1)) return multiplied(exponent, sign.end);
  const plainDigits = digits.fraction === '' && !digits.grouped ? digits.integer : undefined;
  return arabic(at, digits.end, Number(decimal), { plainDigits });
}

function arabic(
  start: number,
  end: number,
  value: number,
  { rounded = false, multiplier, plainDigits, problem }: Partial<Numeral> = {},
): Numeral {
  return { start, end, script: 'arabic', weak: false, value, rounded, multiplier, plainDigits, problem };
}
