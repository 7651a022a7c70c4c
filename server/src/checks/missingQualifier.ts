/** A claim without a qualifier that its property needs to mean anything. */

import type { Claim } from '../core/claim.ts';
import { propertyOf } from '../core/slots.ts';
import type { Check, Report, View } from './engine/check.ts';

export const missingQualifier: Check = {
  code: 'missing-qualifier',
  severity: 'warning',
  *document({ view, document }) {
    for (const claim of document.annotations.claims) yield* missing(claim, view);
  },
  *records({ view, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) for (const report of missing(fact, view)) yield { ...report, entity: id.value };
    }
  },
};

function* missing(claim: Claim, { corpus }: View): Iterable<Report> {
  const property = propertyOf(claim, corpus.vocabulary);
  if (!property || claim.damaged || claim.group || !claim.value) return;
  for (const [name, rule] of property.qualifiers) {
    if (!rule.required || claim.qualifiers.has(name) || impliedByValue(name, claim, corpus)) continue;
    const span = (claim.nth === undefined ? claim.property?.span : claim.value.span) ?? claim.head;
    const params = { qualifier: name, property: property.id };
    yield { span, params, claim: claim.id?.value };
  }
}

/** A position record that says what it is a position of says it for every claim of it. */
function impliedByValue(name: string, claim: Claim, { records }: View['corpus']): boolean {
  if (name !== 'of' || claim.value?.kind !== 'text') return false;
  const { text } = claim.value;
  const named = records.get(text) ? [text] : records.gazetteer.ids(text);
  return [...named].some((id) => records.get(id)?.of !== undefined);
}
