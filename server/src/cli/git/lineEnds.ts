/**
 * The line ends of a file that git keeps with line feeds alone and may write with carriage returns into a working tree.
 * Both are the same file; where a digest of its body is recorded, it tells which of them it was taken of. Knows no git.
 */

import { digestOf } from '../../checks/bodyChanged.ts';
import { parseDocument } from '../../core/document.ts';

/** The text with the line ends of which its digest was taken; as it is where there is none, or neither fits. */
export function asDigested(text: string, isConverted: () => boolean): string {
  if (!text.includes('digest:') || text.includes('\r')) return text;
  const document = parseDocument('', text);
  const recorded = document.annotations.source.digest?.value.toLowerCase();
  if (recorded === undefined || digestOf(document) === recorded) return text;
  const other = text.replaceAll('\n', '\r\n');
  return digestOf(parseDocument('', other)) === recorded && isConverted() ? other : text;
}
