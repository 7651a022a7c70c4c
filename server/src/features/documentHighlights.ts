/** What in a file is the same as the thing at a place: mentions and ids of an entity, a claim with its passage. Knows no colours. */

import type { View } from '../checks/engine/check.ts';
import { analyse, anchorOf } from '../core/analysis.ts';
import { parseReference } from '../core/reference.ts';
import type { Span } from '../core/text.ts';
import { claimNamed } from './claimsAt.ts';
import { placesInDocument, placesInRecords } from './entityPlaces.ts';
import type { Place } from './place.ts';
import { type SymbolAt, symbolsAt } from './symbolAt.ts';
import { namesIn, wordsIn, yamlOf } from './yamlWords.ts';

export interface DocumentHighlight {
  readonly span: Span;
  /** `write` where the thing is introduced, `read` where it is used, `text` where it may be meant. */
  readonly kind: 'write' | 'read' | 'text';
}

/** In order of place; none where nothing of Concord's stands, so that the editor's own highlights of a word remain. */
export function documentHighlights(view: View, place: Place): readonly DocumentHighlight[] {
  const [symbol, ...others] = symbolsAt(view, place);
  if (!symbol) return [];
  // Several claims may quote one passage: all of them are at the place.
  const symbols = symbol.kind === 'claim' ? [symbol, ...others] : [symbol];
  const found = new Map<string, DocumentHighlight>();
  for (const one of symbols) {
    for (const highlight of highlightsOf(view, place.path, one)) {
      const { start, end } = highlight.span;
      const key = `${start}-${end}`;
      if (end > start && !found.has(key)) found.set(key, highlight);
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function* highlightsOf(view: View, path: string, symbol: SymbolAt): Iterable<DocumentHighlight> {
  switch (symbol.kind) {
    case 'entity':
      for (const id of symbol.ids) yield* ofEntity(view, path, id);
      return;
    case 'claim':
      if (symbol.path !== path) yield* ofReferences(view, path, symbol);
      else yield* ofClaim(view, path, symbol.name);
      return;
    case 'document':
      yield* ofReferences(view, path, symbol);
      return;
    case 'property':
    case 'type':
    case 'unit':
    case 'code':
      yield* ofWord(view, path, symbol);
  }
}

function* ofEntity(view: View, path: string, id: string): Iterable<DocumentHighlight> {
  const file = view.corpus.records.files.get(path);
  if (file) yield* placesInRecords(view, file, id).map(({ span, role }) => highlight(span, role === 'record'));
  const document = file ? undefined : view.document(path);
  if (!document) return;
  yield* placesInDocument(view, document, id).map(({ span, role }) => highlight(span, role === 'declaration'));
  const { mentions, ambiguous, untagged } = analyse(document, view.corpus.records);
  for (const mention of mentions) if (mention.id === id) yield highlight(mention.span);
  for (const { ids, span } of [...ambiguous, ...untagged]) if (ids.includes(id)) yield { span, kind: 'text' };
}

/** Its id, or what stands for it; the words it quotes, as they are written and as they stand in the text; its uses. */
function* ofClaim(view: View, path: string, name: string): Iterable<DocumentHighlight> {
  const claim = claimNamed(view, path, name);
  if (!claim) return;
  yield highlight(claim.head, true);
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  if (document && claim.quote) {
    const anchor = anchorOf(document, claim.quote);
    if (anchor.kind !== 'missing') {
      for (const piece of claim.quote.pieces) yield highlight(piece.span);
      for (const span of anchor.spans) yield highlight(span);
    }
  }
  const id = claim.id?.value;
  if (id !== undefined) yield* ofReferences(view, path, { path, name: id });
}

/** The references of this file that lead to the same document or claim. */
function* ofReferences(
  view: View,
  path: string,
  target: { readonly path: string; readonly name?: string },
): Iterable<DocumentHighlight> {
  const yaml = yamlOf(view, path);
  for (const { node, meaning } of yaml ? wordsIn(yaml) : []) {
    if (meaning !== 'reference' && meaning !== 'other-side' && meaning !== 'document') continue;
    const reference = parseReference(node.value, path);
    if (!('path' in reference) || reference.path !== target.path) continue;
    const claim = reference.kind === 'claim' ? reference.claim : undefined;
    if (target.name === undefined || claim === target.name || claim?.replace(/\.\d+$/, '') === target.name) {
      yield highlight(node.span);
    }
  }
}

const DEFINING = new Set(['property-id', 'type-id', 'unit-id']);

function* ofWord(
  view: View,
  path: string,
  word: { readonly kind: string; readonly id: string },
): Iterable<DocumentHighlight> {
  const yaml = yamlOf(view, path);
  for (const { node, meaning } of yaml ? wordsIn(yaml) : []) {
    if (meaning === undefined) continue;
    const kind = meaning === 'type-or-kind' ? 'type' : meaning.replace(/-id$/, '');
    if (kind !== word.kind) continue;
    if (node.value === word.id || [...namesIn(node.value)].some(({ name }) => name === word.id)) {
      yield highlight(node.span, DEFINING.has(meaning));
    }
  }
}

const highlight = (span: Span, introduces = false): DocumentHighlight => ({
  span,
  kind: introduces ? 'write' : 'read',
});
