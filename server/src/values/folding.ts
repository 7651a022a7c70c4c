/** One folded copy of a text, unit for unit as long, on which all tables are looked up. Knows no table but its own. */

/** Traditional forms of the characters that the Chinese tables use. */
const TRADITIONAL =
  '萬万億亿兩两幾几數数餘余個个國国黨党約约過过將将達达種种類类號号點点歲岁週周條条項项場场間间隻只張张輛辆艦舰' +
  '臺台雙双處处層层級级門门戶户組组織织協协議议參参與与貳贰陸陆來来內内後后後后從从員员領领導导議议專专學学記记' +
  '們们無无沒没爲为為为屆届區区縣县鎮镇筆笔顆颗頭头頓顿噸吨畝亩頃顷鐘钟時时紀纪東东長长';

const FOLDED = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) FOLDED.set(TRADITIONAL[i]!, TRADITIONAL[i + 1]!);
for (let unit = 0xff01; unit <= 0xff5e; unit++)
  FOLDED.set(String.fromCharCode(unit), String.fromCharCode(unit - 0xfee0).toLowerCase());
// A full-width comma ends a Chinese clause: between two figures it is no thousands separator unless they are full-width too.
FOLDED.delete('，');
for (const space of '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t')
  FOLDED.set(space, ' ');
for (const dash of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63') FOLDED.set(dash, '-');
for (const mark of '\u2018\u2019\u201b\u2032') FOLDED.set(mark, "'");
// Markdown emphasis stands between a figure and its noun as white space does.
FOLDED.set('*', ' ');
FOLDED.set('￥', '¥');
FOLDED.set('○', '〇');
FOLDED.set('〜', '~');
FOLDED.set('∼', '~');

/** Nothing in it is folded but case: most English text. */
const PLAIN = /^[\n\r\x20-\x29\x2b-\x7e]*$/;
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].map((character) => `\\u${hex(character)}`).join('')}]`, 'g');
const FULL_WIDTH_GROUP = /(?<=[０-９])，(?=[０-９])/g;
const SPACED_GROUP = /(?<=[0-9０-９])[\u00a0\u2009\u202f](?=[0-9０-９]{3}(?![0-9０-９]))/g;

/** Lower case, half-width, plain dashes, quotes and spaces, simplified where a table needs it. Offsets stay the same. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const folded = text
    .replace(FULL_WIDTH_GROUP, ',')
    .replace(SPACED_GROUP, ',')
    .replace(FOLDABLE, (character) => FOLDED.get(character)!);
  const lower = folded.toLowerCase();
  // İ and its kin grow when lowered; then only ASCII is.
  return lower.length === text.length ? lower : folded.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Letters of folded Latin text, accented ones too. */
export const isLatin = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7) || (unit >= 65 && unit <= 90);
/** Other alphabets are letters too: a form or numeral inside a Cyrillic word is none. */
export const isLetter = (unit: number): boolean => isLatin(unit) || (unit >= 0x370 && unit <= 0x1fff);
export const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13;
export const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;

const LONGEST_GAP = 24;

/** The end of the white space at `at`: at most one line break, for a blank line parts what it stands between. */
export function skipSpace(folded: string, at: number): number {
  let i = at;
  let breaks = 0;
  while (i < folded.length && i - at < LONGEST_GAP) {
    const unit = folded.charCodeAt(i);
    if (unit === 10) {
      if (++breaks > 1) return at;
    } else if (unit !== 32 && unit !== 13) return i;
    i++;
  }
  return i;
}

/** The same, backwards: where the white space that ends at `at` begins. */
export function skipSpaceBefore(folded: string, at: number): number {
  let i = at;
  let breaks = 0;
  while (i > 0 && at - i < LONGEST_GAP) {
    const unit = folded.charCodeAt(i - 1);
    if (unit === 10) {
      if (++breaks > 1) return at;
    } else if (unit !== 32 && unit !== 13) return i;
    i--;
  }
  return i;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

/**
 * A filter for the words of a table: false where none of them can begin at a place. Tables are looked up at every word of a
 * text, and nearly all words end here, by their first two letters.
 */
export function gateOf(words: Iterable<string>): (folded: string, at: number) => boolean {
  const open = new Uint8Array(GATES);
  for (const word of words) open[gateCode(word, 0)] = 1;
  return (folded, at) => open[gateCode(folded, at)] === 1;
}

/** Words that share a code open the gate for one another, which costs a look at the table and no more. */
const GATES = 4096;

const gateCode = (folded: string, at: number): number => {
  const second = folded.charCodeAt(at + 1);
  return (folded.charCodeAt(at) * 31 + (isLatin(second) ? second : 0)) % GATES;
};
