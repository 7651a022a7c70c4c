/** One declaration of two in a document: their forms, anchors and exclusions united. Knows no record file. */

import { analyse, selectorOf } from '../../core/analysis.ts';
import { occurrences } from '../../core/anchor.ts';
import type { Declaration, Document } from '../../core/document.ts';
import { addForm, type HereQuote, removeDeclaration, removeForm } from '../../core/edit.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Text } from '../../core/problem.ts';
import type { Quote } from '../../core/quote.ts';
import { formsOf, type Records } from '../../core/records.ts';
import { overlaps, type Span } from '../../core/text.ts';
import type { Drafts } from './drafts.ts';
import { commentsIn, type MergeNote } from './notes.ts';

/**
 * Where a document declares both entities, writes what the declaration of `from` has into that of `into` and takes the
 * former out. An exclusion that would hide a mention of the other entity is not kept: it told the two apart.
 */
export function uniteDeclarations(
  drafts: Drafts,
  document: Document,
  records: Records,
  from: string,
  into: string,
): readonly MergeNote[] {
  const [gone, stays] = [declarationOf(document, from), declarationOf(document, into)];
  if (!gone || !stays) return [];
  const { path } = document;
  const change = (edit: (now: Document) => ReturnType<typeof addForm>) => {
    const now = drafts.document(path);
    if (now && drafts.refused === undefined) drafts.make(now, edit(now));
  };
  const listed = new Set([from, into].flatMap((id) => namesOf(records, id)));
  const mentions = analyse(document, records).mentions.filter(({ id }) => id === from || id === into);
  const hidden = (id: string, { value }: Text) => hides(document, mentions, id, value);
  const notes: MergeNote[] = [...commentsIn(document, from, gone.span)];
  const dropped = (text: Text) => notes.push({ message: 'merge-not', params: { path, text: text.value } });

  for (const text of stays.not) {
    if (!hidden(from, text)) continue;
    dropped(text);
    change((now) => {
      const declaration = declarationOf(now, into);
      const found = declaration?.not.find(({ value }) => value === text.value);
      return declaration && found && removeForm(now, into, found.span);
    });
  }
  for (const { value } of gone.as) {
    if (!listed.has(normaliseText(value))) change((now) => addForm(now, into, 'as', value));
  }
  for (const { value } of gone.sic) change((now) => addForm(now, into, 'sic', value));
  for (const text of gone.not) {
    if (hidden(into, text)) dropped(text);
    else change((now) => addForm(now, into, 'not', text.value));
  }
  const anchored = new Set(stays.here.map(signatureOf));
  for (const quote of gone.here) {
    if (!anchored.has(signatureOf(quote))) change((now) => addForm(now, into, 'here', written(quote)));
  }
  change((now) => removeDeclaration(now, from));
  return notes;
}

const declarationOf = ({ annotations }: Document, id: string): Declaration | undefined =>
  annotations.entities.find((declaration) => declaration.id.value === id);

function namesOf(records: Records, id: string): readonly string[] {
  const record = records.get(id);
  return record ? formsOf(record) : [];
}

/** Whether a mention of the entity overlaps an occurrence of the text. */
function hides(
  { bodyText }: Document,
  mentions: readonly { readonly id: string; readonly span: Span }[],
  id: string,
  text: string,
): boolean {
  const sought = normaliseText(text);
  const places = occurrences(bodyText.text, sought).map((at) => bodyText.spanOf(at, at + sought.length));
  const own = mentions.filter((mention) => mention.id === id);
  return places.some((place) => own.some(({ span }) => overlaps(span, place)));
}

const signatureOf = (quote: Quote): string => JSON.stringify(selectorOf(quote));

/** A quote as it is written: as a text where it needs nothing else. */
function written(quote: Quote): string | HereQuote {
  const { pieces, nth, near, prefix, suffix } = selectorOf(quote);
  const [only, other] = pieces;
  const isPlain = nth === undefined && near === undefined && prefix === undefined && suffix === undefined;
  if (isPlain && other === undefined) return only ?? '';
  return {
    quote: other === undefined ? (only ?? '') : pieces,
    ...(nth !== undefined && { nth }),
    ...(near !== undefined && { near }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  };
}
