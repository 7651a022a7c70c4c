/** Edits of a document's declarations: entities, their forms in this document, what is not and what is here a mention. */

import type { Document } from '../document.ts';
import { DOCUMENT_KEYS } from '../frontMatter.ts';
import type { Span } from '../text.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { createFrontMatter, edit } from './change.ts';
import { block, type Data, flow, kept, meaningOfData, text } from './data.ts';
import { indexOfKey, pathTo, placeFor, setKey, valueOfKey } from './find.ts';
import { isAlias, isHollow } from './layout.ts';
import { scalar } from './scalar.ts';
import { inSequence, type Step } from './sequence.ts';
import { type Change, type Edits, open, type Path, placeAt, type Source } from './source.ts';

/** Which of a declaration's lists: forms, the source's own errors, what is no mention, mentions without a form. */
export type FormKind = 'as' | 'sic' | 'not' | 'here';

/** A quote with its choice, as it stands under `here`. */
export interface HereQuote {
  readonly quote: string | readonly string[];
  readonly nth?: number;
  readonly near?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

const FORM_KINDS: readonly FormKind[] = ['as', 'sic', 'not', 'here'];

/**
 * Declares the entity `id`, with `form` as a form of it in this document. No edits where it is declared already;
 * a document without front matter gets one.
 */
export function declare(document: Document, id: string, form?: string): Edits {
  const source = open(document);
  if (!source) return undefined;
  if (find(source, id)) return form === undefined ? [] : addForm(document, id, 'as', form);
  return declareAs(source, id, form === undefined ? null : text(form));
}

/** Declares several entities in one edit; those that are declared already are passed over. */
export function declareAll(document: Document, ids: readonly string[]): Edits {
  const source = open(document);
  if (!source) return undefined;
  const wanted = [...new Set(ids)].filter((id) => !find(source, id));
  if (wanted.length < 2) return wanted[0] === undefined ? [] : declareAs(source, wanted[0], null);
  const { root, region } = source;
  const index = indexOfKey(root, 'entities');
  const entities = root?.entries[index]?.value;
  const inFlow = flow(wanted.map(text), 'block');
  const isShort = `entities: ${inFlow}`.length <= LONGEST_LIST;
  const fresh: Data = isShort ? wanted.map(text) : block(wanted.map(text));
  if (!region) {
    const lines = isShort
      ? [`entities: ${inFlow}`]
      : ['entities:', ...wanted.map((id) => `  - ${scalar(id, 'block')}`)];
    return createFrontMatter(source, lines, { map: [['entities', meaningOfData(fresh)]] });
  }
  if (index < 0) {
    const at = placeFor(root, 'entities', DOCUMENT_KEYS);
    return edit(source, { kind: 'insert', path: [], index: at, key: 'entities', value: fresh });
  }
  if (!entities || isHollow(entities)) return edit(source, { kind: 'replace', path: [index], value: fresh });
  if (entities.kind !== 'map' && entities.kind !== 'seq') return undefined;
  const isMap = entities.kind === 'map';
  const end = isMap ? entities.entries.length : entities.items.length;
  const changes = wanted.map((id, i): Change => {
    const place = { kind: 'insert', path: [index], index: end + i } as const;
    return isMap ? { ...place, key: id, value: null } : { ...place, value: text(id) };
  });
  // Where each needs a line or comma of its own that the others cannot share, one after the other.
  const steps = wanted.map(
    (id): Step =>
      (now) =>
        declare(now, id),
  );
  return edit(source, ...changes) ?? inSequence(document, steps)?.edits;
}

/** A list of declarations longer than this has a line for each. */
const LONGEST_LIST = 100;

/** Adds to one of the lists of a declaration; an entity that is not declared yet is declared. */
export function addForm(document: Document, id: string, kind: FormKind, form: string | HereQuote): Edits {
  const source = open(document);
  if (!source) return undefined;
  const data: Data = typeof form === 'string' ? text(form) : { ...form };
  const found = find(source, id);
  if (!found) return declareAs(source, id, kind === 'as' ? data : { [kind]: [data] });
  const change = formChange(source, found, id, kind, data);
  return change === undefined ? [] : edit(source, change);
}

/** Takes a declaration out; of the last one `[]` or `{}` remains, so that the document stays an annotated one. */
export function removeDeclaration(document: Document, id: string): Edits {
  const source = open(document);
  const found = source && find(source, id);
  if (!source || !found) return undefined;
  return edit(source, { kind: 'remove', path: found.whole });
}

/**
 * Takes one text or anchor, the one that stands at `span`, out of the lists of a declaration. Of the last in its list
 * the list goes too, and of the last of all the id alone remains.
 */
export function removeForm(document: Document, id: string, span: Span): Edits {
  const source = open(document);
  const found = source && find(source, id);
  const value = found?.value;
  const at = source && pathTo(source, span, (node) => node.kind !== 'missing');
  if (!source || !value || !at || !value.path.every((step, i) => step === at[i])) return undefined;
  // The words of an anchor stand in a map with what chooses among their places.
  const holder = at.length > value.path.length ? placeAt(source, at)?.parent : undefined;
  const path = holder?.kind === 'map' && holder.entries[at.at(-1)!]?.key.value === 'quote' ? at.slice(0, -1) : at;
  const isBare = path.length === value.path.length;
  const spared = isBare ? undefined : widest(source, value.path, path);
  if (spared) return edit(source, { kind: 'remove', path: spared });
  const entities = valueOfKey(source.root, 'entities');
  const alone: Change =
    entities?.kind === 'seq'
      ? { kind: 'replace', path: found.whole, value: text(id) }
      : { kind: 'replace', path: value.path, value: null };
  // Where a comment stands in the way of that, the lists go as they would from any map.
  const last = isBare ? undefined : path.slice(0, value.path.length + 1);
  return edit(source, alone) ?? (last && edit(source, { kind: 'remove', path: last }));
}

/** What can be taken out around `path` without leaving anything empty; undefined where nothing of the value would remain. */
function widest(source: Source, value: Path, path: Path): Path | undefined {
  for (let at = path; at.length > value.length; at = at.slice(0, -1)) {
    const parent = placeAt(source, at)?.parent;
    const count = parent?.kind === 'map' ? parent.entries.length : parent?.kind === 'seq' ? parent.items.length : 0;
    if (count > 1) return at;
  }
  return undefined;
}

/** Another id in a declaration, its forms kept; undefined where that one is declared too. */
export function replaceDeclarationId(document: Document, id: string, newId: string): Edits {
  const source = open(document);
  const found = source && find(source, id);
  if (!source || !found || find(source, newId)) return undefined;
  if (!found.value) return edit(source, { kind: 'replace', path: found.whole, value: text(newId) });
  return edit(source, { kind: 'rename', path: found.value.path, key: newId });
}

interface Found {
  /** The item, or the entry where declarations are a map. */
  readonly whole: Path;
  /** What follows the id; undefined for a bare item of a list. */
  readonly value?: { readonly node: YamlNode; readonly path: Path };
}

function find(source: Source, id: string): Found | undefined {
  const at = indexOfKey(source.root, 'entities');
  const entities = source.root?.entries[at]?.value;
  if (entities?.kind === 'map') {
    const i = indexOfKey(entities, id);
    return i < 0 ? undefined : { whole: [at, i], value: { node: entities.entries[i]!.value, path: [at, i] } };
  }
  if (entities?.kind !== 'seq') return undefined;
  for (const [i, item] of entities.items.entries()) {
    const whole = [at, i];
    if (item.kind === 'scalar' && item.value === id) return { whole };
    const [entry, more] = item.kind === 'map' ? item.entries : [];
    if (entry?.key.value === id && !more) return { whole, value: { node: entry.value, path: [at, i, 0] } };
  }
  return undefined;
}

function declareAs(source: Source, id: string, value: Data): Edits {
  const { root, region } = source;
  const index = indexOfKey(root, 'entities');
  const entities = root?.entries[index]?.value;
  const fresh: Data = value === null ? [text(id)] : block({ [id]: value });
  if (!region) {
    const lines =
      value === null
        ? [`entities: [${scalar(id, 'flow')}]`]
        : ['entities:', `  ${scalar(id, 'key')}: ${flow(value, 'block')}`];
    return createFrontMatter(source, lines, { map: [['entities', meaningOfData(fresh)]] });
  }
  if (!entities || isHollow(entities)) {
    const path = index < 0 ? [] : [index];
    return edit(
      source,
      index < 0
        ? { kind: 'insert', path, index: placeFor(root, 'entities', DOCUMENT_KEYS), key: 'entities', value: fresh }
        : { kind: 'replace', path, value: fresh },
    );
  }
  if (entities.kind === 'map') {
    return edit(source, { kind: 'insert', path: [index], index: entities.entries.length, key: id, value });
  }
  if (entities.kind !== 'seq') return undefined;
  const item: Data = value === null ? text(id) : entities.flow ? { [id]: value } : block({ [id]: value });
  return edit(source, { kind: 'insert', path: [index], index: entities.items.length, value: item });
}

/** The change that adds `data` to a declaration; undefined where it is there already. */
function formChange(source: Source, found: Found, id: string, kind: FormKind, data: Data): Change | undefined {
  const alone: Data = kind === 'as' ? data : { [kind]: [data] };
  if (!found.value) {
    const inFlow = valueOfKey(source.root, 'entities') as YamlMap;
    const value = inFlow.flow ? { [id]: alone } : block({ [id]: alone });
    return { kind: 'replace', path: found.whole, value };
  }
  const { node, path } = found.value;
  if (isHollow(node) && !isAlias(source.text, node)) return { kind: 'replace', path, value: alone };
  if (node.kind !== 'map') {
    if (kind === 'as') return intoTexts(source, node, path, data);
    if (node.kind === 'seq') return { kind: 'wrap', path, as: 'as', key: kind, value: [data] };
    return { kind: 'replace', path, value: { as: [kept(node, source.text)], [kind]: [data] } };
  }
  const old = node.entries[indexOfKey(node, kind)];
  if (!old || isHollow(old.value)) return setKey(node, path, kind, [data], FORM_KINDS);
  return intoTexts(source, old.value, [...path, indexOfKey(node, kind)], data);
}

/** Adds to a list, or makes one of a single value; undefined where the text is in it already. */
export function intoTexts(source: Source, node: YamlNode, path: Path, data: Data): Change | undefined {
  const meaning = meaningOfData(data);
  const has = (other: YamlNode) => other.kind === 'scalar' && other.value === meaning;
  if (node.kind === 'seq') {
    if (node.items.some(has)) return undefined;
    return { kind: 'insert', path, index: node.items.length, value: data };
  }
  if (has(node)) return undefined;
  if (node.kind === 'map') return { kind: 'wrap', path, value: data };
  return { kind: 'replace', path, value: [kept(node, source.text), data] };
}
