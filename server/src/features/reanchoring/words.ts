/** Texts word by word: their tokens, and what one has where the other has something else. Knows no files. */

import { hunksOf } from './difference.ts';

/** A part of what two texts have: shared where both have it, `ours` what only the first, `theirs` what only the second has. */
export type Part = { readonly shared: string } | { readonly ours: string; readonly theirs: string };

/** Words, figures with their marks, Han characters and all other characters one by one, white space in runs. */
export const tokensOf = (text: string): readonly string[] => text.match(TOKENS) ?? [];

const TOKENS = /\p{Script=Han}|\p{N}(?:[.,]?\p{N})*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\s+|[\s\S]/gu;
const IS_WORD = /[\p{L}\p{N}]/u;

/** What two texts share and where they part, in whole words; of differences with nothing but marks between them one. */
export function partsOf(ours: string, theirs: string): readonly Part[] {
  const [before, after] = [tokensOf(ours), tokensOf(theirs)];
  const parts: { shared?: string; ours: string; theirs: string }[] = [];
  let x = 0;
  const text = (tokens: readonly string[], start: number, end: number) => tokens.slice(start, end).join('');
  for (const hunk of hunksOf(before, after)) {
    const shared = text(before, x, hunk.before.start);
    const [own, other] = [
      text(before, hunk.before.start, hunk.before.end),
      text(after, hunk.after.start, hunk.after.end),
    ];
    const last = parts.at(-1);
    if (last && last.shared === undefined && !IS_WORD.test(shared)) {
      last.ours += shared + own;
      last.theirs += shared + other;
    } else {
      if (shared !== '') parts.push({ shared, ours: '', theirs: '' });
      parts.push({ ours: own, theirs: other });
    }
    x = hunk.before.end;
  }
  const rest = text(before, x, before.length);
  if (rest !== '') parts.push({ shared: rest, ours: '', theirs: '' });
  return parts.map((part) =>
    part.shared === undefined ? { ours: part.ours, theirs: part.theirs } : { shared: part.shared },
  );
}
