/** One paragraph as it grows out of pieces of text and inline marks: white space as a browser shows it. Knows no blocks. */

import { isCjk } from '../../../core/characters.ts';

/** Emphasis or a link around a stretch of the paragraph. */
export interface Mark {
  readonly opening: string;
  readonly closing: string;
  readonly isLink: boolean;
  /** Where the opening mark stands among the parts, once text has come. */
  part?: number;
  /** It would not read as a mark where it stands. */
  dead?: boolean;
}

export interface Written {
  readonly text: string;
  /** Characters that are no white space and no marks; those of them in links. */
  readonly characters: number;
  readonly linked: number;
}

export class Paragraph {
  private parts: string[] = [];
  private space: '' | ' ' | '\n' | 'soft' = '';
  private last = '';
  private characters = 0;
  private linked = 0;
  /** Begun, and no text has come since; begun and in the text; ended right here. */
  private waiting: Mark[] = [];
  private open: Mark[] = [];
  private closed: { readonly mark: Mark; readonly part: number; readonly last: string }[] = [];

  /** Runs of white space become one space, or nothing where a line ends between two Chinese characters. */
  text(given: string): void {
    const text = /[\t\n\f\r]| {2}/.test(given) ? collapsed(given) : given;
    const start = text.startsWith(' ') ? 1 : 0;
    const end = text.endsWith(' ') ? text.length - 1 : text.length;
    if (start > 0) this.spaceBetween(given.slice(0, given.search(NO_SPACE)));
    if (end <= start) return;
    this.words(text.slice(start, end));
    if (end < text.length) this.spaceBetween(given.slice(given.trimEnd().length));
  }

  private spaceBetween(run: string): void {
    if (this.space === '' || this.space === 'soft') this.space = run.includes('\n') ? 'soft' : ' ';
  }

  lineBreak(): void {
    this.space = '\n';
  }

  /** Undefined where the same mark is open already. */
  begin(opening: string, closing: string, isLink = false): Mark | undefined {
    const same = (mark: Mark) => (isLink ? mark.isLink : mark.opening === opening);
    if (this.waiting.some(same) || this.open.some(same)) return undefined;
    const mark: Mark = { opening, closing, isLink };
    this.waiting.push(mark);
    return mark;
  }

  end(mark: Mark): void {
    if (this.waiting.includes(mark)) this.waiting = this.waiting.filter((one) => one !== mark);
    else if (this.open.includes(mark)) {
      // Marks nest: those that began inside this one end with it.
      for (let last = this.open.pop(); last; last = this.open.pop()) {
        this.close(last);
        if (last === mark) break;
      }
    }
  }

  /** The paragraph, undefined where it is empty; from then on the next one. */
  take(): Written | undefined {
    for (let last = this.open.pop(); last; last = this.open.pop()) this.close(last);
    const { characters, linked } = this;
    const text = characters > 0 ? this.parts.join('').trim() : '';
    this.parts = [];
    this.waiting = [];
    this.closed = [];
    this.space = '';
    this.last = '';
    this.characters = 0;
    this.linked = 0;
    return text === '' ? undefined : { text, characters, linked };
  }

  private words(given: string): void {
    const startsLine = this.last === '' || this.space === '\n';
    const word = startsLine ? given.trimStart() : given;
    if (word === '') return;
    const first = characterAt(word, 0);
    const space = startsLine ? '\n' : this.space === 'soft' ? softSpace(this.last, first) : this.space;
    if (space === '') this.unmarkBefore(first);
    this.closed = [];
    if (this.last !== '') this.parts.push(space);
    for (const mark of this.waiting) {
      mark.dead = !mark.isLink && space === '' && isMark(first) && isLetter(this.last);
      mark.part = this.parts.length;
      this.parts.push(mark.dead ? '' : mark.opening);
      this.open.push(mark);
    }
    this.waiting = [];
    this.parts.push(word);
    this.last = characterAt(word, word.length - 1);
    this.space = '';
    this.characters += word.length;
    if (this.open.some(({ isLink }) => isLink)) this.linked += word.length;
  }

  private close(mark: Mark): void {
    if (mark.dead) return;
    this.closed.push({ mark, part: this.parts.length, last: this.last });
    this.parts.push(mark.closing);
  }

  /** Emphasis that ends in a full stop or bracket right before a letter is none to Markdown: it goes, the words stay. */
  private unmarkBefore(next: string): void {
    for (const { mark, part, last } of this.closed) {
      if (mark.isLink || !isMark(last) || !isLetter(next)) continue;
      this.parts[part] = '';
      this.parts[mark.part!] = '';
    }
  }
}

const SPACES = /[ \t\n\f\r]+/g;
const NO_SPACE = /[^ \t\n\f\r]|$/;

const collapsed = (text: string): string =>
  text.replace(SPACES, (run, at: number) =>
    run.includes('\n') && at > 0 && softSpace(text[at - 1]!, text[at + run.length] ?? '') === '' ? '' : ' ',
  );

const softSpace = (before: string, after: string): '' | ' ' =>
  isCjk(before.charCodeAt(0)) && isCjk(after.charCodeAt(0)) ? '' : ' ';

/** The character that the unit at `at` belongs to. */
function characterAt(text: string, at: number): string {
  const low = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0;
  return String.fromCodePoint(text.codePointAt(low ? at - 1 : at)!);
}

const isMark = (character: string): boolean => /^[\p{P}\p{S}]/u.test(character);
const isLetter = (character: string): boolean => character !== '' && !/^[\s\p{P}\p{S}]/u.test(character);
