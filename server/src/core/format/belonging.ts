/** To which part of a tree the comments below it belong, by their indentation. Reads nothing and writes nothing. */

import { type Gap, Unfamiliar } from './cursor.ts';
import type { Line, Part } from './tree.ts';

/**
 * Gives the lines after `part` to what they belong to by their indentation: to the innermost that they are inside of.
 * Once a line belongs further out, so does what follows. Returns what belongs to none: it leads the next part.
 */
export function settled({ trail, lines }: Gap, part: Part | undefined): Line[] {
  if (trail !== '') throw new Unfamiliar();
  const places = placesBelow(part);
  let pending: Line[] = [];
  let next = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text === '') {
      pending.push('');
      continue;
    }
    while (places.length > 0 && places.at(-1)!.column > line.column) places.pop();
    const place = places.at(-1);
    if (!place) break;
    place.lines.push(...pending, line.text);
    for (const within of place.parts) within.end = line.end;
    pending = [];
    next = i + 1;
  }
  return lines.slice(next).map(({ text }) => text);
}

interface Place {
  readonly lines: Line[];
  /** The least column of a comment that belongs there. */
  readonly column: number;
  /** The parts that end with what is put there. */
  readonly parts: readonly Part[];
}

/** Where comments below `part` may belong, from the outside in. */
function placesBelow(part: Part | undefined): Place[] {
  const places: Place[] = [];
  const parts: Part[] = [];
  for (let at = part; at; ) {
    parts.push(at);
    const { value, column, foot } = at;
    if ((value.kind === 'map' || value.kind === 'seq') && !value.flow) {
      places.push({ lines: value.foot, column: Math.max(value.column, column + 1), parts: [...parts] });
      at = value.parts.at(-1);
      continue;
    }
    // Below a literal text an indented comment would be a line of it.
    if (value.kind !== 'block' && value.kind !== 'verbatim')
      places.push({ lines: foot, column: column + 1, parts: [...parts] });
    break;
  }
  return places;
}
