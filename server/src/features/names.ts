/** The keys by which a name is found when somebody types: folded Latin, initials, pinyin. Knows names, not whose they are. */

import type { Pinyin } from '../core/pinyin.ts';

const HAN = /\p{Script=Han}/u;
const MARKS = /\p{M}+/gu;
const DROPPED = /['’‘ʼʻ`´"“”.,·・]/g;
const SEPARATORS = /[\s\-‐‑–—_/]+/g;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** `text` as names are compared while typing: no case, accents, apostrophes or points; one space for every separator. */
export function foldName(text: string): string {
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return plain
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter]!)
    .replace(DROPPED, '')
    .replace(SEPARATORS, ' ')
    .trim();
}

/** Every key of a name, the folded name first; none of a blank one. */
export function searchKeys(name: string, pinyin?: Pinyin): readonly string[] {
  const folded = foldName(name);
  if (folded === '') return [];
  const keys = new Set([folded]);
  if (folded.includes(' ')) {
    const words = folded.split(' ');
    keys.add(words.join(''));
    keys.add(words.map((word) => String.fromCodePoint(word.codePointAt(0)!)).join(''));
  }
  if (pinyin && HAN.test(folded)) {
    const { full, initials } = pinyin(name);
    for (const key of [full, initials]) {
      const compact = foldName(key).replaceAll(' ', '');
      if (compact !== '') keys.add(compact);
    }
  }
  return [...keys];
}
