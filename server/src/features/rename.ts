/**
 * Gives an entity, a claim, a property or a type another name, everywhere in the corpus. A refusal is data: somebody has
 * to be told why. Knows which things have names; where those stand is for `renames/` to say.
 */

import type { View } from '../checks/engine/check.ts';
import { type ParsedFile, type Replacement, replaceScalars, type TextEdit } from '../core/edit.ts';
import type { Params } from '../core/problem.ts';
import type { Span } from '../core/text.ts';
import { claimNamed } from './claimsAt.ts';
import type { Place } from './place.ts';
import { claimPlaces, partOfReference } from './renames/claim.ts';
import { entityPlaces } from './renames/entity.ts';
import { NAME, type Places, type Refusal } from './renames/places.ts';
import { isCore, vocabularyPlaces } from './renames/vocabulary.ts';
import { type SymbolAt, symbolAt } from './symbolAt.ts';

export type { RenameProblem } from './renames/places.ts';

export interface Renamable {
  readonly span: Span;
  /** The name as it is. */
  readonly placeholder: string;
}

export type Renaming = { readonly edits: readonly TextEdit[] } | Refusal;

/** What would be renamed at the place; why not, where something stands there whose name is fixed; else undefined. */
export function prepareRename(view: View, place: Place): Renamable | Refusal | undefined {
  const symbol = renamable(symbolAt(view, place));
  if (!symbol) return undefined;
  if (symbol.kind === 'entity') return { span: symbol.span, placeholder: symbol.ids[0]! };
  if (symbol.kind !== 'claim') {
    if (isCore(symbol)) return { problem: 'core-name', params: { id: symbol.id } };
    return { span: symbol.span, placeholder: symbol.id };
  }
  const claim = claimNamed(view, symbol.path, symbol.name);
  if (!claim?.id) return undefined;
  const isOwn = symbol.role === 'id';
  const span = isOwn ? claim.id.span : partOfReference(view, place.path, symbol.span, symbol.name, claim.id.value);
  return span && { span, placeholder: claim.id.value };
}

export function rename(view: View, place: Place, newName: string): Renaming {
  const symbol = renamable(symbolAt(view, place));
  if (!symbol) return { problem: 'cannot-rename' };
  const found = placesOf(view, symbol, newName.trim());
  return 'problem' in found ? found : editsOf(view, found);
}

function placesOf(view: View, symbol: Named, newName: string): Places | Refusal {
  if (symbol.kind === 'entity') return entityPlaces(view, symbol.ids[0]!, newName);
  if (symbol.kind === 'claim') return claimPlaces(view, symbol.path, symbol.name, newName);
  return vocabularyPlaces(view, symbol, newName);
}

type Named =
  | (SymbolAt & ({ readonly kind: 'entity' } | { readonly kind: 'claim' }))
  | (SymbolAt & { readonly kind: 'property' | 'type' });

/** A mention of one entity and a passage of the body show text, not an id: renaming there would surprise. */
function renamable(symbol: SymbolAt | undefined): Named | undefined {
  switch (symbol?.kind) {
    case 'entity':
      return ['record', 'declaration', 'slot', 'reference'].includes(symbol.role) ? symbol : undefined;
    case 'claim':
      return symbol.role === 'id' || symbol.role === 'reference' ? symbol : undefined;
    case 'property':
    case 'type':
      // Where several names stand in one text there is no telling which is meant.
      return NAME.test(symbol.id) ? (symbol as Named) : undefined;
    default:
      return undefined;
  }
}

/** All of it or nothing: one file that cannot be changed safely leaves every other as it is. */
function editsOf(view: View, places: Places): Renaming {
  const edits: TextEdit[] = [];
  for (const [path, replacements] of places.byPath) {
    const own = replacedIn(view, path, replacements);
    if (!own) return { problem: 'unsafe-rename', params: { path } satisfies Params };
    edits.push(...own);
  }
  return { edits };
}

/** The edits of one file of the corpus; undefined where they cannot be made safely. */
export function replacedIn(
  view: View,
  path: string,
  replacements: readonly Replacement[],
): readonly TextEdit[] | undefined {
  const file: ParsedFile | undefined =
    path === view.settings.path ? view.settings : (view.corpus.records.files.get(path) ?? view.document(path));
  return file && replaceScalars(file, replacements);
}
