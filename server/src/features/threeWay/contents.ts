/** One entry or item taken apart: what stands before its value, the value, and what stands behind it. Merges nothing. */

import { afterColon, nextLine } from '../../core/edit/layout.ts';
import { Conflict } from './parts.ts';
import { type Collection, collectionOf, isBlock, shapeOf, shifted, type Unit } from './units.ts';

/** The pieces of a unit, each at the column where the unit is to stand. */
export interface Taken {
  readonly head: string;
  readonly value: Collection;
  /** The value as it is written, where it is not in block style. */
  readonly written: string;
  readonly tail: string;
}

/** `column` is where the unit is to stand. Throws `Conflict` where it is written in a way that cannot be taken apart. */
export function takenApart(unit: Unit, column: number): Taken {
  const { text, start, node, content, name } = unit;
  const by = column - unit.column;
  const end = start + content.length;
  const shape = shapeOf(node, text);
  const piece = (from: number, to: number) => shifted(text.slice(from, to), by, false);
  if (shape === 'none') {
    const at = name === undefined ? start + 1 : afterKey(unit);
    const stop = Math.max(at, node.span.end);
    return {
      head: piece(start, at),
      value: collectionOf(undefined, text, at, by),
      written: piece(at, stop),
      tail: piece(stop, end),
    };
  }
  if (!isBlock(shape)) {
    const value = collectionOf(node, text, start, by);
    const from = node.span.start;
    if (from < start || value.end > end) throw new Conflict();
    return { head: piece(start, from), value, written: piece(from, value.end), tail: piece(value.end, end) };
  }
  // The value of an entry stands below its key, that of an item begins behind the dash.
  const from = name === undefined ? startOf(unit) : nextLine(text, afterKey(unit));
  const value = collectionOf(node, text, from, by);
  if (value.end !== end || (name === undefined && value.units[0]!.start !== from)) throw new Conflict();
  return { head: piece(start, from), value, written: '', tail: '' };
}

function startOf({ text, node, start }: Unit): number {
  let at = start + 1;
  while (text[at] === ' ') at++;
  if (node.kind !== 'map' || node.entries[0]?.key.span.start !== at) throw new Conflict();
  return at;
}

/** The end of a key with its colon. */
function afterKey({ text, start, node, content }: Unit): number {
  let at = start;
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    for (at++; at < text.length && text[at] !== quote; at++) if (quote === '"' && text[at] === '\\') at++;
  }
  const colon = text.indexOf(':', at);
  // In flow style a key without a value needs no colon.
  if (node.kind === 'missing' && (colon < 0 || colon >= start + content.length)) return start + content.length;
  const end = colon < 0 ? undefined : afterColon(text, colon);
  if (end === undefined || (node.kind !== 'missing' && end > node.span.start)) throw new Conflict();
  return end;
}
