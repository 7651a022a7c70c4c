/** What kind of character a UTF-16 unit is, for matching text in any script. Knows no words. */

/** Han or Kana. A unit of a surrogate pair counts where the pair is a Han character. */
export function isHanOrKana(unit: number): boolean {
  if (unit < 0x2e80) return false;
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit <= 0x2fdf ||
    unit === 0x3005 ||
    unit === 0x3007 ||
    (unit >= 0x31f0 && unit <= 0x31ff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff66 && unit <= 0xff9f) ||
    (unit >= 0xd840 && unit <= 0xd88f)
  );
}

/**
 * Han, Kana, or a mark of CJK typography such as 、 。 ， 《 》: white space beside one means nothing. Of the full-width
 * forms only the punctuation that brings its own space counts: Ａ, ９ and ％ are spaced as their narrow forms are.
 */
export function isCjk(unit: number): boolean {
  return (
    isHanOrKana(unit) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xfe10 && unit <= 0xfe1f) ||
    (unit >= 0xfe30 && unit <= 0xfe4f) ||
    (unit >= 0xff5f && unit <= 0xff65) ||
    (unit >= 0xff01 && unit <= 0xff5e && FULL_WIDTH_PUNCTUATION.has(unit))
  );
}

const FULL_WIDTH_PUNCTUATION: ReadonlySet<number> = new Set(
  [...'！（），．：；？［］｛｝～'].map((mark) => mark.charCodeAt(0)),
);

const UNKNOWN = 0;
const WORD = 1;
const OTHER = 2;
const kinds = new Uint8Array(0x10000);

/** A letter, digit or combining mark of any script; surrogates other than Han ones are not. */
export function isWordUnit(unit: number): boolean {
  let kind = kinds[unit];
  if (kind === UNKNOWN) {
    kind = isHanOrKana(unit) || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? WORD : OTHER;
    kinds[unit] = kind;
  }
  return kind === WORD;
}

/**
 * Whether the character at the edge of a form, `inner`, may be the form's last or first where `outer` is its neighbour in
 * the text: no letter or digit stands right beside a form, unless one of the two is Han or Kana. Code points.
 */
export function isFormEdge(outer: number, inner: number): boolean {
  return !isWord(outer) || isHan(outer) || isHan(inner);
}

/** The code point that ends right before `at`; a lone surrogate stands for itself. */
export function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const pair = (unit & 0xfc00) === 0xdc00 && at > 1 ? text.codePointAt(at - 2)! : 0;
  return pair > 0xffff ? pair : unit;
}

const isHan = (point: number): boolean =>
  point > 0xffff
    ? (point >= 0x20000 && point <= 0x33fff) || (point >= 0x1aff0 && point <= 0x1b16f)
    : isHanOrKana(point);

const isWord = (point: number): boolean =>
  point > 0xffff ? /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(point)) : isWordUnit(point);

/** Whether two neighbouring units belong to one word, so that no form begins or ends between them. */
export function joins(left: number, right: number): boolean {
  return isWordUnit(left) && isWordUnit(right) && !isHanOrKana(left) && !isHanOrKana(right);
}

export function isWhiteSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Characters without width: they are in a text by accident of its origin. */
export function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    unit === 0x34f ||
    (unit >= 0xfe00 && unit <= 0xfe0f) ||
    unit === 0xfeff ||
    unit === 0x61c ||
    unit === 0x180e
  );
}
