/** Sets pieces of text side by side as Chinese is set: a space where Han meets Latin letters or figures. Knows no language's words. */

/**
 * The pieces in a row. Where a Han character meets a Latin letter or a figure a space parts them, unless the figure belongs
 * to a Chinese expression, such as 2022年 or 330多: what a document says is not set anew. Marks of Markdown are looked past.
 */
export function inARow(pieces: readonly string[]): string {
  let row = '';
  for (const piece of pieces) row += isSeam(row, piece) ? ` ${piece}` : piece;
  return row;
}

/** What is to stand between 《 and 》: titles inside it have the single marks. */
export const insideTitle = (text: string): string => text.replaceAll('《', '〈').replaceAll('》', '〉');

/** A template whose values are set as `inARow` sets them. */
export const set = (texts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  inARow(texts.flatMap((text, i) => (i < values.length ? [text, String(values[i])] : [text])));

/** No seam is decided by what lies further off. */
const NEAR = 24;

function isSeam(before: string, after: string): boolean {
  const left = shown(before).slice(-NEAR);
  const right = after.slice(0, NEAR);
  if (HAN_END.test(left)) return LATIN_START.test(right) && !CHINESE_FIGURE.test(right);
  return LATIN_END.test(left) && HAN_START.test(right) && !FIGURE_OF_HAN.test(left);
}

/** A link shows its text, not its address. */
function shown(text: string): string {
  const address = text.endsWith(')') ? text.lastIndexOf('](') : -1;
  return address < 0 ? text : text.slice(0, address);
}

const HAN_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const HAN_START = /^[*_[`\\]{0,4}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN_START = /^[*_[`\\<>~±]{0,4}[$€£¥#]?(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]/u;
const LATIN_END = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}%+][*_`]{0,4}$/u;
const CHINESE_FIGURE = /^[*_[`\\<>~±]{0,4}\d[\d.,]{0,20}\p{Script=Han}/u;
const FIGURE_OF_HAN = /\p{Script=Han}[\d.,]{1,20}$/u;
