/** A claim whose property nobody defines. */

import type { Claim } from '../core/claim.ts';
import { defineProperty } from '../core/edit.ts';
import { closest } from '../core/spelling.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { replacing } from './engine/files.ts';

export const unresolvedProperty: Check = {
  code: 'unresolved-property',
  severity: 'warning',
  *document({ view, document }) {
    for (const claim of document.annotations.claims) yield* unresolved(claim, view, document.path);
  },
  *records({ view, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) {
        for (const report of unresolved(fact, view, file.path)) yield { ...report, entity: id.value };
      }
    }
  },
};

function* unresolved(claim: Claim, view: View, path: string): Iterable<Report> {
  const { property, damaged } = claim;
  const { properties } = view.corpus.vocabulary;
  if (!property || damaged || (claim.nth ?? 1) > 1 || properties.has(property.value)) return;
  const nearest = closest(property.value, properties.keys());
  yield {
    span: property.span,
    variant: nearest.length > 0 ? 'near' : 'unknown',
    params: { property: property.value, nearest: nearest[0] ?? '' },
    claim: claim.id?.value,
    fixes: () => [
      ...nearest.flatMap((newText) => replacing(view, path, property.span, newText, 'replace')),
      ...define(property.value, claim, view),
    ],
  };
}

function define(id: string, claim: Claim, view: View): readonly Fix[] {
  const value = claim.value?.kind === 'change' || /^\p{N}/u.test(textOf(claim)) ? 'quantity' : 'text';
  const edits = defineProperty(view.settings, id, { subject: 'any', value });
  return edits?.length ? [{ title: 'define-property', params: { property: id }, safe: false, edits }] : [];
}

const textOf = (claim: Claim): string => (claim.value?.kind === 'text' ? claim.value.text : '');
