/**
 * Who says what of whom, as a hierarchy of calls: into an entity lead the claims about it, out of it those that it makes
 * (`by`); into a claim lead what refers to it, out of it the entities that it names. Knows no editor.
 */

import type { View } from '../checks/engine/check.ts';
import { nameOf } from '../checks/engine/entityName.ts';
import type { Claim } from '../core/claim.ts';
import { slotsOf } from '../core/slots.ts';
import type { Span } from '../core/text.ts';
import { claimReferences } from './claimReferences.ts';
import { claimNamed, claimsIn } from './claimsAt.ts';
import { claimsNaming } from './entityUses.ts';
import { type Reader, readerOf, typeLabel } from './hovers/reader.ts';
import { propertyInWords, statement, subjectInWords, timeOf } from './hovers/statement.ts';
import { shortened } from './markdown.ts';
import type { Place } from './place.ts';
import { symbolsAt } from './symbolAt.ts';

export type CallSubject =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'claim'; readonly path: string; readonly key: string };

export interface CallItem {
  readonly about: CallSubject;
  readonly name: string;
  readonly detail: string;
  /** Of an entity. */
  readonly type?: string;
  readonly path: string;
  readonly span: Span;
  readonly selection: Span;
}

export interface Call {
  readonly item: CallItem;
  /** Where the caller names the other, in the caller's file. */
  readonly spans: readonly Span[];
}

/** What stands at the place: entities first, claims where there is none. */
export function callItemsAt(view: View, place: Place, locale?: string): readonly CallItem[] {
  const [symbol] = symbolsAt(view, place);
  if (symbol?.kind === 'entity') {
    return symbol.ids.flatMap((id) => entityItem(view, id, locale) ?? []);
  }
  const claim = symbol?.kind === 'claim' ? claimNamed(view, symbol.path, symbol.name) : undefined;
  return claim && symbol?.kind === 'claim' ? [claimItem(view, symbol.path, claim, locale)] : [];
}

/** The claims about an entity; the claims and facts that refer to a claim. */
export function callsTo(view: View, about: CallSubject, locale?: string): readonly Call[] {
  if (about.kind === 'entity') {
    const { id } = about;
    const naming = claimsNaming(view, id, ({ ids, subject, by, qualifiers, data }) => {
      if (!ids.includes(id)) return false;
      // Who merely says so is not what it is about.
      const isNamed = (value: typeof data): boolean =>
        (value?.kind === 'text' && value.text === id) || (value?.kind === 'list' && value.items.some(isNamed));
      return subject === id || by !== id || isNamed(data) || Object.values(qualifiers).some(isNamed);
    });
    return distinct(
      [...naming].map(({ document, claim, spans }) => ({ item: claimItem(view, document.path, claim, locale), spans })),
    );
  }
  const claim = claimNamed(view, about.path, about.key);
  if (!claim) return [];
  return distinct(
    claimReferences(view, about.path, claim).flatMap(({ path, span }): readonly Call[] => {
      const caller = innermost(claimsIn(view, path), span);
      return caller ? [{ item: claimItem(view, path, caller, locale), spans: [span] }] : [];
    }),
  );
}

/** The claims that an entity makes; the entities that a claim names. */
export function callsFrom(view: View, about: CallSubject, locale?: string): readonly Call[] {
  if (about.kind === 'entity') {
    const { id } = about;
    const from = entityItem(view, id, locale);
    if (!from) return [];
    const made = claimsNaming(view, id, ({ by, byId }) => byId && by === id);
    return distinct(
      [...made].map(({ document, claim }) => ({
        item: claimItem(view, document.path, claim, locale),
        spans: [from.selection],
      })),
    );
  }
  const claim = claimNamed(view, about.path, about.key);
  if (!claim) return [];
  const { vocabulary, records } = view.corpus;
  const named = new Map<string, Call>();
  for (const { text, record } of slotsOf(claim, vocabulary, records)) {
    const item = record && entityItem(view, record.id.value, locale);
    if (!item) continue;
    const known = named.get(text.value);
    named.set(text.value, { item, spans: [...(known?.spans ?? []), text.span] });
  }
  return [...named.values()];
}

function entityItem(view: View, id: string, locale: string | undefined): CallItem | undefined {
  const record = view.corpus.records.get(id);
  if (!record) return undefined;
  const reader = readerOf(view, { locale });
  const type = record.type?.value;
  return {
    about: { kind: 'entity', id },
    name: nameOf(record, reader.nameLocale),
    detail: [type === undefined ? undefined : typeLabel(reader, type), id].filter(Boolean).join(' · '),
    ...(type !== undefined && { type }),
    path: record.path,
    span: record.span,
    selection: record.id.span,
  };
}

/** “position: Vice Minister, …” with whom it is said of, when, and in which document. */
function claimItem(view: View, path: string, claim: Claim, locale: string | undefined): CallItem {
  const facts = view.facts(path);
  const reader: Reader = readerOf(view, { locale }, facts?.lang);
  const said = reader.words.labelled(propertyInWords(reader, claim), shortened(statement(reader, claim), 80));
  return {
    about: { kind: 'claim', path, key: claim.key },
    name: `${subjectInWords(reader, claim)} – ${said}`,
    detail: [timeOf(reader, claim), shortened(facts?.title ?? path, 60)].filter(Boolean).join(' · '),
    path,
    span: claim.span,
    selection: claim.head,
  };
}

/** The values of a list are several claims, written once; one passage may name an entity twice. */
function distinct(calls: readonly Call[]): readonly Call[] {
  const byKey = new Map<string, Call>();
  for (const call of calls) {
    const { path, about } = call.item;
    const key = `${path}\u0000${about.kind === 'claim' ? about.key : about.id}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { item: known.item, spans: [...known.spans, ...call.spans] } : call);
  }
  return [...byKey.values()];
}

function innermost(claims: readonly Claim[], span: Span): Claim | undefined {
  return claims.findLast((claim) => claim.span.start <= span.start && span.end <= claim.span.end);
}
