/** Where the selectors of a Web Annotation say that something stands in a text. Knows no annotation and no file. */

import { occurrences } from '../../../core/anchor.ts';
import { isObject } from '../../exchange/fields.ts';
import type { Losses } from '../../exchange/losses.ts';
import { Offsets } from '../../exchange/offsets.ts';

/** First and last, in code points. */
export type Range = readonly [number, number];
type Plain = Readonly<Record<string, unknown>>;

interface Selected {
  readonly exact?: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start?: number;
  readonly end?: number;
}

export class Places {
  readonly offsets: Offsets;
  /** How many units of text may still be looked through for words whose place is not given, or is wrong. */
  private budget = 2_000_000_000;

  constructor(
    private readonly body: string,
    private readonly losses: Losses,
    private readonly name: string,
  ) {
    this.offsets = new Offsets(body, 'code-point');
  }

  /** The place, or why there is none, in words. */
  find(selector: unknown): Range | string {
    const selected = selectedBy(selector);
    if (typeof selected === 'string') return selected;
    const { exact, start, end } = selected;
    if (start === undefined || end === undefined)
      return exact === undefined ? NO_SELECTOR : this.byWords(selected, exact);
    const [from, to] = [this.offsets.toUtf16(start), this.offsets.toUtf16(end)];
    const isInside = from !== undefined && to !== undefined && from < to;
    if (exact === undefined)
      return isInside
        ? [start, end]
        : `the place ${start} to ${end} does not lie in a text of ${this.offsets.length} characters`;
    if (isInside && this.body.slice(from, to) === exact) return [start, end];
    // Many tools count as their programming language does; the words tell.
    if (this.body.slice(start, end) === exact) {
      const range = this.range(start, end);
      if (range) {
        this.losses.add('places that count UTF-16 units instead of characters; the words there say so', this.name);
        return range;
      }
    }
    return this.byWords(selected, exact);
  }

  private byWords({ prefix, suffix }: Selected, exact: string): Range | string {
    this.budget -= this.body.length;
    if (this.budget < 0) return 'too many annotations have to be sought by their words';
    const all = occurrences(this.body, exact);
    const fitting = all.filter(
      (at) => this.body.endsWith(prefix, at) && this.body.startsWith(suffix, at + exact.length),
    );
    const [only, ...more] = fitting.length > 0 ? fitting : all;
    const shown = JSON.stringify(exact.length > 60 ? `${exact.slice(0, 59)}…` : exact);
    if (only === undefined) return `${shown} does not stand in the text`;
    if (more.length > 0) return `${shown} stands at several places in the text, and nothing says which is meant`;
    return this.range(only, only + exact.length) ?? `${shown} begins or ends inside a character`;
  }

  private range(from: number, to: number): Range | undefined {
    const [start, end] = [this.offsets.fromUtf16(from), this.offsets.fromUtf16(to)];
    return start === undefined || end === undefined || start >= end ? undefined : [start, end];
  }
}

const NO_SELECTOR = 'no TextQuoteSelector and no TextPositionSelector says where it stands';

const DEEPEST = 8;

/** What the selectors that are known say together; each of several selects the same. */
function selectedBy(selector: unknown): Selected | string {
  let read: Selected = { prefix: '', suffix: '' };
  const seek = (one: unknown, depth: number): string | undefined => {
    if (depth > DEEPEST) return 'its selectors are nested too deeply';
    if (Array.isArray(one)) return one.map((inner) => seek(inner, depth + 1)).find((problem) => problem !== undefined);
    if (!isObject(one)) return undefined;
    const { type, exact, prefix, suffix, start, end, refinedBy, items } = one as Plain;
    const types = Array.isArray(type) ? type : [type];
    if (types.includes('Choice')) return seek(items, depth + 1);
    if (types.includes('TextQuoteSelector') || types.includes('TextPositionSelector')) {
      if (refinedBy !== undefined) return 'its selector is refined by another one, which has no counterpart here';
    }
    if (types.includes('TextQuoteSelector') && typeof exact === 'string' && exact !== '')
      read = { ...read, exact, prefix: text(prefix), suffix: text(suffix) };
    if (types.includes('TextPositionSelector') && typeof start === 'number' && typeof end === 'number')
      read = { ...read, start, end };
    return undefined;
  };
  return seek(selector, 0) ?? read;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
