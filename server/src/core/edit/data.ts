/** What is to be written, as plain data, and how it reads as YAML. Knows YAML's shapes, not where in a file they go. */

import type { YamlMap, YamlNode } from '../yaml.ts';
import { parseYaml } from '../yaml.ts';
import { quoted, type ScalarContext, type ScalarUse, scalar } from './scalar.ts';

/**
 * Data to write. A string is quoted where it needs to be; keys whose value is undefined are left out.
 * Collections are written in flow style unless they are wrapped in `block`.
 */
export type Data =
  | string
  | number
  | boolean
  | null
  | Written
  | Block
  | readonly Data[]
  | { readonly [key: string]: Data | undefined };

/** A value whose way of writing is already decided. */
export class Written {
  constructor(
    readonly meaning: Meaning,
    readonly render: (context: ScalarContext) => string,
  ) {}
}

/** A collection to be written in block style wherever what is around it allows that. */
export class Block {
  constructor(readonly data: readonly Data[] | { readonly [key: string]: Data | undefined }) {}
}

/** What YAML text means to this project: scalars are text, null is a missing value, maps keep their order. */
export type Meaning = string | null | readonly Meaning[] | { readonly map: readonly (readonly [string, Meaning])[] };

export const block = (data: Block['data']): Block => new Block(data);

/** A name, a form or an id: quoted where another tool would take it for a number, a date or a boolean. */
export const text = (value: string): Written => new Written(value, (context) => scalar(value, context, 'text'));

/** A text in quotation marks in any case. */
export const quotedText = (value: string): Written => new Written(value, () => quoted(value));

/** YAML as somebody has typed it, on one line; undefined where it is not whole by itself. */
export function yaml(source: string): Written | undefined {
  if (/[\r\n]/.test(source) || source.trim() === '') return undefined;
  const line = `[${source}]`;
  const { root, faults } = parseYaml(line, { start: 0, end: line.length });
  if (faults.length === 0 && root?.kind === 'seq' && root.items.length === 1) {
    return new Written(meaningOf(root.items[0]!), () => source);
  }
  const entry = `x: ${source}`;
  const alone = parseYaml(entry, { start: 0, end: entry.length });
  if (alone.faults.length > 0 || alone.root?.kind !== 'map' || alone.root.entries.length !== 1) return undefined;
  const node = alone.root.entries[0]!.value;
  if (node.kind !== 'scalar' || node.span.end !== entry.trimEnd().length) return undefined;
  return new Written(node.value, (context) => (context === 'block' ? source : scalar(node.value, context, 'value')));
}

/** A scalar that already stands in the file, as it is written there; `from` is the file's text. */
export function kept(node: YamlNode, from: string): Written {
  const source = from.slice(node.span.start, node.span.end);
  const meaning = meaningOf(node);
  const movable = !/[\r\n]/.test(source) && !(node.kind === 'scalar' && node.style !== 'quoted' && source[0] !== '*');
  if (movable || typeof meaning !== 'string') return new Written(meaning, () => source || 'null');
  return new Written(meaning, (context) => scalar(meaning, context, 'value'));
}

/** A value that stands in a file, to be written elsewhere: as it is written there, on one line where it is in flow style. */
export function copied(node: YamlNode, from: string): Data {
  if (node.kind === 'missing') return null;
  if (node.kind === 'scalar') return kept(node, from);
  if (node.kind === 'seq') {
    const items = node.items.map((item) => copied(item, from));
    return node.flow ? items : block(items);
  }
  const fields = copiedFields(node, from);
  return node.flow ? fields : block(fields);
}

/** The entries of a map, in no style yet. */
export function copiedFields(map: YamlMap, from: string): { readonly [key: string]: Data } {
  return Object.fromEntries(map.entries.map(({ key, value }) => [key.value, copied(value, from)]));
}

export function meaningOf(node: YamlNode | undefined): Meaning {
  if (!node || node.kind === 'missing') return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(meaningOf);
  return { map: node.entries.map(({ key, value }) => [key.value, meaningOf(value)] as const) };
}

export function meaningOfData(data: Data): Meaning {
  if (data === null || typeof data === 'string') return data;
  if (typeof data === 'number' || typeof data === 'boolean') return String(data);
  if (data instanceof Written) return data.meaning;
  if (data instanceof Block) return meaningOfData(data.data);
  if (isList(data)) return data.map(meaningOfData);
  return { map: fields(data).map(([key, value]) => [key, meaningOfData(value)] as const) };
}

/** Keys whose text is prose or a name, so that a bare number or date under them is quoted for other tools' sake. */
const PROSE =
  /^(?:title|quote|near|prefix|suffix|note|reason|name|aliases|as|sic|not|here|description|label|text|items|author|publisher)$/;

export const useUnder = (key: string, around: ScalarUse): ScalarUse => (PROSE.test(key) ? 'text' : around);

/** `data` on one line. */
export function flow(data: Data, context: ScalarContext, use: ScalarUse = 'value'): string {
  if (data === null) return context === 'block' ? '' : 'null';
  if (typeof data === 'string') return scalar(data, context, use);
  if (typeof data === 'number' || typeof data === 'boolean') return String(data);
  if (data instanceof Written) return data.render(context);
  if (data instanceof Block) return flow(data.data, context, use);
  if (isList(data)) return `[${data.map((item) => flow(item, 'flow', use)).join(', ')}]`;
  return `{${fields(data)
    .map(([key, value]) => flowEntry(key, value, use))
    .join(', ')}}`;
}

export function flowEntry(key: string, value: Data, use: ScalarUse = 'value'): string {
  const name = scalar(key, 'key');
  return value === null ? name : `${name}: ${flow(value, 'flow', useUnder(key, use))}`;
}

/** How the file at hand lays out its blocks. */
export interface BlockStyle {
  readonly eol: string;
  /** Spaces per level. */
  readonly step: number;
  /** Spaces before the dash of a list, counted from its key. */
  readonly dash: number;
}

/** `key: data` from column `column` on, without line break at the end. */
export function blockEntry(
  key: string,
  data: Data,
  column: number,
  style: BlockStyle,
  use: ScalarUse = 'value',
): string {
  const name = scalar(key, 'key');
  const under = useUnder(key, use);
  if (!(data instanceof Block) || isEmpty(data)) return `${name}: ${flow(data, 'block', under)}`.trimEnd();
  return `${name}:${style.eol}${blockBody(data, column, style, under)}`;
}

/** The lines below a key at column `column`. */
export function blockBody({ data }: Block, column: number, style: BlockStyle, use: ScalarUse = 'value'): string {
  const inner = column + (isList(data) ? style.dash : style.step);
  const lines = isList(data)
    ? data.map((item) => blockItem(item, inner, style, use))
    : fields(data).map(([key, value]) => blockEntry(key, value, inner, style, use));
  return lines.map((line) => `${' '.repeat(inner)}${line}`).join(style.eol);
}

/** `- data` with the dash at column `column`; `gap` is the width of the dash and the spaces after it. */
export function blockItem(data: Data, column: number, style: BlockStyle, use: ScalarUse = 'value', gap = 2): string {
  const dash = '-'.padEnd(gap);
  if (!(data instanceof Block) || isList(data.data) || isEmpty(data)) return `${dash}${flow(data, 'block', use)}`;
  const inner = column + gap;
  const lines = fields(data.data).map(([key, value]) => blockEntry(key, value, inner, style, use));
  return `${dash}${lines.join(`${style.eol}${' '.repeat(inner)}`)}`;
}

const isEmpty = ({ data }: Block): boolean => (isList(data) ? data.length === 0 : fields(data).length === 0);

const isList = (data: object): data is readonly Data[] => Array.isArray(data);

function fields(data: { readonly [key: string]: Data | undefined }): readonly (readonly [string, Data])[] {
  return Object.entries(data).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
