/** Lays a document and its translation side by side: which paragraphs and which claims belong together. Knows ids and order, no words. */

import type { Reading } from './model.ts';

/** Paragraphs that stand beside each other: from the first to the one before the last. */
export interface Row {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

export interface Alignment {
  readonly rows: readonly Row[];
  /** The numbers of the claims that have the same id. */
  readonly claims: readonly (readonly [left: number, right: number])[];
}

/**
 * Paragraphs are held together by the claims of the same id in them, as far as these come in the same order on both
 * sides; between two of those, and where there are none, by their number if it is the same.
 */
export function align(left: Reading, right: Reading): Alignment {
  const claims = sharedClaims(left, right);
  const paragraphs = [paragraphOfClaims(left), paragraphOfClaims(right)] as const;
  const ties = claims.flatMap(([l, r]): readonly Tie[] => {
    const [a, b] = [paragraphs[0].get(l), paragraphs[1].get(r)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const [many, more] = [left.paragraphs.length, right.paragraphs.length];
  const agree = many === more && ties.every(([a, b]) => a === b);
  const chain = agree ? [] : longestChain(ties);
  const rows: Row[] = [];
  let [l, r] = [0, 0];
  for (const [a, b] of [...chain, [many, more] as Tie]) {
    rows.push(...between([l, a], [r, b]));
    [l, r] = [a, b];
  }
  return { rows, claims };
}

type Tie = readonly [left: number, right: number];

function between(left: Tie, right: Tie): readonly Row[] {
  const [many, more] = [left[1] - left[0], right[1] - right[0]];
  if (many === 0 && more === 0) return [];
  if (many !== more) return [{ left, right }];
  return Array.from({ length: many }, (_, i) => ({
    left: [left[0] + i, left[0] + i + 1],
    right: [right[0] + i, right[0] + i + 1],
  }));
}

function sharedClaims(left: Reading, right: Reading): Alignment['claims'] {
  const byKey = new Map<string, number>();
  for (const [i, { id, key }] of right.claims.entries()) if (id !== undefined && !byKey.has(key)) byKey.set(key, i);
  return left.claims.flatMap(({ id, key }, i): Alignment['claims'] => {
    const other = id === undefined ? undefined : byKey.get(key);
    if (other !== undefined) byKey.delete(key);
    return other === undefined ? [] : [[i, other]];
  });
}

function paragraphOfClaims({ paragraphs }: Reading): ReadonlyMap<number, number> {
  return new Map(paragraphs.flatMap(({ claims }, i) => claims.map((claim) => [claim, i] as const)));
}

/** The longest run of ties that goes on on both sides (patience sorting). */
function longestChain(ties: readonly Tie[]): readonly Tie[] {
  // Of those that begin at one paragraph the furthest comes first, so that only one of them gets into a run.
  const sorted = [...ties].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, [, right]] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[tails[middle]!]![1] < right) low = middle + 1;
      else high = middle;
    }
    before[i] = tails[low - 1];
    tails[low] = i;
  }
  const chain: Tie[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) chain.unshift(sorted[at]!);
  return chain;
}
