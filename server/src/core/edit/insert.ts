/** Where a new entry or item goes and how it is set off there. Knows YAML's styles, not what is written. */

import type { YamlMap, YamlSeq } from '../yaml.ts';
import { type BlockStyle, blockEntry, blockItem, type Data, flow, flowEntry } from './data.ts';
import {
  columnOf,
  dashOf,
  endOf,
  endOfEntry,
  firstDash,
  flowGap,
  hasBreak,
  isBlockCollection,
  lineEnd,
  lineStart,
  startsLine,
  styleOf,
} from './layout.ts';
import { type Change, placeAt, type RawEdit, type Source } from './source.ts';

export function insert(source: Source, change: Change & { kind: 'insert' }): readonly RawEdit[] | undefined {
  const { text, root } = source;
  const style = styleOf(text, root);
  if (!root) return change.key === undefined ? undefined : intoEmptyFile(source, change.key, change.value, style);
  const node = placeAt(source, change.path)?.node;
  if (!node || (node.kind !== 'map' && node.kind !== 'seq')) return undefined;
  if ((node.kind === 'map') !== (change.key !== undefined)) return undefined;
  if (!isBlockCollection(text, node)) {
    const written = change.key === undefined ? flow(change.value, 'flow') : flowEntry(change.key, change.value);
    return intoFlow(text, node, change.index, written, style.eol);
  }
  if (node.kind === 'seq') return afterItem(text, node, change.index, change.value, style);
  if (change.apart && change.index >= node.entries.length) return atEnd(source, node, change.key!, change.value, style);
  return beforeOrAfterEntry(source, node, change.index, change.key!, change.value, style);
}

function intoEmptyFile({ text, region }: Source, key: string, value: Data, style: BlockStyle): readonly RawEdit[] {
  const at = region?.end ?? text.length;
  const open = at > (region?.start ?? 0) && text[at - 1] !== '\n' ? style.eol : '';
  return [insertion(at, `${open}${blockEntry(key, value, 0, style)}${style.eol}`)];
}

function beforeOrAfterEntry(
  { text }: Source,
  map: YamlMap,
  index: number,
  key: string,
  value: Data,
  style: BlockStyle,
): readonly RawEdit[] | undefined {
  const first = map.entries[0];
  if (!first) return undefined;
  const column = columnOf(text, first.key.span.start);
  const entry = blockEntry(key, value, column, style);
  const indent = ' '.repeat(column);
  const before = map.entries[Math.min(index, map.entries.length) - 1];
  if (before) return [insertion(lineEnd(text, endOfEntry(text, before)), `${style.eol}${indent}${entry}`)];
  const start = first.key.span.start;
  if (!startsLine(text, start)) return [insertion(start, `${entry}${style.eol}${indent}`)];
  return [insertion(aboveComments(text, start, column), `${indent}${entry}${style.eol}`)];
}

/** As the last entry of the file, below the comments that end it. */
function atEnd(
  { text, region }: Source,
  map: YamlMap,
  key: string,
  value: Data,
  style: BlockStyle,
): readonly RawEdit[] | undefined {
  const [last, other] = [map.entries.at(-1), map.entries.at(-2)];
  if (!last) return undefined;
  const column = columnOf(text, last.key.span.start);
  let at = region?.end ?? text.length;
  while (at > last.key.span.end && /[\s]/.test(text[at - 1]!)) at--;
  const between = other ? text.slice(endOfEntry(text, other), last.key.span.start) : undefined;
  const blank =
    between === undefined ? hasBreak(text, last.key.span.start, endOfEntry(text, last)) : /\n[ \t]*\r?\n/.test(between);
  const entry = `${' '.repeat(column)}${blockEntry(key, value, column, style)}`;
  return [insertion(at, `${style.eol}${blank ? style.eol : ''}${entry}`)];
}

/** The start of the line of `start`, or of the comment lines right above it, which speak of it. */
function aboveComments(text: string, start: number, column: number): number {
  let line = lineStart(text, start);
  while (line > 0) {
    const above = lineStart(text, line - 1);
    if (text[above + column] !== '#' || text.slice(above, above + column).trim() !== '') break;
    line = above;
  }
  return line;
}

function afterItem(
  text: string,
  seq: YamlSeq,
  index: number,
  value: Data,
  style: BlockStyle,
): readonly RawEdit[] | undefined {
  const before = seq.items[Math.min(index, seq.items.length) - 1];
  if (!before) return undefined;
  const column = columnOf(text, firstDash(text, seq));
  const item = blockItem(value, column, style, 'value', gapOf(text, seq));
  return [insertion(lineEnd(text, endOf(text, before)), `${style.eol}${' '.repeat(column)}${item}`)];
}

/** The width of a list's dashes with the spaces after them, as the first item has it. */
function gapOf(text: string, seq: YamlSeq): number {
  const dash = dashOf(text, seq, 0);
  const gap = dash === undefined ? 2 : seq.items[0]!.span.start - dash;
  return gap >= 2 && gap <= 8 && text.slice(dash! + 1, dash! + gap).trim() === '' ? gap : 2;
}

/** Into `[…]` or `{…}`: after the last one, or before the one that shall follow. */
function intoFlow(
  text: string,
  node: YamlMap | YamlSeq,
  index: number,
  written: string,
  eol: string,
): readonly RawEdit[] {
  const spans = partSpans(text, node);
  const closer = node.span.end - 1;
  if (spans.length === 0) {
    const inner = text.slice(node.span.start + 1, closer);
    return [
      inner.trim() === '' && !hasBreak(inner, 0, inner.length)
        ? { start: node.span.start + 1, end: closer, newText: inner.length > 1 ? ` ${written} ` : written }
        : insertion(closer, written),
    ];
  }
  const next = spans[index];
  if (next) {
    const ownLine = startsLine(text, next.start);
    return [insertion(next.start, ownLine ? `${written},${eol}${indentAt(text, next.start)}` : `${written}, `)];
  }
  const last = spans.at(-1)!;
  const previous = spans.at(-2)?.end ?? node.span.start;
  const { comma, comment } = flowGap(text, last.end, closer);
  const after = comma === undefined ? last.end : comma + 1;
  const lines = hasBreak(text, previous, last.start) && startsLine(text, last.start);
  const lead = lines ? `${eol}${indentAt(text, last.start)}` : ' ';
  if (comma !== undefined) {
    const end = lines && lineEnd(text, after) < closer ? lineEnd(text, after) : after;
    return [insertion(end, `${lead}${written},`)];
  }
  const end = lineEnd(text, after);
  if (lines && comment && end < closer) return [insertion(after, ','), insertion(end, `${lead}${written}`)];
  return [insertion(after, `,${lead}${written}`)];
}

/** The spans of a flow collection's entries or items. */
export function partSpans(text: string, node: YamlMap | YamlSeq): readonly { start: number; end: number }[] {
  return node.kind === 'map'
    ? node.entries.map((entry) => ({ start: entry.key.span.start, end: endOfEntry(text, entry) }))
    : node.items.map((item) => ({ start: item.span.start, end: endOf(text, item) }));
}

const indentAt = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);
const insertion = (at: number, newText: string): RawEdit => ({ start: at, end: at, newText });
