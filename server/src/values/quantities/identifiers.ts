/** Figures that name instead of counting: G20, COVID-19, 86376.net, telephone numbers, "No. 3", headings, addresses. */

import { ordinalSuffix } from '../dates/english.ts';
import { isDigit, isHan, isLatin, isLetter, isLineBreak, isSpace, skipSpace, skipSpaceBefore } from '../folding.ts';
import { exponentAt, readDigits, runOfDigits } from '../numerals/arabic.ts';
import { Phrases } from '../phrases.ts';
import { LABELS, MULTIPLIER_SIGNS } from '../tables/english.ts';
import type { Units } from '../units.ts';

const HAN_LABELS = [
  '电话',
  '电话:',
  '传真',
  '传真:',
  '邮编',
  '邮编:',
  '手机',
  '手机:',
  '编号',
  '编号:',
  '证号',
  '文号',
  '版本',
  '房间',
  '微信',
  '微信:',
  '热线',
  '热线:',
  '邮政编码',
  '型号',
  '代码',
];
const labels = new Phrases([...LABELS, ...HAN_LABELS].map((word) => [word, true] as const));
/** Behind a figure: house numbers, issues, generations, ranks of firms. */
const HAN_SUFFIXES = ['号', '楼', '室', '版', '期', '后出生', '强企', '强', '路公交', '热线', '路车', '国集团'];
const LONGEST_ADDRESS = 2048;

/** The end of an identifier that begins at or around `at`, or `at` where the figure may count. */
export function endOfIdentifier(text: string, folded: string, at: number, units: Units): number {
  const unit = folded.charCodeAt(at);
  if (isLatin(unit)) return endOfAddress(folded, at);
  if (!isDigit(unit)) return isHanNamed(folded, at) ? at + 1 : at;
  if (
    joinedBefore(folded, at, units) ||
    joinedAfter(text, folded, at, units) ||
    labelled(folded, at) ||
    isLeadingZero(folded, at)
  )
    return endOfChain(folded, at);
  return endOfSeries(folded, at);
}

/** A figure that opens a line and is set off by a mark: "3. ", "(2)", 一、 */
export function isHeading(folded: string, at: number): boolean {
  let start = at;
  if (folded[start - 1] === '(') start--;
  // Markdown and bullets may stand before it.
  for (
    let i = 0;
    i < 8 && start > 0 && (folded[start - 1] === ' ' || folded[start - 1] === '#' || folded[start - 1] === '-');
    i++
  )
    start--;
  if (start > 0 && !isLineBreak(folded.charCodeAt(start - 1))) return false;
  let end = at;
  while (end - at < 4 && (isDigit(folded.charCodeAt(end)) || '〇零一二三四五六七八九十百'.includes(folded[end] ?? ' ')))
    end++;
  if (end === at || (isDigit(folded.charCodeAt(at)) && end - at > 3)) return false;
  const mark = folded[end] ?? '';
  if (mark === '、' || mark === ')') return true;
  return mark === '.' && !isDigit(folded.charCodeAt(end + 1)) && end - at <= 2;
}

/** A letter, or a joining mark with something before it, stands right before the figure. */
function joinedBefore(folded: string, at: number, units: Units): boolean {
  if (at === 0) return false;
  const mark = folded[at - 1]!;
  const before = folded.charCodeAt(at - 1);
  if (units.signBefore(folded, at)) return false;
  if (isLetter(before) || mark === '_' || mark === '@' || mark === '\\' || mark === '&' || mark === '=') return true;
  if (mark === '#' || mark === '№') return true;
  const two = folded.charCodeAt(at - 2);
  if (mark === '+')
    return (
      runOfDigits(folded, at) - at >= 2 &&
      /^[\s()-]+\d/.test(folded.slice(runOfDigits(folded, at), runOfDigits(folded, at) + 4))
    );
  if ("-./:,'".includes(mark)) {
    if (mark === '-' && folded[at - 2] === '-') return false;
    if (mark === '.' && !isDigit(two)) return false;
    if (mark === ',' || mark === ':') return isDigit(two);
    return isDigit(two) || isLatin(two);
  }
  return false;
}

/** A letter that names no unit, or a mark that joins it to more, stands right behind the figure. */
function joinedAfter(text: string, folded: string, at: number, units: Units): boolean {
  const { end } = readDigits(folded, at);
  const next = folded.charCodeAt(end);
  const mark = folded[end] ?? '';
  if (isLetter(next)) {
    if (ordinalSuffix(folded, end) > end || exponentAt(folded, end) > end) {
      return exponentAt(folded, end) > end;
    }
    const unit = units.at(folded, end);
    // 5 g and 5 m, but 5G and 5M.
    if (unit) return unit.end === end + 1 && text[end] !== folded[end];
    let stop = end;
    while (isLatin(folded.charCodeAt(stop)) && stop - end < 4) stop++;
    return !Object.hasOwn(MULTIPLIER_SIGNS, folded.slice(end, stop));
  }
  const after = folded.charCodeAt(end + 1);
  if (mark === '.' || mark === '/' || mark === ':' || mark === '@' || mark === '_')
    return isDigit(after) || (isLetter(after) && mark !== ':') || mark === '_';
  if (mark === '-' && isDigit(after)) {
    // 010-6512-3456 and 8-1 are no ranges; 40-50 is.
    const second = readDigits(folded, end + 1);
    const tail = folded[second.end] ?? '';
    if (folded[at] === '0' && end - at > 1) return true;
    return (
      (tail === '-' && isDigit(folded.charCodeAt(second.end + 1))) ||
      (Number(second.integer) <= Number(folded.slice(at, end).replaceAll(',', '')) && !isMultiplied(folded, second.end))
    );
  }
  return hanSuffix(folded, end);
}

const isMultiplied = (folded: string, at: number): boolean =>
  '万亿千百'.includes(folded[skipSpace(folded, at)] ?? ' ') ||
  /^ ?(?:thousand|million|billion|trillion)/.test(folded.slice(at, at + 10));

function hanSuffix(folded: string, at: number): boolean {
  const place = skipSpace(folded, at);
  if (folded[place] === '后') return at === place && !isHan(folded.charCodeAt(at + 1));
  return HAN_SUFFIXES.some((suffix) => folded.startsWith(suffix, place));
}

/** 七国集团, 三号楼. */
function isHanNamed(folded: string, at: number): boolean {
  let end = at;
  while (end - at < 6 && '〇零一二三四五六七八九十百'.includes(folded[end] ?? ' ')) end++;
  return end > at && (folded.startsWith('国集团', end) || folded[end] === '号' || folded.startsWith('中全会', end));
}

function labelled(folded: string, at: number): boolean {
  const end = skipSpaceBefore(folded, at);
  const label = labels.before(folded, end);
  if (!label) return false;
  // "no 3" is a label at the start of a name; "has no 200 members" and "the number 200" are rare enough to lose.
  return label.start === 0 || !isLatin(folded.charCodeAt(label.start - 1));
}

/** 0123 and 007 are codes; 0 and 0.5 are not. */
function isLeadingZero(folded: string, at: number): boolean {
  return folded[at] === '0' && isDigit(folded.charCodeAt(at + 1));
}

/** Two or more bare figures with only spaces between them: a telephone number, a pager, a row of a table. */
function endOfSeries(folded: string, at: number): number {
  const first = readDigits(folded, at);
  let end = first.end;
  let count = 1;
  for (;;) {
    let next = end;
    while (folded[next] === ' ') next++;
    if (next === end || !isDigit(folded.charCodeAt(next))) break;
    const digits = readDigits(folded, next);
    const tail = folded.charCodeAt(digits.end);
    // The last one may count what follows: "in 2022 172 countries".
    if (!isSpace(tail) && digits.end < folded.length && !'.,;)>'.includes(folded[digits.end]!)) break;
    if (
      isLatin(folded.charCodeAt(skipSpace(folded, digits.end))) ||
      isHan(folded.charCodeAt(skipSpace(folded, digits.end)))
    ) {
      // Two figures and a noun are "2022 172 countries"; three are a telephone number in a sentence.
      return count === 1 ? at : digits.end;
    }
    end = digits.end;
    count++;
  }
  return count > 1 ? end : at;
}

/** The rest of 010-6512-3456, 86376.net, 1.2.3, G20-2016. */
function endOfChain(folded: string, at: number): number {
  let end = at;
  while (end < folded.length) {
    const unit = folded.charCodeAt(end);
    if (isDigit(unit) || isLatin(unit)) end++;
    else if (
      '-./:_,@'.includes(folded[end]!) &&
      (isDigit(folded.charCodeAt(end + 1)) || (folded[end] !== ',' && isLatin(folded.charCodeAt(end + 1))))
    )
      end++;
    else break;
  }
  return Math.max(end, at + 1);
}

/** An address on the web or of mail: everything up to white space, a bracket or a Han character. */
function endOfAddress(folded: string, at: number): number {
  if (!folded.startsWith('http', at) && !folded.startsWith('www.', at) && !folded.startsWith('doi', at)) return at;
  if (!/^(?:https?:\/\/|www\.|doi:)/.test(folded.slice(at, at + 8))) return at;
  let end = at;
  while (end < folded.length && end - at < LONGEST_ADDRESS) {
    const unit = folded.charCodeAt(end);
    if (isSpace(unit) || isHan(unit) || '<>")]}，。、'.includes(folded[end]!)) break;
    end++;
  }
  return end;
}
