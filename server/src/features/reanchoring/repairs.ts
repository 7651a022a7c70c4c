/** The edits that make quotes and forms say what a passage of the body says. Chooses no passage. */

import { oneLine } from '../../checks/engine/quotes.ts';
import { selectorOf } from '../../core/analysis.ts';
import { anchor } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import { type Requote, removeForm, requote, type TextEdit } from '../../core/edit.ts';
import type { Records } from '../../core/records.ts';
import { contains, type Span } from '../../core/text.ts';
import { type Orphan, orphansOf, type Passage } from './orphans.ts';

/** What is written at `piece` shall quote `passage`; without one a form goes from its declaration. */
export interface Repair {
  readonly piece: Span;
  readonly passage?: Span;
}

export type RepairProblem =
  /** No quote or form without a place stands there, or the passage is no text of the body. */
  | 'nothing-to-repair'
  /** The words stand elsewhere too, where the quote would be taken to mean them. */
  | 'not-told-apart'
  /** A quote is needed by its claim. */
  | 'not-removable'
  /** The front matter is written in a way that cannot be edited safely. */
  | 'cannot-edit';

export type Repaired = { readonly edits: readonly TextEdit[] } | { readonly problem: RepairProblem };

/** The edits that make all repairs together; one that cannot be made is why none is. */
export function repair(document: Document, records: Records, repairs: readonly Repair[]): Repaired {
  const orphans = orphansOf(document, records);
  const requotes: Requote[] = [];
  for (const { piece, passage } of repairs) {
    const orphan = orphans.find((one) => one.piece.span.start === piece.start && one.piece.span.end === piece.end);
    if (!orphan) return { problem: 'nothing-to-repair' };
    if (!passage) return repairs.length === 1 ? removal(document, orphan) : { problem: 'not-removable' };
    const made = requoteOf(document, orphan, passage);
    if ('problem' in made) return made;
    requotes.push(made);
  }
  return written(requote(document, requotes));
}

/** Whether nobody needs to choose: one passage alone, which differs from what is quoted in its writing only. */
export function isPlain(document: Document, orphan: Orphan, [only, other]: readonly Passage[]): boolean {
  return only?.slight === true && !other && !('problem' in requoteOf(document, orphan, only.span));
}

function removal(document: Document, orphan: Orphan): Repaired {
  if (!isRemovable(orphan)) return { problem: 'not-removable' };
  const declaration =
    'declaration' in orphan
      ? orphan.declaration
      : document.annotations.entities.find(({ here }) => here.includes(orphan.quote));
  const form = 'declaration' in orphan ? orphan.piece : orphan.quote;
  return written(declaration && removeForm(document, declaration.id.value, form.span));
}

/** A claim stands on its quote; a form or an anchored mention may go. */
export const isRemovable = ({ kind }: Orphan): boolean => kind === 'as' || kind === 'sic' || kind === 'here';

const written = (edits: readonly TextEdit[] | undefined): Repaired => (edits ? { edits } : { problem: 'cannot-edit' });

/** The words of a passage for a quote, with the choice of its place where they stand in others too. */
export function requoteOf(
  document: Document,
  orphan: Orphan,
  passage: Span,
): Requote | { readonly problem: RepairProblem } {
  const found = trimmed(document, passage);
  if (!found) return { problem: 'nothing-to-repair' };
  const { piece } = orphan;
  const words = oneLine(document.text.slice(found.start, found.end));
  if (!('quote' in orphan)) return { piece, words };
  const { quote } = orphan;
  const at = quote.pieces.indexOf(piece);
  const pieces = quote.pieces.slice(0, at + 1).map(({ value }, i) => (i === at ? words : value));
  const { bodyText } = document;
  const chosen = anchor(bodyText, { ...selectorOf(quote), pieces });
  if (chosen.kind !== 'missing' && isSame(chosen.spans[at], found)) {
    if (chosen.kind === 'anchored' || at > 0 || orphan.kind === 'item') return { piece, words };
  }
  if (at > 0) return { problem: 'not-told-apart' };
  // An item lies in its claim's quote, and is not looked for in any other place.
  if (orphan.kind === 'item') return { piece, words };
  const all = anchor(bodyText, { pieces });
  const matches = all.kind === 'ambiguous' ? all.matches : [];
  const nth = matches.findIndex((match) => isSame(match, found)) + 1;
  return nth === 0 ? { problem: 'not-told-apart' } : { piece, words, choice: { quote, nth } };
}

const isSame = (span: Span | undefined, other: Span): boolean => span?.start === other.start && span.end === other.end;

/** The passage without the white space and marks at its ends, as a match of its words would be; undefined outside the body. */
function trimmed({ body, bodyText }: Document, passage: Span): Span | undefined {
  if (!contains(body, passage)) return undefined;
  let start = bodyText.offsetOf(passage.start);
  let end = bodyText.offsetOf(passage.end);
  // A unit that begins before the passage ends and reaches beyond it is not in it.
  while (start < end && bodyText.text[start] === ' ') start++;
  while (start < end && bodyText.text[end - 1] === ' ') end--;
  return start < end ? bodyText.spanOf(start, end) : undefined;
}
