/** Where a body has what is nearly a form: the passages that share enough with it, each held against the rules of slips. */

import { isHanOrKana } from '../characters.ts';
import { FoldedWords } from './foldedWords.ts';
import { GramIndex } from './gramIndex.ts';
import {
  type Edit,
  isHanSlip,
  isInflection,
  isNumeral,
  isReordered,
  isSlipInside,
  isSwap,
  LOOK_ALIKES,
  leastEdits,
  NUMERALS,
  ROMAN,
  sameCapitals,
  script,
  tellsApart,
} from './slips.ts';

export interface NearVariant {
  readonly id: string;
  /** The listed form it is near. */
  readonly form: string;
  /** In offsets of the normalised body. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Hit extends NearVariant {
  readonly edits: number;
}

/** Shorter names are near too many words. */
const SHORTEST = 4;
const SMALL_S = 0x73;
/** For one form, how many places that share a block with it, and how many variants: a bound for hostile texts. */
const PLACES = 5_000;
const VARIANTS = 50;
/** For all forms together: the variants, and the steps that are taken to find them, beside one for each unit of the body. */
const ALL_VARIANTS = 2_000;
const STEPS = 100_000;
/** How many initials of the body are looked at. */
const INITIALS = 500;

/** One body, and what is declared and taken in it. */
export class Search {
  private readonly words: FoldedWords;
  private readonly index: GramIndex;
  private readonly longestTaken: number;
  private readonly initials: readonly number[];
  private common: ReadonlyMap<string, number> | undefined;
  private steps: number;

  constructor(
    text: string,
    private readonly declared: readonly { readonly forms: readonly string[] }[],
    private readonly taken: readonly Place[],
    private readonly known: (form: string) => boolean,
  ) {
    this.words = FoldedWords.once(text);
    this.index = new GramIndex(this.words.letters, this.words.length);
    this.initials = this.words.initials(INITIALS);
    this.steps = STEPS + text.length;
    this.longestTaken = taken.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  find(id: string, form: string, forms: readonly string[], hits: Hit[]): void {
    if (this.steps < 0 || hits.length >= ALL_VARIANTS) return;
    const listed = FoldedWords.of(form);
    if (listed.length < SHORTEST || !listed.joined(0, listed.count - 1)) return;
    const from = hits.length;
    const report = (first: number, last: number, edits: number, end = this.words.ends[last]!): void => {
      const start = this.words.starts[first]!;
      if (hits.length - from < VARIANTS)
        hits.push({ id, form, start, end, text: this.words.text.slice(start, end), edits });
    };
    this.findEdited(listed, forms, report);
    if (listed.count > 1 && listed.count <= 5 && !listed.hasHan) this.findReordered(listed, forms, report);
  }

  /** Split into one block more than edits are allowed, a form has one block intact in each of its variants. */
  private findEdited(form: FoldedWords, forms: readonly string[], report: Report): void {
    const { words } = this;
    const limit = Math.min(2, Math.floor(form.length * 0.15));
    const blocks = limit + 1;
    let places = 0;
    for (let block = 0; block < blocks; block++) {
      const from = Math.floor((block * form.length) / blocks);
      const to = Math.floor(((block + 1) * form.length) / blocks);
      this.index.forEach(form.letters, from, to, (at) => {
        const likely = at - from;
        if (this.isInsideTaken(likely, form.length)) return true;
        for (let start = Math.max(0, likely - limit); start <= likely + limit; start++) {
          if (!words.beginsAt(start)) continue;
          const first = words.wordOf[start]!;
          const until = Math.min(words.length, start + form.length + limit);
          for (let end = start + form.length - limit; end <= until; end++) {
            if (!words.endsAt(end)) continue;
            const last = words.wordOf[end - 1]!;
            const edits = this.distance(form, forms, first, last, limit);
            if (edits >= 0) report(first, last, edits);
          }
        }
        return ++places < PLACES && this.steps >= 0;
      });
    }
  }

  /** How many edits the words from `first` to `last` are off the form; -1 if they are no variant of it. */
  private distance(form: FoldedWords, forms: readonly string[], first: number, last: number, limit: number): number {
    const { words } = this;
    if (!words.joined(first, last)) return -1;
    // To compare a long form, or one with its words, takes longer.
    this.steps -= 1 + (form.length >> 4);
    const stops = Math.abs(words.stops(first, last) - form.stops(0, form.count - 1));
    if (stops > limit) return -1;
    const edits = leastEdits(
      form.letters,
      0,
      form.length,
      words.letters,
      words.from[first]!,
      words.to[last]!,
      limit - stops,
    );
    if (!edits) return -1;
    const text = words.slice(first, last);
    if (text === form.text || !this.isFree(form, forms, first, last)) return -1;
    const total = edits.length + stops;
    if (total === 0 && form.length <= 5 && text.toLowerCase() === form.text.toLowerCase()) return -1;
    if (!sameCapitals(form, words, first, last, edits.length === 0)) return -1;
    if (edits.length > 0 && !this.isSlip(form, first, last, edits)) return -1;
    return total;
  }

  /** Whether no chosen form stands in the way of reading the words as a variant of the form. */
  private isFree(form: FoldedWords, forms: readonly string[], first: number, last: number): boolean {
    const { words } = this;
    const start = words.starts[first]!;
    const end = words.ends[last]!;
    if (this.known(words.text.slice(start, end))) return false;
    for (const place of this.takenIn(start, end)) {
      if (place.start < start || place.end > end || end - start === place.end - place.start) return false;
      const text = words.text.slice(place.start, place.end);
      // Another's name inside is fine where the form has it too: then the difference is elsewhere.
      if (forms.includes(text) || !form.text.includes(text)) return false;
    }
    return true;
  }

  private isInsideTaken(from: number, length: number): boolean {
    const { words } = this;
    if (from < 0 || from + length > words.length) return false;
    const start = words.textAt(from);
    const end = words.textAt(from + length - 1) + 1;
    for (const place of this.takenIn(start, end)) if (place.start <= start && end <= place.end) return true;
    return false;
  }

  private *takenIn(start: number, end: number): Iterable<Place> {
    const { taken } = this;
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (taken[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && taken[i]!.start > start - this.longestTaken; i--) {
      this.steps--;
      if (taken[i]!.end > start) yield taken[i]!;
    }
  }

  /** Whether the edits are such as slip in, and do not make another word or name. */
  private isSlip(form: FoldedWords, first: number, last: number, edits: readonly Edit[]): boolean {
    const { words } = this;
    const { letters } = words;
    const from = words.from[first]!;
    const to = words.to[last]!;
    if (!isHanSlip(form.letters, form.length, letters, from, to, edits)) return false;
    if (form.count === 1 && (form.isSmall(0) || letters[from] !== form.letters[0])) return false;
    if (this.isByWholeWord(form, first, last, edits.length)) return false;
    const parallel = form.count === last - first + 1;
    const swapped = isSwap(form.letters, letters, edits);
    for (const { kind, i, j } of edits) {
      const theirs = kind === 'insert' ? 0 : form.letters[i]!;
      const ours = kind === 'delete' ? 0 : letters[j]!;
      if (isNumeral(theirs) || isNumeral(ours)) return false;
      if (!swapped && (tellsApart(theirs) || theirs === 0) && (tellsApart(ours) || ours === 0)) return false;
      if (kind === 'replace' && script(theirs) !== script(ours)) return false;
      if (parallel || isHanOrKana(ours || theirs)) continue;
      const at = words.wordOf[Math.min(j, to - 1)]!;
      if (!this.isSlipOf(words.folded(at), undefined, words.isSmall(at), words.word(at))) return false;
      if (kind === 'insert' && words.endsAt(j + 1) && ours === SMALL_S) return false;
    }
    // Word by word where one can: "off F" and "of F" differ in either word, as one aligns them.
    for (let at = first; parallel && at <= last; at++) {
      const word = words.folded(at);
      const listed = form.folded(at - first);
      if (word === listed || isHanOrKana(word.charCodeAt(0)) || isHanOrKana(listed.charCodeAt(0))) continue;
      if (!this.isSlipOf(word, listed, words.isSmall(at), words.word(at))) return false;
    }
    return true;
  }

  /** `word` stands where the form has `listed`, if one can tell. */
  private isSlipOf(word: string, listed: string | undefined, small: boolean, verbatim: string): boolean {
    if (NUMERALS.has(word) || ROMAN.test(verbatim)) return false;
    if (small && !(listed && isSlipInside(listed, word))) return false;
    if (!small && Math.min(word.length, listed?.length ?? word.length) < 3) return false;
    if (listed !== undefined) {
      if (NUMERALS.has(listed) || isInflection(listed, word)) return false;
      if (LOOK_ALIKES.has(listed) && LOOK_ALIKES.has(word)) return false;
    }
    return !this.known(verbatim) && (this.commonWords().get(word) ?? 0) <= (small ? 1 : 0);
  }

  /** Words that mean something by themselves: those of the declared forms, and how often the text has one in small letters. */
  private commonWords(): ReadonlyMap<string, number> {
    if (this.common) return this.common;
    const common = new Map<string, number>();
    for (let i = 0; i < this.words.count; i++) {
      if (!this.words.isSmall(i)) continue;
      const word = this.words.folded(i);
      common.set(word, (common.get(word) ?? 0) + 1);
    }
    for (const { forms } of this.declared) {
      for (const form of forms) {
        const words = FoldedWords.of(form);
        for (let i = 0; i < words.count; i++) common.set(words.folded(i), Number.POSITIVE_INFINITY);
      }
    }
    this.common = common;
    return common;
  }

  /** Whether a word at the edge is all or part of the difference: then this is another name, or the edge is no part of it. */
  private isByWholeWord(form: FoldedWords, first: number, last: number, edits: number): boolean {
    const { words } = this;
    const [from, to] = [words.from[first]!, words.to[last]!];
    const nearer = (a: number, b: number, c: number, d: number, dropped: number): boolean =>
      dropped <= edits &&
      a < b &&
      c < d &&
      leastEdits(form.letters, a, b, words.letters, c, d, edits - dropped) !== undefined;
    const end = form.length;
    const listedFirst = form.to[0]!;
    const listedLast = form.from[form.count - 1]!;
    return (
      nearer(0, end, words.to[first]!, to, words.to[first]! - from) ||
      nearer(0, end, from, words.from[last]!, to - words.from[last]!) ||
      nearer(listedFirst, end, from, to, listedFirst) ||
      nearer(0, listedLast, from, to, end - listedLast)
    );
  }

  /** The words of a form in another order, or with initials for all but one of them. */
  private findReordered(form: FoldedWords, forms: readonly string[], report: Report): void {
    const { words } = this;
    let capitals = 0;
    let longest = 0;
    for (let i = 0; i < form.count; i++) {
      if (!form.isSmall(i)) capitals++;
      if (form.size(i) > form.size(longest)) longest = i;
    }
    if (capitals < 2) return;
    let places = 0;
    const around = (word: number): boolean => {
      for (let first = Math.max(0, word - form.count + 1); first <= word; first++) {
        const last = first + form.count - 1;
        this.steps--;
        if (last >= words.count || !words.joined(first, last) || !isReordered(form, words, first)) continue;
        if (!this.isFree(form, forms, first, last)) continue;
        const end = words.ends[last]!;
        if (!words.isInitial(last)) report(first, last, 0);
        // At the end of a sentence nobody can tell an initial's full stop from the sentence's.
        else if (/^\.(?:[,;)]| ?\p{Ll})/u.test(words.text.slice(end, end + 3))) report(first, last, 0, end + 1);
      }
      return ++places < PLACES && this.steps >= 0;
    };
    this.index.forEach(form.letters, form.from[longest]!, form.to[longest]!, (at) =>
      words.beginsAt(at) && words.endsAt(at + form.size(longest)) ? around(words.wordOf[at]!) : true,
    );
    for (const word of this.initials) {
      const letter = words.letters[words.from[word]!];
      if (form.from.some((from) => form.letters[from] === letter) && !around(word)) return;
    }
  }
}

type Report = (first: number, last: number, edits: number, end?: number) => void;
