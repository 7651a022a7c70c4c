/** A record for somebody who has none yet: what the text says of its names, an id that is free, the file it goes into. */

import type { View } from '../../checks/engine/check.ts';
import { newRecordPath } from '../../checks/engine/newRecord.ts';
import { isWordUnit } from '../../core/characters.ts';
import { addRecord } from '../../core/edit.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import { foldName } from '../names.ts';
import { isDescription } from './descriptions.ts';
import { type Refusal, type Tagging, taggingEdits } from './edits.ts';
import { isHanText, languageOf } from './language.ts';
import { likelyTypes } from './likelyType.ts';
import type { Passage } from './passage.ts';
import type { Setting } from './plan.ts';

export interface NewRecord {
  readonly id: string;
  readonly type: string;
  /** The name by which it is tagged; for a description, the one that somebody has typed. */
  readonly name: string;
  /** What the text gives beside it. */
  readonly apposition?: Apposition;
}

/** What stands in brackets right behind a name. */
export interface Apposition {
  readonly text: string;
  /** The name in another language, or its short form in the same. */
  readonly kind: 'name' | 'alias';
}

export interface Proposal {
  /** Empty where the passage is a description and names nobody. */
  readonly name: string;
  readonly apposition?: Apposition;
  /** The likeliest first. */
  readonly types: readonly string[];
}

export function proposal({ view, passage }: Setting): Proposal {
  const apposition = appositionTo(passage);
  return {
    name: isDescription(passage.text) ? '' : passage.text,
    ...(apposition && { apposition }),
    types: likelyTypes(view, passage.text),
  };
}

/** An id that no record has, made from the names: from one in Latin letters if there is one, else from pinyin. */
export function proposedId(view: View, { name, apposition, type }: Omit<NewRecord, 'id'>, pinyin?: Pinyin): string {
  const names = apposition?.kind === 'name' && isHanText(name) ? [apposition.text, name] : [name];
  const stem = names.map((one) => idFrom(one, type, pinyin)).find((id) => id !== '') ?? type;
  const taken = (id: string) => view.corpus.records.get(id) !== undefined;
  if (!taken(stem)) return stem;
  if (!taken(`${stem}-${type}`)) return `${stem}-${type}`;
  for (let i = 2; ; i++) if (!taken(`${stem}-${i}`)) return `${stem}-${i}`;
}

export type RecordRefusal = { readonly problem: 'invalid-id' | 'id-taken' | 'no-record-file'; readonly id: string };

const ID = /^[\p{L}\p{N}._-]+$/u;

/** What speaks against an id; undefined where nothing does. */
export function idProblem(view: View, id: string): 'invalid-id' | 'id-taken' | undefined {
  if (!ID.test(id)) return 'invalid-id';
  return view.corpus.records.get(id) ? 'id-taken' : undefined;
}

/** The record, and the passage tagged with it: by its name, or, where it was described, at this place alone. */
export function newRecordEdits(
  setting: Setting,
  record: NewRecord,
): (Tagging & { readonly path: string }) | Refusal | RecordRefusal {
  const { view, passage } = setting;
  const { id, type } = record;
  const problem = idProblem(view, id);
  if (problem) return { problem, id };
  const path = newRecordPath(view, type);
  if (path === undefined) return { problem: 'no-record-file', id };
  const written = writtenNames(view, passage, record);
  const added = addRecord(view.corpus.records.files.get(path) ?? path, id, { type, ...written.data });
  if (!added) return { problem: 'cannot-write-record', id };
  const isNamed = written.names.includes(passage.text);
  const way = isNamed ? 'name' : isDescription(passage.text) ? 'here' : 'form';
  const tagged = taggingEdits(setting, { operation: 'tag', id, way }, { id, names: written.names });
  return 'problem' in tagged ? tagged : { ...tagged, edits: [...tagged.edits, ...added], path };
}

/** Names by language, in the way of the file that they go into: one text where its records have one. */
function writtenNames(view: View, passage: Passage, { name, apposition, type }: NewRecord) {
  const lang = languageOf(view, passage.document, name);
  const other = apposition && languageOf(view, passage.document, apposition.text);
  const names = [name, ...(apposition ? [apposition.text] : [])];
  const path = newRecordPath(view, type);
  const records = (path !== undefined && view.corpus.records.files.get(path)?.records) || [];
  const isPlain = records.length > 0 && records.every(({ names: own }) => own.every((one) => one.lang === undefined));
  if (apposition?.kind === 'name' && other !== undefined && other !== lang) {
    return { names, data: { name: { [lang]: name, [other]: apposition.text } } };
  }
  const alias = apposition ? { aliases: isPlain ? [apposition.text] : { [lang]: [apposition.text] } } : {};
  return { names, data: { name: isPlain ? name : { [lang]: name }, ...alias } };
}

const LONGEST = 80;

/** What stands in brackets right behind the passage: the same in the other script, or a short form in capitals. */
function appositionTo({ document, end, text }: Passage): Apposition | undefined {
  const body = document.bodyText.text;
  const open = body[end] === ' ' ? end + 1 : end;
  if (body[open] !== '(') return undefined;
  const close = body.indexOf(')', open);
  const inner = close > open && close - open <= LONGEST ? body.slice(open + 1, close).trim() : '';
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .'·•-]*$/u.test(inner) || isDescription(inner)) return undefined;
  const [han, other] = [isHanText(text), isHanText(inner)];
  // Latin letters inside a Chinese name are the name's; words beside Chinese ones are a sentence.
  if (other && /[A-Za-z] [A-Za-z]/.test(inner)) return undefined;
  if (han !== other) return /^\p{Ll}/u.test(inner) ? undefined : { text: inner, kind: 'name' };
  return !han && /^(?=\p{Lu})[\p{Lu}\p{N}&.-]{2,10}$/u.test(inner) ? { text: inner, kind: 'alias' } : undefined;
}

/** “Chama Cha Mapinduzi” → chama-cha-mapinduzi, 沈蓓莉 → shen-beili. */
function idFrom(name: string, type: string, pinyin: Pinyin | undefined): string {
  if (!isHanText(name)) return joined(foldName(name));
  if (!pinyin) return '';
  const characters = [...name].filter((one) => isWordUnit(one.charCodeAt(0)) || one.codePointAt(0)! > 0xffff);
  const full = pinyin(characters.join('')).full;
  if (characters.length > LONG_NAME || !characters.every(isHanText)) return joined(foldName(full));
  // A surname with its reading as one, then the given name; what else is named goes by pairs, as most words are.
  const size = type === 'person' ? (COMPOUND_SURNAMES.test(name) && characters.length > 2 ? 2 : 1) : 2;
  const parts: string[] = [];
  let before = '';
  for (let at = size; ; at += type === 'person' ? characters.length : 2) {
    const until = pinyin(characters.slice(0, at).join('')).full;
    if (until.length > before.length) parts.push(until.slice(before.length));
    before = until;
    if (at >= characters.length) break;
  }
  return joined(parts.map(foldName).join(' '));
}

const LONG_NAME = 24;
const COMPOUND_SURNAMES = /^(?:欧阳|司马|诸葛|上官|皇甫|令狐|慕容|司徒|尉迟|长孙|东方|夏侯|公孙|宇文|端木|独孤|南宫)/;

const joined = (words: string): string =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
