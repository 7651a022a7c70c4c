/** Every known name of a document that it does not declare, and the one edit that declares those somebody chooses. */

import type { View } from '../../checks/engine/check.ts';
import type { Document } from '../../core/document.ts';
import { declareAll, type Edits } from '../../core/edit.ts';
import type { EntityRecord } from '../../core/record.ts';
import { namesIn } from './passage.ts';

export interface KnownName {
  readonly record: EntityRecord;
  /** How often one of its names stands in the body. */
  readonly places: number;
  /** Its names as they stand there, the most frequent first. */
  readonly forms: readonly string[];
  /** Other records that have one of these names too: which is meant nobody can tell from the name. */
  readonly rivals: readonly string[];
}

/** Entities of which a name stands in the body, those named most first. */
export function knownNames(view: View, document: Document): readonly KnownName[] {
  const { records } = view.corpus;
  const found = new Map<string, { forms: Map<string, number>; rivals: Set<string>; places: number }>();
  for (const { ids, form } of namesIn(document, records).untagged) {
    for (const id of ids) {
      const one = found.get(id) ?? { forms: new Map<string, number>(), rivals: new Set<string>(), places: 0 };
      one.places++;
      one.forms.set(form, (one.forms.get(form) ?? 0) + 1);
      for (const other of ids) if (other !== id) one.rivals.add(other);
      found.set(id, one);
    }
  }
  return [...found]
    .flatMap(([id, { forms, rivals, places }]) => {
      const record = records.get(id);
      const sorted = [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form);
      return record ? [{ record, places, forms: sorted, rivals: [...rivals] }] : [];
    })
    .sort((a, b) => b.places - a.places);
}

/** One edit that declares them all; undefined where the front matter cannot be edited. */
export function tagAllEdits(view: View, document: Document, ids: readonly string[]): Edits {
  return declareAll(
    document,
    ids.filter((id) => view.corpus.records.get(id) !== undefined),
  );
}
