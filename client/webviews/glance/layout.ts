/// <reference path="./forceatlas2.d.ts" />
/**
 * Where the nodes of a network stand: ForceAtlas2, a few rounds at a time, so that no frame waits for it. The same network is
 * always laid out the same. Knows numbers only, neither a page nor a renderer.
 */

import { inferSettings } from 'graphology-layout-forceatlas2';
import iterate from 'graphology-layout-forceatlas2/iterate';

/** The columns of the matrices that ForceAtlas2 works on: x, y, …, mass, convergence, size, fixed; source, target, weight. */
const NODE = 10;
const EDGE = 3;

/** So many rounds, whatever the machine: fewer for what takes longer and is told apart less. */
const ROUNDS: readonly (readonly [nodes: number, rounds: number])[] = [
  [300, 400],
  [1_500, 250],
  [Number.POSITIVE_INFINITY, 120],
];

export interface Layout {
  readonly done: boolean;
  /** From 0 to 1. */
  readonly progress: number;
  x(node: number): number;
  y(node: number): number;
  /** Goes on for about so many milliseconds, one round at least. */
  advance(milliseconds: number): void;
}

export interface LayoutOptions {
  /** Where a node has stood before: it then moves no more than it has to. */
  readonly before?: (node: number) => Place | undefined;
  /** All stand where they belong already. */
  readonly settled?: boolean;
  readonly now?: () => number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** `edges` are four numbers each: two nodes, and twice how much connects them. */
export function layoutOf(
  nodes: number,
  edges: readonly number[],
  { before, settled = false, now = () => performance.now() }: LayoutOptions = {},
): Layout {
  const matrix = startOf(nodes, edges);
  for (let node = 0; before && node < nodes; node++) {
    const place = before(node);
    if (place) matrix.set([place.x, place.y], node * NODE);
  }
  const links = new Float32Array((edges.length / 4) * EDGE);
  for (let i = 0; i < edges.length / 4; i++) {
    const [a, b] = [edges[i * 4]!, edges[i * 4 + 1]!];
    // What stands together in a hundred documents is not a hundred times as near.
    const weight = 1 + Math.log2(Math.max(1, edges[i * 4 + 2]! + edges[i * 4 + 3]!));
    links.set([a * NODE, b * NODE, weight], i * EDGE);
    matrix[a * NODE + 6]! += weight;
    matrix[b * NODE + 6]! += weight;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    ...inferSettings(nodes),
    barnesHutOptimize: nodes > 400,
    barnesHutTheta: 1,
  };
  const usual = nodes < 2 || settled ? 0 : ROUNDS.find(([most]) => nodes <= most)![1];
  const rounds = before ? Math.ceil(usual / 5) : usual;
  let round = 0;
  return {
    get done() {
      return round >= rounds;
    },
    get progress() {
      return rounds === 0 ? 1 : round / rounds;
    },
    x: (node) => matrix[node * NODE]!,
    y: (node) => matrix[node * NODE + 1]!,
    advance(milliseconds) {
      for (const end = now() + milliseconds; round < rounds; ) {
        iterate(settings, matrix, links);
        round++;
        if (now() >= end) return;
      }
    },
  };
}

/**
 * On a spiral, each near one that it is connected with: what belongs together need not find its way through everybody, and no
 * two stand on one spot, which would hold them there.
 */
function startOf(nodes: number, edges: readonly number[]): Float32Array {
  const matrix = new Float32Array(nodes * NODE);
  for (const [place, node] of walk(nodes, edges).entries()) {
    // The golden angle fills a disc evenly.
    const [angle, radius] = [place * 2.399963229728653, 10 * Math.sqrt(place + 0.5)];
    // Turned back by how far out it is, so that neighbours of the walk are neighbours on the disc.
    const turn = (place / Math.max(1, nodes)) * 2 * Math.PI;
    const spread = 0.15;
    matrix[node * NODE] = radius * Math.cos(turn + spread * Math.cos(angle)) * (1 + spread * Math.sin(angle));
    matrix[node * NODE + 1] = radius * Math.sin(turn + spread * Math.cos(angle)) * (1 + spread * Math.sin(angle));
    matrix[node * NODE + 6] = 1;
    matrix[node * NODE + 7] = 1;
    matrix[node * NODE + 8] = 1;
  }
  return matrix;
}

/** All nodes, each after one that it is connected with where there is one; the first first. */
function walk(nodes: number, edges: readonly number[]): readonly number[] {
  const starts = new Uint32Array(nodes + 1);
  for (let i = 0; i < edges.length; i += 4) {
    starts[edges[i]! + 1]!++;
    starts[edges[i + 1]! + 1]!++;
  }
  for (let i = 0; i < nodes; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const others = new Uint32Array(edges.length / 2);
  for (let i = 0; i < edges.length; i += 4) {
    others[next[edges[i]!]!++] = edges[i + 1]!;
    others[next[edges[i + 1]!]!++] = edges[i]!;
  }
  const order: number[] = [];
  const seen = new Uint8Array(nodes);
  for (let first = 0; first < nodes; first++) {
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen[node]) continue;
      seen[node] = 1;
      order.push(node);
      for (let i = starts[node + 1]! - 1; i >= starts[node]!; i--) if (!seen[others[i]!]) open.push(others[i]!);
    }
  }
  return order;
}
