/** Gives an entity or a claim another id, everywhere in the corpus. A refusal is data: somebody has to be told why. */

import type { View } from '../checks/check.ts';
import type { Claim } from '../core/claim.ts';
import { restyled, type TextEdit } from '../core/edit.ts';
import type { Span } from '../core/text.ts';
import { claimReferences } from './claimReferences.ts';
import { claimNamed, claimsIn } from './claimsAt.ts';
import { placesInDocument, placesInRecords } from './entityPlaces.ts';
import type { Place } from './place.ts';
import { documentsNaming } from './references.ts';
import { type SymbolAt, symbolAt, textAt } from './symbolAt.ts';

export interface Renamable {
  readonly span: Span;
  /** The id as it is. */
  readonly placeholder: string;
}

export type RenameProblem =
  /** Nothing that has an id of the corpus' own stands there. */
  | 'cannot-rename'
  /** Letters, digits, hyphens, underscores and dots make an id. */
  | 'invalid-id'
  /** Another record, or another claim of the document, has that id. */
  | 'id-taken';

export type Renaming = { readonly edits: readonly TextEdit[] } | { readonly problem: RenameProblem };

/** What would be renamed at the place; undefined where nothing can. */
export function prepareRename(view: View, place: Place): Renamable | undefined {
  const symbol = renamable(symbolAt(view, place));
  if (symbol?.kind === 'entity') return { span: symbol.span, placeholder: symbol.ids[0]! };
  const claim = symbol && claimNamed(view, symbol.path, symbol.name);
  if (!symbol || !claim?.id) return undefined;
  const span = symbol.role === 'id' ? claim.id.span : inReference(view, place.path, symbol.span, symbol.name, claim);
  return span && { span, placeholder: claim.id.value };
}

export function rename(view: View, place: Place, newId: string): Renaming {
  const symbol = renamable(symbolAt(view, place));
  if (!symbol) return { problem: 'cannot-rename' };
  return symbol.kind === 'entity'
    ? renameEntity(view, symbol.ids[0]!, newId.trim())
    : renameClaim(view, symbol.path, symbol.name, newId.trim());
}

/** A mention of one entity and a passage of the body show text, not an id: renaming there would surprise. */
function renamable(symbol: SymbolAt | undefined): (SymbolAt & ({ kind: 'entity' } | { kind: 'claim' })) | undefined {
  if (symbol?.kind === 'entity') {
    return ['record', 'declaration', 'slot', 'reference'].includes(symbol.role) ? symbol : undefined;
  }
  return symbol?.kind === 'claim' && (symbol.role === 'id' || symbol.role === 'reference') ? symbol : undefined;
}

const ENTITY_ID = /^[\p{L}\p{N}._-]+$/u;
/** What stands behind `#` to the end of a reference; a number after a dot would name a value of a list. */
const CLAIM_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

function renameEntity(view: View, id: string, newId: string): Renaming {
  if (!ENTITY_ID.test(newId) || newId === 'this') return { problem: 'invalid-id' };
  if (newId === id) return { edits: [] };
  if (view.corpus.records.get(newId)) return { problem: 'id-taken' };
  const edits: TextEdit[] = [];
  const replace = (path: string, { span }: { readonly span: Span }) => {
    const newText = restyled(newId, textAt(view, path, span), 'flow');
    edits.push({ path, span, newText });
  };
  for (const file of view.corpus.records.files.values()) {
    for (const found of placesInRecords(view, file, id)) replace(file.path, found);
  }
  for (const document of documentsNaming(view, id)) {
    if (document.annotations.entities.some((declaration) => declaration.id.value === newId)) {
      return { problem: 'id-taken' };
    }
    for (const found of placesInDocument(view, document, id)) replace(document.path, found);
  }
  return { edits };
}

function renameClaim(view: View, path: string, name: string, newId: string): Renaming {
  const claim = claimNamed(view, path, name);
  if (!claim?.id) return { problem: 'cannot-rename' };
  if (!CLAIM_ID.test(newId) || /\.\d+$/.test(newId)) return { problem: 'invalid-id' };
  const id = claim.id.value;
  if (newId === id) return { edits: [] };
  if (claimsIn(view, path).some((other) => other.id?.value === newId)) return { problem: 'id-taken' };
  const own = { path, span: claim.id.span, newText: restyled(newId, textAt(view, path, claim.id.span), 'flow') };
  const edits = claimReferences(view, path, claim).flatMap((reference): readonly TextEdit[] => {
    const mark = reference.text.indexOf('#');
    const value = reference.name.startsWith(id) ? reference.name.slice(id.length) : '';
    if (mark < 0) return [];
    const text = `${reference.text.slice(0, mark + 1)}${newId}${value}`;
    const newText = restyled(text, textAt(view, reference.path, reference.span), 'flow');
    return [{ path: reference.path, span: reference.span, newText }];
  });
  return { edits: [own, ...edits] };
}

/** The id inside a reference; undefined where it is written with escapes. */
function inReference(view: View, path: string, span: Span, name: string, claim: Claim): Span | undefined {
  const text = textAt(view, path, span);
  const at = text.lastIndexOf(`#${name}`);
  const id = claim.id?.value ?? '';
  if (at < 0 || !name.startsWith(id)) return undefined;
  const start = span.start + at + 1;
  return { start, end: start + id.length };
}
