/** References to the facts of a record that moves to another: `see`, `source` and `with` lead to where these are then. */

import type { Document } from '../../core/document.ts';
import { replaceAll } from '../../core/edit.ts';
import type { Text } from '../../core/problem.ts';
import type { EntityRecord, RecordFile } from '../../core/record.ts';
import { parseReference } from '../../core/reference.ts';
import type { Drafts } from './drafts.ts';

/** What each fact of a record is called by: its id, and its place in the record. */
export function factNamesOf({ id, facts }: EntityRecord): readonly (readonly string[])[] {
  const starts = [...new Set(facts.map(({ span }) => span.start))];
  return starts.map((start, i) => {
    const own = facts.find(({ span }) => span.start === start)?.id?.value;
    return [...(own === undefined ? [] : [own]), `${id.value}.${i + 1}`];
  });
}

/** Makes the references in the facts of a record that count in its own file count in the corpus. */
export function absolute(drafts: Drafts, { path, id }: EntityRecord): void {
  const facts = () => drafts.records(path)?.records.find((record) => record.id.value === id.value)?.facts ?? [];
  const own = () => referencesIn(facts(), []).find(({ value }) => value.startsWith('#'));
  for (let text = own(); text && drafts.refused === undefined; text = own()) {
    const file = drafts.records(path)!;
    drafts.make(file, replaceAll(file, [text.span], `${path}${text.value}`));
  }
}

export interface Moved {
  /** The file that the facts were in, and the one that they are in now. */
  readonly from: string;
  readonly into: string;
  readonly names: readonly (readonly string[])[];
  /** The new name of each. */
  readonly newNames: readonly string[];
}

/** Redirects the references in the file at `path`. */
export function redirect(drafts: Drafts, path: string, moved: Moved): void {
  const file = drafts.document(path) ?? drafts.records(path);
  if (!file) return;
  const renamed = new Map<string, Text[]>();
  for (const text of allReferences(file)) {
    const newText = redirected(text.value, path, moved);
    if (newText !== undefined && newText !== text.value) renamed.set(newText, [...(renamed.get(newText) ?? []), text]);
  }
  for (const [newText, texts] of renamed) {
    const now = drafts.document(path) ?? drafts.records(path)!;
    const values = new Set(texts.map(({ value }) => value));
    const spans = allReferences(now).filter(({ value }) => values.has(value));
    if (drafts.refused !== undefined) return;
    drafts.make(
      now,
      replaceAll(
        now,
        spans.map(({ span }) => span),
        newText,
      ),
    );
  }
}

function redirected(text: string, path: string, { from, into, names, newNames }: Moved): string | undefined {
  const reference = parseReference(text, path);
  if (reference.kind !== 'claim' || reference.path !== from) return undefined;
  for (const [i, own] of names.entries()) {
    for (const name of own) {
      const rest = reference.claim.slice(name.length);
      if (!reference.claim.startsWith(name) || !/^(?:\.\d+)?$/.test(rest) || newNames[i] === undefined) continue;
      const written = text.slice(0, text.indexOf('#'));
      const target = from === into ? written : path === into ? '' : into;
      return `${target}#${newNames[i]}${rest}`;
    }
  }
  return undefined;
}

function allReferences(file: Document | RecordFile): readonly Text[] {
  return file.kind === 'document'
    ? referencesIn(file.annotations.claims, file.annotations.accept)
    : referencesIn(
        file.records.flatMap(({ facts }) => facts),
        [],
      );
}

/** Each reference once, though the values of a list share theirs. */
function referencesIn(
  claims: Document['annotations']['claims'],
  accept: Document['annotations']['accept'],
): readonly Text[] {
  const accepts = [...accept, ...claims.flatMap((claim) => claim.accept)];
  const all = [
    ...claims.flatMap(({ see, sources }) => [...see, ...sources]),
    ...accepts.flatMap((one) => one.with ?? []),
  ];
  return [...new Map(all.map((text) => [text.span.start, text])).values()];
}
