/** Holds a proposed quote against the body to the letter: where it stands, or why it is refused. Moves no quote. */

import { anchor } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import { nearestPassages } from '../../core/nearest.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Span } from '../../core/text.ts';
import { type Passage, passageOf } from '../claiming/passage.ts';
import { inQuotes, Unwritable } from './problem.ts';
import type { PlaceChoice } from './request.ts';

/** How much around a place tells it from the others. */
const AROUND = 40;
const MOST_PLACES = 8;
const MOST_NEAR = 3;

/** One span of the file for each piece. Throws `Unwritable`. */
export function placesOf(
  document: Document,
  pieces: readonly string[],
  { nth, near, prefix, suffix }: PlaceChoice,
): readonly Span[] {
  const { bodyText } = document;
  if (pieces.length === 0 || pieces.some((piece) => normaliseText(piece) === ''))
    throw new Unwritable('empty-quote', 'A quote needs words of the text.');
  const found = anchor(bodyText, {
    pieces,
    ...(nth !== undefined && { nth }),
    ...(near !== undefined && { near }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  });
  if (found.kind === 'missing') throw notThere(document, pieces[found.piece]!, pieces.length > 1 && found.piece > 0);
  if (found.kind === 'ambiguous') {
    const shown = found.matches.slice(0, MOST_PLACES).map((span, i) => `nth: ${i + 1}: ${around(document, span)}`);
    const chosen = nth ?? near ?? prefix ?? suffix;
    throw new Unwritable(
      'quote-ambiguous',
      `${inQuotes(pieces[0]!)} stands ${found.matches.length} times in the text${chosen === undefined ? '' : ', and the choice given decides nothing'}. Quote more words, or say which place is meant with nth.`,
      chosen === undefined ? shown : [],
    );
  }
  return found.spans;
}

/** The words as they are written into a claim: those that were given, but verbatim, and whole. Throws `Unwritable`. */
export function passageAt(document: Document, span: Span): Passage {
  const passage = passageOf(document, span);
  if (typeof passage === 'string')
    throw new Unwritable('no-passage', 'The quote holds nothing but marks, or cannot be found again.');
  if (passage.span.start < span.start || passage.span.end > span.end)
    throw new Unwritable(
      'quote-cut',
      `The quote cuts a word or a figure in two; half of one is another. The whole is ${inQuotes(passage.quote)}.`,
      [passage.quote],
    );
  return passage;
}

function notThere(document: Document, piece: string, isLater: boolean): Unwritable {
  const near = nearestPassages(document.bodyText, normaliseText(piece), MOST_NEAR).map(({ span }) =>
    oneLine(document.text.slice(span.start, span.end)),
  );
  const order = isLater ? ' behind the piece before it' : '';
  return new Unwritable(
    'quote-not-found',
    `${inQuotes(piece)} does not stand in the text${order}. A quote is copied from the text to the letter, never corrected or put in other words.${near.length > 0 ? ' The nearest passages are suggested; take one only if it says what is claimed.' : ''}`,
    near,
  );
}

function around({ text, body }: Document, { start, end }: Span): string {
  const from = Math.max(body.start, start - AROUND);
  const to = Math.min(body.end, end + AROUND);
  return `…${oneLine(`${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`)}…`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
