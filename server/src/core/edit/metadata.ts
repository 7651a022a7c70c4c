/** Edits of single keys: of a document's own, of its source, of anything at a known span, and of concord.yaml. */

import type { Document } from '../document.ts';
import { DOCUMENT_KEYS } from '../frontMatter.ts';
import { PROPERTY_KEYS, SETTINGS_KEYS, type Settings, TYPE_KEYS, UNIT_KEYS } from '../settings.ts';
import type { Span } from '../text.ts';
import type { YamlNode } from '../yaml.ts';
import { createFrontMatter, edit } from './change.ts';
import {
  text as asText,
  Block,
  block,
  blockEntry,
  type Data,
  flow,
  meaningOfData,
  quotedText,
  useUnder,
  Written,
} from './data.ts';
import { indexOfKey, pathTo, pathToKey, placeFor, setKey } from './find.ts';
import { endOf, isHollow } from './layout.ts';
import { restyled } from './scalar.ts';
import { type Change, type Edits, open, type ParsedFile, type Path, placeAt } from './source.ts';

/** Sets a key of the front matter: `date`, `title`, `translation-of` …; a document without any gets one. */
export function setDocumentKey(document: Document, key: string, value: Data): Edits {
  const source = open(document);
  if (!source) return undefined;
  if (source.region) return edit(source, setKey(source.root, [], key, value, DOCUMENT_KEYS));
  const line = `${key}: ${flow(value, 'block', useUnder(key, 'value'))}`;
  return createFrontMatter(source, [line], { map: [[key, meaningOfData(value)]] });
}

/** A line of front matter that is longer is easier to read as several. */
const WIDEST_LINE = 120;

/** Front matter for a document that has none, its keys in the format's order; those whose value is undefined are left out. */
export function addFrontMatter(document: Document, keys: { readonly [key: string]: Data | undefined }): Edits {
  const source = open(document);
  if (!source || source.region) return undefined;
  const eol = /\r\n|\n/.exec(source.text)?.[0] ?? '\n';
  const written = Object.entries(sorted(keys, DOCUMENT_KEYS)).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, value] as const],
  );
  const lines = written.map(([key, value]) => {
    const line = blockEntry(key, value, 0, { eol, step: 2, dash: 2 });
    const isMap =
      typeof value === 'object' && !Array.isArray(value) && !(value instanceof Written) && !(value instanceof Block);
    if (line.length <= WIDEST_LINE || !isMap) return line;
    return blockEntry(key, block(value as { readonly [key: string]: Data | undefined }), 0, { eol, step: 2, dash: 2 });
  });
  return createFrontMatter(source, lines, { map: written.map(([key, value]) => [key, meaningOfData(value)] as const) });
}

const SOURCE_ORDER = ['publisher', 'author', 'url', 'retrieved', 'digest'];

/** Sets a key of `source`: `digest`, `retrieved` …. */
export function setSourceKey(document: Document, key: string, value: string): Edits {
  const source = open(document);
  if (!source) return undefined;
  const data = key === 'digest' ? quotedText(value) : value;
  const index = indexOfKey(source.root, 'source');
  const node = source.root?.entries[index]?.value;
  if (!node || isHollow(node)) return setDocumentKey(document, 'source', { [key]: data });
  if (node.kind !== 'map') return undefined;
  return edit(source, setKey(node, [index], key, data, SOURCE_ORDER));
}

/** Another text for the scalar at `span`, quoted as the old one is where it can be. */
export function replaceScalar(file: ParsedFile, span: Span, text: string): Edits {
  const source = open(file);
  if (!source) return undefined;
  const path = pathTo(source, span, (node) => node.kind === 'scalar');
  if (path) return edit(source, { kind: 'replace', path, value: text });
  return renameKey(file, span, text);
}

/** One text in the place of all the scalars and keys at `spans`, each written in the style of what was there. */
export function replaceAll(file: ParsedFile, spans: readonly Span[], text: string): Edits {
  const source = open(file);
  if (!source) return undefined;
  const wanted = new Map(spans.map(({ start, end }) => [start, end]));
  const changes: Change[] = [];
  const visit = (node: YamlNode | undefined, path: Path): void => {
    if (node?.kind === 'map') {
      for (const [i, { key, value }] of node.entries.entries()) {
        if (wanted.get(key.span.start) === key.span.end)
          changes.push({ kind: 'rename', path: [...path, i], key: text });
        visit(value, [...path, i]);
      }
    } else if (node?.kind === 'seq') for (const [i, item] of node.items.entries()) visit(item, [...path, i]);
    else if (node?.kind === 'scalar' && wanted.get(node.span.start) === node.span.end) {
      changes.push({ kind: 'replace', path, value: asText(text) });
    }
  };
  visit(source.root, []);
  if (changes.length !== wanted.size) return undefined;
  return changes.length === 0 ? [] : edit(source, ...changes);
}

/** Takes the item of a list or the entry whose value stands at `span` out. */
export function removeScalar(file: ParsedFile, span: Span): Edits {
  const source = open(file);
  const path = source && pathTo(source, span, (node) => node.kind === 'scalar');
  return path && edit(source, { kind: 'remove', path });
}

/** Another name for the key at `span`. */
export function renameKey(file: ParsedFile, span: Span, key: string): Edits {
  const source = open(file);
  const path = source && pathToKey(source, span);
  return source && path && edit(source, { kind: 'rename', path, key });
}

/** How a text reads that takes the place of the quote, or other prose, at `span`; by itself no proof that it may. */
export function quoteScalar(file: ParsedFile, span: Span, text: string): string {
  const source = open(file);
  const path = source && pathTo(source, span, (node) => node.kind === 'scalar');
  const place = path && placeAt(source, path);
  const old = file.text.slice(span.start, span.end);
  if (!place) return restyled(text, old, 'flow');
  const rest = file.text.slice(endOf(file.text, place.node), span.end);
  return restyled(text, old, place.inFlow ? 'flow' : 'block') + rest;
}

/** Adds a property to those of the corpus; undefined where it has one of that id. */
export function defineProperty(settings: Settings, id: string, property: Definition): Edits {
  return define(settings, 'properties', id, sorted(property, PROPERTY_KEYS));
}

/** Adds a type to those of the corpus; undefined where it has one of that id. */
export function defineType(settings: Settings, id: string, type: Definition): Edits {
  return define(settings, 'types', id, sorted(type, TYPE_KEYS));
}

/** Adds a unit to those of the corpus; undefined where it has one of that id. */
export function defineUnit(settings: Settings, id: string, unit: Definition): Edits {
  return define(settings, 'units', id, sorted(unit, UNIT_KEYS));
}

/** Sets how severe a check's findings are, or turns it off. */
export function setCheck(settings: Settings, code: string, severity: 'off' | 'info' | 'warning' | 'error'): Edits {
  const source = open(settings);
  const index = indexOfKey(source?.root, 'checks');
  const node = source?.root?.entries[index]?.value;
  const at = node?.kind === 'map' ? indexOfKey(node, code) : -1;
  if (source && at >= 0) return edit(source, { kind: 'replace', path: [index, at], value: plain(severity) });
  return define(settings, 'checks', code, plain(severity));
}

export interface Definition {
  readonly [key: string]: Data | undefined;
}

/** `off` is a boolean to some tools; here it is one of four words, and written bare as the format shows it. */
const plain = (word: string): Data => new Written(word, () => word);

function define(settings: Settings, section: (typeof SETTINGS_KEYS)[number], id: string, data: Data): Edits {
  const source = open(settings);
  if (!source) return undefined;
  const index = indexOfKey(source.root, section);
  const node = source.root?.entries[index]?.value;
  const value = block({ [id]: data });
  if (!node) {
    const at = placeFor(source.root, section, SETTINGS_KEYS);
    return edit(source, { kind: 'insert', path: [], index: at, key: section, value });
  }
  if (isHollow(node)) return edit(source, { kind: 'replace', path: [index], value });
  if (node.kind !== 'map' || indexOfKey(node, id) >= 0) return undefined;
  return edit(source, { kind: 'insert', path: [index], index: node.entries.length, key: id, value: data });
}

function sorted(definition: Definition, order: readonly string[]): Definition {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(Object.entries(definition).sort(([a], [b]) => rank(a) - rank(b)));
}
