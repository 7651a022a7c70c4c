/** A text as words of folded letters. Knows characters; no names and no rules about them. */

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

/** Of a unit that is in no word. */
const OTHER = 1;
/** Of a Han or Kana character. */
const IDEOGRAPH = 2;
const folds = new Uint16Array(0x10000);

/** The small letter of a unit, the unit itself where it has none of one unit; or one of the two above. A table remembers. */
function foldOf(unit: number): number {
  const known = folds[unit]!;
  if (known !== 0) return known;
  const folded = foldAnew(unit);
  folds[unit] = folded;
  return folded;
}

function foldAnew(unit: number): number {
  if (isHanOrKana(unit)) return IDEOGRAPH;
  if (!isWordUnit(unit)) return OTHER;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

const KEPT = 20_000;
const short = new Map<string, FoldedWords>();

interface Columns {
  readonly letters: Uint16Array;
  readonly wordOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly from: Uint32Array;
  readonly gaps: Uint8Array;
  readonly breaks: Uint32Array;
  readonly stopCounts: Uint32Array;
}

const columns = (size: number): Columns => ({
  letters: new Uint16Array(size),
  wordOf: new Uint32Array(size),
  starts: new Uint32Array(size),
  ends: new Uint32Array(size),
  from: new Uint32Array(size),
  gaps: new Uint8Array(size),
  breaks: new Uint32Array(size),
  stopCounts: new Uint32Array(size),
});

/** Where words are collected before their number is known: arrays that grow would cost several times the text. */
let scratch = columns(0x400);
/** The same for a text that is read once: its words stay there, since new arrays for every text cost more than its words. */
let passing = columns(0x4000);

function columnsFor(units: number, once: boolean): Columns {
  if (units >= 0x100000) return columns(units + 1);
  if (once) {
    if (passing.starts.length <= units) passing = columns(2 * units);
    return passing;
  }
  if (scratch.starts.length <= units) scratch = columns(2 * units);
  return scratch;
}

function kindOfGap(text: string, wordStart: number, start: number, end: number): number {
  if (start === end || (end === start + 1 && text.charCodeAt(start) === SPACE)) return JOINED;
  if (end > start + 2) return APART;
  const unit = text.charCodeAt(start);
  const spaced = end === start + 2;
  if (spaced && text.charCodeAt(end - 1) !== SPACE) return APART;
  // A hyphen with a space after it is one at the end of a line.
  if (unit === HYPHEN) return HYPHENATED;
  if (unit === APOSTROPHE) return JOINED;
  if (unit === STOP) return start - wordStart <= 3 ? STOPPED : APART;
  return !spaced && JOINING.includes(text[start]!) ? JOINED : APART;
}

/**
 * Letters and digits in small, without what is between them, and the words that they form; a Han or Kana character is a
 * word of its own. Words go by their number, letters by their offset among the letters.
 */
export class FoldedWords {
  /** The words of a text that is read once: they hold until the next text is read so. */
  static once(text: string): FoldedWords {
    return new FoldedWords(text, true);
  }

  /** The words of a short text that is asked for in one document after another, such as a form. */
  static of(text: string): FoldedWords {
    let words = short.get(text);
    if (!words) {
      if (short.size >= KEPT) short.clear();
      words = new FoldedWords(text, false);
      short.set(text, words);
    }
    return words;
  }

  readonly letters: Uint16Array;
  /** For each letter, the word that it is in. */
  readonly wordOf: Uint32Array;
  /** For each word: its place in the text, and among the letters. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly length: number;
  readonly count: number;
  readonly hasHan: boolean;
  /** For each word, what lies before it; how many of the gaps up to it part words, and how many are full stops. */
  private readonly gaps: Uint8Array;
  private readonly breaks: Uint32Array;
  private readonly stopCounts: Uint32Array;

  private constructor(
    readonly text: string,
    once: boolean,
  ) {
    const { letters, wordOf, starts, ends, from, gaps, breaks, stopCounts } = columnsFor(text.length, once);
    let length = 0;
    let word = 0;
    let parts = 0;
    let stopped = 0;
    let hasHan = false;
    for (let at = 0; at < text.length; ) {
      let letter = foldOf(text.charCodeAt(at));
      if (letter === OTHER) {
        at++;
        continue;
      }
      const gap = word === 0 ? APART : kindOfGap(text, starts[word - 1]!, ends[word - 1]!, at);
      gaps[word] = gap;
      if (word > 0 && gap === APART) parts++;
      else if (gap === STOPPED) stopped++;
      breaks[word] = parts;
      stopCounts[word] = stopped;
      starts[word] = at;
      from[word] = length;
      if (letter === IDEOGRAPH) {
        hasHan = true;
        const end = at + ((text.charCodeAt(at) & 0xfc00) === 0xd800 ? 2 : 1);
        while (at < end) {
          wordOf[length] = word;
          letters[length++] = text.charCodeAt(at++) || 0;
        }
      } else {
        while (letter > IDEOGRAPH) {
          wordOf[length] = word;
          letters[length++] = letter;
          letter = ++at < text.length ? foldOf(text.charCodeAt(at)) : OTHER;
        }
      }
      ends[word++] = at;
    }
    from[word] = length;
    const kept = <
      Column extends { subarray(from: number, to: number): Column; slice(from: number, to: number): Column },
    >(
      column: Column,
      size: number,
    ): Column => (once ? column.subarray(0, size) : column.slice(0, size));
    this.letters = kept(letters, length);
    this.wordOf = kept(wordOf, length);
    this.starts = kept(starts, word);
    this.ends = kept(ends, word);
    const edges = kept(from, word + 1);
    this.from = edges.subarray(0, word);
    this.to = edges.subarray(1);
    this.gaps = kept(gaps, word);
    this.breaks = kept(breaks, word);
    this.stopCounts = kept(stopCounts, word);
    this.length = length;
    this.count = word;
    this.hasHan = hasHan;
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
    return word > 0 && this.gaps[word] === HYPHENATED;
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
