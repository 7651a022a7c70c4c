/** Where things stand on the lines of a YAML text: line ends, columns, the last character of a node. Knows no keys. */

import type { Entry, YamlMap, YamlNode, YamlSeq } from '../yaml.ts';
import type { BlockStyle } from './data.ts';

/** The start of the line that holds `offset`, after a byte order mark if there is one. */
export function lineStart(text: string, offset: number): number {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** The end of the line that holds `offset`, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** The start of the line after the one that holds `offset`, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** Whether nothing but spaces stands before `offset` on its line. */
export const startsLine = (text: string, offset: number): boolean =>
  text.slice(lineStart(text, offset), offset).trim() === '';

export const isAlias = (text: string, node: YamlNode): boolean => text[node.span.start] === '*' && !isQuoted(node);
const isQuoted = (node: YamlNode): boolean => node.kind === 'scalar' && node.style !== 'plain';

/** Whether `node` is a map or list in block style that stands here itself, not through an alias. */
export function isBlockCollection(text: string, node: YamlNode): node is YamlMap | YamlSeq {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow && !isAlias(text, node);
}

/** Whether a value has nothing in it: missing, `[]` or `{}`. */
export function isHollow(node: YamlNode | undefined): boolean {
  if (!node || node.kind === 'missing') return true;
  if (node.kind === 'scalar') return false;
  return (node.kind === 'map' ? node.entries : node.items).length === 0;
}

/** The end of a node's own last character, comments and line breaks after it not included. */
export function endOf(text: string, node: YamlNode): number {
  if (isBlockCollection(text, node)) {
    if (node.kind === 'map') {
      const last = node.entries.at(-1);
      return last ? endOfEntry(text, last) : node.span.end;
    }
    const last = node.items.at(-1);
    return last ? endOf(text, last) : node.span.end;
  }
  let { end } = node.span;
  if (node.kind === 'scalar' && node.style === 'block')
    while (end > node.span.start && /[\r\n]/.test(text[end - 1]!)) end--;
  return end;
}

export function endOfEntry(text: string, { key, value }: Entry): number {
  return value.kind === 'missing' && value.span.start === value.span.end
    ? (afterColon(text, key.span.end) ?? key.span.end)
    : endOf(text, value);
}

/** The offset after the colon that follows a key, or undefined where none does. */
export function afterColon(text: string, keyEnd: number): number | undefined {
  let at = keyEnd;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === ':' ? at + 1 : undefined;
}

/** The dash of a block list's first item. */
export function firstDash(text: string, seq: YamlSeq): number {
  let at = seq.span.start;
  while (text[at] === ' ') at++;
  return at;
}

/** The dash of the item at `index`; undefined where it does not begin a line of its own at the list's column. */
export function dashOf(text: string, seq: YamlSeq, index: number): number | undefined {
  const first = firstDash(text, seq);
  if (index === 0) return text[first] === '-' ? first : undefined;
  const column = columnOf(text, first);
  const limit = seq.items[index]!.span.start;
  for (let line = nextLine(text, endOf(text, seq.items[index - 1]!)); line <= limit; ) {
    if (text[line + column] === '-' && text.slice(line, line + column).trim() === '') return line + column;
    const next = nextLine(text, line);
    if (next === line) return undefined;
    line = next;
  }
  return undefined;
}

/** What stands between two places of a flow collection: the comma, and whether there are comments. */
export function flowGap(text: string, start: number, end: number): { comma?: number; comment: boolean } {
  let comma: number | undefined;
  let comment = false;
  for (let at = start; at < end; at++) {
    if (text[at] === '#') {
      comment = true;
      at = lineEnd(text, at);
    } else if (text[at] === ',') comma ??= at;
  }
  return { comma, comment };
}

export const hasBreak = (text: string, start: number, end: number): boolean => /[\r\n]/.test(text.slice(start, end));

/** The line end of the file, its indentation and its way with lists, from the first place that shows each. */
export function styleOf(text: string, root: YamlMap | undefined): BlockStyle {
  const at = text.indexOf('\n');
  const eol = at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
  let step: number | undefined;
  let dash: number | undefined;
  const visit = (map: YamlMap, depth: number): void => {
    if (depth > 8 || map.flow) return;
    for (const { key, value } of map.entries) {
      if (!isBlockCollection(text, value)) continue;
      const column = columnOf(text, key.span.start);
      if (value.kind === 'map') {
        const first = value.entries[0];
        if (first) step ??= columnOf(text, first.key.span.start) - column;
        visit(value, depth + 1);
      } else {
        dash ??= columnOf(text, firstDash(text, value)) - column;
        for (const item of value.items) if (item.kind === 'map' && !isAlias(text, item)) visit(item, depth + 1);
      }
      if (step !== undefined && dash !== undefined) return;
    }
  };
  if (root && !isAlias(text, root)) visit(root, 0);
  const within = (width: number | undefined, least: number): number | undefined =>
    width !== undefined && width >= least && width <= 8 ? width : undefined;
  const indent = within(step, 1) ?? (within(dash, 1) || 2);
  return { eol, step: indent, dash: within(dash, 0) ?? indent };
}
