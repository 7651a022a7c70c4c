/** All dates, times of day and stretches of time in a text, as they are written. Resolves none: that takes a document. */

import { gateOf, isDigit, isLatin, isLetter, isSpace } from '../folding.ts';
import { MONTHS, WEEKDAYS } from '../tables/english.ts';
import { words } from '../tables/list.ts';
import { readChineseFigureDate, readChineseWordDate } from './chinese.ts';
import { readEnglishFigureDate, readEnglishWordDate } from './english.ts';
import type { DateMatch } from './match.ts';
import { readNumericDate } from './numeric.ts';
import { missingParts } from './parts.ts';
import { readCountedSpan, readSpan } from './spans.ts';

/** In the order of the text, without overlaps. `folded` is `fold(text)`. Linear: no reader looks further than a few words. */
export function scanDateMatches(text: string, folded: string): readonly DateMatch[] {
  const atoms: DateMatch[] = [];
  let at = 0;
  while (at < folded.length) {
    const unit = folded.charCodeAt(at);
    const match = matchAt(text, folded, at, unit);
    if (match) {
      atoms.push(match);
      at = match.end;
    } else at = next(folded, at, unit);
  }
  return joinWeekdays(folded, joinRanges(folded, atoms));
}

function matchAt(text: string, folded: string, at: number, unit: number): DateMatch | undefined {
  if (isDigit(unit)) {
    if (!mayBeginFigure(folded, at)) return undefined;
    return (
      readChineseFigureDate(folded, at) ??
      readNumericDate(folded, at) ??
      readEnglishFigureDate(text, folded, at) ??
      readCountedSpan(folded, at)
    );
  }
  if (isLatin(unit)) {
    if (at > 0 && isLetter(folded.charCodeAt(at - 1))) return undefined;
    if (!beginsWord(folded, at)) return undefined;
    return readEnglishWordDate(text, folded, at) ?? readSpan(folded, at) ?? readCountedSpan(folded, at);
  }
  if (FIGURES.has(unit))
    return at > 0 && FIGURES.has(folded.charCodeAt(at - 1))
      ? undefined
      : (readChineseFigureDate(folded, at) ?? readCountedSpan(folded, at));
  return WORDS.has(unit) ? (readChineseWordDate(folded, at) ?? readSpan(folded, at)) : undefined;
}

/** Every English word that a date can begin with, but for months and weekdays. */
const OPENINGS = words(`
  today tonight this yesterday last the tomorrow next that same first second third fourth fifth sixth seventh eighth ninth
  tenth eleventh twelfth spring summer autumn fall winter past previous preceding coming a
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety
`);
const beginsWord = gateOf([...Object.keys(MONTHS), ...Object.keys(WEEKDAYS), ...OPENINGS]);
const codes = (characters: string): ReadonlySet<number> => new Set([...characters].map((one) => one.charCodeAt(0)));
const FIGURES = codes('〇零一二三四五六七八九十廿卅');
const WORDS = codes('今昨前明后本这上下去同当星礼周第过近最未');

function mayBeginFigure(folded: string, at: number): boolean {
  if (at === 0) return true;
  const before = folded.charCodeAt(at - 1);
  if (isDigit(before) || isLetter(before)) return false;
  const mark = folded[at - 1]!;
  return !('.,/-'.includes(mark) && at > 1 && isDigit(folded.charCodeAt(at - 2)) && mark !== '-');
}

function next(folded: string, at: number, unit: number): number {
  let end = at + 1;
  if (isDigit(unit)) while (isDigit(folded.charCodeAt(end))) end++;
  else if (isLatin(unit)) while (isLatin(folded.charCodeAt(end))) end++;
  return end;
}

const CONNECTORS = new Set(['-', '--', '~', '至', '到', 'to', 'until', 'till', 'through', '->']);

/** Two dates with nothing but "to", 至 or a dash between them are one; "between a and b" too. */
function joinRanges(folded: string, atoms: readonly DateMatch[]): DateMatch[] {
  const joined: DateMatch[] = [];
  for (const atom of atoms) {
    const last = joined[joined.length - 1];
    if (last && joinable(last) && joinable(atom) && connects(folded, last, atom)) {
      joined[joined.length - 1] = {
        start: last.start,
        end: atom.end,
        shape: { kind: 'range', from: last.shape, to: atom.shape },
      };
    } else joined.push(atom);
  }
  return joined;
}

const joinable = ({ shape }: DateMatch): boolean =>
  shape.kind === 'parts' || shape.kind === 'weekday' || shape.kind === 'offset';

function connects(folded: string, left: DateMatch, right: DateMatch): boolean {
  if (right.start - left.end > 12) return false;
  const gap = folded.slice(left.end, right.start).trim();
  if (gap === 'and') return /\bbetween\s*$/.test(folded.slice(Math.max(0, left.start - 12), left.start));
  return CONNECTORS.has(gap);
}

/** "Monday, August 31", "August 31 (Monday)", 8月31日星期一: the weekday belongs to the date beside it. */
function joinWeekdays(folded: string, matches: readonly DateMatch[]): DateMatch[] {
  const joined: DateMatch[] = [];
  for (const match of matches) {
    const last = joined[joined.length - 1];
    if (last && adjacent(folded, last.end, match.start)) {
      if (isWeekday(last) && isDay(match)) {
        joined[joined.length - 1] = { ...match, start: last.start, weekday: weekdayOf(last) };
        continue;
      }
      if (isDay(last) && isWeekday(match) && last.weekday === undefined) {
        const closed = folded[match.end] === ')' && folded.slice(last.end, match.start).includes('(');
        joined[joined.length - 1] = { ...last, end: closed ? match.end + 1 : match.end, weekday: weekdayOf(match) };
        continue;
      }
    }
    joined.push(match);
  }
  return joined;
}

const isWeekday = ({ shape }: DateMatch): boolean =>
  shape.kind === 'weekday' && shape.week === undefined && shape.nearest === 0;
const isDay = ({ shape }: DateMatch): boolean =>
  shape.kind === 'parts' && shape.parts.day !== undefined && missingParts(shape.parts).length <= 1;

function weekdayOf(match: DateMatch): DateMatch['weekday'] {
  return match.shape.kind === 'weekday'
    ? { weekday: match.shape.weekday, span: { start: match.start, end: match.end } }
    : undefined;
}

/** Nothing between them but space, a comma, a full stop after "Mon", brackets or "the". */
function adjacent(folded: string, from: number, to: number): boolean {
  if (to - from > 6) return false;
  const gap = folded.slice(from, to);
  for (const character of gap.replace('the', '')) {
    if (!isSpace(character.charCodeAt(0)) && !',.(，('.includes(character)) return false;
  }
  return !/\n\s*\n/.test(gap);
}
