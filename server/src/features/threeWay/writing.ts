/** One unit as it is to stand in a merged collection, verbatim or in another style, and what it means there. Merges nothing. */

import {
  type BlockStyle,
  block,
  blockEntry,
  blockItem,
  type Data,
  flow,
  flowEntry,
  type Meaning,
  meaningOf,
  meaningOfData,
} from '../../core/edit/data.ts';
import { Conflict, canonical, type Merged, settled } from './parts.ts';
import type { Rule } from './rules.ts';
import { dataOfUnit, isBlock, meaningOfUnit, type Shape, shifted, type Unit } from './units.ts';

export interface Context {
  readonly style: BlockStyle;
  /** Where a claim stands in the text that it is about: what both sides add in one place goes in that order. */
  placeOf(unit: Unit): number;
}

/** What the units of a collection have in common. */
export interface Frame {
  readonly rule: Rule;
  readonly shape: Shape;
  readonly column: number;
  readonly context: Context;
}

/** Whether two versions of one unit are the same: to the last character, wherever they stand; in another style, in meaning. */
export function isSame(one: Unit, other: Unit, { rule }: Frame): boolean {
  if (one.shape === other.shape) return one.lead.trim() === other.lead.trim() && atMargin(one) === atMargin(other);
  const mean = (unit: Unit) => (rule.kind === 'declarations' ? meaningIn('block-map', unit) : meaningOfUnit(unit));
  return JSON.stringify(mean(one)) === JSON.stringify(mean(other)) && !(one.content + other.content).includes('#');
}

const atMargin = ({ content, column }: Unit): string => shifted(content, -column, false);

export const either = (one: Unit, other: Unit): Unit =>
  canonical(one.lead + one.content, other.lead + other.content) === one.lead + one.content ? one : other;

/** A unit as it is to stand in the collection: verbatim where the style is its own, written anew where it is not. */
export function written(unit: Unit, frame: Frame): Merged {
  const { shape, column } = frame;
  const meaning = meaningIn(shape, unit);
  if (unit.shape !== shape) {
    if (unit.content.includes('#')) throw new Conflict();
    const [name, value] = entryOf(unit, frame);
    return settled(composed(name, value, frame), meaning);
  }
  if (!isBlock(shape)) return settled(unit.content, meaning);
  const by = column - unit.column;
  return settled(shifted(unit.lead, by, true) + ' '.repeat(column) + shifted(unit.content, by, false), meaning);
}

/** An entry, or an item that has a name or none, in the style of the collection. */
export function composed(name: string | undefined, value: Data, { shape, column, context: { style } }: Frame): string {
  const margin = ' '.repeat(column);
  if (shape === 'block-map' && name !== undefined)
    return `${margin}${blockEntry(name, value, column, style)}${style.eol}`;
  if (shape === 'flow-map' && name !== undefined) return flowEntry(name, value);
  const inFlow = shape === 'flow-seq';
  const item: Data =
    name === undefined ? value : value === null ? name : inFlow ? { [name]: value } : block({ [name]: value });
  if (inFlow) return flow(item, 'flow', 'text');
  if (shape === 'block-seq') return `${margin}${blockItem(item, column, style, 'text')}${style.eol}`;
  throw new Conflict();
}

/** The id of a declaration and its forms; of any other unit its name, if it has one, and its value. */
function entryOf(unit: Unit, { rule }: Frame): readonly [name: string | undefined, value: Data] {
  if (unit.name !== undefined || rule.kind !== 'declarations') return [unit.name, dataOfUnit(unit)];
  const entry = unit.node.kind === 'map' ? unit.node.entries[0] : undefined;
  return [unit.key, entry ? dataOfUnit({ ...unit, node: entry.value }) : null];
}

/** What a unit means in a collection of that shape: an entry's value, or an item. */
function meaningIn(shape: Shape, unit: Unit): Meaning {
  const meaning = meaningOfUnit(unit);
  if (shape === 'block-map' || shape === 'flow-map') {
    if (unit.name !== undefined) return meaning;
    const { node } = unit;
    return node.kind === 'map' && node.entries[0] ? meaningOf(node.entries[0].value) : null;
  }
  if (unit.name === undefined) return meaning;
  return meaning === null ? unit.name : { map: [[unit.name, meaning]] };
}

/** What a declaration written anew means. */
export function meaningOfForms(shape: Shape, id: string, value: Data): Meaning {
  const meaning = meaningOfData(value);
  if (shape === 'block-map' || shape === 'flow-map') return meaning;
  return meaning === null ? id : { map: [[id, meaning]] };
}
