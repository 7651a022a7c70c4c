/** A text as words of folded letters, and an index of their n-grams. Knows characters; no names and no rules about them. */

import { isHanOrKana, isWordUnit } from '../characters.ts';

const SPACE = 0x20;
const STOP = 0x2e;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
/** Between the parts of a name: the middle dots of transcriptions, and what joins two words into one title. */
const JOINING = '\u00b7\u2022\u2027\u30fb/&、';

/** What lies between a word and the next. */
const APART = 0;
const JOINED = 1;
const HYPHENATED = 2;
/** By a full stop, as after an initial. */
const STOPPED = 3;

const small = new Uint16Array(0x10000);

/** The small letter of a unit; the unit itself where it has none of one unit. */
function fold(unit: number): number {
  let folded = small[unit]!;
  if (folded === 0) {
    const lower = String.fromCharCode(unit).toLowerCase();
    folded = lower.length === 1 ? lower.charCodeAt(0) : unit;
    small[unit] = folded;
  }
  return folded;
}

/**
 * Letters and digits in small, without what is between them, and the words that they form; a Han or Kana character is a
 * word of its own. Words go by their number, letters by their offset among the letters.
 */
export class FoldedWords {
  readonly letters: Uint16Array;
  /** For each letter, the word that it is in. */
  readonly wordOf: Uint32Array;
  /** For each word: its place in the text, and among the letters. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly length: number;
  readonly hasHan: boolean;
  private readonly gaps: number[] = [];
  /** For each word, how many before it stand apart from the next; and how many have a full stop after them. */
  private readonly breaks: number[] = [0];
  private readonly stopCounts: number[] = [0];

  constructor(readonly text: string) {
    const letters = new Uint16Array(text.length);
    const wordOf = new Uint32Array(text.length);
    let length = 0;
    let hasHan = false;
    for (let at = 0; at < text.length; ) {
      const first = text.charCodeAt(at);
      if (!isWordUnit(first)) {
        at++;
        continue;
      }
      const start = at;
      const from = length;
      const han = isHanOrKana(first);
      if (han) {
        hasHan = true;
        at += (first & 0xfc00) === 0xd800 ? 2 : 1;
      } else {
        do at++;
        while (at < text.length && isWordUnit(text.charCodeAt(at)) && !isHanOrKana(text.charCodeAt(at)));
      }
      const word = this.starts.length;
      if (word > 0) this.gap(text, this.ends[word - 1]!, start);
      for (let i = start; i < at; i++) {
        wordOf[length] = word;
        letters[length++] = fold(text.charCodeAt(i) || 0);
      }
      this.starts.push(start);
      this.ends.push(at);
      this.from.push(from);
      this.to.push(length);
    }
    this.letters = letters;
    this.wordOf = wordOf;
    this.length = length;
    this.hasHan = hasHan;
  }

  get count(): number {
    return this.starts.length;
  }

  private gap(text: string, start: number, end: number): void {
    const last = this.gaps.length;
    const kind = this.kindOfGap(text, start, end);
    this.gaps.push(kind);
    this.breaks.push(this.breaks[last]! + (kind === APART ? 1 : 0));
    this.stopCounts.push(this.stopCounts[last]! + (kind === STOPPED ? 1 : 0));
  }

  private kindOfGap(text: string, start: number, end: number): number {
    if (start === end || (end === start + 1 && text.charCodeAt(start) === SPACE)) return JOINED;
    if (end > start + 2) return APART;
    const unit = text.charCodeAt(start);
    const spaced = end === start + 2;
    if (spaced && text.charCodeAt(end - 1) !== SPACE) return APART;
    // A hyphen with a space after it is one at the end of a line.
    if (unit === HYPHEN) return HYPHENATED;
    if (unit === APOSTROPHE) return JOINED;
    if (unit === STOP) return start - this.starts.at(-1)! <= 3 ? STOPPED : APART;
    return !spaced && JOINING.includes(text[start]!) ? JOINED : APART;
  }

  /** Whether nothing but what may stand inside a name lies between the words. */
  joined(first: number, last: number): boolean {
    return this.breaks[first] === this.breaks[last];
  }

  /** The full stops between the words. */
  stops(first: number, last: number): number {
    return this.stopCounts[last]! - this.stopCounts[first]!;
  }

  /** Whether the word follows a hyphen. */
  isHyphenated(word: number): boolean {
    return word > 0 && this.gaps[word - 1] === HYPHENATED;
  }

  beginsAt(letter: number): boolean {
    return letter < this.length && this.from[this.wordOf[letter]!] === letter;
  }

  endsAt(letter: number): boolean {
    return letter > 0 && letter <= this.length && this.to[this.wordOf[letter - 1]!] === letter;
  }

  /** The offset in the text of a letter. */
  textAt(letter: number): number {
    const word = this.wordOf[letter]!;
    return this.starts[word]! + letter - this.from[word]!;
  }

  size(word: number): number {
    return this.to[word]! - this.from[word]!;
  }

  word(word: number): string {
    return this.slice(word, word);
  }

  slice(first: number, last: number): string {
    return this.text.slice(this.starts[first], this.ends[last]);
  }

  folded(word: number): string {
    return String.fromCharCode(
      ...this.letters.subarray(this.from[word], Math.min(this.to[word]!, this.from[word]! + 100)),
    );
  }

  isCapital(word: number): boolean {
    return this.text.charCodeAt(this.starts[word]!) !== this.letters[this.from[word]!];
  }

  /** Whether the first letter is a small one of a script that has capitals. */
  isSmall(word: number): boolean {
    const first = this.text[this.starts[word]!]!;
    return !this.isCapital(word) && first.toUpperCase() !== first;
  }

  /** The first initials of the text. */
  initials(limit: number): readonly number[] {
    const found: number[] = [];
    for (let word = 0; word < this.count && found.length < limit; word++) if (this.isInitial(word)) found.push(word);
    return found;
  }

  /** Whether the word is a capital with a full stop after it. */
  isInitial(word: number): boolean {
    return this.size(word) === 1 && this.isCapital(word) && this.text.charCodeAt(this.ends[word]!) === STOP;
  }
}

const GRAM = 3;

/** Where each run of three letters occurs. */
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
    this.heads = new Int32Array(slots).fill(-1);
    this.counts = new Uint32Array(slots);
    this.next = new Int32Array(length);
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
