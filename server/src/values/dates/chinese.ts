/** Chinese dates at a place of a folded text: 2020年1月16日, 9月29日, 二〇二〇年, 6月22日至24日, 去年上半年, 20世纪90年代. */

import { skipSpace } from '../folding.ts';
import { runOfDigits } from '../numerals/arabic.ts';
import { readHanNumeral } from '../numerals/han.ts';
import { startsHanNumeral } from '../numerals/hanCharacters.ts';
import { Phrases } from '../phrases.ts';
import { HAN_WEEKDAYS } from '../tables/chinese.ts';
import { RELATIVE, SAME, SEASONS } from '../tables/dates.ts';
import { type DateMatch, partsMatch } from './match.ts';
import type { DateParts } from './parts.ts';

const relative = new Phrases(RELATIVE);
const same = new Phrases(SAME);

interface Figure {
  readonly value: number;
  readonly end: number;
  /** Digits as written, 0 for words that are counted (十六). */
  readonly digits: number;
}

/** A date that begins with a figure. */
export function readChineseFigureDate(folded: string, at: number): DateMatch | undefined {
  const first = figureAt(folded, at);
  if (!first) return undefined;
  const mark = skipSpace(folded, first.end);
  switch (folded[mark]) {
    case '年':
      return folded[mark + 1] === '代' ? decade(at, first, mark) : year(folded, at, first, mark);
    case '月':
      return month(folded, at, first, mark);
    case '日':
      return day(folded, at, first, mark);
    case '世':
      return folded[mark + 1] === '纪' ? century(folded, at, first.value, mark + 2) : undefined;
    case '时':
    case '点':
      return clock(folded, at, first, mark);
    case '季':
      return folded[mark + 1] === '度' && first.value <= 4 && first.digits <= 1 && folded[at - 1] !== '个'
        ? partsMatch(at, mark + 2, { quarter: first.value })
        : undefined;
    default:
      return rangeBeforeMark(folded, at, first);
  }
}

/** A date that begins with a word: 去年10月, 本周三, 星期一, 上半年, 上世纪90年代, 第一季度, 当天. */
export function readChineseWordDate(folded: string, at: number): DateMatch | undefined {
  const weekday = weekdayAt(folded, at);
  if (weekday) return weekday;
  if (folded.startsWith('世纪', at + 1) && (folded[at] === '上' || folded[at] === '本')) {
    return century(folded, at, folded[at] === '上' ? 20 : 21, at + 3);
  }
  const half = halfAt(folded, at);
  if (half) return partsMatch(at, half.end, { half: half.half });
  if (folded[at] === '第' && folded.startsWith('季度', at + 2)) {
    const quarter = figureAt(folded, at + 1);
    return quarter && quarter.value <= 4 ? partsMatch(at, at + 4, { quarter: quarter.value }) : undefined;
  }
  const offset = relative.at(folded, at);
  if (offset) {
    if (offset.value.unit === 'week') {
      const day = HAN_WEEKDAYS[folded[offset.end] ?? ''];
      if (day !== undefined) {
        return { start: at, end: offset.end + 1, shape: { kind: 'weekday', weekday: day, week: offset.value.by } };
      }
    }
    const after =
      offset.value.unit === 'year'
        ? partsAfterYear(folded, offset.end)
        : dayAfterMonth(folded, offset.end, offset.value.unit);
    return {
      start: at,
      end: after?.end ?? offset.end,
      shape: { kind: 'offset', offset: offset.value, parts: after?.parts },
    };
  }
  const again = same.at(folded, at);
  if (!again) return undefined;
  const after = again.value === 'year' ? partsAfterYear(folded, again.end) : undefined;
  return { start: at, end: after?.end ?? again.end, shape: { kind: 'same', unit: again.value, parts: after?.parts } };
}

function figureAt(folded: string, at: number): Figure | undefined {
  const end = runOfDigits(folded, at);
  if (end > at) return end - at <= 4 ? { value: Number(folded.slice(at, end)), end, digits: end - at } : undefined;
  if (!startsHanNumeral(folded, at)) return undefined;
  const numeral = readHanNumeral(folded, at);
  if (numeral?.value === undefined || numeral.share || numeral.hedge || numeral.value > 9999 || numeral.value === 0)
    return undefined;
  return {
    value: numeral.value,
    end: numeral.end,
    digits: numeral.plainDigits?.length ?? (numeral.end - at === 1 ? 1 : 0),
  };
}

function year(folded: string, at: number, figure: Figure, mark: number): DateMatch | undefined {
  // 12年 and 五千年 last; only four digits name a year.
  if (figure.digits !== 4) return undefined;
  const after = partsAfterYear(folded, mark + 1);
  return partsMatch(at, after?.end ?? mark + 1, { year: figure.value, ...after?.parts });
}

function partsAfterYear(folded: string, at: number): { readonly parts: DateParts; readonly end: number } | undefined {
  const place = skipSpace(folded, at);
  const half = halfAt(folded, place);
  if (half) return { parts: { half: half.half }, end: half.end };
  const quarterAt = folded[place] === '第' ? place + 1 : place;
  if (folded.startsWith('季度', quarterAt + 1)) {
    const quarter = figureAt(folded, quarterAt);
    if (quarter && quarter.value <= 4) return { parts: { quarter: quarter.value }, end: quarterAt + 3 };
  }
  const season = SEASONS[folded[place] ?? ''];
  if (season !== undefined && '季天'.includes(folded[place + 1] ?? ' ')) return { parts: { season }, end: place + 2 };
  const figure = figureAt(folded, place);
  if (!figure) return undefined;
  const mark = skipSpace(folded, figure.end);
  if (folded[mark] !== '月' || figure.digits > 2) return undefined;
  return monthAndDay(folded, figure.value, mark);
}

function dayAfterMonth(
  folded: string,
  at: number,
  unit: string,
): { readonly parts: DateParts; readonly end: number } | undefined {
  if (unit !== 'month') return undefined;
  const figure = figureAt(folded, at);
  return figure && (folded[figure.end] === '日' || folded[figure.end] === '号') && figure.value <= 31
    ? { parts: { day: figure.value }, end: figure.end + 1 }
    : undefined;
}

/** From 月 on: the day, if one follows. */
function monthAndDay(folded: string, value: number, mark: number): { readonly parts: DateParts; readonly end: number } {
  const dayAt = skipSpace(folded, mark + 1);
  const figure = figureAt(folded, dayAt);
  if (figure && figure.digits <= 2) {
    const end = skipSpace(folded, figure.end);
    if (folded[end] === '日' || folded[end] === '号')
      return { parts: { month: value, day: figure.value }, end: end + 1 };
    // 6月22-24日: the first day borrows the sign of the second.
    const second = connected(folded, figure.end);
    if (second && (folded[second.end] === '日' || folded[second.end] === '号')) {
      return { parts: { month: value, day: figure.value }, end: figure.end };
    }
  }
  return { parts: { month: value }, end: folded[mark + 1] === '份' ? mark + 2 : mark + 1 };
}

function month(folded: string, at: number, figure: Figure, mark: number): DateMatch | undefined {
  if (figure.digits > 2 || figure.value > 99) return undefined;
  const { parts, end } = monthAndDay(folded, figure.value, mark);
  if (parts.day === undefined && figure.value > 12) return undefined;
  return partsMatch(at, end, parts);
}

/** Characters after which 3日 is not the third: 3日内, 日元. */
const NOT_AFTER_DAY = '元本均内圆间益';

function day(folded: string, at: number, figure: Figure, mark: number): DateMatch | undefined {
  if (figure.digits > 2 || figure.value > 31 || NOT_AFTER_DAY.includes(folded[mark + 1] ?? ' ')) return undefined;
  return partsMatch(at, mark + 1, { day: figure.value });
}

function decade(at: number, figure: Figure, mark: number): DateMatch | undefined {
  if (figure.value % 10 !== 0) return undefined;
  // 90年代 alone is of the century that everyone means: the last one from 20 on, this one before.
  const first = figure.digits === 4 ? figure.value : figure.value >= 30 ? 1900 + figure.value : 2000 + figure.value;
  return figure.digits === 4 || figure.value < 100
    ? partsMatch(at, mark + 2, { years: [first, first + 10] })
    : undefined;
}

function century(folded: string, at: number, ordinal: number, end: number): DateMatch | undefined {
  if (ordinal < 1 || ordinal > 30) return undefined;
  const first = (ordinal - 1) * 100;
  const figure = figureAt(folded, end);
  if (figure && figure.value < 100 && figure.value % 10 === 0 && folded.startsWith('年代', figure.end)) {
    return partsMatch(at, figure.end + 2, { years: [first + figure.value, first + figure.value + 10] });
  }
  return partsMatch(at, end, { years: [first, first + 100] });
}

/** 10时30分, 10点半; 3点建议 are points, and 10点 alone says too little. */
function clock(folded: string, at: number, figure: Figure, mark: number): DateMatch | undefined {
  if (figure.value > 24 || figure.digits > 2) return undefined;
  let end = mark + 1;
  if (folded[end] === '半' || folded[end] === '整' || folded[end] === '许') end++;
  else {
    const minutes = figureAt(folded, end);
    if (minutes && folded[minutes.end] === '分') end = folded[minutes.end + 1] === '钟' ? end : minutes.end + 1;
  }
  if (end === mark + 1 && folded[mark] === '点' && !'上下中早晚午'.includes(folded[at - 2] ?? ' ')) return undefined;
  return { start: at, end, shape: { kind: 'clock' } };
}

/** 2012-2022年, 6至8月, 22日 to come: the first figure borrows the sign after the second. */
function rangeBeforeMark(folded: string, at: number, first: Figure): DateMatch | undefined {
  const second = connected(folded, first.end);
  if (!second) return undefined;
  const mark = skipSpace(folded, second.end);
  if (folded[mark] === '年' && first.digits === 4 && second.digits === 4)
    return partsMatch(at, first.end, { year: first.value });
  if (folded[mark] === '月' && first.digits > 0 && first.digits <= 2 && first.value <= 12 && second.value <= 12) {
    return partsMatch(at, first.end, { month: first.value });
  }
  return undefined;
}

function connected(folded: string, at: number): Figure | undefined {
  const place = skipSpace(folded, at);
  if (!'-~至到'.includes(folded[place] ?? ' ')) return undefined;
  return figureAt(folded, skipSpace(folded, place + (folded[place + 1] === '-' ? 2 : 1)));
}

function weekdayAt(folded: string, at: number): DateMatch | undefined {
  const length = folded.startsWith('星期', at) || folded.startsWith('礼拜', at) ? 2 : folded[at] === '周' ? 1 : 0;
  if (length === 0) return undefined;
  const weekday = HAN_WEEKDAYS[folded[at + length] ?? ''];
  const next = folded[at + length + 1] ?? ' ';
  // 一周三次, 周一至周五 is fine, 周天 is none, and 周三十 neither.
  if (
    weekday === undefined ||
    next === '十' ||
    (length === 1 && (folded[at + 1] === '天' || startsHanNumeral(folded, at - 1)))
  )
    return undefined;
  if (length === 1 && ('次个家项名位年天期'.includes(next) || folded[at - 1] === '每')) return undefined;
  return { start: at, end: at + length + 1, shape: { kind: 'weekday', weekday, nearest: 0 } };
}

function halfAt(folded: string, at: number): { readonly half: number; readonly end: number } | undefined {
  if (!folded.startsWith('半年', at + 1)) return undefined;
  if (folded[at] === '上') return { half: 1, end: at + 3 };
  return folded[at] === '下' ? { half: 2, end: at + 3 } : undefined;
}
