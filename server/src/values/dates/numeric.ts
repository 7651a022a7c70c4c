/** Dates in digits alone: 2022-10-20, 2019/9/10, 20.10.2022, 2022-10, 2012–2022, and the year that "in 2022" names. */

import { isDigit, isLetter, skipSpace } from '../folding.ts';
import { runOfDigits } from '../numerals/arabic.ts';
import { nextWord } from '../numerals/english.ts';
import { FUNCTION_WORDS } from '../tables/english.ts';
import { isYearPlace } from './english.ts';
import { type DateMatch, partsMatch } from './match.ts';
import type { DateParts } from './parts.ts';

const functionWords = new Set(FUNCTION_WORDS);

export function readNumericDate(folded: string, at: number): DateMatch | undefined {
  const end = runOfDigits(folded, at);
  const length = end - at;
  if (length > 4 || length === 3) return undefined;
  const separator = folded[end] ?? '';
  if ('-/.'.includes(separator) && separator !== '' && isDigit(folded.charCodeAt(end + 1))) {
    const secondEnd = runOfDigits(folded, end + 1);
    const second = Number(folded.slice(end + 1, secondEnd));
    if (secondEnd - end - 1 <= 2) {
      const three = folded[secondEnd] === separator && isDigit(folded.charCodeAt(secondEnd + 1));
      const thirdEnd = three ? runOfDigits(folded, secondEnd + 1) : secondEnd;
      if (three)
        return threeParts(
          folded,
          at,
          length,
          Number(folded.slice(at, end)),
          second,
          Number(folded.slice(secondEnd + 1, thirdEnd)),
          thirdEnd,
          thirdEnd - secondEnd - 1,
        );
      if (
        separator === '-' &&
        length === 4 &&
        secondEnd - end === 3 &&
        second >= 1 &&
        second <= 12 &&
        edge(folded, secondEnd)
      ) {
        return isYear(folded, at, end)
          ? partsMatch(at, secondEnd, { year: Number(folded.slice(at, end)), month: second })
          : undefined;
      }
    }
  }
  if (length !== 4 || !isYear(folded, at, end) || isLetter(folded.charCodeAt(end))) return undefined;
  return yearRange(folded, at, end) ?? bareYear(folded, at, end);
}

function threeParts(
  folded: string,
  at: number,
  firstLength: number,
  first: number,
  second: number,
  third: number,
  end: number,
  thirdLength: number,
): DateMatch | undefined {
  if (!edge(folded, end)) return undefined;
  const date = (parts: DateParts): DateMatch => partsMatch(at, end, parts);
  if (firstLength === 4 && thirdLength <= 2) return date({ year: first, month: second, day: third });
  if (firstLength > 2 || thirdLength !== 4) return undefined;
  // 20/10/2022 and 10/20/2022 decide themselves; 9/10/2022 nobody can.
  if (first > 12 && second <= 12) return date({ year: third, month: second, day: first });
  if (second > 12 && first <= 12) return date({ year: third, month: first, day: second });
  return first === second
    ? date({ year: third, month: first, day: first })
    : { start: at, end, shape: { kind: 'number' } };
}

/** 2012-2022, 2012 to 2022; nothing where the second figure counts something. */
function yearRange(folded: string, at: number, end: number): DateMatch | undefined {
  const from = secondFigure(folded, end);
  if (from === undefined) return undefined;
  const stop = runOfDigits(folded, from);
  if (stop - from !== 4 || !isYear(folded, from, stop) || !edge(folded, stop) || folded[stop] === '年')
    return undefined;
  const [first, last] = [Number(folded.slice(at, end)), Number(folded.slice(from, stop))];
  if (last <= first || counted(folded, stop)) return undefined;
  return {
    start: at,
    end: stop,
    shape: {
      kind: 'range',
      from: { kind: 'parts', parts: { year: first } },
      to: { kind: 'parts', parts: { year: last } },
    },
  };
}

/** Where the second figure of a range begins, over a dash or "to". */
function secondFigure(folded: string, end: number): number | undefined {
  const dash = skipSpace(folded, end);
  const word = nextWord(folded, end);
  const from =
    folded[dash] === '-'
      ? skipSpace(folded, dash + 1)
      : word.text === 'to' || word.text === 'and'
        ? skipSpace(folded, word.end)
        : -1;
  return from > 0 && isDigit(folded.charCodeAt(from)) ? from : undefined;
}

const SURE = new Set(['in', 'since', 'during', 'until', 'till', 'early', 'late', 'mid', 'year', 'throughout']);

function bareYear(folded: string, at: number, end: number): DateMatch | undefined {
  if (!isYearPlace(folded, at, end) || (folded[end] === ',' && isDigit(folded.charCodeAt(end + 1)))) return undefined;
  if (folded[end] === '.' && isDigit(folded.charCodeAt(end + 1))) return undefined;
  const before =
    folded
      .slice(Math.max(0, at - 12), at)
      .trim()
      .split(/[^a-z]+/)
      .pop() ?? '';
  // "from 1720 to 1810 members" is no stretch of years, or it would have been read as one.
  if (!SURE.has(before) && (counted(folded, end) || secondFigure(folded, end) !== undefined)) return undefined;
  return partsMatch(at, end, { year: Number(folded.slice(at, end)) });
}

/** A word follows that these digits may count. */
function counted(folded: string, end: number): boolean {
  const word = nextWord(folded, end);
  return word.text !== '' && !functionWords.has(word.text);
}

function isYear(folded: string, at: number, end: number): boolean {
  const year = Number(folded.slice(at, end));
  return year >= 1000 && year < 2200;
}

const edge = (folded: string, at: number): boolean =>
  !isDigit(folded.charCodeAt(at)) &&
  !isLetter(folded.charCodeAt(at)) &&
  !('-/.'.includes(folded[at] ?? ' ') && isDigit(folded.charCodeAt(at + 1)));
