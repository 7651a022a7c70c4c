/** Several edits of one document, each made on what the one before it leaves, as one edit of the file as it stands. */

import { type Document, parseDocument } from '../../core/document.ts';
import type { Edits } from '../../core/edit.ts';

/** Undefined as soon as one of the steps cannot be made safely. The body stays as it is to the last character. */
export function inSequence(document: Document, steps: readonly ((document: Document) => Edits)[]): Edits {
  let current = document;
  for (const step of steps) {
    const edits = step(current);
    if (!edits || edits.some(({ path }) => path !== document.path)) return undefined;
    if (edits.length > 0) current = parseDocument(document.path, applied(current.text, edits), current);
  }
  return differences(document, current);
}

/** The one stretch in which two versions of a document differ. */
function differences({ path, text: before, body }: Document, after: Document): Edits {
  if (before === after.text) return [];
  if (before.slice(body.start) !== after.text.slice(after.body.start)) return undefined;
  let start = 0;
  const shorter = Math.min(before.length, after.text.length);
  while (start < shorter && before[start] === after.text[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.text.at(-1 - end)) end++;
  // Not between the two halves of a line end.
  if (before[start - 1] === '\r') start--;
  if (before[before.length - end] === '\n' && before[before.length - end - 1] === '\r') end--;
  return [
    {
      path,
      span: { start, end: before.length - Math.max(0, end) },
      newText: after.text.slice(start, after.text.length - Math.max(0, end)),
    },
  ];
}

export function applied(text: string, edits: NonNullable<Edits>): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
