/** Places in a body as quotes that find them again, and no other place. Knows normalised text, no claims and no entities. */

import { anchor, occurrences } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import { leastChoice, type Stretch, verbatim } from '../../core/leastChoice.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Span } from '../../core/text.ts';
import type { ExchangeQuote } from '../exchange/model.ts';

/** A quote without its places. */
export type Quoted = Omit<ExchangeQuote, 'spans'>;

/** The stretch of the normalised body that a span of the file stands for; undefined where that is white space or marks. */
export function stretchOf({ bodyText, body }: Document, span: Span): Stretch | undefined {
  if (span.start < body.start || span.end > body.end || span.end <= span.start) return undefined;
  const { text } = bodyText;
  let start = bodyText.offsetOf(span.start);
  let end = Math.min(text.length, bodyText.offsetOf(span.end - 1) + 1);
  // A unit that only begins where the span ends is none of its.
  if (end > start && bodyText.spanOf(end - 1, end).start >= span.end) end--;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return start < end ? { start, end } : undefined;
}

/** The words of a stretch as somebody would copy them. */
export function wordsOf({ bodyText, text }: Document, stretch: Stretch): string {
  const form = bodyText.text.slice(stretch.start, stretch.end);
  const copied = verbatim(bodyText, text, stretch);
  return normaliseText(copied) === form ? copied : form;
}

/** Of what stands more often the number says as much as the words around it, and costs less to find. */
const OFTEN = 200;

/** The quote that finds the stretches again, with the least that makes it do so; undefined where none does. */
export function quoteFor(document: Document, stretches: readonly Stretch[]): Quoted | undefined {
  const { bodyText, text } = document;
  const [first] = stretches;
  if (!first) return undefined;
  const pieces = stretches.map((stretch) => wordsOf(document, stretch));
  const all = occurrences(bodyText.text, bodyText.text.slice(first.start, first.end));
  if (all.length <= OFTEN) {
    const least: Quoted = { pieces, ...leastChoice(bodyText, text, first) };
    if (finds(document, least, stretches)) return least;
  }
  const counted: Quoted = { pieces, nth: all.indexOf(first.start) + 1 };
  return finds(document, counted, stretches) ? counted : undefined;
}

/** Whether a quote stands at exactly these stretches; with `first`, among other places, if it counts for this one. */
export function finds({ bodyText }: Document, quote: Quoted, stretches: readonly Stretch[], first = false): boolean {
  const found = anchor(bodyText, quote);
  if (found.kind === 'missing' || (found.kind === 'ambiguous' && !first)) return false;
  if (found.spans.length !== stretches.length) return false;
  return stretches.every((stretch, i) => {
    const span = bodyText.spanOf(stretch.start, stretch.end);
    return found.spans[i]!.start === span.start && found.spans[i]!.end === span.end;
  });
}
