/** Puts another value, or another key, where one stands, and wraps collections into larger ones. */

import type { Entry, YamlNode } from '../yaml.ts';
import { Block, blockBody, blockItem, type Data, flow, flowEntry, meaningOfData, useUnder } from './data.ts';
import {
  afterColon,
  columnOf,
  endOf,
  isAlias,
  isBlockCollection,
  isHollow,
  lineEnd,
  lineStart,
  nextLine,
  startsLine,
  styleOf,
} from './layout.ts';
import { restyled } from './scalar.ts';
import { type Change, type Place, placeAt, type RawEdit, type Source } from './source.ts';

export function replace(
  source: Source,
  change: Change & { kind: 'replace' | 'rename' },
): readonly RawEdit[] | undefined {
  const place = placeAt(source, change.path);
  if (!place) return undefined;
  const { text } = source;
  const entry = place.parent?.kind === 'map' ? place.parent.entries[place.index] : undefined;
  if (change.kind === 'rename') {
    if (!entry) return undefined;
    const { start, end } = entry.key.span;
    return [{ start, end, newText: restyled(change.key, text.slice(start, end), 'key') }];
  }
  const { value } = change;
  if (value instanceof Block && !place.inFlow && entry && isHollow(place.node) && !isAlias(text, place.node)) {
    return blockValue(source, place.node, entry, value);
  }
  const written = (old: string) => rewritten(value, old, place, entry);
  const { node } = place;
  if (entry && value === null && !isHollow(node)) return emptied(text, node, entry, place.inFlow);
  if (isBlockCollection(text, node))
    return entry ? collapsed(text, node, entry, written('')) : flattened(text, node, written(''));
  const { start } = node.span;
  const end = endOf(text, node);
  if (value instanceof Block && !place.inFlow && !entry && start < end) {
    const column = columnOf(text, start);
    return [{ start, end, newText: blockItem(value, column - 2, styleOf(text, source.root)).slice(2) }];
  }
  if (start < end) {
    const newText = written(text.slice(start, end));
    // Nothing after a key leaves no space behind.
    const from = newText === '' && entry ? (afterColon(text, entry.key.span.end) ?? start) : start;
    return [{ start: text.slice(from, start).trim() === '' ? from : start, end, newText }];
  }
  if (!entry) return [{ start, end, newText: /\s/.test(text[start - 1] ?? '') ? written('') : ` ${written('')}` }];
  const colon = afterColon(text, entry.key.span.end);
  if (colon === undefined) return [{ start, end, newText: `: ${written('')}` }];
  return [{ start: colon, end: colon, newText: ` ${written('')}` }];
}

function rewritten(value: Data, old: string, place: Place, entry: Entry | undefined): string {
  const context = place.inFlow ? 'flow' : 'block';
  const use = entry ? useUnder(entry.key.value, 'value') : 'value';
  const meaning = meaningOfData(value);
  if (typeof meaning === 'string' && typeof value !== 'number' && /^["']/.test(old)) {
    return restyled(meaning, old, context, use);
  }
  return flow(value, context, use);
}

/** Lines below a key that has no value, or `[]` or `{}`, yet. */
function blockValue(source: Source, node: YamlNode, { key }: Entry, value: Block): readonly RawEdit[] | undefined {
  const { text, root } = source;
  const style = styleOf(text, root);
  const colon = afterColon(text, key.span.end);
  if (colon === undefined) return undefined;
  // The span of a value that is not written lies before the colon.
  const end = Math.max(colon, node.span.end);
  const body = blockBody(value, columnOf(text, key.span.start), style, useUnder(key.value, 'value'));
  const blank = text.slice(colon, Math.max(colon, node.span.start)).trim() === '';
  if (!blank) return undefined;
  const edge = lineEnd(text, end);
  return [
    ...(node.span.end > node.span.start ? [{ start: colon, end, newText: '' }] : []),
    { start: edge, end: edge, newText: `${style.eol}${body}` },
  ];
}

/** A block collection replaced by something on one line; refused where that would lose a comment. */
function collapsed(text: string, node: YamlNode, { key }: Entry, written: string): readonly RawEdit[] | undefined {
  const colon = afterColon(text, key.span.end);
  const end = endOf(text, node);
  if (colon === undefined || text.slice(colon, end).includes('#')) return undefined;
  return [{ start: colon, end, newText: ` ${written}` }];
}

/** The same for an item of a list. */
function flattened(text: string, node: YamlNode, written: string): readonly RawEdit[] | undefined {
  const { start } = node.span;
  const end = endOf(text, node);
  return text.slice(start, end).includes('#') ? undefined : [{ start, end, newText: written }];
}

/** A key without its value: nothing says that better than `null`, and in flow style it goes without the colon. */
function emptied(text: string, node: YamlNode, { key }: Entry, inFlow: boolean): readonly RawEdit[] | undefined {
  const colon = afterColon(text, key.span.end);
  const end = endOf(text, node);
  if (colon === undefined || text.slice(colon, node.span.start).includes('#')) return undefined;
  if (isBlockCollection(text, node) && text.slice(colon, end).includes('#')) return undefined;
  return [{ start: inFlow ? key.span.end : colon, end, newText: '' }];
}

/** The collection as the first part of a new one around it, and a second part after it. */
export function wrap(source: Source, change: Change & { kind: 'wrap' }): readonly RawEdit[] | undefined {
  const place = placeAt(source, change.path);
  if (!place) return undefined;
  const { text } = source;
  const { node } = place;
  const { as, key, value } = change;
  if (isBlockCollection(text, node)) return wrapBlock(source, place, change);
  const { start } = node.span;
  const end = endOf(text, node);
  const second = as === undefined ? flow(value, 'flow') : flowEntry(key ?? '', value);
  const [opening, closing] = as === undefined ? ['[', ']'] : [`{${as}: `, '}'];
  return [
    { start, end: start, newText: opening },
    { start: end, end, newText: `, ${second}${closing}` },
  ];
}

function wrapBlock(source: Source, place: Place, change: Change & { kind: 'wrap' }): readonly RawEdit[] | undefined {
  const { text, root } = source;
  const { node } = place;
  const entry = place.parent?.kind === 'map' ? place.parent.entries[place.index] : undefined;
  if (!entry) return undefined;
  const style = styleOf(text, root);
  let start = node.span.start;
  while (text[start] === ' ') start++;
  if (!startsLine(text, start)) return undefined;
  const old = columnOf(text, start);
  const parent = columnOf(text, entry.key.span.start);
  const outer = old > parent ? old : parent + style.step;
  const inner = change.as === undefined ? outer + 2 : outer + (node.kind === 'seq' ? style.dash : style.step);
  const end = endOf(text, node);
  const edits: RawEdit[] = [];
  const shift = ' '.repeat(inner - old);
  const margin = ' '.repeat(outer);
  if (change.as === undefined) {
    edits.push({ start, end: start, newText: `${' '.repeat(outer - old)}- ` });
  } else {
    const first = lineStart(text, start);
    edits.push({ start: first, end: first, newText: `${margin}${change.as}:${style.eol}${shift}` });
  }
  for (let line = nextLine(text, start); line <= end && line < text.length; line = nextLine(text, line)) {
    if (lineEnd(text, line) > line) edits.push({ start: line, end: line, newText: shift });
    if (nextLine(text, line) === line) break;
  }
  const edge = lineEnd(text, end);
  const second =
    change.as === undefined
      ? blockItem(change.value, outer, style)
      : `${change.key}: ${flow(change.value, 'block', useUnder(change.key ?? '', 'value'))}`;
  edits.push({ start: edge, end: edge, newText: `${style.eol}${margin}${second}` });
  return edits;
}
