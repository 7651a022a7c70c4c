/** Edits made in a text. Knows no YAML. */

import type { TextEdit } from './source.ts';

/** `text` with the edits made, which are of one file and do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
