/** Offsets of one text in UTF-16 units, code points and UTF-8 bytes, turned into one another. Knows nothing but text. */

/** What an offset counts. A lone surrogate is one code point, and three bytes, as it is when it is encoded. */
export type OffsetUnit = 'utf16' | 'code-point' | 'byte';

/** So many units lie between two places whose offsets are remembered. */
const STEP = 256;

/**
 * Offsets of `text` in a unit. Built in one pass, asked in constant time. An offset that lies outside the text, inside a
 * character or is no whole number has no counterpart.
 */
export class Offsets {
  /** The foreign offset at every `STEP`th UTF-16 unit, or one unit later where that would cut a pair. */
  private readonly marks: Uint32Array;
  /** Of the whole text, in the foreign unit. */
  readonly length: number;

  constructor(
    private readonly text: string,
    private readonly unit: OffsetUnit,
  ) {
    const marks = new Uint32Array(Math.floor(text.length / STEP) + 1);
    let foreign = 0;
    for (let at = 0; at < text.length; ) {
      const size = sizeAt(text, at);
      const next = at + size;
      foreign += this.weight(at, size);
      if (Math.floor(next / STEP) > Math.floor(at / STEP)) marks[Math.floor(next / STEP)] = foreign;
      at = next;
    }
    this.marks = marks;
    this.length = foreign;
  }

  /** The UTF-16 offset of a foreign one. */
  toUtf16(offset: number): number | undefined {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.length) return undefined;
    if (this.unit === 'utf16') return isInside(this.text, offset) ? undefined : offset;
    let low = 0;
    let high = this.marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.marks[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    let at = this.markAt(low);
    let foreign = this.marks[low]!;
    while (foreign < offset) {
      const size = sizeAt(this.text, at);
      foreign += this.weight(at, size);
      at += size;
    }
    return foreign === offset ? at : undefined;
  }

  /** The foreign offset of a UTF-16 one; undefined between the halves of a pair too. */
  fromUtf16(offset: number): number | undefined {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.text.length) return undefined;
    if (isInside(this.text, offset)) return undefined;
    if (this.unit === 'utf16') return offset;
    const mark = Math.floor(offset / STEP);
    let at = this.markAt(mark);
    let foreign = this.marks[mark]!;
    while (at < offset) {
      const size = sizeAt(this.text, at);
      foreign += this.weight(at, size);
      at += size;
    }
    return foreign;
  }

  private markAt(mark: number): number {
    const at = mark * STEP;
    return isInside(this.text, at) ? at + 1 : at;
  }

  private weight(at: number, size: number): number {
    if (this.unit === 'utf16') return size;
    if (this.unit === 'code-point') return 1;
    if (size === 2) return 4;
    const unit = this.text.charCodeAt(at);
    return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
}

/** UTF-16 units of the character at `at`. */
const sizeAt = (text: string, at: number): 1 | 2 =>
  isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;

const isInside = (text: string, at: number): boolean =>
  at > 0 && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a text can be written as UTF-8 and read back the same. */
export const isWellFormed = (text: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text);

/** A text without the mark that says in which order its bytes come, and by how many UTF-16 units offsets then move. */
export function withoutMark(text: string): { readonly body: string; readonly by: 0 | 1 } {
  return text.charCodeAt(0) === 0xfeff ? { body: text.slice(1), by: 1 } : { body: text, by: 0 };
}
