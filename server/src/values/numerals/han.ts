/** Chinese numerals, with Arabic digits among them: 两百三十, 3万5千, 1.4万亿, 二〇二〇, 八成. Vague ones are read elsewhere. */

import { type Hedge, significantDigits } from '../denotation.ts';
import { isDigit } from '../folding.ts';
import { NOT_AFTER_TENTH } from '../tables/chinese.ts';
import { type Digits, readDigits, runOfDigits } from './arabic.ts';
import { bigUnit, digitOf, isHanNumeral, smallUnit, tensOf, unitAt } from './hanCharacters.ts';
import { readNeighbours, readVague } from './hanVague.ts';
import { isRounded, MOST_DIGITS, type Numeral } from './numeral.ts';

/** The numeral at `at`, where a character stands for which `startsHanNumeral` holds. */
export function readHanNumeral(text: string, at: number): Numeral | undefined {
  return readShare(text, at) ?? readVague(text, at) ?? readNeighbours(text, at, at, 0) ?? readExact(text, at);
}

/** 万, 千万亿 and the like after Arabic digits; the digits alone if nothing follows. */
export function readAfterDigits(text: string, at: number, digits: Digits): Numeral | undefined {
  return unitAt(text, digits.end) === undefined && middleHedge(text, digits.end) === undefined
    ? undefined
    : readExact(text, at, digits);
}

/** 半数, 一半, 过半, 八成, 三分之二, 百分之十二. */
function readShare(text: string, at: number): Numeral | undefined {
  const share = (end: number, value: number, hedge?: Hedge, rounded = false): Numeral => ({
    start: at,
    end,
    script: 'han',
    value,
    share: true,
    hedge,
    rounded,
    weak: false,
  });
  if (text.startsWith('过半', at)) return share(at + (text[at + 2] === '数' ? 3 : 2), 50, 'more-than');
  if (text.startsWith('半数', at) || text.startsWith('一半', at)) return share(at + 2, 50);
  if (text.startsWith('百分之百', at) && digitOf(text, at + 4) === undefined) return share(at + 4, 100);
  const per = text.startsWith('百分之', at)
    ? 1
    : text.startsWith('千分之', at)
      ? 0.1
      : text.startsWith('万分之', at)
        ? 0.01
        : 0;
  if (per > 0) {
    const inner = isDigit(text.charCodeAt(at + 3))
      ? undefined
      : (readVague(text, at + 3) ?? readNeighbours(text, at + 3, at + 3, 0) ?? readExact(text, at + 3));
    if (inner?.value !== undefined) return share(inner.end, inner.value * per, inner.hedge);
    if (inner) return per === 1 ? { ...inner, start: at, share: true, weak: false } : undefined;
    if (!isDigit(text.charCodeAt(at + 3))) return undefined;
    const digits = readDigits(text, at + 3);
    return share(digits.end, Number(`${digits.integer}.${digits.fraction}0`) * per);
  }
  const first = digitOf(text, at);
  if (first === undefined || first === 0) {
    return text[at] === '十' && text.startsWith('分之', at + 1) ? fraction(text, 10, at + 3, share) : undefined;
  }
  if (text[at + 1] === '成' && !NOT_AFTER_TENTH.includes(text[at + 2] ?? ' ')) {
    const half = text[at + 2] === '半';
    return share(at + (half ? 3 : 2), first * 10 + (half ? 5 : 0));
  }
  return text.startsWith('分之', at + 1) ? fraction(text, first, at + 3, share) : undefined;
}

function fraction(
  text: string,
  denominator: number,
  from: number,
  share: (end: number, value: number, hedge?: Hedge, rounded?: boolean) => Numeral,
): Numeral | undefined {
  const numerator = digitOf(text, from);
  if (numerator === undefined || unitAt(text, from + 1) !== undefined) return undefined;
  return share(from + 1, (numerator / denominator) * 100);
}

const MIDDLE: ReadonlyMap<number, Hedge> = new Map([
  ['多'.charCodeAt(0), 'some-more'],
  ['余'.charCodeAt(0), 'some-more'],
  ['来'.charCodeAt(0), 'about'],
]);

/** 多, 余 or 来 between a coefficient and its multiplier: 10多万. */
function middleHedge(text: string, at: number): Hedge | undefined {
  const hedge = MIDDLE.get(text.charCodeAt(at));
  return hedge && unitAt(text, at + 1) !== undefined ? hedge : undefined;
}

/**
 * A numeral by sections: digits × 十百千 within a section, sections × 万 亿. `digits`, if given, are Arabic ones that
 * stand first.
 */
function readExact(text: string, at: number, digits?: Digits): Numeral | undefined {
  let i = at;
  let total = 0;
  let section = 0;
  let pending: number | undefined;
  let fractionDigits = 0;
  let written = 0;
  let lastSmall = 4;
  let lastBig = 99;
  let lastUnit = 0;
  let units = 0;
  let count = 0;
  let hedge: Hedge | undefined;
  let zero = false;
  if (digits) {
    pending = Number(`${digits.integer}.${digits.fraction}0`);
    fractionDigits = digits.fraction.length;
    if (fractionDigits > 0) written = `${digits.integer}${digits.fraction}`.replace(/^0+/, '').length;
    i = digits.end;
    count = digits.integer.length + fractionDigits;
  } else {
    const positional = readPositional(text, at);
    if (positional) return positional;
  }
  const times = (n: number, exponent: number): number => Number(`${n}e${exponent}`);
  while (i < text.length) {
    const inner: Hedge | undefined = hedge ? undefined : middleHedge(text, i);
    const place: number = inner ? i + 1 : i;
    const small: number | undefined = smallUnit(text, place);
    const big: number | undefined = bigUnit(text, place);
    const tens = tensOf(text, i);
    if (small !== undefined) {
      // 三万十: a ten without its digit only opens a numeral or follows a zero.
      if (
        small >= lastSmall ||
        (pending === undefined && units > 0 && !zero) ||
        (pending === undefined && small > 1 && units > 0)
      )
        break;
      section += times(pending ?? 1, small);
      [pending, lastSmall, lastUnit] = [undefined, small, small];
    } else if (big !== undefined) {
      if (big >= lastBig && !(big === 8 && lastBig === 4)) break;
      const before = section + (pending ?? (units === 0 ? 1 : 0));
      if (big === 8) {
        total = times(total + before, 8);
      } else {
        if (before === 0) break;
        total += times(before, big);
      }
      [section, pending, lastSmall, lastBig] = [0, undefined, 4, big];
      lastUnit = lastUnit >= 4 ? lastUnit + big : big;
    } else if (tens !== undefined && lastSmall > 1 && pending === undefined) {
      section += tens;
      [lastSmall, lastUnit] = [1, 1];
    } else if (digitOf(text, i) !== undefined) {
      const digit = digitOf(text, i)!;
      if (pending !== undefined || (digits && units === 0)) break;
      if (digit === 0 && units > 0) {
        zero = true;
        count++;
        i++;
        continue;
      }
      // 两 before nothing counts what follows it: 一百两 is weight, not a number.
      pending = digit;
      lastUnit = 0;
    } else if (units > 0 && pending === undefined && isDigit(text.charCodeAt(i)) && lastUnit >= 4) {
      const end = runOfDigits(text, i);
      if (end - i > 15 || text[end] === '.') break;
      pending = Number(text.slice(i, end));
      count += end - i - 1;
      lastUnit = 0;
      i = end - 1;
    } else break;
    if (inner) {
      hedge = inner;
      i++;
    }
    if (small !== undefined || big !== undefined || tens !== undefined) units++;
    count++;
    i++;
    if (count > MOST_DIGITS + 10) break;
  }
  if (i === at || (digits && units === 0)) return undefined;
  let end = i;
  let value = total + section;
  if (pending !== undefined) {
    // 三万五 leaves its 千 out; 三万零五 does not.
    const implied =
      !zero && units > 0 && pending < 10 && lastExponent(lastSmall, lastBig) >= 2 && isLastDigit(text, end);
    if (implied) {
      lastUnit = lastExponent(lastSmall, lastBig) - 1;
      value += times(pending, lastUnit);
    } else value += pending;
  } else if (zero && text[end - 1] !== undefined && digitOf(text, end - 1) === 0) end--;
  if (digits && fractionDigits > 0) written = Math.max(written, 1);
  const bare =
    !digits &&
    units > 0 &&
    digitOf(text, at) === undefined &&
    tensOf(text, at) === undefined &&
    smallUnit(text, at) !== 1;
  return {
    start: at,
    end,
    script: digits ? 'arabic' : 'han',
    value,
    rounded: isRounded(lastUnit, significantDigits(value), written),
    multiplier: pending === undefined && lastUnit > 1 ? lastUnit : undefined,
    hedge,
    weak: !digits && (end - at === 1 || bare),
    problem: count > MOST_DIGITS ? 'too-many-digits' : undefined,
  };
}

const lastExponent = (lastSmall: number, lastBig: number): number =>
  lastSmall < 4 ? lastSmall : lastBig < 99 ? lastBig : 0;
const isLastDigit = (text: string, end: number): boolean => !isHanNumeral(text, end);

/** 二〇二〇: digits alone, three or more, or with a zero among them. */
function readPositional(text: string, at: number): Numeral | undefined {
  let end = at;
  while (digitOf(text, end) !== undefined && text[end] !== '两') end++;
  if (end - at < 2 || unitAt(text, end) !== undefined) return undefined;
  let digits = '';
  for (let i = at; i < end && digits.length <= MOST_DIGITS; i++) digits += digitOf(text, i);
  return {
    start: at,
    end,
    script: 'han',
    value: Number(digits),
    rounded: false,
    weak: true,
    plainDigits: digits,
    problem: end - at > MOST_DIGITS ? 'too-many-digits' : undefined,
  };
}
