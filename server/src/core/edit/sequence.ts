/** Several edits of one document, each of the text that those before it leave, as edits of the text as it stands. */

import { type Document, parseDocument } from '../document.ts';
import type { Edits, TextEdit } from './source.ts';

/** An edit of a document; undefined where it cannot be made. */
export type Step = (document: Document) => Edits;

/** The edits of all steps together, and the document that they make; undefined where one of them cannot be made. */
export function inSequence(
  document: Document,
  steps: readonly Step[],
): { readonly edits: readonly TextEdit[]; readonly document: Document } | undefined {
  let pieces: readonly Piece[] = [{ start: 0, end: document.text.length }];
  let now = document;
  for (const step of steps) {
    const edits = step(now);
    if (!edits) return undefined;
    if (edits.length === 0) continue;
    pieces = applied(pieces, edits);
    const text = pieces.map((piece) => textOf(document.text, piece)).join('');
    now = parseDocument(document.path, text, now);
  }
  return { edits: editsOf(document, pieces), document: now };
}

/** A stretch of the first text, or text that is new. */
type Piece = string | { readonly start: number; readonly end: number };

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const textOf = (text: string, piece: Piece): string =>
  typeof piece === 'string' ? piece : text.slice(piece.start, piece.end);

const cut = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** `edits`, in order, count in the text that the pieces make up. */
function applied(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let next = 0;
  /** Where the piece `next` begins, and how far it has been used. */
  let begin = 0;
  let used = 0;
  const advance = (to: number, keeps: boolean) => {
    while (next < pieces.length && begin + used < to) {
      const piece = pieces[next]!;
      const until = Math.min(lengthOf(piece), to - begin);
      if (keeps) result.push(cut(piece, used, until));
      used = until;
      if (used < lengthOf(piece)) continue;
      begin += lengthOf(piece);
      used = 0;
      next++;
    }
  };
  for (const { span, newText } of edits) {
    advance(span.start, true);
    if (newText !== '') result.push(newText);
    advance(span.end, false);
  }
  advance(Number.POSITIVE_INFINITY, true);
  return result;
}

function editsOf({ path, text }: { path: string; text: string }, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (piece.start > at || newText !== '') edits.push({ path, span: { start: at, end: piece.start }, newText });
    newText = '';
    at = piece.end;
  }
  return edits;
}
