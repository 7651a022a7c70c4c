/** Every place in which a file's annotations name an entity by its id. Knows no mentions. */

import type { View } from '../checks/engine/check.ts';
import type { Acceptance } from '../core/acceptance.ts';
import type { Claim } from '../core/claim.ts';
import type { Document } from '../core/document.ts';
import type { Text } from '../core/problem.ts';
import type { RecordFile } from '../core/record.ts';
import { slotsOf, THIS } from '../core/slots.ts';
import type { Span } from '../core/text.ts';

export interface EntityPlace {
  readonly span: Span;
  readonly role: 'record' | 'declaration' | 'slot' | 'reference';
}

export function placesInDocument(view: View, { annotations }: Document, id: string): readonly EntityPlace[] {
  const places = new Places(id);
  for (const declaration of annotations.entities) places.add(declaration.id, 'declaration');
  // An id, or free text: a text that equals an id is taken for it.
  const { publisher } = annotations.source;
  if (publisher && view.corpus.records.get(id)) places.add(publisher, 'reference');
  places.addAcceptances(annotations.accept);
  for (const claim of annotations.claims) places.addClaim(view, claim);
  return places.all();
}

export function placesInRecords(view: View, file: RecordFile, id: string): readonly EntityPlace[] {
  const places = new Places(id);
  for (const record of file.records) {
    places.add(record.id, 'record');
    for (const other of record.distinctFrom) places.add(other, 'reference');
    if (record.of) places.add(record.of, 'reference');
    for (const fact of record.facts) places.addClaim(view, fact, record.id);
  }
  return places.all();
}

/** Collects places, each once: claims inherit what others say. */
class Places {
  private readonly found = new Map<number, EntityPlace>();

  constructor(private readonly id: string) {}

  add({ value, span }: Text, role: EntityPlace['role']): void {
    if (value === this.id && !this.found.has(span.start)) this.found.set(span.start, { span, role });
  }

  addAcceptances(accept: readonly Acceptance[]): void {
    for (const acceptance of accept) if (acceptance.with) this.add(acceptance.with, 'reference');
  }

  /** `owner` is the id of the record that a fact is of: its subject stands nowhere else. */
  addClaim(view: View, claim: Claim, owner?: Text): void {
    const { vocabulary, records } = view.corpus;
    for (const { text, record, entityOnly } of slotsOf(claim, vocabulary, records)) {
      if (text.value === THIS || text.span.start === owner?.span.start) continue;
      if (record || entityOnly) this.add(text, 'slot');
    }
    this.addAcceptances(claim.accept);
  }

  all(): readonly EntityPlace[] {
    return [...this.found.values()].sort((a, b) => a.span.start - b.span.start);
  }
}
