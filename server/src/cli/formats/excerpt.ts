/** A source line cut to the width of a terminal, and where a place in it is to be underlined. Knows no findings. */

import type { Position } from '../../core/text.ts';
import { type Cluster, clustersOf } from '../terminal.ts';

export interface Excerpt {
  /** Safe to print, in at most the width asked for. */
  readonly text: string;
  /** Cells before the place. */
  readonly before: number;
  /** Cells of the place, at least one. */
  readonly under: number;
  /** The line, from 0, on which the place ends, if it is another. */
  readonly goesOnTo: number | undefined;
}

const CUT = '...';
/** Less is unreadable, whatever the terminal says. */
const LEAST_WIDTH = 40;
/** A paragraph can be one line of a megabyte: only so many units for each cell, on both sides of the place, are taken apart. */
const UNITS_PER_CELL = 4;

/** The part of `line` around the range that starts in it; undefined for an empty line, where there is nothing to see. */
export function excerpt(
  line: string,
  { start, end }: { start: Position; end: Position },
  width: number,
): Excerpt | undefined {
  if (line.trim() === '') return undefined;
  const room = Math.max(LEAST_WIDTH, width);
  const near = room * UNITS_PER_CELL;
  const from = start.character <= near ? 0 : boundaryAt(line, start.character - near);
  const to = boundaryAt(line, Math.min(line.length, start.character + near));
  const clusters = [...clustersOf(line.slice(from, to))];
  const goesOnTo = end.line > start.line ? end.line : undefined;
  const last = goesOnTo === undefined ? end.character : line.length;
  const first = indexAt(clusters, start.character - from);
  const after = Math.max(first + 1, indexAt(clusters, last - from));
  const [begin, stop] = windowAround(clusters, first, after, room, from > 0, to < line.length);
  const head = begin > 0 || from > 0 ? CUT : '';
  const tail = stop < clusters.length || to < line.length ? CUT : '';
  const cells = (a: number, b: number) => clusters.slice(a, b).reduce((sum, cluster) => sum + cluster.cells, 0);
  return {
    text: (
      head +
      clusters
        .slice(begin, stop)
        .map(({ text }) => text)
        .join('') +
      tail
    ).trimEnd(),
    before: head.length + cells(begin, first),
    under: Math.max(1, cells(first, Math.min(after, stop))),
    goesOnTo,
  };
}

/** Not between the halves of a surrogate pair. */
function boundaryAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** The first cluster that ends after `offset`. */
function indexAt(clusters: readonly Cluster[], offset: number): number {
  const at = clusters.findIndex(({ end }) => end > offset);
  return at < 0 ? clusters.length : at;
}

/** Clusters to show, `[begin, stop)`: all if they fit, else the place with a third of the room left for what precedes it. */
function windowAround(
  clusters: readonly Cluster[],
  first: number,
  after: number,
  room: number,
  cutBefore: boolean,
  cutAfter: boolean,
): readonly [number, number] {
  const total = clusters.reduce((sum, { cells }) => sum + cells, 0);
  if (!cutBefore && !cutAfter && total <= room) return [0, clusters.length];
  let free = room - 2 * CUT.length;
  let begin = first;
  let stop = first;
  const take = (index: number): boolean => {
    const cells = clusters[index]?.cells;
    if (cells === undefined || cells > free) return false;
    free -= cells;
    return true;
  };
  const lead = Math.floor(free / 3);
  while (stop < after && free > lead && take(stop)) stop++;
  while (begin > 0 && take(begin - 1)) begin--;
  while (stop < clusters.length && take(stop)) stop++;
  return [begin, stop];
}
