/** Edits of what a document quotes of its body: other words for a quote or form, or none at all. Seeks nothing in a body. */

import type { Declaration, Document } from '../document.ts';
import type { Text } from '../problem.ts';
import { CHOICE_KEYS, type Quote } from '../quote.ts';
import type { YamlNode } from '../yaml.ts';
import { edit } from './change.ts';
import { choiceHolder, chooseIn } from './claims.ts';
import { text } from './data.ts';
import { indexOfKey, pathTo } from './find.ts';
import { type Change, type Edits, open, type Path, placeAt, type Source } from './source.ts';

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

/** Takes a form or an anchored mention out of a declaration, which stays, bare where nothing is left in it. */
export function removeForm(document: Document, declaration: Declaration, form: Text | Quote): Edits {
  const source = open(document);
  const scalar = source && pathTo(source, form.span, (node) => node.kind !== 'missing');
  const at = indexOfKey(source?.root, 'entities');
  const entities = source?.root?.entries[at]?.value;
  if (!source || !scalar || scalar[0] !== at || (entities?.kind !== 'map' && entities?.kind !== 'seq'))
    return undefined;
  const value = scalar.slice(0, entities.kind === 'map' ? 2 : 3);
  let path: Path = scalar;
  for (let parent = placeAt(source, path)?.parent; path.length > value.length; parent = placeAt(source, path)?.parent) {
    // A quote with its choice is one, and what holds nothing else goes with it.
    if (sizeOf(parent) > 1 && !isQuoteMap(parent)) break;
    path = path.slice(0, -1);
  }
  if (path.length > value.length) return edit(source, { kind: 'remove', path });
  if (entities.kind === 'map') return edit(source, { kind: 'replace', path: value, value: null });
  return edit(source, { kind: 'replace', path: value.slice(0, 2), value: text(declaration.id.value) });
}

const sizeOf = (node: YamlNode | undefined): number =>
  node?.kind === 'map' ? node.entries.length : node?.kind === 'seq' ? node.items.length : 0;

const isQuoteMap = (node: YamlNode | undefined): boolean => node?.kind === 'map' && indexOfKey(node, 'quote') >= 0;

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
