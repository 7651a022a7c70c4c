/**
 * The tokens of a quote that must not differ from its source: numbers, ordinals, hedges, negations, months, weekdays,
 * currencies, units and names. Knows nothing of anchors or documents.
 */

import type { Span } from '../core/text.ts';
import type { Hedge } from './denotation.ts';
import { fold, gateOf, isDigit, isHan, isLatin, isLetter, isSpace, skipSpace, skipSpaceBefore } from './folding.ts';
import { readEnglishOrdinal, wordAt } from './numerals/english.ts';
import { startsHanNumeral } from './numerals/hanCharacters.ts';
import type { Numeral } from './numerals/numeral.ts';
import { readNumeral } from './numerals/read.ts';
import { Phrases } from './phrases.ts';
import { firstAt } from './quantities/whole.ts';
import { HAN_HEDGES_AFTER, HAN_HEDGES_BEFORE, HAN_NEGATIONS, HAN_PLAIN_HEDGES, NO_NEGATION } from './tables/chinese.ts';
import {
  ENGLISH_NUMERALS,
  HEDGES_AFTER,
  HEDGES_BEFORE,
  MONTHS,
  NEGATIONS,
  PLAIN_HEDGES,
  WEEKDAYS,
} from './tables/english.ts';
import { UNITS } from './tables/units.ts';
import { defineUnits } from './units.ts';

export type ProtectedKind =
  | 'number'
  | 'ordinal'
  | 'hedge'
  | 'negation'
  | 'month'
  | 'weekday'
  | 'currency'
  | 'unit'
  | 'entity';

export interface ProtectedToken {
  readonly span: Span;
  readonly kind: ProtectedKind;
  /** The same for whatever says the same: 181, １８１ and 一百八十一; "don't" and "do not"; nations and countries. */
  readonly key: string;
}

/** In the order of the text, without overlaps. `forms` are the names of the declared entities. */
export function protectedTokens(text: string, forms: readonly string[]): readonly ProtectedToken[] {
  const folded = fold(text);
  const found: ProtectedToken[] = [];
  const names = formsByFirst(forms);
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, folded, at, names);
    if (token) {
      // A hedge before a number is seen only from it, and may have been taken for something else.
      for (const one of token) {
        while (found.length > 0 && found[found.length - 1]!.span.end > one.span.start) found.pop();
        found.push(one);
      }
      at = Math.max(at + 1, token[token.length - 1]!.span.end);
    } else at = skip(folded, at);
  }
  return found;
}

/** Whether two passages carry the same protected tokens in the same order: then one drifted from the other at most. */
export function sameProtectedTokens(a: string, b: string, forms: readonly string[]): boolean {
  const [left, right] = [protectedTokens(a, forms), protectedTokens(b, forms)];
  return left.length === right.length && left.every((token, i) => token.key === right[i]!.key);
}

const ORDINAL = '第'.charCodeAt(0);
const currencies = new Set(UNITS.filter((row) => /^[A-Z]{3}$/.test(row.id)).map((row) => row.id));
const units = defineUnits();

const hedgeWords: [string, Hedge][] = [];
const hedgesAfter: [string, Hedge][] = [];
for (const hedge of Object.keys(HEDGES_BEFORE) as Hedge[]) {
  for (const word of [...HEDGES_BEFORE[hedge], ...HAN_HEDGES_BEFORE[hedge]]) hedgeWords.push([word, hedge]);
  for (const word of [...HEDGES_AFTER[hedge], ...HAN_HEDGES_AFTER[hedge]]) hedgesAfter.push([word, hedge]);
}
const besideNumber = new Phrases(hedgeWords);
const afterNumber = new Phrases(hedgesAfter);
const hedgeOf = new Map([...hedgesAfter, ...hedgeWords]);

type Fixed = { readonly kind: ProtectedKind; readonly key: string } | null;
const fixed: [string, Fixed][] = NO_NEGATION.map((word) => [word, null]);
for (const word of [...PLAIN_HEDGES, ...HAN_PLAIN_HEDGES])
  fixed.push([word, { kind: 'hedge', key: `hedge:${hedgeOf.get(word)}` }]);
for (const word of HAN_NEGATIONS)
  fixed.push([word, { kind: 'negation', key: `negation:${word === '没有' ? '没' : word}` }]);
for (const [word, key] of Object.entries(NEGATIONS)) fixed.push([word, { kind: 'negation', key: `negation:${key}` }]);
for (const currency of UNITS.filter((row) => currencies.has(row.id))) {
  for (const word of [
    ...(currency.en ?? []),
    ...(currency.en ?? []).map((noun) => `${noun}s`),
    ...(currency.zh ?? []),
    ...(currency.sign ?? []),
  ]) {
    // 元 alone is too common a character, "pound" and "won" are verbs: those count only beside a number.
    if (word === '元' || word === 'pound' || word === 'won' || word === 'pounds') continue;
    fixed.push([word, { kind: 'currency', key: `unit:${currency.id}` }]);
  }
}
const fixedWords = new Phrases(fixed);
const beginsToken = gateOf([
  ...fixed.map(([word]) => word),
  ...ENGLISH_NUMERALS,
  ...Object.keys(MONTHS),
  ...Object.keys(WEEKDAYS),
]);

function tokenAt(text: string, folded: string, at: number, names: Forms): readonly ProtectedToken[] | undefined {
  const unit = folded.charCodeAt(at);
  const name = formAt(text, folded, at, names);
  if (name) return [{ span: name.span, kind: 'entity', key: `entity:${name.form}` }];
  const startsWord = isLatin(unit) && (at === 0 || !isLetter(folded.charCodeAt(at - 1)));
  if (isLatin(unit) && !startsWord) return contracted(folded, at);
  if (startsWord && !beginsToken(folded, at)) return undefined;
  const word = startsWord ? calendarWord(text, folded, at) : undefined;
  if (word) return [word];
  if (startsWord) {
    const ordinal = readEnglishOrdinal(folded, at);
    if (ordinal) return [{ span: { start: at, end: ordinal.end }, kind: 'ordinal', key: `ordinal:${ordinal.value}` }];
  }
  if (unit === ORDINAL) {
    const numeral = readNumeral(folded, skipSpace(folded, at + 1));
    if (numeral?.value !== undefined) {
      return [{ span: { start: at, end: numeral.end }, kind: 'ordinal', key: `ordinal:${numeral.value}` }];
    }
  }
  const first = text[at] === '首' ? firstAt(folded, at) : undefined;
  if (first) return [{ span: { start: at, end: first.end }, kind: 'ordinal', key: 'ordinal:1' }];
  // 上百 and 过半 begin with characters that also hedge or negate nothing; what reads as a number is one.
  const numeral = isDigit(unit) || startsWord || startsHanNumeral(folded, at) ? readNumeral(folded, at) : undefined;
  if (numeral) return aroundNumber(text, folded, numeral);
  const match = fixedWords.at(folded, at);
  return match?.value ? [{ span: { start: at, end: match.end }, ...match.value }] : undefined;
}

/** The number with the hedge before it, and the hedge and unit after it. */
function aroundNumber(text: string, folded: string, numeral: Numeral): readonly ProtectedToken[] {
  const tokens: ProtectedToken[] = [];
  const sign = units.signBefore(folded, skipSpaceBefore(folded, numeral.start));
  if (sign) tokens.push({ span: { start: sign.start, end: sign.end }, kind: 'currency', key: `unit:${sign.value}` });
  const before = besideNumber.before(folded, skipSpaceBefore(folded, sign ? sign.start : numeral.start));
  if (before)
    tokens.unshift({ span: { start: before.start, end: before.end }, kind: 'hedge', key: `hedge:${before.value}` });
  const ordinal =
    numeral.script === 'arabic' ? /^(?:st|nd|rd|th)(?![a-z])/.exec(folded.slice(numeral.end, numeral.end + 3)) : null;
  let end = numeral.end + (ordinal ? 2 : 0);
  tokens.push({
    span: { start: numeral.start, end },
    kind: ordinal ? 'ordinal' : 'number',
    key: ordinal
      ? `ordinal:${numeral.value}`
      : numberKey(text, numeral) + (isNegative(folded, numeral.start) ? '-' : ''),
  });
  for (let turn = 0; turn < 3; turn++) {
    const place = skipSpace(folded, end);
    const hedge = afterNumber.at(folded, end) ?? afterNumber.at(folded, place);
    if (hedge) {
      tokens.push({ span: { start: hedge.start, end: hedge.end }, kind: 'hedge', key: `hedge:${hedge.value}` });
      end = hedge.end;
      continue;
    }
    const unit = units.at(folded, place);
    if (!unit || (isDigit(folded.charCodeAt(unit.end)) && isLatin(folded.charCodeAt(place)))) break;
    // A measure word counts, 个 or 家, but changes nothing.
    if (unit.value.id !== undefined) {
      tokens.push({
        span: { start: unit.start, end: unit.end },
        kind: currencies.has(unit.value.id) ? 'currency' : 'unit',
        key: `unit:${unit.value.id}`,
      });
    }
    end = unit.end;
  }
  return tokens;
}

/** By value, with what the writing says of precision; by its characters where it has no value. */
function numberKey(text: string, numeral: Numeral): string {
  if (numeral.problem) return `number:${fold(text.slice(numeral.start, numeral.end))}`;
  const share = numeral.share ? '%' : '';
  if (numeral.range) return `number:${numeral.range.join('-')}${share}`;
  if (numeral.vague) {
    const { low, high } = numeral.vague.hard;
    return `number:${low}..${high}${numeral.vague.soft.high}${share}`;
  }
  // Leading zeros and digits beyond what a number holds make another identifier.
  const plain = numeral.plainDigits;
  if (plain !== undefined && (plain.length > 15 || (plain.length > 1 && plain.startsWith('0'))))
    return `number:${plain}`;
  return `number:${numeral.value}${numeral.rounded ? '~' : ''}${numeral.hedge ?? ''}${share}`;
}

/** A minus sign right before a number, with nothing that it could join before it. */
function isNegative(folded: string, at: number): boolean {
  const before = folded.charCodeAt(at - 2);
  return folded[at - 1] === '-' && (at < 2 || isSpace(before) || before === 40 || before === 91);
}

/** A month or weekday; the short ones and May, March only with a capital. */
function calendarWord(text: string, folded: string, at: number): ProtectedToken | undefined {
  const word = wordAt(folded, at);
  const month = Object.hasOwn(MONTHS, word.text) ? MONTHS[word.text] : undefined;
  const weekday = Object.hasOwn(WEEKDAYS, word.text) ? WEEKDAYS[word.text] : undefined;
  if ((month === undefined && weekday === undefined) || isLetter(folded.charCodeAt(word.end))) return undefined;
  const capital = text[at] !== folded[at];
  if (!capital && (word.text.length < 6 || word.text === 'march' || word.text === 'august')) return undefined;
  const span = { start: at, end: word.end };
  return month === undefined
    ? { span, kind: 'weekday', key: `weekday:${weekday}` }
    : { span, kind: 'month', key: `month:${month}` };
}

/** The n't of "don't", seen from its n. */
function contracted(folded: string, at: number): readonly ProtectedToken[] | undefined {
  if (folded[at] === 'n' && folded[at + 1] === "'" && folded[at + 2] === 't' && !isLetter(folded.charCodeAt(at + 3))) {
    return [{ span: { start: at, end: at + 3 }, kind: 'negation', key: 'negation:not' }];
  }
  // "cannot" is one word, and found as such at its beginning.
  return undefined;
}

const skip = (folded: string, at: number): number => {
  const unit = folded.charCodeAt(at);
  if (!isLatin(unit)) return at + 1;
  let end = at + 1;
  while (isLatin(folded.charCodeAt(end)) && !(folded[end] === 'n' && folded[end + 1] === "'")) end++;
  return end;
};

interface Form {
  readonly form: string;
  readonly folded: string;
}

type Forms = ReadonlyMap<string, readonly Form[]>;
const compiled = new WeakMap<readonly string[], Forms>();

/** Forms by their first character, the longest first; compiled once per list. */
function formsByFirst(forms: readonly string[]): Forms {
  const known = compiled.get(forms);
  if (known) return known;
  const byFirst = new Map<string, Form[]>();
  for (const form of forms) {
    const normal = form.replace(/\s+/g, ' ').trim();
    if (normal === '') continue;
    const list = byFirst.get(normal[0]!);
    const entry = { form: normal, folded: fold(normal) };
    if (list) list.push(entry);
    else byFirst.set(normal[0]!, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  compiled.set(forms, byFirst);
  return byFirst;
}

function formAt(
  text: string,
  folded: string,
  at: number,
  forms: Forms,
): { readonly span: Span; readonly form: string } | undefined {
  if (forms.size === 0 || !mayMeet(text, at)) return undefined;
  for (const entry of forms.get(text[at]!) ?? []) {
    const end = endOfForm(text, folded, at, entry);
    if (end !== undefined && mayMeet(text, end)) return { span: { start: at, end }, form: entry.form };
  }
  return undefined;
}

/** Case counts; white space, quotation marks and dashes are compared folded. */
function endOfForm(text: string, folded: string, at: number, entry: Form): number | undefined {
  let i = at;
  const { form } = entry;
  for (let j = 0; j < form.length; j++) {
    if (form[j] === ' ') {
      const end = skipSpace(folded, i);
      if (end === i) return undefined;
      i = end;
    } else if (
      text[i] === form[j] ||
      (i < text.length && folded[i] === entry.folded[j] && !isLatin(folded.charCodeAt(i)))
    )
      i++;
    else return undefined;
  }
  return i;
}

/** No letter or digit next to another, unless one of the two is Han. */
function mayMeet(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return true;
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return isHan(before) || isHan(after) || !(isLetterOrDigit(before) && isLetterOrDigit(after));
}

const isLetterOrDigit = (unit: number): boolean => isLetter(unit) || isDigit(unit) || unit > 0x2e7f;
