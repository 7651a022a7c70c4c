/** What the passage behind a quote says: its quantities, dates and mentions, with their places in the file. Knows no values. */

import { type Analysis, anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import type { Mention } from '../../core/mentions.ts';
import type { NormalisedText } from '../../core/normalise.ts';
import type { Settings } from '../../core/settings.ts';
import type { Span } from '../../core/text.ts';
import { type DateExpression, parseTime, scanDates } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { type QuantityExpression, scanQuantities } from '../../values/quantity.ts';
import { unitsOf } from '../valueKind.ts';

/** A date of the passage, resolved by the whole document. */
export interface QuotedDate extends DateExpression {
  /** The quote holds a part of it only, so that the rest of the body supplies what is missing. */
  readonly cut: boolean;
}

/** Where the quote of `claim` stands in the file, piece by piece; none where the body does not bear it. */
export function passageOf({ quote }: Claim, document: Document): readonly Span[] {
  const anchor = quote && anchorOf(document, quote);
  return !anchor || anchor.kind === 'missing' ? [] : anchor.spans;
}

/** The words at `span`, on one line and without emphasis. */
export const wordsAt = (document: Document, { start, end }: Span): string =>
  document.text.slice(start, end).replace(/[*`]+/g, '').replace(/\s+/g, ' ').trim();

const quantities = new WeakMap<Settings, WeakMap<NormalisedText, Map<number, readonly QuantityExpression[]>>>();

/** The quantities that the passage holds, ordinals among them, in the order of the text. */
export function quantitiesIn(
  passage: readonly Span[],
  document: Document,
  settings: Settings,
): readonly QuantityExpression[] {
  const bodies = quantities.get(settings) ?? new WeakMap();
  quantities.set(settings, bodies);
  const memory: Map<number, readonly QuantityExpression[]> = bodies.get(document.bodyText) ?? new Map();
  bodies.set(document.bodyText, memory);
  return passage.flatMap(({ start, end }) => {
    const key = start * 0x4000000 + end;
    let found = memory.get(key);
    if (!found) {
      const scanned = scanQuantities(document.text.slice(start, end), unitsOf(settings), settings.widths);
      found = scanned.map((expression) => moved(expression, start));
      memory.set(key, found);
    }
    return found;
  });
}

function moved(expression: QuantityExpression, by: number): QuantityExpression {
  const { span, numberSpan, hedgeSpan, unitSpan } = expression;
  return {
    ...expression,
    span: shifted(span, by),
    numberSpan: shifted(numberSpan, by),
    hedgeSpan: hedgeSpan && shifted(hedgeSpan, by),
    unitSpan: unitSpan && shifted(unitSpan, by),
  };
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The dates that the passage holds. One that the quote cuts counts where what is left still is a date. */
export function datesIn(passage: readonly Span[], document: Document): readonly QuotedDate[] {
  const all = passage.length > 0 ? datesOf(document) : [];
  return passage.flatMap((piece) => {
    const found: QuotedDate[] = [];
    for (let i = firstEndingAfter(all, piece.start); i < all.length && all[i]!.span.start < piece.end; i++) {
      const date = all[i]!;
      const inside = piece.start <= date.span.start && date.span.end <= piece.end;
      if (inside) found.push({ ...date, cut: false });
      else {
        const left = { start: Math.max(piece.start, date.span.start), end: Math.min(piece.end, date.span.end) };
        const whole = scanDates(document.text.slice(left.start, left.end)).length > 0;
        if (whole) found.push({ ...date, span: left, cut: true });
      }
    }
    return found;
  });
}

interface DatesOfBody {
  readonly documentDate: string | undefined;
  readonly dates: readonly DateExpression[];
}

const dates = new WeakMap<NormalisedText, DatesOfBody>();

/** Every date of the body: what one lacks, an earlier one may supply. */
export function datesOf(document: Document): readonly DateExpression[] {
  const documentDate = document.annotations.date?.value;
  let memory = dates.get(document.bodyText);
  if (!memory || memory.documentDate !== documentDate) {
    const { start, end } = document.body;
    const date = documentDate === undefined ? undefined : parseTime(documentDate);
    const context = date && !isProblem(date) ? { documentDate: date } : {};
    const found = scanDates(document.text.slice(start, end), context).map(
      (expression): DateExpression => ({
        ...expression,
        span: shifted(expression.span, start),
        weekday: expression.weekday && { ...expression.weekday, span: shifted(expression.weekday.span, start) },
      }),
    );
    memory = { documentDate, dates: found };
    dates.set(document.bodyText, memory);
  }
  return memory.dates;
}

/** The mentions that lie in the passage, nested ones too. */
export function mentionsIn(passage: readonly Span[], { mentions }: Pick<Analysis, 'mentions'>): readonly Mention[] {
  return passage.flatMap(({ start, end }) => {
    const found: Mention[] = [];
    for (let i = firstStartingAt(mentions, start); i < mentions.length && mentions[i]!.span.start < end; i++) {
      if (mentions[i]!.span.end <= end) found.push(mentions[i]!);
    }
    return found;
  });
}

const firstStartingAt = (sorted: readonly { readonly span: Span }[], start: number): number =>
  firstWhere(sorted.length, (i) => sorted[i]!.span.start >= start);

/** Of spans that do not overlap. */
const firstEndingAfter = (sorted: readonly { readonly span: Span }[], offset: number): number =>
  firstWhere(sorted.length, (i) => sorted[i]!.span.end > offset);

/** The first index for which `holds`, which goes on holding: by binary search. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
