/** What the editor shows of the thing under the pointer: Markdown and the span that it is about. */

import type { View } from '../checks/engine/check.ts';
import { isCode } from '../core/codes.ts';
import type { Span } from '../core/text.ts';
import { claimNamed } from './claimsAt.ts';
import { claimCard, factCard } from './hovers/claim.ts';
import { candidates, entityCard } from './hovers/entity.ts';
import { type HoverOptions, type Reader, readerOf } from './hovers/reader.ts';
import { propertyCard, qualifierLine, typeCard } from './hovers/vocabulary.ts';
import { meaningOf } from './keys.ts';
import { bold, code, dotted, italic, lines, link, literal, paragraphs, shortened } from './markdown.ts';
import type { Place } from './place.ts';
import { type SymbolAt, symbolsAt, textAt } from './symbolAt.ts';

export type { HoverOptions } from './hovers/reader.ts';

export interface Hover {
  /** Markdown; all text that comes from files is escaped. */
  readonly contents: string;
  readonly span: Span;
}

const CLAIMS = 3;

export function hover(view: View, place: Place, options: HoverOptions = {}): Hover | undefined {
  const symbols = symbolsAt(view, place);
  const [first] = symbols;
  if (!first) return undefined;
  const document = view.corpus.records.files.has(place.path) ? undefined : view.document(place.path);
  const reader = readerOf(view, options, document?.annotations.lang?.value);
  const passages = symbols.filter((symbol) => symbol.kind === 'claim' && symbol.role === 'passage');
  const others = symbols.find((symbol) => !passages.includes(symbol));
  const cards = [others, ...passages.slice(0, CLAIMS)].flatMap((symbol) => {
    const card = symbol && cardOf(reader, place, symbol);
    return card ? [card] : [];
  });
  if (cards.length === 0) return undefined;
  const more = passages.length > CLAIMS ? [literal(reader.words.more(passages.length - CLAIMS))] : [];
  return { contents: [...cards, ...more].join('\n\n---\n\n'), span: first.span };
}

function cardOf(reader: Reader, place: Place, symbol: SymbolAt): string | undefined {
  switch (symbol.kind) {
    case 'entity':
      return entityOf(reader, place, symbol);
    case 'claim':
      return claimOf(reader, symbol);
    case 'document':
      return documentCard(reader, symbol.path);
    case 'property':
      return propertyCard(reader, symbol.id);
    case 'type':
      return typeCard(reader, symbol.id);
    case 'code':
      return codeCard(reader, symbol.id);
    case 'qualifier': {
      const property = reader.view.corpus.vocabulary.properties.get(symbol.property ?? '');
      return property?.qualifiers.has(symbol.name) ? qualifierLine(reader, property, symbol.name) : undefined;
    }
    case 'key': {
      const meaning = meaningOf(symbol.of, symbol.name, reader.locale);
      return meaning === undefined ? undefined : lines(code(symbol.name), literal(meaning));
    }
    case 'unit':
      return undefined;
  }
}

function entityOf(reader: Reader, { path }: Place, symbol: SymbolAt & { kind: 'entity' }): string {
  const { words, view } = reader;
  const { ids, role, span, mention } = symbol;
  const form = shortened(textAt(view, path, span), 80);
  if (role === 'ambiguous') return candidates(reader, words.ambiguous(form, ids.length), ids);
  if (ids.length > 1) return paragraphs(candidates(reader, words.mayBe(form), ids), italic(words.untagged));
  const note = role === 'untagged' ? words.untagged : mention?.kind === 'sic' ? words.sic : undefined;
  return entityCard(reader, ids[0] ?? '', note);
}

function claimOf(reader: Reader, { path, name, role }: SymbolAt & { kind: 'claim' }): string | undefined {
  const { view, words } = reader;
  const claim = claimNamed(view, path, name);
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  if (!claim) return literal(document ? words.noClaim(name, path) : words.noDocument(path));
  return document ? claimCard(reader, document, claim, role === 'passage') : factCard(reader, path, claim);
}

function documentCard(reader: Reader, path: string): string {
  const { view, words } = reader;
  const facts = view.corpus.documents.get(path);
  if (!facts) return literal(words.noDocument(path));
  const title = facts.title ?? path;
  return lines(
    dotted(bold(shortened(title, 160)), facts.date && literal(facts.date), facts.lang && literal(facts.lang)),
    facts.annotated ? literal(words.document(facts.declared.length, facts.claims.length)) : italic(words.notTagged),
    facts.translationOf &&
      `${literal(words.translation)} ${link(facts.translationOf, reader.link(facts.translationOf))}`,
    facts.title === undefined ? undefined : link(path, reader.link(path)),
  );
}

/** The first paragraph of the check's page. */
function codeCard(reader: Reader, id: string): string {
  if (!isCode(id)) return literal(reader.words.noCheck(id));
  const page = reader.page(id);
  const paragraph = page
    ?.replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:#|---|```|<!--)/.test(part));
  return paragraphs(code(id), paragraph);
}
