/** A file opened for a change: its YAML tree and the way to a place in it, and the words for changes. Changes nothing. */

import type { Document } from '../document.ts';
import { splitFrontMatter } from '../frontMatter.ts';
import type { RecordFile } from '../record.ts';
import type { Settings } from '../settings.ts';
import type { Span } from '../text.ts';
import { type BlockCache, parseYaml, type YamlFault, type YamlMap, type YamlNode } from '../yaml.ts';
import type { Data } from './data.ts';

/** One stretch of a file and what takes its place. The edits of one change do not overlap and are in order. */
export interface TextEdit {
  /** Path from the corpus root, with `/`. */
  readonly path: string;
  readonly span: Span;
  readonly newText: string;
}

/** The edits, none where nothing needs to change, or undefined where the change cannot be made safely. */
export type Edits = readonly TextEdit[] | undefined;

/** Steps from the root: each the index of an entry, whose value is meant, or of an item. */
export type Path = readonly number[];

export type Change =
  /**
   * A new entry (with `key`) or item in the collection at `path`, before the one at `index`; `apart`: at the end of
   * the file, after a blank line where the entries have blank lines between them.
   */
  | {
      readonly kind: 'insert';
      readonly path: Path;
      readonly index: number;
      readonly key?: string;
      readonly value: Data;
      readonly apart?: boolean;
    }
  | { readonly kind: 'replace'; readonly path: Path; readonly value: Data }
  /** Takes an entry or item out; the last one of a collection leaves `[]` or `{}`. */
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly key: string }
  /** The item at `index` of the list at `path` and the one after it, exchanged. */
  | { readonly kind: 'swap'; readonly path: Path; readonly index: number }
  /** Other items in the place of `count` items from `index` on of the list at `path`. */
  | {
      readonly kind: 'splice';
      readonly path: Path;
      readonly index: number;
      readonly count: number;
      readonly values: readonly Data[];
    }
  /** Puts the collection at `path` under the key `as` of a new map, or first into a new list, and `value` after it. */
  | { readonly kind: 'wrap'; readonly path: Path; readonly as?: string; readonly key?: string; readonly value: Data };

export type ParsedFile = Document | RecordFile | Settings;

/** A file opened for a change. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** The YAML is a document's front matter, and a body follows it. */
  readonly frontMatter: boolean;
  /** The YAML of the file; undefined for a document without front matter. */
  readonly region: Span | undefined;
  readonly root: YamlMap | undefined;
  readonly faults: readonly YamlFault[];
  /** What reading the file, or the file with an edit made, has left: the next edit of it is proved by far less reading. */
  cache: BlockCache;
}

export interface RawEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const opened = new WeakMap<ParsedFile, Source>();

/** Opens a file; undefined where its YAML is not a map of keys, or its front matter never closes. */
export function open(file: ParsedFile): Source | undefined {
  const known = opened.get(file);
  if (known) return known;
  const source = asParsed(file) ?? read(file.path, file.text, file.kind === 'document', undefined);
  if (source) opened.set(file, source);
  return source;
}

/** The file as it has been read already, where that has kept all there is to know. */
function asParsed(file: ParsedFile): Source | undefined {
  if (file.kind === 'settings' || !file.root) return undefined;
  if (file.kind === 'document' && (!file.annotated || !file.yaml)) return undefined;
  if (file.problems.some(({ code }) => code === 'invalid-yaml')) return undefined;
  const { path, text, root, cache } = file;
  const frontMatter = file.kind === 'document';
  const region = file.kind === 'document' ? file.yaml : root.span;
  return { path, text, frontMatter, region, root, faults: [], cache };
}

/** The same for a text that is no parsed file yet. */
export function read(
  path: string,
  text: string,
  frontMatter: boolean,
  cache: BlockCache | undefined,
): Source | undefined {
  const front = frontMatter ? splitFrontMatter(text) : undefined;
  if (frontMatter && !front) {
    return { path, text, frontMatter, region: undefined, root: undefined, faults: [], cache: new Map() };
  }
  if (front && !front.closed) return undefined;
  const region = front ? front.yaml : { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length };
  const tree = parseYaml(text, region, cache);
  const { root } = tree;
  if (root && root.kind !== 'map' && root.kind !== 'missing') return undefined;
  const map = root?.kind === 'map' ? root : undefined;
  return { path, text, frontMatter, region, root: map, faults: tree.faults, cache: tree.cache };
}

export interface Place {
  readonly node: YamlNode;
  /** The collection that holds it, and its index there; undefined for the root. */
  readonly parent?: YamlNode;
  readonly index: number;
  /** It stands inside a flow collection. */
  readonly inFlow: boolean;
}

/** The node at the end of `path`, and what it stands in. */
export function placeAt(source: Source, path: Path): Place | undefined {
  let place: Place | undefined = source.root && { node: source.root, index: 0, inFlow: false };
  for (const index of path) {
    if (!place) return undefined;
    const parent: YamlNode = place.node;
    if (parent.kind !== 'map' && parent.kind !== 'seq') return undefined;
    const node: YamlNode | undefined = parent.kind === 'map' ? parent.entries[index]?.value : parent.items[index];
    place = node && { node, parent, index, inFlow: place.inFlow || parent.flow };
  }
  return place;
}
