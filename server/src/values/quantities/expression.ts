/** One quantity from a numeral and what stands around it: sign, hedges, range, unit. Decides nothing about running text. */

import { type Denotation, denote, denoteRange, type Hedge, same, type Widths } from '../denotation.ts';
import { isDigit, isLatin, isSpace, skipSpace, skipSpaceBefore } from '../folding.ts';
import { type Interval, interval, tidy } from '../interval.ts';
import { nextWord } from '../numerals/english.ts';
import { startsHanNumeral } from '../numerals/hanCharacters.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/read.ts';
import type { QuantityExpression } from '../quantity.ts';
import type { Units } from '../units.ts';
import { type Counted, countedAt } from './counted.ts';
import { hedgeAfter, hedgeBefore, moreAfterUnit } from './hedges.ts';
import { isChange, isCompared, isStep } from './steps.ts';

export interface Settings {
  readonly units: Units;
  readonly widths: Widths;
}

export interface Read {
  readonly expression: QuantityExpression;
  readonly numeral: Numeral;
  readonly second?: Numeral;
  readonly counted?: Counted;
  readonly currency: boolean;
}

/** The expression whose numeral begins at `at`; undefined where none does. `hedged`: a hedge may stand before it. */
export function readExpression(
  folded: string,
  text: string,
  at: number,
  settings: Settings,
  hedged = true,
): Read | undefined {
  const { units } = settings;
  const sign = units.signBefore(folded, skipSpaceBefore(folded, at));
  const numeral = readNumeral(folded, at, sign !== undefined);
  if (!numeral) return undefined;
  const minus = isMinus(folded, at);
  let start = sign?.start ?? (minus ? at - 1 : at);
  const bare =
    numeral.weak &&
    numeral.script === 'han' &&
    numeral.end > at &&
    !/^[〇零一二两三四五六七八九几数好]/.test(folded.slice(at, at + 1));
  const before = hedged ? hedgeBefore(folded, start, bare) : undefined;
  const between = hedged && !before ? betweenBefore(folded, start) : undefined;
  if (before) start = before.start;
  if (between !== undefined) start = between;

  const half = halfAfter(folded, numeral, units);
  if (half) return withHalf(half);

  const isCounted = (place: number): boolean => units.at(folded, place) !== undefined;
  const round = numeral.value === undefined || numeral.value % 10 === 0;
  const behind = numeral.share ? shareHedge(folded, numeral.end) : hedgeAfter(folded, numeral.end, round, isCounted);
  // 比170多9个: the 多 is that of the comparison.
  const inner = behind && isCompared(folded, start, behind.start, behind.end) ? undefined : behind;
  let end = inner?.end ?? numeral.end;
  const second =
    inner || numeral.value === undefined || numeral.hedge
      ? undefined
      : secondNumeral(folded, text, at, numeral, settings, between !== undefined);
  if (second) end = second.numeral.end;
  const one = numeral.value === 1 && !second;
  const counted =
    numeral.share && !folded.startsWith('%', skipSpace(folded, end)) ? undefined : countedAt(folded, end, units, one);
  let after = inner;
  if (counted) {
    end = counted.end;
    const last = counted.directEnd;
    const reach = after || second || numeral.script === 'english' ? last : moreAfterUnit(folded, last);
    const more = isCompared(folded, start, last, reach) ? last : reach;
    if (more > counted.directEnd && counted.end === counted.directEnd) {
      after = { value: 'some-more', start: counted.directEnd, end: more };
      // 5个多月: the unit follows its 多.
      const unit = counted.id === undefined ? units.at(folded, more) : undefined;
      end = unit?.end ?? more;
      if (unit) return finish({ ...counted, end: unit.end, id: unit.value.id });
    } else if (!after) {
      after = hedgeAfter(folded, end, false, isCounted);
      if (after) end = after.end;
    }
  } else if (!after && second) {
    after = hedgeAfter(folded, end, false, isCounted);
    if (after) end = after.end;
  }
  return finish(counted);

  /** 一个半小时, 两年半: half of the unit more. */
  function withHalf({ end, counted }: Half): Read {
    const value = numeral!.value! + 0.5;
    const read = { ...numeral!, value, plainDigits: undefined };
    const expression: QuantityExpression = {
      span: { start, end },
      numberSpan: { start: at, end: numeral!.end },
      hedgeSpan: before && { start: before.start, end: before.end },
      unitSpan: { start: counted.start, end: counted.end },
      unit: counted.id,
      unitText: text.slice(counted.start, counted.end),
      ordinal: false,
      ...meaning(read, undefined, before?.value, minus, settings.widths),
    };
    return { expression, numeral: read, counted, currency: false };
  }

  function finish(unit: Counted | undefined): Read {
    const currency = sign?.value;
    const hedge: Hedge | undefined = before?.value ?? numeral!.hedge ?? (after && shareClass(numeral!, after.value));
    const hedgeAt = before ?? after;
    const id = numeral!.share ? '%' : (currency ?? second?.unit ?? unit?.id);
    const unitSpan = unit
      ? { start: unit.start, end: unit.end }
      : sign
        ? { start: sign.start, end: sign.end }
        : undefined;
    const expression: QuantityExpression = {
      span: { start, end: Math.max(end, numeral!.end) },
      numberSpan: { start: at, end: second?.numeral.end ?? numeral!.end },
      hedgeSpan: hedgeAt && { start: hedgeAt.start, end: hedgeAt.end },
      unitSpan,
      unit: id,
      unitText: unitSpan && text.slice(unitSpan.start, unitSpan.end),
      ordinal: false,
      ...meaning(numeral!, second, hedge, minus, settings.widths),
    };
    return { expression, numeral: numeral!, second: second?.numeral, counted: unit, currency: currency !== undefined };
  }
}

interface Half {
  readonly end: number;
  readonly counted: Counted;
}

function halfAfter(folded: string, numeral: Numeral, units: Units): Half | undefined {
  if (numeral.script === 'english' || numeral.value === undefined || !Number.isInteger(numeral.value)) return undefined;
  const place = skipSpace(folded, numeral.end);
  const measured = folded.startsWith('个半', place);
  const unit = units.at(folded, measured ? place + 2 : place);
  if (unit?.value.id === undefined || !units.convertible(unit.value.id, 'day')) return undefined;
  if (!measured && (folded[unit.end] !== '半' || '年天月个'.includes(folded[unit.end + 1] ?? ' '))) return undefined;
  const end = measured ? unit.end : unit.end + 1;
  return { end, counted: { start: unit.start, end, id: unit.value.id, direct: true, directEnd: end } };
}

/** -5, with nothing before the sign that it could join or part. */
function isMinus(folded: string, at: number): boolean {
  if (folded[at - 1] !== '-' || !isDigit(folded.charCodeAt(at))) return false;
  const before = folded.charCodeAt(at - 2);
  return at < 2 || isSpace(before) || before === 40;
}

/** Where "between" begins, if it ends right before the number. */
function betweenBefore(folded: string, at: number): number | undefined {
  const end = skipSpaceBefore(folded, at);
  if (folded.endsWith('between', end) && end - 7 >= 0 && !isLatin(folded.charCodeAt(end - 8))) return end - 7;
  return undefined;
}

/** 半数以上, 八成多: shares take the hedges after them whether or not they are round. */
function shareHedge(folded: string, at: number): ReturnType<typeof hedgeAfter> {
  return hedgeAfter(folded, at, true, () => false);
}

/** 半数以上 is more than half. */
const shareClass = (numeral: Numeral, hedge: Hedge): Hedge =>
  numeral.share && numeral.value === 50 && hedge === 'at-least' ? 'more-than' : hedge;

interface Second {
  readonly numeral: Numeral;
  readonly low: number;
  readonly high: number;
  readonly unit?: string;
}

/** The upper end of "40 to 50", 40—50, 40%至50%, "between 40 and 50", "40 to 50 million". */
function secondNumeral(
  folded: string,
  text: string,
  at: number,
  first: Numeral,
  { units }: Settings,
  between: boolean,
): Second | undefined {
  let place = first.end;
  const inner = units.at(folded, skipSpace(folded, place));
  let unit: string | undefined;
  // A unit may stand at both ends: 3年至5年, 40 % to 50 %.
  if (
    inner &&
    connector(folded, inner.end, between) > 0 &&
    (!isLatin(folded.charCodeAt(inner.start)) || inner.end - inner.start <= 3)
  ) {
    place = inner.end;
    unit = inner.value.id;
  }
  const from = connector(folded, place, between);
  if (from < 0) return undefined;
  if (!between && isChange(folded, at)) return undefined;
  const signed = skipSign(folded, from, units);
  if (!isDigit(folded.charCodeAt(signed)) && !isLatin(folded.charCodeAt(signed)) && !startsHanNumeral(folded, signed))
    return undefined;
  const numeral = readNumeral(folded, signed);
  if (!numeral || numeral.value === undefined || numeral.share || numeral.problem || first.value === undefined)
    return undefined;
  const hyphen = text[place] !== undefined && folded[place] === '-';
  if (
    hyphen &&
    (startsWithZero(first) ||
      startsWithZero(numeral) ||
      (folded[numeral.end] === '-' && isDigit(folded.charCodeAt(numeral.end + 1))))
  )
    return undefined;
  if (
    numeral.hedge ||
    ((numeral.script === 'english') !== (first.script === 'english' || numeral.script !== 'english') &&
      numeral.script === 'english' &&
      first.script === 'han')
  )
    return undefined;
  let low = first.value;
  const mantissa = numeral.multiplier === undefined ? numeral.value : tidy(numeral.value / 10 ** numeral.multiplier);
  if (numeral.multiplier !== undefined && first.multiplier === undefined && low < mantissa)
    low = tidy(low * 10 ** numeral.multiplier);
  // "by 10 to 181" is a step and where it led; "by 5 to 10 %" is a range.
  if (low * 3 < numeral.value && isStep(folded, at)) return undefined;
  return low < numeral.value ? { numeral, low, high: numeral.value, unit } : undefined;
}

const startsWithZero = ({ plainDigits }: Numeral): boolean =>
  plainDigits !== undefined && plainDigits.length > 1 && plainDigits.startsWith('0');

/** The end of what joins two ends of a range at `at`, or -1. */
function connector(folded: string, at: number, between: boolean): number {
  const place = skipSpace(folded, at);
  const sign = folded[place] ?? '';
  if (sign === '-' || sign === '~') {
    const end = folded[place + 1] === '-' ? place + 2 : place + 1;
    return skipSpace(folded, end);
  }
  if (sign === '至' || sign === '到') return skipSpace(folded, place + 1);
  if (sign === '与' && between) return skipSpace(folded, place + 1);
  const word = nextWord(folded, at);
  if (word.hyphen) return -1;
  return (word.text === 'to' && !between) || (word.text === 'and' && between) || (word.text === 'or' && !between)
    ? skipSpace(folded, word.end)
    : -1;
}

function skipSign(folded: string, at: number, units: Units): number {
  const sign = units.at(folded, at);
  return sign && sign.value.id !== undefined && units.isMoney(sign.value.id) ? skipSpace(folded, sign.end) : at;
}

type Meaning = Denotation & Pick<QuantityExpression, 'nominal' | 'hedge' | 'rounded'>;

function meaning(
  numeral: Numeral,
  second: Second | undefined,
  hedge: Hedge | undefined,
  minus: boolean,
  widths: Widths,
): Meaning {
  const range = second ? ([second.low, second.high] as const) : numeral.range;
  if (range) return meant(denoteRange(range[0], range[1], hedge, widths), range, hedge);
  if (numeral.vague) return meant(numeral.vague, numeral.value === undefined ? [] : [numeral.value]);
  const value = minus ? -(numeral.value ?? 0) : (numeral.value ?? 0);
  if (numeral.share) return meant(shareOf(value, hedge, widths), [value], hedge);
  return meant(denote(value, hedge, numeral.rounded, widths), [value], hedge, numeral.rounded);
}

const meant = ({ hard, soft }: Denotation, nominal: Meaning['nominal'], hedge?: Hedge, rounded = false): Meaning => ({
  hard,
  soft,
  nominal,
  hedge,
  rounded,
});

/** A share in words ends at the whole; a third is no decimal fraction, and stands for what rounds to it. */
function shareOf(value: number, hedge: Hedge | undefined, widths: Widths): Denotation {
  if (value === 50 && hedge === 'more-than') return same(interval('(', 50, 100, ']'));
  const decimal = Number.isInteger(tidy(value * 100));
  if (hedge === undefined && !decimal) return same(interval('[', tidy(value - 0.5), tidy(value + 0.5), ')'));
  const { hard, soft } = denote(value, hedge, false, widths);
  // The place value of a third is no measure of how far "more than" goes: a tenth of the whole is.
  const wide = decimal ? soft : widened(value, soft);
  const clip = (one: Interval): Interval =>
    one.high > 100 && value <= 100 ? { ...one, high: 100, highOpen: false } : one;
  return { hard: clip(hard), soft: clip(wide) };
}

function widened(value: number, soft: Interval): Interval {
  if (soft.high > value && soft.low >= value) return { ...soft, high: tidy(value + 10) };
  return soft.low < value && soft.high <= value ? { ...soft, low: tidy(Math.max(0, value - 10)) } : soft;
}
