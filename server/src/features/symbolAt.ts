/** What stands at a place of a file: the one answer that hovers, definitions, references and renaming all start from. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import type { Document } from '../core/document.ts';
import type { Mention } from '../core/mentions.ts';
import { parseReference } from '../core/reference.ts';
import { slotsOf, THIS } from '../core/slots.ts';
import type { Span } from '../core/text.ts';
import { claimsIn, claimsOver, claimWrittenAs } from './claimsAt.ts';
import type { Place } from './place.ts';
import { ROOTS, type Shape, type ShapeName } from './shapes.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlPath.ts';

export type SymbolAt =
  | {
      readonly kind: 'entity';
      readonly span: Span;
      /** One id; of an ambiguous or untagged form all that it may mean. */
      readonly ids: readonly string[];
      readonly role: 'record' | 'declaration' | 'slot' | 'reference' | 'mention' | 'untagged' | 'ambiguous';
      readonly mention?: Mention;
    }
  /** `name` is the claim's key or id in the file at `path`; a reference may lead nowhere. */
  | {
      readonly kind: 'claim';
      readonly span: Span;
      readonly path: string;
      readonly name: string;
      readonly role: 'id' | 'reference' | 'passage' | 'part';
    }
  | { readonly kind: 'document'; readonly span: Span; readonly path: string }
  | {
      readonly kind: 'property' | 'type' | 'code' | 'unit';
      readonly span: Span;
      readonly id: string;
      readonly defines: boolean;
    }
  | { readonly kind: 'qualifier'; readonly span: Span; readonly name: string; readonly property?: string }
  | { readonly kind: 'key'; readonly span: Span; readonly name: string; readonly of: ShapeName };

/** The innermost thing at the place. */
export function symbolAt(view: View, place: Place): SymbolAt | undefined {
  return symbolsAt(view, place)[0];
}

/** Everything at the place, innermost first: in a body a mention, then the claims of the passage. */
export function symbolsAt(view: View, place: Place): readonly SymbolAt[] {
  const { path, offset } = place;
  if (path === view.settings.path) return inYaml(view, place, view.settings.root, ROOTS.settings);
  const file = view.corpus.records.files.get(path);
  if (file) return inYaml(view, place, file.root, ROOTS.records);
  const document = view.document(path);
  if (!document) return [];
  if (offset >= document.body.start) return inBody(view, document, offset);
  return document.annotated ? inYaml(view, place, document.root, ROOTS.document) : [];
}

function inBody(view: View, document: Document, offset: number): readonly SymbolAt[] {
  const { mentions, ambiguous, untagged } = analyse(document, view.corpus.records);
  const entities: readonly SymbolAt[] = [
    ...mentions.map(
      (mention): SymbolAt => ({ kind: 'entity', role: 'mention', ids: [mention.id], span: mention.span, mention }),
    ),
    ...ambiguous.map(({ ids, span }): SymbolAt => ({ kind: 'entity', role: 'ambiguous', ids, span })),
    ...untagged.map(({ ids, span }): SymbolAt => ({ kind: 'entity', role: 'untagged', ids, span })),
  ];
  const claims = claimsOver(document, offset).map(
    ({ claim, span }): SymbolAt => ({ kind: 'claim', role: 'passage', path: document.path, name: claim.key, span }),
  );
  return [...innermost(entities, offset), ...claims];
}

/** The smallest first; what merely ends at the place counts only where nothing goes on there. */
function innermost(symbols: readonly SymbolAt[], offset: number): readonly SymbolAt[] {
  const touching = symbols.filter(({ span }) => span.start <= offset && offset <= span.end);
  const inside = touching.filter(({ span }) => offset < span.end);
  return (inside.length > 0 ? inside : touching).sort(
    (a, b) => a.span.end - a.span.start - (b.span.end - b.span.start),
  );
}

function inYaml(view: View, place: Place, root: Document['root'], shape: Shape): readonly SymbolAt[] {
  const found = yamlPlaceAt(root, shape, place.offset);
  const symbol = found && symbolOf(view, place, found);
  return symbol ? [symbol] : [];
}

function symbolOf(view: View, place: Place, found: YamlPlace): SymbolAt | undefined {
  const { node, isKey, meaning, steps } = found;
  const { span, value } = node;
  const last = steps.at(-1);
  const entity = (role: 'record' | 'declaration' | 'reference'): SymbolAt => ({
    kind: 'entity',
    role,
    ids: [value],
    span,
  });
  if (isKey && meaning === undefined) return last && { kind: 'key', name: value, of: last.shape.name, span };
  switch (meaning) {
    case 'record-id':
      return entity('record');
    case 'entity':
      return entity(steps.some(({ shape }) => shape.name === 'record') ? 'reference' : 'declaration');
    case 'entity-or-text':
      return view.corpus.records.get(value) ? entity('reference') : undefined;
    case 'other-side':
      return view.corpus.records.get(value) ? entity('reference') : referenceAt(view, place, found);
    case 'reference':
    case 'document':
      return referenceAt(view, place, found);
    case 'property':
    case 'type':
    case 'code':
    case 'unit':
      return { kind: meaning, id: value, defines: false, span };
    case 'property-id':
      return { kind: 'property', id: value, defines: true, span };
    case 'type-id':
      return { kind: 'type', id: value, defines: true, span };
    case 'unit-id':
      return { kind: 'unit', id: value, defines: true, span };
    case 'type-or-kind':
      return view.corpus.vocabulary.types.has(value) ? { kind: 'type', id: value, defines: false, span } : undefined;
    case 'qualifier-name':
      return qualifierAt(found);
    default:
      return inClaim(view, place, found);
  }
}

function qualifierAt({ node, steps }: YamlPlace): SymbolAt | undefined {
  const { span, value: name } = node;
  const last = steps.at(-1);
  const written = last?.map.entries.find(({ key }) => key.value === 'property')?.value;
  const around = steps.find(({ shape }) => shape.name === 'properties')?.entry.key.value;
  const property = written?.kind === 'scalar' ? written.value : around;
  return { kind: 'qualifier', name, span, ...(property !== undefined && { property }) };
}

/** An id where the claim can hold one, the claim itself elsewhere. */
function inClaim(view: View, { path, offset }: Place, { node, meaning, steps }: YamlPlace): SymbolAt | undefined {
  const step = steps.findLast(({ shape }) => shape.name === 'claim' || shape.name === 'fact');
  const claim = step && claimWrittenAs(claimsIn(view, path), step.map, offset);
  if (!claim) return undefined;
  const { span } = node;
  const { vocabulary, records } = view.corpus;
  const slot = slotsOf(claim, vocabulary, records).find(({ text }) => text.span.start === span.start);
  if (slot && slot.text.value !== THIS && (slot.record || slot.entityOnly)) {
    return { kind: 'entity', role: 'slot', ids: [slot.text.value], span };
  }
  return { kind: 'claim', role: meaning === 'claim-id' ? 'id' : 'part', path, name: claim.key, span };
}

/** The document where the place is in the path of a reference, the claim behind `#`. */
function referenceAt(view: View, { path, offset }: Place, { node }: YamlPlace): SymbolAt | undefined {
  const reference = parseReference(node.value, path);
  if (reference.kind === 'url' || reference.kind === 'outside') return undefined;
  const written = textAt(view, path, node.span);
  const hash = written.indexOf('#');
  const mark = node.span.start + hash;
  if (reference.kind === 'document') return { kind: 'document', path: reference.path, span: node.span };
  const pathFirst = hash > 1 || (hash === 1 && !/["']/.test(written[0]!));
  if (pathFirst && offset < mark) {
    return { kind: 'document', path: reference.path, span: { start: node.span.start, end: mark } };
  }
  const span = pathFirst ? { start: mark, end: node.span.end } : node.span;
  return { kind: 'claim', role: 'reference', path: reference.path, name: reference.claim, span };
}

/** A stretch of a file's text. */
export function textAt(view: View, path: string, span: Span): string {
  const file =
    path === view.settings.path ? view.settings : (view.corpus.records.files.get(path) ?? view.document(path));
  return file?.text.slice(span.start, span.end) ?? '';
}
