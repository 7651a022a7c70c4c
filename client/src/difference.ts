/** A difference of two texts on one line, for lists that show plain text only. Knows no quotes. */

import type { DifferencePart } from '../../server/src/lsp/protocol.ts';

/** Words on either side of a change that show where it is. */
const AROUND = 24;

/** `… rose from ⟨172 → 181⟩ to …`; ⟨+ words⟩ is what only the second text has, ⟨− words⟩ what only the first one has. */
export function differenceLine(parts: readonly DifferencePart[]): string {
  const line = parts.map((part, i) => {
    if ('shared' in part) return shortened(part.shared, i > 0, i < parts.length - 1);
    const [ours, theirs] = [part.ours, part.theirs].map((text) => text.trim().replace(/\s+/g, ' '));
    return ours && theirs ? `⟨${ours} → ${theirs}⟩` : ours ? `⟨− ${ours}⟩` : `⟨+ ${theirs}⟩`;
  });
  return line.join('').trim();
}

/** The ends of what is shared that lie beside a change. */
function shortened(text: string, afterChange: boolean, beforeChange: boolean): string {
  const keep = (afterChange ? AROUND : 0) + (beforeChange ? AROUND : 0);
  if (text.length <= keep + 3) return text;
  // Whole words, but for one that is longer than all of it.
  const head = afterChange ? text.slice(0, AROUND).replace(/(\S)\s+\S*$/, '$1 ') : '';
  const tail = beforeChange ? text.slice(-AROUND).replace(/^\S*\s+(?=\S)/, ' ') : '';
  return `${head}…${tail}`;
}
