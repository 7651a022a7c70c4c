/** An index of the n-grams of letters. Knows nothing of words. */

const GRAM = 3;

interface Grams {
  readonly heads: Int32Array;
  readonly counts: Uint32Array;
  readonly next: Int32Array;
}

const grams = (slots: number, letters: number): Grams => ({
  heads: new Int32Array(slots),
  counts: new Uint32Array(slots),
  next: new Int32Array(letters),
});

let passingGrams = grams(0x4000, 0x4000);

function gramsFor(slots: number, letters: number): Grams {
  if (letters >= 0x100000) return grams(slots, letters);
  const { heads, next } = passingGrams;
  if (heads.length < slots || next.length < letters) {
    passingGrams = grams(Math.max(slots, heads.length), Math.max(2 * letters, next.length));
  }
  return passingGrams;
}

/** Where each run of three letters occurs; it holds until the next index is made. */
export class GramIndex {
  private readonly heads: Int32Array;
  private readonly counts: Uint32Array;
  private readonly next: Int32Array;
  private readonly shift: number;

  constructor(
    private readonly letters: Uint16Array,
    private readonly length: number,
  ) {
    this.shift = Math.max(12, Math.min(21, Math.clz32(length) - 1));
    const slots = 2 ** (32 - this.shift);
    const { heads, counts, next } = gramsFor(slots, length);
    this.heads = heads.fill(-1, 0, slots);
    this.counts = counts.fill(0, 0, slots);
    this.next = next;
    for (let at = length - GRAM; at >= 0; at--) {
      const slot = this.slotOf(letters, at);
      this.next[at] = this.heads[slot]!;
      this.heads[slot] = at;
      this.counts[slot]!++;
    }
  }

  /** Visits where `block` from `from` to `to`, three letters or more, occurs, in order, until `visit` returns false. */
  forEach(block: Uint16Array, from: number, to: number, visit: (at: number) => boolean): void {
    let rarest = from;
    let fewest = Number.POSITIVE_INFINITY;
    for (let at = from; at + GRAM <= to; at++) {
      const count = this.counts[this.slotOf(block, at)]!;
      if (count >= fewest) continue;
      fewest = count;
      rarest = at;
    }
    if (fewest === 0 || fewest === Number.POSITIVE_INFINITY) return;
    const before = rarest - from;
    for (let at = this.heads[this.slotOf(block, rarest)]!; at >= 0; at = this.next[at]!) {
      const start = at - before;
      if (start < 0 || start + to - from > this.length) continue;
      let i = 0;
      while (i < to - from && this.letters[start + i] === block[from + i]) i++;
      if (i === to - from && !visit(start)) return;
    }
  }

  private slotOf(letters: Uint16Array, at: number): number {
    const mixed = Math.imul(letters[at]!, 0x01000193) ^ Math.imul(letters[at + 1]!, 0x85ebca6b) ^ letters[at + 2]!;
    return Math.imul(mixed, 0x9e3779b1) >>> this.shift;
  }
}
