/** One name or alias in two records. */

import type { Corpus } from '../core/corpus.ts';
import { normaliseText } from '../core/normalise.ts';
import type { EntityRecord, Name } from '../core/record.ts';
import type { Records } from '../core/records.ts';
import type { Check, RecordsContext, View } from './engine/check.ts';

export const aliasAmbiguous: Check = {
  code: 'alias-ambiguous',
  severity: 'warning',
  beyond: true,
  *records({ view, corpus, file }) {
    for (const record of file.records) {
      if (record.damaged) continue;
      const seen = new Set<string>();
      for (const name of [...record.names, ...record.aliases]) {
        const form = normaliseText(name.text);
        if (form === '' || seen.has(form)) continue;
        seen.add(form);
        for (const other of earlierOwners(form, record, corpus)) {
          const theirs = nameOf(other, form);
          if (!theirs) continue;
          yield {
            span: name.span,
            severity: isSettled(form, record.id.value, other.id.value, view) ? 'information' : 'warning',
            params: { form: name.text, id: record.id.value, other: other.id.value },
            entity: record.id.value,
            related: [
              {
                path: other.path,
                span: theirs.span,
                message: 'same-form',
                params: { form: name.text, id: other.id.value },
              },
            ],
          };
        }
      }
    }
  },
};

/** Of thousands of records with one name each needs not be told of all before it. */
const MOST = 20;

/** The other records with the form that come before this one, by path and place: the finding stands on the later. */
function earlierOwners(
  form: string,
  record: EntityRecord,
  { records }: RecordsContext['corpus'],
): readonly EntityRecord[] {
  const earlier: EntityRecord[] = [];
  for (const other of ownersOf(form, records)) {
    if (earlier.length === MOST || !isBefore(other, record)) break;
    if (other.id.value !== record.id.value) earlier.push(other);
  }
  return earlier;
}

const isBefore = (a: EntityRecord, b: EntityRecord): boolean =>
  a.path < b.path || (a.path === b.path && a.span.start < b.span.start);

const owners = new WeakMap<Records, Map<string, readonly EntityRecord[]>>();

/** All records with the form, in order. */
function ownersOf(form: string, records: Records): readonly EntityRecord[] {
  let known = owners.get(records);
  if (!known) {
    known = new Map();
    owners.set(records, known);
  }
  let found = known.get(form);
  if (!found) {
    found = records.gazetteer
      .ids(form)
      .flatMap((id) => records.get(id) ?? [])
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
    known.set(form, found);
  }
  return found;
}

/**
 * Whether the documents leave no doubt which of two records a form means: each that declares one of them declares not
 * the other, and each that has the form declares one. Where no document has to do with either, nothing settles it.
 */
function isSettled(form: string, id: string, other: string, view: View): boolean {
  let settled = false;
  let annotated = false;
  for (const facts of view.ask(everyDocument).values()) {
    if (!facts.annotated) continue;
    annotated = true;
    const one = facts.declared.includes(id);
    const two = facts.declared.includes(other);
    if (one && two) return false;
    if (!one && !two && facts.sharedForms.includes(form)) return false;
    settled ||= one || two;
  }
  return settled || !annotated;
}

const everyDocument = ({ documents }: Corpus): Corpus['documents'] => documents;

const nameOf = (record: EntityRecord, form: string): Name | undefined =>
  [...record.names, ...record.aliases].find((name) => normaliseText(name.text) === form);
