/**
 * Cut into one piece more than they may have edits, two names that are near have a piece in common, and nearly at the same
 * place: G. Li et al., "Pass-Join: a partition-based method for similarity joins" (2011). Knows strings, no names.
 */

/** At most 2 edits and 15 % of the listed name. */
export const editsFor = (length: number): number => Math.min(2, Math.floor(length * 0.15));

/** A name may be listed under one of its edits more: then that one's length decides. */
const cutsFor = (length: number): number => editsFor(length + 2 >= 14 ? length + 2 : length + 1);

/** The pieces of a name by which others find it. */
export function piecesOf(name: string): readonly string[] {
  const cuts = cutsFor(name.length);
  if (cuts === 0) return [];
  return Array.from({ length: cuts + 1 }, (_, i) => {
    const [from, to] = pieceOf(name.length, cuts, i);
    return keyOf(name.length, i, name.slice(from, to));
  });
}

/** The pieces of any name near `name`, as it has them itself. */
export function probesOf(name: string): readonly string[] {
  const probes: string[] = [];
  for (let length = Math.max(1, name.length - 2); length <= name.length + 2; length++) {
    const cuts = cutsFor(length);
    const longer = name.length - length;
    if (cuts === 0 || Math.abs(longer) > cuts) continue;
    for (let i = 0; i <= cuts; i++) {
      const [from, to] = pieceOf(length, cuts, i);
      // Before the first piece that both have, and after it, no more edits can lie than there are pieces.
      const least = Math.max(-i, longer - (cuts - i), -from);
      const most = Math.min(i, longer + (cuts - i), name.length - to);
      for (let shift = least; shift <= most; shift++)
        probes.push(keyOf(length, i, name.slice(from + shift, to + shift)));
    }
  }
  return probes;
}

function pieceOf(length: number, cuts: number, i: number): readonly [from: number, to: number] {
  return [Math.floor((i * length) / (cuts + 1)), Math.floor(((i + 1) * length) / (cuts + 1))];
}

const keyOf = (length: number, i: number, piece: string): string => `${length}.${i}.${piece}`;

/** Whether `a` becomes `b` by at most `limit` letters put in, left out or exchanged; `limit` is at most 2. */
export function areWithin(a: string, b: string, limit: number, i = 0, j = 0): boolean {
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  const longer = a.length - i - (b.length - j);
  if (Math.abs(longer) > limit) return false;
  if (i === a.length || j === b.length) return true;
  if (limit === 0) return false;
  return (
    areWithin(a, b, limit - 1, i + 1, j + 1) ||
    areWithin(a, b, limit - 1, i + 1, j) ||
    areWithin(a, b, limit - 1, i, j + 1)
  );
}
