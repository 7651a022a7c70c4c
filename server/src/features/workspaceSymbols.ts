/** Finds records by any of their names, and claims by id or words, in the whole corpus. */

import type { View } from '../checks/engine/check.ts';
import { nameOf, nameOfId } from '../checks/engine/entityName.ts';
import type { ClaimFacts, DocumentFacts } from '../core/facts.ts';
import type { Pinyin } from '../core/pinyin.ts';
import type { Span } from '../core/text.ts';
import { claimNamed } from './claimsAt.ts';
import { shortened } from './markdown.ts';
import type { Place } from './place.ts';
import { findRecords } from './search.ts';
import { labelIn, wordingIn } from './wording.ts';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'record' | 'claim';
  /** Of a record. */
  readonly type?: string;
  /** The id of a record; the title or path of a claim's document. */
  readonly container: string;
  readonly path: Place['path'];
  readonly span: Span;
}

export interface WorkspaceSymbolOptions {
  readonly locale?: string;
  readonly pinyin?: Pinyin;
}

const RECORDS = 100;
/** Their documents have to be read. */
const CLAIMS = 25;

/** Records first, by how well they fit; for a blank query the first records there are. */
export function workspaceSymbols(
  view: View,
  query: string,
  { locale = 'en', pinyin }: WorkspaceSymbolOptions = {},
): readonly WorkspaceSymbol[] {
  return [...records(view, query, locale, pinyin), ...claims(view, query, locale)];
}

function records(view: View, query: string, locale: string, pinyin: Pinyin | undefined): readonly WorkspaceSymbol[] {
  const { records } = view.corpus;
  const found =
    query.trim() === ''
      ? [...take(records.values(), RECORDS)]
      : findRecords(records, query, RECORDS, pinyin).map(({ record }) => record);
  return found.map((record) => ({
    name: nameOf(record, locale),
    kind: 'record',
    type: record.type?.value,
    container: record.id.value,
    path: record.path,
    span: record.id.span,
  }));
}

function* take<T>(values: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}

function claims(view: View, query: string, locale: string): readonly WorkspaceSymbol[] {
  const sought = query.trim().toLowerCase();
  if (sought.length < 2 && !/[^\u0000-\u02ff]/.test(sought)) return [];
  const found: WorkspaceSymbol[] = [];
  for (const facts of view.corpus.documents.values()) {
    if (facts.claims.length === 0 || !textOf(facts).includes(sought)) continue;
    for (const claim of facts.claims) {
      if (!claimText(claim).includes(sought)) continue;
      const span = claimNamed(view, facts.path, claim.key)?.head;
      if (span)
        found.push({
          name: nameOfClaim(view, claim, locale),
          kind: 'claim',
          container: facts.title ?? facts.path,
          path: facts.path,
          span,
        });
      if (found.length >= CLAIMS) return found;
    }
  }
  return found;
}

/** The claims of a document in one text, so that most documents are passed over at once. */
const texts = new WeakMap<DocumentFacts, string>();

function textOf(facts: DocumentFacts): string {
  let text = texts.get(facts);
  if (text === undefined) {
    text = facts.claims.map(claimText).join('\n');
    texts.set(facts, text);
  }
  return text;
}

const claimText = ({ id = '', quote }: ClaimFacts): string => `${id}\t${quote}`.toLowerCase();

function nameOfClaim(view: View, { id, subject, property, value }: ClaimFacts, locale: string): string {
  const label = labelIn(view.corpus.vocabulary.properties.get(property ?? '')?.label ?? {}, locale, property);
  const worded = wordingIn(locale).labelled(label, shortened(nameOfId(view, value ?? '', locale), 60));
  const said = `${nameOfId(view, subject ?? '', locale)} · ${worded}`;
  return id === undefined ? said : `#${id} ${said}`;
}
