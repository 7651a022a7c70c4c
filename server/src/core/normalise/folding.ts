/** Which characters count as one: quotation marks, dashes and widths. Section 4 of the format is the rule book. */

import { isInvisible } from '../characters.ts';

const QUOTE = "'";

/** The first unit of U+E0100–E01EF, the supplementary variation selectors: they choose a glyph and have no width. */
export const VARIATION_HIGH = 0xdb40;
export const isWidthless = (point: number): boolean => isInvisible(point) || (point >= 0xe0100 && point <= 0xe01ef);

/** The unit by which the character that ends at `end` is known: of a pair its first, which tells Han from the rest. */
export function lastOf(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return (unit & 0xfc00) === 0xdc00 && end > 1 ? text.charCodeAt(end - 2) : unit;
}

/** The unit that stands for a mark of any style; 0 where the character stands for itself. */
export function fold(unit: number): number {
  if (unit === 0x22) return 0x27;
  if (unit < 0x80) return 0;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldAscii(unit - 0xfee0);
  if (unit >= 0x2010 && unit <= 0x2015) return 0x2d;
  if (unit >= 0x2018 && unit <= 0x201f) return 0x27;
  switch (unit) {
    case 0xab: // « »
    case 0xbb:
    case 0xb4: // ´
    case 0x2b9: // modifier primes and apostrophes
    case 0x2ba:
    case 0x2bb:
    case 0x2bc:
    case 0x2bd:
    case 0x2032: // primes
    case 0x2033:
    case 0x2035:
    case 0x2036:
    case 0x2039: // ‹ ›
    case 0x203a:
    case 0x300c: // 「 」 『 』
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0x301d: // 〝 〞 〟
    case 0x301e:
    case 0x301f:
    case 0xfe41:
    case 0xfe42:
    case 0xfe43:
    case 0xfe44:
    case 0xff62:
    case 0xff63:
      return QUOTE.charCodeAt(0);
    case 0x2212: // minus
    case 0xfe58:
    case 0xfe63:
    case 0x2e3a: // two- and three-em dashes
    case 0x2e3b:
      return 0x2d;
    default:
      return 0;
  }
}

const foldAscii = (unit: number): number => (unit === 0x22 ? 0x27 : unit);

/** ASCII that is never folded and never a mark; marks that are none this time come the slow way. */
export const PLAIN = new Uint8Array(0x80);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:()-/%&?!'+=#@$") {
  PLAIN[char.charCodeAt(0)] = 1;
}

export function isPlainAscii(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit < 0x80 && PLAIN[unit] === 1;
}
