/** Digits with separators and a fraction, and nothing after them. */

import { isDigit } from '../folding.ts';

export interface Digits {
  readonly end: number;
  readonly integer: string;
  readonly fraction: string;
  readonly grouped: boolean;
  /** `e` and a number follow. */
  readonly exponent: boolean;
}

const COMMA = 44;
const MOST_SEPARATED = 48;
const POINT = 46;
const E = 101;

/** Reads `835,500`, `8.5`, `1,00,000` (South Asian groups) at `at`, where a digit stands. */
export function readDigits(folded: string, at: number): Digits {
  let end = runOfDigits(folded, at);
  let integer = folded.slice(at, end);
  const grouped = groupsAfter(folded, end, integer.length);
  if (grouped > end) {
    integer = folded.slice(at, grouped).replaceAll(',', '');
    end = grouped;
  }
  let fraction = '';
  if (folded.charCodeAt(end) === POINT && isDigit(folded.charCodeAt(end + 1))) {
    const start = end + 1;
    end = runOfDigits(folded, start);
    fraction = folded.slice(start, end);
  }
  return { end, integer, fraction, grouped: grouped > at + integer.length, exponent: exponentAt(folded, end) > end };
}

/** The end of `e400` or `e-5` at `at`, or `at`. */
export function exponentAt(folded: string, at: number): number {
  if (folded.charCodeAt(at) !== E) return at;
  const sign = folded[at + 1] === '+' || folded[at + 1] === '-' ? 1 : 0;
  const start = at + 1 + sign;
  return isDigit(folded.charCodeAt(start)) ? runOfDigits(folded, start) : at;
}

export function runOfDigits(folded: string, at: number): number {
  let i = at;
  while (isDigit(folded.charCodeAt(i))) i++;
  return i;
}

/** The end of `,500` groups at `at`, if what is there is well grouped; else `at`. */
function groupsAfter(folded: string, at: number, leading: number): number {
  if (leading > 3 || folded.charCodeAt(at) !== COMMA) return at;
  let end = at;
  let pairs = 0;
  // More groups than a number may have digits are no number, and would be read again from each of them.
  while (folded.charCodeAt(end) === COMMA && end - at <= MOST_SEPARATED) {
    const length = runOfDigits(folded, end + 1) - end - 1;
    if (length === 3) {
      end += 4;
      // Groups of two come only before the last group of three.
      if (pairs > 0) return folded.charCodeAt(end) === COMMA && isDigit(folded.charCodeAt(end + 1)) ? at : end;
    } else if (length === 2 && leading <= 2 && end === at + 3 * pairs) {
      end += 3;
      pairs++;
    } else break;
  }
  return pairs > 0 ? at : end;
}
