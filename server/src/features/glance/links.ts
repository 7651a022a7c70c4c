/**
 * The connections of a network, chosen so that many can be left out: the strongest of each node first, so that nobody stands
 * alone who has company, then the strongest of all. The same for the same corpus. Knows nodes as numbers only.
 */

import type { Pairs } from './pairs.ts';
import type { Steps } from './steps.ts';

export interface Links {
  /** Four numbers each: two nodes, meetings in documents, meetings in claims. */
  readonly edges: readonly number[];
  /** How many there are beside them. */
  readonly left: number;
  /** With how many others each node is connected. */
  readonly connections: Uint32Array;
}

/** Of each node these are kept whatever happens. */
const OWN = 2;
/** Nodes between two steps. */
const STEP = 200;
/** Connections stronger than this are all the same. */
const STRONGEST = 4_095;

export function* strongest(nodes: number, together: Pairs, said: Pairs, limit: number): Steps<Links> {
  const connections = new Uint32Array(nodes);
  const all = new Columns();
  const kept = new Set<number>();
  const [documents, claims] = [new Uint32Array(nodes), new Uint32Array(nodes)];
  const strengths = new Uint32Array(STRONGEST + 1);
  for (let a = 0; a < nodes; a++) {
    const met: number[] = [];
    for (const [meetings, counts] of [
      [together.metBy(a), documents],
      [said.metBy(a), claims],
    ] as const) {
      for (const b of meetings) {
        if (documents[b] === 0 && claims[b] === 0) met.push(b);
        counts[b]!++;
      }
    }
    connections[a] = met.length;
    // Numbers for comparing: the strongest first, then the first.
    for (const b of best(met, (b) => documents[b]! + claims[b]!)) kept.add(Math.min(a, b) * nodes + Math.max(a, b));
    for (const b of met) {
      if (a < b) {
        all.add(a, b, documents[b]!, claims[b]!);
        strengths[Math.min(documents[b]! + claims[b]!, STRONGEST)]!++;
      }
      documents[b] = claims[b] = 0;
    }
    if (a % STEP === STEP - 1) yield;
  }
  return { ...chosen(all, kept, strengths, nodes, limit), connections };
}

function chosen(
  all: Columns,
  kept: ReadonlySet<number>,
  strengths: Uint32Array,
  nodes: number,
  limit: number,
): Pick<Links, 'edges' | 'left'> {
  let room = Math.max(0, limit - kept.size);
  let least = STRONGEST;
  // Whole strengths first; of the one that does not fit as a whole, as many as there is room for.
  while (least > 0 && strengths[least]! <= room) room -= strengths[least--]!;
  const edges: number[] = [];
  let taken = 0;
  for (let i = 0; i < all.count; i++) {
    const [a, b, documents, claims] = [all.a[i]!, all.b[i]!, all.documents[i]!, all.claims[i]!];
    const strength = Math.min(documents + claims, STRONGEST);
    const fits = strength > least || kept.has(a * nodes + b) || (strength === least && room-- > 0);
    if (!fits || taken >= limit) continue;
    edges.push(a, b, documents, claims);
    taken++;
  }
  return { edges, left: all.count - taken };
}

function best(met: readonly number[], strength: (b: number) => number): readonly number[] {
  const found: number[] = [];
  for (const b of met) {
    const at = found.findIndex(
      (other) => strength(b) > strength(other) || (strength(b) === strength(other) && b < other),
    );
    if (at >= 0) found.splice(at, 0, b);
    else found.push(b);
    if (found.length > OWN) found.pop();
  }
  return found;
}

/** Rows that grow by the million. */
class Columns {
  a = new Uint32Array(1 << 12);
  b = new Uint32Array(1 << 12);
  documents = new Uint32Array(1 << 12);
  claims = new Uint32Array(1 << 12);
  count = 0;

  add(a: number, b: number, documents: number, claims: number): void {
    if (this.count === this.a.length) {
      for (const column of ['a', 'b', 'documents', 'claims'] as const) {
        const larger = new Uint32Array(2 * this.count);
        larger.set(this[column]);
        this[column] = larger;
      }
    }
    this.a[this.count] = a;
    this.b[this.count] = b;
    this.documents[this.count] = documents;
    this.claims[this.count++] = claims;
  }
}
