/** An id that stands where an entity belongs and that no record has. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import { addRecord } from '../core/edit.ts';
import type { Text } from '../core/problem.ts';
import { slotsOf, THIS } from '../core/slots.ts';
import { closest } from '../core/spelling.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { replacing } from './engine/files.ts';
import { newRecordPath } from './engine/newRecord.ts';

export const unresolvedEntity: Check = {
  code: 'unresolved-entity',
  severity: 'error',
  beyond: true,
  *document({ view, corpus, document }) {
    for (const { id, damaged } of document.annotations.entities) {
      if (!damaged && !corpus.records.get(id.value)) yield unresolved(id, view, document.path);
    }
    for (const claim of document.annotations.claims) yield* inClaim(claim, view, document.path);
  },
  *records({ view, corpus, file }) {
    for (const record of file.records) {
      if (record.damaged) continue;
      const entity = record.id.value;
      for (const id of [...record.distinctFrom, ...(record.of ? [record.of] : [])]) {
        if (!corpus.records.get(id.value)) yield unresolved(id, view, file.path);
      }
      for (const fact of record.facts) {
        for (const report of inClaim(fact, view, file.path)) yield { ...report, entity: report.entity ?? entity };
      }
    }
  },
};

function* inClaim(claim: Claim, view: View, path: string): Iterable<Report> {
  if (claim.damaged) return;
  const { corpus } = view;
  for (const slot of slotsOf(claim, corpus.vocabulary, corpus.records)) {
    if (!slot.entityOnly || slot.repeated || slot.record) continue;
    if (slot.role === 'subject' && slot.text.value === THIS) continue;
    yield { ...unresolved(slot.text, view, path, slot.accepts), claim: claim.id?.value };
  }
}

function unresolved(id: Text, view: View, path: string, types: readonly string[] = ['any']): Report {
  const nearest = nearestIds(id.value, view.corpus);
  return {
    span: id.span,
    variant: nearest.length > 0 ? 'near' : 'unknown',
    params: { id: id.value, nearest: nearest[0] ?? '' },
    entity: id.value,
    fixes: () => [
      ...nearest.flatMap((newText) => {
        const name = view.corpus.records.get(newText)?.names[0]?.text ?? newText;
        return replacing(view, path, id.span, newText, 'replace-id', { name });
      }),
      ...createRecord(id.value, view, types),
    ],
  };
}

/** By spelling of the id, or because the text is a name of the record. */
function nearestIds(id: string, { records }: Corpus): readonly string[] {
  const named = records.gazetteer.ids(id);
  return [...new Set([...named, ...closest(id, records.ids())])].slice(0, 3);
}

function createRecord(id: string, view: View, types: readonly string[]): readonly Fix[] {
  if (!/^[\p{L}\p{N}._-]+$/u.test(id)) return [];
  const type = types.find((candidate) => view.corpus.vocabulary.types.has(candidate)) ?? 'person';
  const path = newRecordPath(view, type);
  if (path === undefined) return [];
  const edits = addRecord(view.corpus.records.files.get(path) ?? path, id, { type, name: { en: nameFrom(id) } });
  return edits?.length ? [{ title: 'create-record', params: { id, path }, safe: false, edits }] : [];
}

/** `shen-beili` → Shen Beili: a start for the person who then writes the name. */
const nameFrom = (id: string): string =>
  id.replace(/[-_]+/g, ' ').replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
