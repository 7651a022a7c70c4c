/**
 * The reading of Han text in Latin letters, for finding names. The platform knows the order of a Chinese dictionary
 * (Unicode collation); a character's syllable follows from its place in it, so a small table does the work of a large one.
 */

import { FAMILY_NAMES, FIRST_OF_SYLLABLE, OTHERWISE } from './pinyinTable.ts';

/** The reading of a text in pinyin: syllables without tones, run together, and the first letter of each. */
export type Pinyin = (text: string) => { readonly full: string; readonly initials: string };

/** The reader of this platform; undefined where it has no Chinese collation. */
export function pinyinReader(): Pinyin | undefined {
  reader ??= makeReader() ?? null;
  return reader ?? undefined;
}

let reader: Pinyin | null | undefined;

function makeReader(): Pinyin | undefined {
  const collator = new Intl.Collator('zh-u-co-pinyin');
  // Where pinyin is what Chinese is sorted by anyway, the options call it the default: its order tells better.
  if (collator.compare('阿', '北') >= 0 || collator.compare('北', '中') >= 0) return undefined;
  const firsts = entriesOf(FIRST_OF_SYLLABLE);
  const known = new Map(charactersOf(OTHERWISE));
  const families = new Map(charactersOf(FAMILY_NAMES));
  const syllableOf = (character: string): string => {
    let syllable = known.get(character);
    if (syllable === undefined) {
      syllable = filedUnder(character, firsts, collator);
      known.set(character, syllable);
    }
    return syllable;
  };
  return (text) => {
    let full = '';
    let initials = '';
    let first = true;
    for (const character of text) {
      const han = /\p{Script=Han}/u.test(character);
      const family = first ? families.get(character) : undefined;
      const syllable = han ? (family ?? syllableOf(character)) : character;
      full += syllable;
      initials += han ? syllable[0] : character;
      first = false;
    }
    return { full, initials };
  };
}

type Syllable = readonly [syllable: string, character: string];

/** The last syllable whose first character does not come after `character`. */
function filedUnder(character: string, firsts: readonly Syllable[], collator: Intl.Collator): string {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (collator.compare(firsts[middle]![1], character) <= 0) low = middle;
    else high = middle - 1;
  }
  return firsts[low]![0];
}

const entriesOf = (table: string): readonly Syllable[] =>
  [...table.matchAll(/(?<![a-z])([a-z]+)(\P{ASCII}+)/gu)].map(([, syllable, characters]) => [syllable!, characters!]);

const charactersOf = (table: string): readonly (readonly [character: string, syllable: string])[] =>
  entriesOf(table).flatMap(([syllable, characters]) => [...characters].map((one) => [one, syllable] as const));
