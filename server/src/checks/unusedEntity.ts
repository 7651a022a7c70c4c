/** A declared entity that the document neither mentions nor says anything of. */

import { removeDeclaration } from '../core/edit.ts';
import { slotsOf } from '../core/slots.ts';
import type { Check, DocumentContext } from './engine/check.ts';
import { variantsIn } from './engine/variants.ts';

export const unusedEntity: Check = {
  code: 'unused-entity',
  severity: 'warning',
  beyond: true,
  *document(context) {
    const { document, corpus, analysis } = context;
    const { annotations } = document;
    if (annotations.damaged || annotations.claims.some(({ damaged }) => damaged)) return;
    const used = usedIn(context);
    const near = new Set(variantsIn(context).map(({ id }) => id));
    const open = new Set(analysis.ambiguous.flatMap(({ ids }) => ids));
    for (const declaration of annotations.entities) {
      const { id, here, damaged } = declaration;
      // An id without a record has a finding of its own, and its names cannot be sought.
      if (damaged || !corpus.records.get(id.value)) continue;
      if (used.has(id.value) || near.has(id.value) || open.has(id.value) || here.length > 0) continue;
      yield {
        span: id.span,
        params: { id: id.value, name: corpus.records.get(id.value)?.names[0]?.text ?? id.value },
        entity: id.value,
        fixes: () => {
          const edits = removeDeclaration(document, id.value);
          return edits?.length ? [{ title: 'remove-declaration', params: { id: id.value }, safe: false, edits }] : [];
        },
      };
    }
  },
};

function usedIn({ document, corpus, analysis }: DocumentContext): ReadonlySet<string> {
  const used = new Set(analysis.mentions.map(({ id }) => id));
  for (const claim of document.annotations.claims) {
    for (const { text } of slotsOf(claim, corpus.vocabulary, corpus.records)) used.add(text.value);
  }
  const { publisher } = document.annotations.source;
  if (publisher) used.add(publisher.value);
  return used;
}
