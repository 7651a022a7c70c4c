/** Quotes whose words an edit of the body has changed, with what stands in their place now. Knows no editor. */

import { formsIn, oneLine } from '../../checks/engine/quotes.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Document } from '../../core/document.ts';
import { nearest } from '../../core/nearest.ts';
import { normaliseSpan, normaliseText } from '../../core/normalise.ts';
import type { Records } from '../../core/records.ts';
import type { Span } from '../../core/text.ts';
import { sameProtectedTokens } from '../../values/protectedTokens.ts';
import { type Change, changeAround, changesBetween, mapped } from './mapping.ts';
import { type Orphan, orphansOf } from './orphans.ts';
import { requoteOf } from './repairs.ts';
import { type Part, partsOf } from './words.ts';

/** A quote that stood in the body before an edit, and the passage that has taken the place of its own. */
export interface Update {
  readonly orphan: Orphan;
  readonly passage: Span;
  /** As it would be quoted. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** A figure, name, negation or the like has become another. */
  readonly altered: boolean;
}

/** What an edit did to quotes. */
export interface Followed {
  readonly updates: readonly Update[];
  /** Quotes stood in the earlier body that stand nowhere now, whether or not it can be told what took their place. */
  readonly isOpen: boolean;
}

const NOTHING: Followed = { updates: [], isOpen: false };

/**
 * The quotes of `after` that stood in one place of the body of `before`, an earlier version, and stand nowhere now. The
 * passage is what the edit put where they stood; where that cannot be told the quote is left out. Costs nothing where
 * the body is the same, or all quotes stand in it.
 */
export function updatesBetween(before: Document, after: Document, records: Records): Followed {
  if (before.bodyText.identity === after.bodyText.identity) return NOTHING;
  const quotes = orphansOf(after, records).flatMap((orphan) => {
    const stood = 'quote' in orphan ? stoodAt(before, orphan) : undefined;
    return 'quote' in orphan && stood ? [{ orphan, stood }] : [];
  });
  if (quotes.length === 0) return NOTHING;
  const [old, now] = [bodyOf(before), bodyOf(after)];
  const changes = changesBetween(old, now);
  if (changes.length === 0) return NOTHING;
  const forms = formsIn(after, records);
  const updates = quotes.flatMap(({ orphan, stood }): readonly Update[] => {
    const place = placeOf(after, changes, moved(stood, -before.body.start), orphan.piece.value);
    if (!place || 'problem' in requoteOf(after, orphan, place)) return [];
    const text = oneLine(after.text.slice(place.start, place.end));
    const altered = !sameProtectedTokens(normaliseText(orphan.piece.value), normaliseText(text), forms);
    return [{ orphan, passage: place, text, parts: partsOf(oneLine(orphan.piece.value), text), altered }];
  });
  return { updates, isOpen: true };
}

/** Where the piece that is missing now stood; undefined where that was not decided. */
function stoodAt(before: Document, { quote, piece }: Extract<Orphan, { quote: unknown }>): Span | undefined {
  const anchor = anchorOf(before, quote);
  return anchor.kind === 'anchored' ? anchor.spans[quote.pieces.indexOf(piece)] : undefined;
}

const bodyOf = ({ text, body }: Document): string => text.slice(body.start, body.end);

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The passage of the file that has taken the place of `stood`, which counts in the old body. */
function placeOf(after: Document, changes: readonly Change[], stood: Span, words: string): Span | undefined {
  const { start } = after.body;
  const own = mapped(changes, stood);
  const place = own && moved(own, start);
  if (place && place.start < place.end) {
    const text = after.text.slice(place.start, place.end);
    const isWhole = changes.every(({ before }) => before.start >= stood.start && before.end <= stood.end);
    return isWhole || isLike(words, text) ? place : undefined;
  }
  // It lies in the midst of what was written anew: what is as near as a quote may be proposed.
  const around = changeAround(changes, stood);
  if (!around || around.after.start === around.after.end) return undefined;
  return nearest(normaliseSpan(after.text, moved(around.after, start)), normaliseText(words))?.span;
}

/** Whether at least a third of a text is in another: a passage that shares less may stand anywhere. */
function isLike(words: string, text: string): boolean {
  const shared = partsOf(words, text).reduce(
    (sum, part) => sum + ('shared' in part ? part.shared.trim().length : 0),
    0,
  );
  return shared * 3 >= words.length;
}
