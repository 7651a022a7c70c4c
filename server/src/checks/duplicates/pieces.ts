/**
 * Cut into one piece more than they may have edits, two names that are near have a piece in common, and nearly at the same
 * place: G. Li et al., "Pass-Join: a partition-based method for similarity joins" (2011). Knows strings, no names.
 */

/** At most 2 edits and 15 % of the listed name. */
export const editsFor = (length: number): number => Math.min(2, Math.floor(length * 0.15));

/** A name may be held against a longer one, whose length then decides. */
const cutsFor = (length: number): number => editsFor(length + 2 >= 14 ? length + 2 : length + 1);

/** Hashes of the pieces of a name by which others find it. Names of different `kind` never meet, or by chance. */
export function piecesOf(name: string, kind: number): readonly number[] {
  const cuts = cutsFor(name.length);
  if (cuts === 0) return [];
  const hashes = prefixHashes(name);
  return Array.from({ length: cuts + 1 }, (_, i) => {
    const from = pieceStart(name.length, cuts, i);
    return pieceHash(hashes, from, pieceStart(name.length, cuts, i + 1), name.length, i, kind);
  });
}

/** Calls `visit` with the hashes of the pieces that any name near `name` has, as it has them itself. */
export function forEachProbe(name: string, kind: number, visit: (piece: number) => void): void {
  const hashes = prefixHashes(name);
  for (let length = Math.max(1, name.length - 2); length <= name.length + 2; length++) {
    const cuts = cutsFor(length);
    const longer = name.length - length;
    if (cuts === 0 || Math.abs(longer) > cuts) continue;
    for (let i = 0; i <= cuts; i++) {
      const [from, to] = [pieceStart(length, cuts, i), pieceStart(length, cuts, i + 1)];
      // Before the first piece that both have, and after it, no more edits can lie than there are pieces.
      const least = Math.max(-i, longer - (cuts - i), -from);
      const most = Math.min(i, longer + (cuts - i), name.length - to);
      for (let shift = least; shift <= most; shift++) {
        visit(pieceHash(hashes, from + shift, to + shift, length, i, kind));
      }
    }
  }
}

const pieceStart = (length: number, cuts: number, i: number): number => Math.floor((i * length) / (cuts + 1));

const BASE = 0x01000193;
const powers: number[] = [1];

/** Of each beginning of `name`, the hash of R. Karp and M. Rabin, modulo 2³². */
function prefixHashes(name: string): Int32Array {
  const hashes = new Int32Array(name.length + 1);
  for (let i = 0; i < name.length; i++) hashes[i + 1] = (Math.imul(hashes[i]!, BASE) + name.charCodeAt(i) + 1) | 0;
  while (powers.length <= name.length) powers.push(Math.imul(powers[powers.length - 1]!, BASE));
  return hashes;
}

/** 30 bits, which a map keeps without a box. */
function pieceHash(hashes: Int32Array, from: number, to: number, length: number, i: number, kind: number): number {
  let hash = (hashes[to]! - Math.imul(hashes[from]!, powers[to - from]!)) | 0;
  hash = Math.imul(hash ^ kind, 0x85ebca6b) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (length * 8 + i), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x3fffffff;
}

/** A number for a text; two texts share one by chance only. */
export function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i) + 1) | 0;
  return hash;
}

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
