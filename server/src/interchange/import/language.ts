/** The language of a text by its characters and commonest words, where they leave no doubt. Knows English and Chinese. */

const SAMPLE = 50_000;
/** Words that every English text is full of, and no other language has all of. */
const ENGLISH: ReadonlySet<string> = new Set('the of and to in is was that for with on by at from are'.split(' '));

/** `zh`, `en`, or undefined where that cannot be told. */
export function languageOf(text: string): 'zh' | 'en' | undefined {
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 10) return undefined;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (han >= 0.4 * letters && kana <= 0.05 * han) return 'zh';
  const words = sample.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  const isLatin = count(/\p{Script=Latin}/gu) >= 0.9 * letters;
  const known = words.filter((word) => ENGLISH.has(word));
  return isLatin && known.length >= 0.12 * words.length && new Set(known).size >= 4 ? 'en' : undefined;
}
