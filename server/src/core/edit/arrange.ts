/** Items of a list put in another order, or written anew as others. Knows lists, not that they hold claims. */

import type { YamlNode, YamlSeq } from '../yaml.ts';
import { Block, block, blockItem, type Data, flow, kept } from './data.ts';
import {
  columnOf,
  dashOf,
  endOf,
  hasBreak,
  isAlias,
  isBlockCollection,
  lineEnd,
  lineStart,
  startsLine,
  styleOf,
} from './layout.ts';
import { type Change, placeAt, type RawEdit, type Source } from './source.ts';

/** The item at `index` and the one after it in one another's place, each with the comments right above it. */
export function swap(source: Source, { path, index }: Change & { kind: 'swap' }): readonly RawEdit[] | undefined {
  const { text } = source;
  const list = placeAt(source, path)?.node;
  if (list?.kind !== 'seq' || isAlias(text, list)) return undefined;
  const [first, second] = [stretchOf(text, list, index), stretchOf(text, list, index + 1)];
  if (!first || !second || first.end > second.start) return undefined;
  return [
    { ...first, newText: text.slice(second.start, second.end) },
    { ...second, newText: text.slice(first.start, first.end) },
  ];
}

/** Other items in the place of some; refused where that would lose a comment or an anchor. */
export function splice(
  source: Source,
  { path, index, count, values }: Change & { kind: 'splice' },
): readonly RawEdit[] | undefined {
  const { text } = source;
  const list = placeAt(source, path)?.node;
  const [first, last] = list?.kind === 'seq' ? [list.items[index], list.items[index + count - 1]] : [];
  if (list?.kind !== 'seq' || !first || !last || isAlias(text, list) || values.length === 0) return undefined;
  if (list.items.slice(index, index + count).some((item) => holdsMore(text, list, item))) return undefined;
  if (!isBlockCollection(text, list)) {
    const { start } = first.span;
    const between = startsLine(text, start) ? `,${styleOf(text, source.root).eol}${marginAt(text, start)}` : ', ';
    return [{ start, end: last.span.end, newText: values.map((value) => flow(value, 'flow')).join(between) }];
  }
  const start = dashOf(text, list, index);
  if (start === undefined) return undefined;
  const end = lineEnd(text, endOf(text, last));
  const column = columnOf(text, start);
  const style = styleOf(text, source.root);
  const gap = Math.min(8, Math.max(2, first.span.start - start));
  const items = values.map((value) =>
    blockItem(value, column, style, 'value', hasBreak(text, start, first.span.start) ? 2 : gap),
  );
  return [{ start, end, newText: items.join(`${style.eol}${' '.repeat(column)}`) }];
}

/** What stands in the file as data to be written elsewhere, its scalars as they are written. */
export function carried(node: YamlNode, text: string): Data {
  if (node.kind === 'scalar' || node.kind === 'missing' || isAlias(text, node)) return kept(node, text);
  if (node.kind === 'seq') {
    const items = node.items.map((item) => carried(item, text));
    return node.flow ? items : block(items);
  }
  const entries = Object.fromEntries(
    node.entries.map(({ key, value }) => [key.value, value.kind === 'missing' ? null : carried(value, text)]),
  );
  return node.flow ? entries : block(entries);
}

/** The keys of `data`, whatever style it is to be written in. */
export const keysOf = (data: Data): { readonly [key: string]: Data | undefined } =>
  (data instanceof Block ? data.data : data) as { readonly [key: string]: Data | undefined };

/** Whether an item of a list holds what its data does not: comments, also behind it on its line, anchors, tags. */
export function holdsMore(text: string, list: YamlSeq, node: YamlNode): boolean {
  const end = endOf(text, node);
  if (!list.flow && text.slice(end, lineEnd(text, end)).includes('#')) return true;
  let at = node.span.start;
  let found = false;
  const visit = (part: YamlNode): void => {
    if (part.kind === 'map' && !isAlias(text, part)) {
      for (const { key, value } of part.entries) {
        pass(key.span.start, key.span.end);
        visit(value);
      }
    } else if (part.kind === 'seq' && !isAlias(text, part)) for (const item of part.items) visit(item);
    else pass(part.span.start, part.span.end);
  };
  const pass = (start: number, end: number): void => {
    if (start < at) return;
    found ||= /[#&!]/.test(text.slice(at, start));
    at = Math.max(at, end);
  };
  visit(node);
  return found || /[#&!]/.test(text.slice(at, Math.max(at, end)));
}

const marginAt = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);

/** An item: of a block list its lines, with the comments right above them. */
function stretchOf(text: string, list: YamlSeq, index: number): { start: number; end: number } | undefined {
  const item = list.items[index];
  if (!item) return undefined;
  if (list.flow) return { start: item.span.start, end: endOf(text, item) };
  const dash = dashOf(text, list, index);
  if (dash === undefined || !startsLine(text, dash)) return undefined;
  const column = columnOf(text, dash);
  let start = dash;
  for (let line = lineStart(text, dash); line > 0; ) {
    const above = lineStart(text, line - 1);
    if (above >= line || text[above + column] !== '#' || text.slice(above, above + column).trim() !== '') break;
    start = above + column;
    line = above;
  }
  return { start, end: lineEnd(text, endOf(text, item)) };
}
