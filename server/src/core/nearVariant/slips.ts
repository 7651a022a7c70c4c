/** Which differences between two names are slips of the pen, and which make another name. Knows words, not where they stand. */

import { isHanOrKana } from '../characters.ts';
import type { FoldedWords } from './foldedWords.ts';

/** `i` counts in the listed form's letters, `j` in the text's. */
export interface Edit {
  readonly kind: 'insert' | 'delete' | 'replace';
  readonly i: number;
  readonly j: number;
}

/** The fewest edits that turn `a` from `i` to `aEnd` into `b` from `j` to `bEnd`, in order; undefined if more than `limit`, at most 2. */
export function leastEdits(
  a: Uint16Array,
  i: number,
  aEnd: number,
  b: Uint16Array,
  j: number,
  bEnd: number,
  limit: number,
): readonly Edit[] | undefined {
  for (let most = Math.abs(aEnd - i - (bEnd - j)); most <= limit; most++) {
    const edits = editsWithin(a, i, aEnd, b, j, bEnd, most);
    if (edits) return edits;
  }
  return undefined;
}

function editsWithin(
  a: Uint16Array,
  i: number,
  aEnd: number,
  b: Uint16Array,
  j: number,
  bEnd: number,
  left: number,
): readonly Edit[] | undefined {
  while (i < aEnd && j < bEnd && a[i] === b[j]) {
    i++;
    j++;
  }
  if (i === aEnd && j === bEnd) return [];
  if (left === 0 || Math.abs(aEnd - i - (bEnd - j)) > left) return undefined;
  const attempt = (kind: Edit['kind'], nextI: number, nextJ: number): readonly Edit[] | undefined => {
    if (nextI > aEnd || nextJ > bEnd) return undefined;
    const rest = editsWithin(a, nextI, aEnd, b, nextJ, bEnd, left - 1);
    return rest && [{ kind, i, j }, ...rest];
  };
  return attempt('replace', i + 1, j + 1) ?? attempt('delete', i + 1, j) ?? attempt('insert', i, j + 1);
}

/** In Han, a slip is one character inside the name, or two that are swapped or apart: two neighbours are another word. */
export function isHanSlip(
  a: Uint16Array,
  aEnd: number,
  b: Uint16Array,
  j: number,
  bEnd: number,
  edits: readonly Edit[],
): boolean {
  for (const [at, other] of [
    [0, j],
    [aEnd - 1, bEnd - 1],
  ] as const) {
    if (a[at] !== b[other] && (isHanOrKana(a[at]!) || isHanOrKana(b[other]!))) return false;
  }
  const [one, two] = edits;
  if (!one || !two || two.i - one.i > 1 || !isHanOrKana(a[one.i] ?? 0)) return true;
  return isSwap(a, b, edits);
}

/** Whether the edits together swap two neighbours. */
export function isSwap(a: Uint16Array, b: Uint16Array, [one, two]: readonly Edit[]): boolean {
  if (one?.kind !== 'replace' || two?.kind !== 'replace' || two.i !== one.i + 1) return false;
  return a[one.i] === b[two.j] && a[two.i] === b[one.j];
}

const unitsOf = (characters: string): ReadonlySet<number> =>
  new Set(characters.split('').map((character) => character.charCodeAt(0)));

const HAN_NUMERALS = unitsOf('〇零一二三四五六七八九十百千万萬亿億两兩半首末第');

/** A digit or Han numeral, or what makes an ordinal of one. */
export const isNumeral = (unit: number): boolean =>
  HAN_NUMERALS.has(unit) ||
  (unit >= 0x30 && (unit <= 0x39 || (unit > 0x7f && /\p{N}/u.test(String.fromCharCode(unit)))));

const TELL_APART = unitsOf(
  '东東西南北中上下左右前后後内內外早晚新旧舊老小大正副男女甲乙丙丁省市县縣区區州镇鎮乡鄉村国國盟旗' +
    '美英法德日韩韓朝越俄印苏蘇非欧歐亚亞拉海陆陸空农農工商文理军軍民党黨官',
);

/** Characters that tell one name from another: directions, ranks, levels of administration, countries, trades. */
export const tellsApart = (unit: number): boolean => TELL_APART.has(unit);

/** Units of one script have one number. Coarse beyond Latin and Han: blocks of 256. */
export function script(unit: number): number {
  if (isHanOrKana(unit)) return -1;
  return unit < 0x250 || unit >> 8 === 0x1e ? 0 : unit >> 8;
}

/** Words for numbers; a number that differs is another thing. */
export const NUMERALS: ReadonlySet<string> = new Set(
  (
    'zero half one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion ' +
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ' +
    'ninetieth hundredth'
  ).split(' '),
);

export const ROMAN = /^[IVXLCDM]+$/;

/** Words of names that lie within two edits of one another, and are all right as they are. */
export const LOOK_ALIKES: ReadonlySet<string> = new Set(
  (
    'north south northern southern east west eastern western upper lower inner outer ' +
    'central general national rational regional minister ministry council counsel police policy public social special ' +
    'trade trading training marine marina economic economics political politics ' +
    'iran iraq austria australia niger nigeria algeria gambia zambia slovakia slovenia guinea guyana guiana mali malta ' +
    'malawi mauritius mauritania dominica dominican india indiana latvia estonia paraguay uruguay ireland iceland ' +
    'georgia korea chad china oman ghana tonga congo togo ' +
    'hunan hainan henan yunnan shanxi shaanxi hubei hebei jiangsu jiangxi guangdong guangxi nanjing nanning ' +
    'hangzhou yangzhou changzhou zhengzhou suzhou xuzhou fuzhou'
  ).split(' '),
);

const ENDINGS = new Set(['s', 'es', 'n', 'an', 'i', 'ian', 'ish', 'ese', 'ic', 'al', 'er', 'ed', 'd', 'ly']);

/** Whether the text's word is the listed one as a plural, the singular of it, or what is derived from it. */
export function isInflection(listed: string, word: string): boolean {
  if (word.startsWith(listed)) return ENDINGS.has(word.slice(listed.length));
  if (listed === `${word}s` || listed === `${word}es`) return true;
  const stem = listed.slice(0, -1);
  if (word.slice(0, -1) === stem && stem.endsWith('is')) return true;
  return (
    (listed.endsWith('man') && word === `${listed.slice(0, -3)}men`) ||
    (listed.endsWith('men') && word === `${listed.slice(0, -3)}man`)
  );
}

/** Whether two words in small letters differ inside only, so that neither is an ordinary form of the other; or are particles. */
export const isSlipInside = (listed: string, word: string): boolean =>
  listed.length >= 5 && word.length >= 5
    ? listed[0] === word[0] && listed.slice(-2) === word.slice(-2)
    : listed.length <= 3 && word.length <= 4;

/**
 * Whether words of the text from `first` to `last` have capitals where the form has them. After a hyphen, in a text all in
 * capitals, and for small words inside a name, either will do.
 */
export function sameCapitals(
  form: FoldedWords,
  text: FoldedWords,
  first: number,
  last: number,
  equal: boolean,
): boolean {
  const verbatim = text.slice(first, last);
  if (verbatim === verbatim.toUpperCase() && !form.isSmall(0)) return true;
  const parallel = form.count === last - first + 1;
  for (let word = first; word <= last; word++) {
    let listed = word - first;
    if (!parallel) {
      const at = text.from[word]! - text.from[first]!;
      if (word > first && (!equal || !form.beginsAt(at))) continue;
      listed = form.wordOf[at]!;
    }
    if (word > first && (text.isHyphenated(word) || form.isHyphenated(listed))) continue;
    if (form.isSmall(listed) === text.isSmall(word)) continue;
    // "The" for "the" inside a sentence: a mention nowhere else, and too plainly the name to be passed over.
    if (listed === 0 && form.isSmall(0) && form.count > 1) continue;
    if (listed === 0 || form.isSmall(0)) return false;
    if (form.isCapital(listed) && text.isSmall(word) && (text.size(word) > 3 || word === last)) return false;
  }
  return true;
}

/** Whether each of the words stands for another one of the form, in full or by its initial, save that all are as listed. */
export function isReordered(form: FoldedWords, text: FoldedWords, first: number): boolean {
  const { count } = form;
  let used = 0;
  let asListed = true;
  let full = 0;
  // Full words first: they can stand for one word only.
  for (const initials of [false, true]) {
    for (let i = 0; i < count; i++) {
      const word = first + i;
      if (text.isInitial(word) !== initials) continue;
      let match = -1;
      for (let listed = 0; listed < count && match < 0; listed++) {
        if (used & (1 << listed)) continue;
        if (initials ? standsFor(form, listed, text, word) : equalWords(form, listed, text, word)) match = listed;
      }
      if (match < 0) return false;
      used |= 1 << match;
      if (match !== i || (initials && form.size(match) > 1)) asListed = false;
      if (text.size(word) > 1) full++;
    }
  }
  return full > 0 && !asListed;
}

const standsFor = (form: FoldedWords, listed: number, text: FoldedWords, word: number): boolean =>
  form.isCapital(listed) && form.letters[form.from[listed]!] === text.letters[text.from[word]!];

function equalWords(form: FoldedWords, listed: number, text: FoldedWords, word: number): boolean {
  if (form.size(listed) !== text.size(word) || form.isSmall(listed) !== text.isSmall(word)) return false;
  const [a, b] = [form.from[listed]!, text.from[word]!];
  for (let i = 0; i < form.size(listed); i++) if (form.letters[a + i] !== text.letters[b + i]) return false;
  return true;
}
