/** Where the corpus speaks of the thing at a place: mentions and slots of an entity, references to a claim, claims of a property. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import type { Document } from '../core/document.ts';
import { claimReferences } from './claimReferences.ts';
import { claimNamed, claimsIn } from './claimsAt.ts';
import { placesInDocument, placesInRecords } from './entityPlaces.ts';
import type { Location, Place } from './place.ts';
import { symbolAt } from './symbolAt.ts';

export interface ReferenceOptions {
  /** The record, the claim or the definition itself as well. */
  readonly includeDeclaration: boolean;
}

/** In order of path and place. Closed documents are read where the corpus' facts say that something stands there. */
export function referencesTo(view: View, place: Place, options: ReferenceOptions): readonly Location[] {
  const symbol = symbolAt(view, place);
  switch (symbol?.kind) {
    case 'entity':
      return ordered(symbol.ids.flatMap((id) => ofEntity(view, id, options)));
    case 'claim': {
      const claim = claimNamed(view, symbol.path, symbol.name);
      if (!claim) return [];
      const own = options.includeDeclaration ? [{ path: symbol.path, span: claim.head }] : [];
      return ordered([...own, ...claimReferences(view, symbol.path, claim).map(({ path, span }) => ({ path, span }))]);
    }
    case 'document':
      return ordered(ofDocument(view, symbol.path));
    case 'property':
      return ordered(ofProperty(view, symbol.id, options));
    default:
      return [];
  }
}

function ofEntity(view: View, id: string, { includeDeclaration }: ReferenceOptions): readonly Location[] {
  const found: Location[] = [];
  for (const file of view.corpus.records.files.values()) {
    for (const { span, role } of placesInRecords(view, file, id)) {
      if (role !== 'record' || includeDeclaration) found.push({ path: file.path, span });
    }
  }
  for (const document of documentsNaming(view, id)) {
    const { path } = document;
    for (const { span } of placesInDocument(view, document, id)) found.push({ path, span });
    for (const mention of analyse(document, view.corpus.records).mentions) {
      if (mention.id === id) found.push({ path, span: mention.span });
    }
  }
  return found;
}

/** The documents whose facts name the entity, or that may name it in an acceptance. */
export function* documentsNaming(view: View, id: string): Iterable<Document> {
  for (const { path, declared, mentions, claims, publisher, refersTo } of view.corpus.documents.values()) {
    const names =
      refersTo.includes(id) ||
      publisher === id ||
      Object.hasOwn(mentions, id) ||
      declared.includes(id) ||
      claims.some(({ subject, by, ids }) => subject === id || by === id || ids.includes(id));
    const document = names ? view.document(path) : undefined;
    if (document) yield document;
  }
}

function ofProperty(view: View, id: string, { includeDeclaration }: ReferenceOptions): readonly Location[] {
  const found: Location[] = [];
  const paths = [...view.corpus.records.files.keys()];
  for (const { path, claims } of view.corpus.documents.values()) {
    if (claims.some(({ property }) => property === id)) paths.push(path);
  }
  for (const path of paths) {
    for (const { property, nth } of claimsIn(view, path)) {
      if (property?.value === id && (nth ?? 1) === 1) found.push({ path, span: property.span });
    }
  }
  const properties = view.settings.root?.entries.find(({ key }) => key.value === 'properties')?.value;
  const own = properties?.kind === 'map' ? properties.entries.find(({ key }) => key.value === id) : undefined;
  if (own && includeDeclaration) found.push({ path: view.settings.path, span: own.key.span });
  return found;
}

function ofDocument(view: View, path: string): readonly Location[] {
  const found = claimReferences(view, path).map((reference) => ({ path: reference.path, span: reference.span }));
  for (const facts of view.corpus.documents.values()) {
    const written =
      facts.translationOf === undefined ? undefined : view.document(facts.path)?.annotations.translationOf;
    if (written?.value === path) found.push({ path: facts.path, span: written.span });
  }
  return found;
}

function ordered(locations: readonly Location[]): readonly Location[] {
  return [...locations].sort((a, b) => (a.path === b.path ? a.span.start - b.span.start : a.path < b.path ? -1 : 1));
}
