/**
 * Text as it is compared: one spelling of white space, quotation marks, dashes and widths, without marks of Markdown,
 * and the way back to the verbatim text. Section 4 of the format is the rule book. Knows no quotes and no names.
 */

import { isCjk, isWhiteSpace } from './characters.ts';
import { markdownMarks } from './markdownMarks.ts';
import { fold, isPlainAscii, isWidthless, lastOf, PLAIN, VARIATION_HIGH } from './normalise/folding.ts';
import { OffsetMap } from './normalise/offsetMap.ts';
import type { Span } from './text.ts';

export interface NormalisedText {
  readonly text: string;
  /** The same for copies that only lie elsewhere: what was found in one was found in all. */
  readonly identity: object;
  /** Where it began when it was normalised, plus how far it has moved since. */
  readonly from: number;
  /** The verbatim stretch, in offsets of the file, that `text.slice(start, end)` stands for. */
  spanOf(start: number, end: number): Span;
  /** The offset in `text` of the first unit that ends after `offset` of the file. */
  offsetOf(offset: number): number;
  /** Whether the unit at `at` is the first of its line in the verbatim text. */
  startsLine(at: number): boolean;
  /** The same text where it stands `by` units further on in another version of the file. */
  movedBy(by: number, source: string): NormalisedText;
}

/** `source.slice(span.start, span.end)` normalised, without white space at its ends. Linear. */
export function normaliseSpan(source: string, span: Span): NormalisedText {
  const builder = new Builder(source, span);
  return builder.build();
}

/** A quote, form or name as it is compared. */
export function normaliseText(text: string): string {
  return isPlain(text) ? text : new Builder(text, { start: 0, end: text.length }).build().text;
}

/** Most names: printable ASCII without marks, single spaces inside. */
const isPlain = (text: string): boolean => /^[A-Za-z0-9.,;:()'-]+(?: [A-Za-z0-9.,;:()'-]+)*$/.test(text);

/** Starters that compose with nothing need no look at what follows: only from here on can NFC change a text. */
const FIRST_COMBINING = 0x300;

class Builder {
  private readonly parts: string[] = [];
  /** Where the verbatim stretch that is copied as it stands began. */
  private copyFrom = -1;
  private length = 0;
  private last = 0;
  // The map: from `ats[i]` on, units stand one for one from `froms[i]`, unless `untils[i]` says where the one unit ends.
  private readonly ats: number[] = [];
  private readonly froms: number[] = [];
  private readonly untils: number[] = [];
  private readonly marks: Iterator<Span>;
  private mark: Span | undefined;

  constructor(
    private readonly source: string,
    private readonly span: Span,
  ) {
    this.marks = markdownMarks(source, span);
    this.mark = this.marks.next().value;
  }

  build(): NormalisedText {
    const { source, span } = this;
    const verbatim = span.start === 0 && span.end === source.length ? source : source.slice(span.start, span.end);
    const composed = verbatim.normalize('NFC') === verbatim;
    let spaceFrom = -1;
    for (let i = span.start; i < span.end; ) {
      while (this.mark && this.mark.end <= i) this.mark = this.marks.next().value;
      if (this.mark && this.mark.start <= i) {
        i = this.mark.end;
        continue;
      }
      const plain = composed && spaceFrom < 0 ? this.plainRun(i) : i;
      if (plain > i) {
        this.copy(i, plain);
        this.last = source.charCodeAt(plain - 1);
        i = plain;
        continue;
      }
      const unit = source.charCodeAt(i);
      if (isWhiteSpace(unit)) {
        if (spaceFrom < 0) spaceFrom = i;
        i++;
        continue;
      }
      if (unit >= 0x80 && isWidthless(unit === VARIATION_HIGH ? source.codePointAt(i)! : unit)) {
        i += unit === VARIATION_HIGH ? 2 : 1;
        continue;
      }
      const end = composed ? i + 1 : this.clusterEnd(i);
      const folded = fold(unit);
      const text = end > i + 1 || !composed ? source.slice(i, end).normalize('NFC') : undefined;
      // A full-width mark brings its own space: what is beside it means as little as beside 、, narrow as it is written here.
      const spaced = unit >= 0xff01 && unit <= 0xff5e && isCjk(unit) ? unit : folded;
      const next = spaced || (text ? text.charCodeAt(0) : unit);
      if (spaceFrom >= 0) {
        if (this.length > 0 && !isCjk(this.last) && !isCjk(next)) this.space(spaceFrom, i);
        spaceFrom = -1;
      }
      if (folded) this.put(String.fromCharCode(folded), i, end);
      else if (text !== undefined && text !== source.slice(i, end)) this.put(text, i, end);
      else this.copy(i, end);
      this.last = spaced || (text ? lastOf(text, text.length) : lastOf(source, i + 1));
      i = end;
    }
    this.flush(-1);
    const map = new OffsetMap(this.ats, this.froms, this.untils, this.length, 0);
    return new MappedText(this.parts.join(''), map, source, {}, span.start);
  }

  /** The end of the run from `i` on that stands for itself: by far most of any text, so it gets the shortest loop. */
  private plainRun(i: number): number {
    const { source } = this;
    const limit = this.mark ? Math.min(this.mark.start, this.span.end) : this.span.end;
    let at = i;
    while (at < limit) {
      const unit = source.charCodeAt(at);
      if (unit < 0x80 ? PLAIN[unit] : unit >= 0x4e00 && unit <= 0x9fff) at++;
      else if (
        unit === 0x20 &&
        at > i &&
        isPlainAscii(source, at - 1) &&
        at + 1 < limit &&
        isPlainAscii(source, at + 1)
      )
        at++;
      else break;
    }
    return at;
  }

  /** The end of the character at `i` with the marks that combine with it. */
  private clusterEnd(i: number): number {
    const { source, span } = this;
    let end = i + (source.codePointAt(i)! > 0xffff ? 2 : 1);
    while (end < span.end && source.charCodeAt(end) >= FIRST_COMBINING) {
      const next = source.codePointAt(end)!;
      if (isWidthless(next) || !COMBINING.test(String.fromCodePoint(next))) break;
      end += next > 0xffff ? 2 : 1;
    }
    return Math.min(end, span.end);
  }

  private space(from: number, to: number): void {
    // A single space is the common case, and is copied with the text around it.
    let end = from + 1;
    while (end < to && isWhiteSpace(this.source.charCodeAt(end))) end++;
    if (end === from + 1 && this.source.charCodeAt(from) === 0x20) this.copy(from, end);
    else this.put(' ', from, end);
  }

  private copy(from: number, to: number): void {
    if (this.copyFrom < 0 || this.copyTo !== from) this.flush(from);
    this.copyTo = to;
    this.note(to - from, from, to);
  }

  private copyTo = -1;

  private put(text: string, from: number, to: number): void {
    this.flush(-1);
    this.parts.push(text);
    this.note(text.length, from, to);
  }

  private flush(next: number): void {
    if (this.copyFrom >= 0) this.parts.push(this.source.slice(this.copyFrom, this.copyTo));
    this.copyFrom = next;
  }

  private note(count: number, from: number, to: number): void {
    const i = this.ats.length - 1;
    const oneForOne = count === to - from;
    const continues = i >= 0 && this.untils[i]! < 0 && from === this.froms[i]! + (this.length - this.ats[i]!);
    if (!oneForOne || !continues) {
      this.ats.push(this.length);
      this.froms.push(from);
      this.untils.push(oneForOne ? -1 : to);
    }
    this.length += count;
  }
}

/** Marks that follow a base, and the Hangul letters that join into a syllable. */
const COMBINING = /[\p{M}\u1160-\u11ff]/u;

class MappedText implements NormalisedText {
  constructor(
    readonly text: string,
    private readonly map: OffsetMap,
    private readonly source: string,
    readonly identity: object,
    readonly from: number,
  ) {}

  spanOf(start: number, end: number): Span {
    const from = this.map.startOf(start);
    return { start: from, end: end > start ? this.map.endOf(end - 1) : from };
  }

  offsetOf(offset: number): number {
    return this.map.firstEndingAfter(offset);
  }

  startsLine(at: number): boolean {
    if (at <= 0) return true;
    const before = this.map.endOf(at - 1);
    const gap = this.text[at - 1] === ' ' ? this.map.startOf(at - 1) : before;
    return /[\n\r]/.test(this.source.slice(gap, this.map.startOf(at)));
  }

  movedBy(by: number, source: string): NormalisedText {
    return new MappedText(this.text, this.map.shifted(by), source, this.identity, this.from + by);
  }
}
