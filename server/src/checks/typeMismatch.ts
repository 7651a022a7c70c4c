/** An entity of another type than the property takes as subject, value or qualifier. */

import type { Claim } from '../core/claim.ts';
import { listed } from '../core/problem.ts';
import { propertyOf, type Slot, slotsOf, THIS } from '../core/slots.ts';
import { Vocabulary } from '../core/vocabulary.ts';
import type { Check, Report, View } from './engine/check.ts';

export const typeMismatch: Check = {
  code: 'type-mismatch',
  severity: 'error',
  beyond: true,
  *document({ view, document }) {
    for (const claim of document.annotations.claims) yield* mismatches(claim, view);
  },
  *records({ view, file }) {
    for (const record of file.records) {
      for (const fact of record.facts) {
        for (const report of mismatches(fact, view)) yield { ...report, entity: report.entity ?? record.id.value };
      }
    }
  },
};

function* mismatches(claim: Claim, { corpus }: View): Iterable<Report> {
  const { vocabulary, records } = corpus;
  const property = propertyOf(claim, vocabulary);
  if (!property || claim.damaged) return;
  for (const slot of slotsOf(claim, vocabulary, records)) {
    if (slot.role === 'by' || (claim.nth ?? 1) > 1) if (slot.role !== 'value') continue;
    const type = typeOf(slot);
    if (type === undefined || !vocabulary.types.has(type) || vocabulary.accepts(slot.accepts, type)) continue;
    // Where plain text may stand as well, a text that happens to be an id is a text.
    if (Vocabulary.kinds(slot.accepts).length > 0) continue;
    yield {
      span: slot.text.span,
      variant: slot.role,
      params: {
        id: slot.text.value,
        type,
        property: property.id,
        qualifier: slot.name ?? '',
        ...listed('accepts', slot.accepts),
      },
      claim: claim.id?.value,
      entity: slot.text.value,
    };
  }
}

function typeOf(slot: Slot): string | undefined {
  if (slot.role === 'subject' && slot.text.value === THIS) return 'document';
  return slot.record?.type?.value;
}
