/** Which known word a misspelt one was meant to be. Knows words, not where they come from. */

/**
 * Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours) of `a` and `b`,
 * or `limit + 1` as soon as it exceeds `limit`. Cost: length of `a` times length of `b`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length]!, limit + 1);
}

/** The candidates nearest to `word`: within 2 edits (1 for a short word), or equal but for case and separators; nearest first. */
export function closest(word: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const limit = word.length < 4 ? 1 : 2;
  const folded = foldWord(word);
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const distance = foldWord(candidate) === folded ? 0 : editDistance(word, candidate, limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The key that `key` nearly is, under the stricter rule for files that other tools write keys into as well. */
export function nearMiss(key: string, known: readonly string[]): string | undefined {
  const folded = foldWord(key);
  return known.find((candidate) => {
    if (foldWord(candidate) === folded) return true;
    // Half of the words that differ from `date` or `lang` by one letter are words of their own: data, rate, land, long.
    if (candidate.length < 5 && candidate.length === key.length && !isSwap(candidate, key)) return false;
    return editDistance(key.toLowerCase(), candidate, candidate.length < 8 ? 1 : 2) <= (candidate.length < 8 ? 1 : 2);
  });
}

const foldWord = (word: string): string => word.toLowerCase().replace(/[-_. ]/g, '');
const isSwap = (a: string, b: string): boolean => a !== b && [...a].sort().join('') === [...b].sort().join('');
