/** The keys by which the names of two records meet: folded, in simplified script, by pinyin, in another order, in pieces. */

import { normaliseText } from '../../core/normalise.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import { simplified } from '../../core/simplified.ts';
import { textKey } from '../../core/textKey.ts';

export interface NameKeys {
  /** As it stands in the record. */
  readonly text: string;
  /** Normalised, in simplified script. */
  readonly plain: string;
  /** Without case, accents, punctuation and spaces. */
  readonly folded: string;
  /** Which letters `folded` has, in 32 classes: names that differ in many are not near. */
  readonly letters: number;
  readonly digits: string;
  readonly hasHan: boolean;
  /** How it reads, family name first and last; none unless it is all Han. */
  readonly readings: readonly string[];
  /** Its words in the order of the alphabet; undefined for one word. */
  readonly words?: string;
  /** One word in full and the first letters of the others, for each word; `byInitials` where the name is written so. */
  readonly initials: readonly string[];
  readonly byInitials: boolean;
}

/** `undefined` for a name of which nothing is left. */
export function keysOf(text: string, pinyin: Pinyin | undefined): NameKeys | undefined {
  const plain = simplified(normaliseText(text));
  const folded = textKey(withoutAccents(plain));
  if (folded === '') return undefined;
  const hasHan = HAN.test(folded);
  const words = hasHan ? [] : wordsOf(plain);
  const several = words.length > 1 && words.length <= MOST_WORDS;
  return {
    text,
    plain,
    folded,
    letters: lettersIn(folded),
    digits: folded.replace(/\D+/g, ''),
    hasHan,
    readings: pinyin && ALL_HAN.test(folded) && folded.length <= LONGEST_READ ? readingsOf(folded, pinyin) : [],
    ...(several && { words: [...words].sort().join(' ') }),
    initials: several ? abbreviated(words) : [],
    byInitials: several && words.some((word) => word.length === 1),
  };
}

const HAN = /\p{Script=Han}/u;
const ALL_HAN = /^\p{Script=Han}+$/u;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
const MOST_WORDS = 5;
const LONGEST_READ = 16;

/** Kana and Hangul are taken apart by the same decomposition: only accented Latin is. */
const withoutAccents = (text: string): string =>
  ACCENTED.test(text)
    ? text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
    : text;

const wordsOf = (plain: string): readonly string[] =>
  withoutAccents(plain)
    .toLowerCase()
    .split(/[\s.,\-·/]+/)
    .map(textKey)
    .filter((word) => word !== '');

function lettersIn(folded: string): number {
  let letters = 0;
  for (let i = 0; i < folded.length; i++) letters |= 1 << (folded.charCodeAt(i) & 31);
  return letters;
}

function abbreviated(words: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => {
    if (word.length === 1) return [];
    const others = words.filter((_, j) => j !== i).map((other) => other[0]!);
    return [`${word} ${others.sort().join('')}`];
  });
}

/** 林晚舟 as linwanzhou and, as a Western paper has it, wanzhoulin; a family name may be of two characters. ü is u. */
function readingsOf(name: string, pinyin: Pinyin): readonly string[] {
  const read = (text: string): string => pinyin(text).full.toLowerCase().replaceAll('v', 'u');
  const readings = [read(name)];
  const full = readings[0]!;
  for (const family of name.length <= 4 ? [1, 2] : []) {
    if (name.length <= family) continue;
    const first = read(name.slice(0, family));
    if (full.startsWith(first)) readings.push(full.slice(first.length) + first);
  }
  return [...new Set(readings)];
}
