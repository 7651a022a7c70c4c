/** Edits of what a document quotes of its body: other words for a quote or form. Seeks nothing in a body. */

import type { Document } from '../document.ts';
import type { Text } from '../problem.ts';
import { CHOICE_KEYS, type Quote } from '../quote.ts';
import { edit } from './change.ts';
import { choiceHolder, chooseIn } from './claims.ts';
import { text } from './data.ts';
import { indexOfKey, pathTo } from './find.ts';
import { type Change, type Edits, open, placeAt, type Source } from './source.ts';

/** Other words for a piece of a quote, or for a form. */
export interface Requote {
  /** What is written now, where it stands. */
  readonly piece: Text;
  readonly words: string;
  /** The quote that the piece is of, where one of several places of its new words has to be chosen. */
  readonly choice?: { readonly quote: Quote; readonly nth: number };
}

/** Makes them all in one edit, which is refused as a whole where one of them cannot be made. */
export function requote(document: Document, requotes: readonly Requote[]): Edits {
  const source = open(document);
  if (!source) return undefined;
  const changes: Change[] = [];
  // What stands later is named first, so that no path is moved by a change before it.
  for (const one of [...requotes].sort((a, b) => b.piece.span.start - a.piece.span.start)) {
    const own = changesFor(source, one);
    if (!own) return undefined;
    changes.push(...own);
  }
  return changes.length === 0 ? [] : edit(source, ...changes);
}

function changesFor(source: Source, { piece, words, choice }: Requote): readonly Change[] | undefined {
  const path = pathTo(source, piece.span, (node) => node.kind === 'scalar');
  if (!path) return undefined;
  const plain: Change = { kind: 'replace', path, value: text(words) };
  if (!choice) return [plain];
  const chosen = { key: 'nth', value: choice.nth } as const;
  const whole = pathTo(source, choice.quote.span, (node) => node.kind !== 'missing');
  const place = whole && placeAt(source, whole);
  if (!place) return undefined;
  const first = place.node.kind === 'seq' ? place.node.items[0] : undefined;
  const isOnFirst = first?.kind === 'map' && CHOICE_KEYS.some((key) => indexOfKey(first, key) >= 0);
  const holder = isOnFirst
    ? { map: first, path: [...whole, 0] }
    : choiceHolder(place.node, place.parent, place.index, whole);
  if (holder) return [plain, ...chooseIn(holder.map, holder.path, chosen.key, chosen.value)];
  if (place.node.kind !== 'scalar') return undefined;
  return [{ kind: 'replace', path, value: { quote: text(words), nth: choice.nth } }];
}
