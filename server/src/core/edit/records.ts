/** Edits of files of entity records: a new record, another alias, another id. Knows no document. */

import { type EntityRecord, RECORD_KEYS, type RecordFile } from '../record.ts';
import type { YamlMap } from '../yaml.ts';
import { edit } from './change.ts';
import { block, type Data, text } from './data.ts';
import { intoTexts } from './entities.ts';
import { indexOfKey, setKey, valueOfKey } from './find.ts';
import { isHollow } from './layout.ts';
import { type Change, type Edits, open, type Path, read, type Source } from './source.ts';

/** A record to be written; its name in one text or by language. */
export interface NewRecord {
  readonly type: string;
  readonly name: string | { readonly [language: string]: string | undefined };
  readonly [key: string]: Data | undefined;
}

/** Appends a record to a file, or writes the file that `file` is the path of; undefined where the id is taken. */
export function addRecord(file: RecordFile | string, id: string, record: NewRecord): Edits {
  const source = typeof file === 'string' ? read(file, '', false, undefined) : open(file);
  if (!source || indexOfKey(source.root, id) >= 0) return undefined;
  const { root } = source;
  const last = root?.entries.at(-1);
  const flowing = last?.value.kind === 'map' && last.value.flow;
  const name = typeof record.name === 'string' ? text(record.name) : named(record.name);
  const data: { [key: string]: Data | undefined } = { ...record, name };
  const value = flowing ? data : block(data);
  const change: Change = { kind: 'insert', path: [], index: root?.entries.length ?? 0, key: id, value, apart: true };
  return edit(source, change);
}

/** Appends several records to a file; undefined where an id is taken, or two are the same. */
export function addRecords(
  file: RecordFile | string,
  records: readonly (readonly [id: string, record: RecordFields])[],
): Edits {
  const source = typeof file === 'string' ? read(file, '', false, undefined) : open(file);
  const ids = records.map(([id]) => id);
  const { root } = source ?? {};
  if (!source || new Set(ids).size < ids.length || ids.some((id) => indexOfKey(root, id) >= 0)) return undefined;
  const last = root?.entries.at(-1);
  const flowing = last?.value.kind === 'map' && last.value.flow;
  const from = root?.entries.length ?? 0;
  const changes = records.map(([key, fields], i): Change => {
    const value = flowing ? fields : block(fields);
    return { kind: 'insert', path: [], index: from + i, key, value, apart: true };
  });
  return edit(source, ...changes);
}

/** The keys of a record in their order, as they are written. */
export type RecordFields = { readonly [key: string]: Data | undefined };

/** Adds an alias, in the language's list where aliases are kept by language; no edits where it is there already. */
export function addAlias(file: RecordFile, record: EntityRecord, form: string, lang?: string): Edits {
  const found = findRecord(file, record.id.value);
  if (!found) return undefined;
  const { source, map, path } = found;
  const index = indexOfKey(map, 'aliases');
  const node = map.entries[index]?.value;
  if (!node || isHollow(node)) {
    const byLanguage = lang !== undefined && valueOfKey(map, 'name')?.kind === 'map';
    const value: Data = byLanguage ? { [lang]: [text(form)] } : [text(form)];
    return edit(source, setKey(map, path, 'aliases', value, RECORD_KEYS));
  }
  const at = [...path, index];
  if (node.kind !== 'map') return perhaps(source, intoTexts(source, node, at, text(form)));
  const language = lang ?? languageFor(node, form);
  if (language === undefined) return undefined;
  const held = valueOfKey(node, language);
  if (!held || isHollow(held)) return edit(source, setKey(node, at, language, [text(form)], []));
  return perhaps(source, intoTexts(source, held, [...at, indexOfKey(node, language)], text(form)));
}

/** Adds a name in a language that the record has no name in; undefined where its name is kept in no language. */
export function addName(file: RecordFile, record: EntityRecord, name: string, lang: string): Edits {
  const found = findRecord(file, record.id.value);
  const names = found && valueOfKey(found.map, 'name');
  if (!found || names?.kind !== 'map' || indexOfKey(names, lang) >= 0) return undefined;
  const path = [...found.path, indexOfKey(found.map, 'name')];
  return edit(found.source, setKey(names, path, lang, text(name), []));
}

/** Takes a whole record out of its file. */
export function removeRecord(file: RecordFile, id: string): Edits {
  const source = open(file);
  const index = indexOfKey(source?.root, id);
  return source && index >= 0 ? edit(source, { kind: 'remove', path: [index] }) : undefined;
}

/** Sets a key of a record: `description`, `of`, `holders` …. */
export function setRecordKey(file: RecordFile, record: EntityRecord, key: string, value: Data): Edits {
  const found = findRecord(file, record.id.value);
  return found && edit(found.source, setKey(found.map, found.path, key, value, RECORD_KEYS));
}

/** Adds to a list of a record, `distinct-from` or `same-as`. */
export function addToRecordList(
  file: RecordFile,
  record: EntityRecord,
  key: 'distinct-from' | 'same-as',
  value: string,
): Edits {
  const found = findRecord(file, record.id.value);
  if (!found) return undefined;
  const { source, map, path } = found;
  const node = valueOfKey(map, key);
  if (!node || isHollow(node)) return edit(source, setKey(map, path, key, [text(value)], RECORD_KEYS));
  return perhaps(source, intoTexts(source, node, [...path, indexOfKey(map, key)], text(value)));
}

/** Another id for a record, in its own file alone; undefined where the file has that id already. */
export function renameRecord(file: RecordFile, id: string, newId: string): Edits {
  const source = open(file);
  const index = indexOfKey(source?.root, id);
  if (!source || index < 0 || indexOfKey(source.root, newId) >= 0) return undefined;
  return edit(source, { kind: 'rename', path: [index], key: newId });
}

const perhaps = (source: Source, change: Change | undefined): Edits => (change ? edit(source, change) : []);

const named = (name: { readonly [language: string]: string | undefined }): Data =>
  Object.fromEntries(
    Object.entries(name).map(([lang, value]) => [lang, value === undefined ? undefined : text(value)]),
  );

function findRecord(file: RecordFile, id: string): { source: Source; path: Path; map: YamlMap } | undefined {
  const source = open(file);
  const index = indexOfKey(source?.root, id);
  const node = source?.root?.entries[index]?.value;
  return source && node?.kind === 'map' ? { source, path: [index], map: node } : undefined;
}

/** The language of a form by its script, of those that a map has: for one that is given without. */
function languageFor(map: YamlMap, form: string): string | undefined {
  const han = /\p{Script=Han}/u.test(form);
  return map.entries.map(({ key }) => key.value).find((lang) => /^(?:zh|ja|yue|wuu|lzh)/.test(lang) === han);
}
