/** The outline of a file: entities with their mentions and claims of a document, records with their facts. */

import type { View } from '../checks/engine/check.ts';
import { nameOf, nameOfId } from '../checks/engine/entityName.ts';
import { analyse } from '../core/analysis.ts';
import type { Claim } from '../core/claim.ts';
import type { Document } from '../core/document.ts';
import type { Span } from '../core/text.ts';
import type { YamlMap } from '../core/yaml.ts';
import { type Reader, readerOf, typeLabel } from './hovers/reader.ts';
import { propertyInWords, statement, timeOf } from './hovers/statement.ts';
import { shortened } from './markdown.ts';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'entity' | 'record' | 'claim' | 'fact' | 'definition';
  /** Of an entity or record: its type. */
  readonly type?: string;
  readonly span: Span;
  /** What is chosen when the symbol is; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

export function documentSymbols(view: View, path: string, locale = 'en'): readonly OutlineSymbol[] {
  if (path === view.settings.path) return definitions(view.settings.root);
  const file = view.corpus.records.files.get(path);
  const document = file ? undefined : view.document(path);
  const reader = readerOf(view, { locale }, document?.annotations.lang?.value);
  if (document) return ofDocument(reader, document);
  return (file?.records ?? []).map((record) => ({
    name: nameOf(record, locale),
    detail: [typeLabel(reader, record.type?.value ?? ''), record.id.value].filter(Boolean).join(' · '),
    kind: 'record',
    type: record.type?.value,
    span: record.span,
    selection: record.id.span,
    children: distinct(record.facts).map((fact) => ofClaim(reader, fact, [], 'fact')),
  }));
}

function ofDocument(reader: Reader, document: Document): readonly OutlineSymbol[] {
  const { words } = reader;
  const entities = entitiesOf(reader, document);
  const claims = distinct(document.annotations.claims);
  const outer = claims.filter(({ outer }) => !outer).map((claim) => ofClaim(reader, claim, claims, 'claim'));
  return [
    ...section(words.entities, document, 'entities', entities),
    ...section(words.claims, document, 'claims', outer),
  ];
}

function section(
  name: string,
  { root }: Document,
  key: string,
  children: readonly OutlineSymbol[],
): readonly OutlineSymbol[] {
  const entry = root?.entries.find((candidate) => candidate.key.value === key);
  if (!entry) return [];
  const span = { start: entry.key.span.start, end: Math.max(entry.key.span.end, entry.value.span.end) };
  return [{ name, detail: String(children.length), kind: 'section', span, selection: entry.key.span, children }];
}

function entitiesOf({ view, nameLocale, words }: Reader, document: Document): readonly OutlineSymbol[] {
  const counts = new Map<string, number>();
  for (const { id } of analyse(document, view.corpus.records).mentions) counts.set(id, (counts.get(id) ?? 0) + 1);
  return document.annotations.entities.map(({ id, span }) => ({
    name: nameOfId(view, id.value, nameLocale),
    detail: words.mentions(counts.get(id.value) ?? 0),
    kind: 'entity',
    type: view.corpus.records.get(id.value)?.type?.value,
    span,
    selection: id.span,
    children: [],
  }));
}

/** The values of a list are several claims, written once. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ nth }) => nth === undefined || nth === 1);
}

function ofClaim(reader: Reader, claim: Claim, all: readonly Claim[], kind: 'claim' | 'fact'): OutlineSymbol {
  const inner = all.filter(({ outer }) => outer !== undefined && outer.span.start === claim.span.start);
  const { view, nameLocale } = reader;
  const subject = kind === 'claim' && claim.subject ? nameOfId(view, claim.subject.value, nameLocale) : undefined;
  const label = claim.group
    ? (claim.id?.value ?? quoteOf(claim))
    : reader.words.labelled(propertyInWords(reader, claim), shortened(statement(reader, claim), 80));
  return {
    name: label || '…',
    detail: [subject, timeOf(reader, claim), claim.id?.value].filter(Boolean).join(' · '),
    kind,
    span: claim.span,
    selection: claim.head,
    children: inner.map((one) => ofClaim(reader, one, all, kind)),
  };
}

const quoteOf = ({ quote }: Claim): string => shortened(quote?.pieces[0]?.value ?? '', 60);

const SECTIONS = ['types', 'properties', 'units', 'checks'];

function definitions(root: YamlMap | undefined): readonly OutlineSymbol[] {
  return (root?.entries ?? []).map(({ key, value }) => ({
    name: key.value,
    detail: value.kind === 'scalar' ? value.value : '',
    kind: 'section',
    span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) },
    selection: key.span,
    children:
      value.kind === 'map' && SECTIONS.includes(key.value)
        ? value.entries.map((entry) => ({
            name: entry.key.value,
            detail: entry.value.kind === 'scalar' ? entry.value.value : '',
            kind: 'definition',
            span: { start: entry.key.span.start, end: Math.max(entry.key.span.end, entry.value.span.end) },
            selection: entry.key.span,
            children: [],
          }))
        : [],
  }));
}
