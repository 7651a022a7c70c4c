/** Takes a collection apart into its entries or items, each with the comments above it, verbatim. Knows YAML's styles, no keys. */

import { copied, type Meaning, meaningOf } from '../../core/edit/data.ts';
import { partSpans } from '../../core/edit/insert.ts';
import {
  columnOf,
  dashOf,
  endOf,
  endOfEntry,
  firstDash,
  isAlias,
  isBlockCollection,
  lineStart,
  nextLine,
  startsLine,
} from '../../core/edit/layout.ts';
import type { YamlNode } from '../../core/yaml.ts';
import { Unsafe } from './parts.ts';

export type Shape = 'block-map' | 'block-seq' | 'flow-map' | 'flow-seq' | 'scalar' | 'none';

export const isFlow = (shape: Shape): boolean => shape === 'flow-map' || shape === 'flow-seq';
export const isBlock = (shape: Shape): boolean => shape === 'block-map' || shape === 'block-seq';

/** An entry of a map, or an item of a list. */
export interface Unit {
  /** What it is known by on all sides. */
  readonly key: string;
  /** Blank lines and comments above it, each line with its end; in flow style nothing. */
  readonly lead: string;
  /** From its first character to the end of its last line, which is part of it; in flow style its own characters. */
  readonly content: string;
  /** The column at which the content stood. */
  readonly column: number;
  readonly shape: Shape;
  /** The name of an entry. */
  readonly name?: string;
  /** The entry's value, or the item. */
  readonly node: YamlNode;
  readonly text: string;
  /** Where the content begins in the text. */
  readonly start: number;
}

export interface Collection {
  readonly shape: Shape;
  readonly units: readonly Unit[];
  readonly column: number;
  /** How far to the right of where it stood it is to stand. */
  readonly by: number;
  /** In flow style, what stands before, between and after the units. */
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** The node itself, where it is no collection that has parts. */
  readonly node: YamlNode | undefined;
  readonly text: string;
  /** Where what follows the collection begins. */
  readonly end: number;
}

export function shapeOf(node: YamlNode | undefined, text: string): Shape {
  if (!node || node.kind === 'missing') return 'none';
  if (node.kind === 'scalar' || isAlias(text, node)) return 'scalar';
  if (node.kind === 'map') {
    if (node.entries.length === 0) return 'none';
    return node.flow ? 'flow-map' : 'block-map';
  }
  if (node.items.length === 0) return 'none';
  return node.flow ? 'flow-seq' : 'block-seq';
}

/**
 * The parts of a node. `from` is where what belongs to it begins: the end of the line of its key, or the start of the
 * file's YAML. A single value is a collection of one.
 */
export function collectionOf(node: YamlNode | undefined, text: string, from: number, by = 0): Collection {
  const shape = shapeOf(node, text);
  const base = { shape, column: 0, by, open: '', between: ', ', close: '', node, text };
  if (!node || shape === 'none') return { ...base, units: [], end: from };
  if (shape === 'scalar') {
    const end = endOf(text, node);
    const content = text.slice(node.span.start, end);
    const unit: Unit = { key: keyOf(node), lead: '', content, column: 0, shape, node, text, start: node.span.start };
    return { ...base, units: [unit], end };
  }
  return isBlockCollection(text, node) ? blockOf(node, base, from) : flowOf(node, base);
}

/** Items are known by what they mean, entries by their keys. */
const keyOf = (node: YamlNode): string => JSON.stringify(meaningOf(node));

type Base = Omit<Collection, 'units' | 'end'>;

function blockOf(node: YamlNode, base: Base, from: number): Collection {
  const { text, shape } = base;
  if (node.kind !== 'map' && node.kind !== 'seq') throw new Unsafe();
  const first = node.kind === 'map' ? node.entries[0]!.key.span.start : firstDash(text, node);
  const column = columnOf(text, first);
  const units: Unit[] = [];
  let at = from;
  const take = (start: number, end: number, part: YamlNode, key: string, name?: string) => {
    const inline = units.length === 0 && !startsLine(text, start);
    const line = inline ? start : lineStart(text, start);
    if (columnOf(text, start) !== column || line < at) throw new Unsafe();
    const lead = inline ? '' : text.slice(at, line);
    if (!inline && !/^(?:[ \t]*(?:#[^\n]*)?\n)*$/.test(lead)) throw new Unsafe();
    at = nextLine(text, end);
    if (text[at - 1] !== '\n') throw new Unsafe();
    const content = text.slice(start, at);
    units.push({ key, lead, content, column, shape, node: part, text, start, ...(name !== undefined && { name }) });
  };
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      const { key, value } = entry;
      take(key.span.start, endOfEntry(text, entry), value, key.value, key.value);
    }
  } else {
    for (const [i, item] of node.items.entries()) {
      const dash = dashOf(text, node, i);
      if (dash === undefined) throw new Unsafe();
      take(dash, Math.max(endOf(text, item), dash + 1), item, keyOf(item));
    }
  }
  return { ...base, column, units, end: at };
}

function flowOf(node: YamlNode, base: Base): Collection {
  const { text, shape } = base;
  if (node.kind !== 'map' && node.kind !== 'seq') throw new Unsafe();
  const spans = partSpans(text, node);
  const units = spans.map(({ start, end }, i): Unit => {
    const entry = node.kind === 'map' ? node.entries[i] : undefined;
    const part = entry?.value ?? (node.kind === 'seq' ? node.items[i]! : node);
    const key = entry ? entry.key.value : keyOf(part);
    const content = text.slice(start, end);
    return { key, lead: '', content, column: 0, shape, node: part, text, start, ...(entry && { name: key }) };
  });
  const [first, second, last] = [spans[0]!, spans[1], spans.at(-1)!];
  const { start, end } = node.span;
  const between = second ? text.slice(first.end, second.start) : ', ';
  return {
    ...base,
    units,
    open: text.slice(start, first.start),
    between,
    close: text.slice(last.end, end),
    end,
  };
}

/** Whether the text of a flow collection holds comments between its parts. */
export function hasComments({ node, text, units }: Collection): boolean {
  if (!node) return false;
  let rest = '';
  let at = node.span.start;
  for (const unit of units) {
    rest += text.slice(at, unit.start);
    at = Math.max(at, unit.start + unit.content.length);
  }
  return (rest + text.slice(at, Math.max(at, node.span.end))).includes('#');
}

export const meaningOfUnit = ({ node }: Unit): Meaning => meaningOf(node);
export const dataOfUnit = ({ node, text }: Unit) => copied(node, text);

/** Lines moved sideways; the first stays where it is unless it is told to move too. */
export function shifted(text: string, by: number, withFirst: boolean): string {
  if (by === 0) return text;
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      if ((i === 0 && !withFirst) || line.trim() === '') return line;
      if (by > 0) return ' '.repeat(by) + line;
      if (line.slice(0, -by).trim() !== '') throw new Unsafe();
      return line.slice(-by);
    })
    .join('\n');
}
