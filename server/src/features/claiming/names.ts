/** The names in a body whose front matter may not exist yet. Knows no claims. */

import { type Analysis, analyse } from '../../core/analysis.ts';
import type { Document } from '../../core/document.ts';
import { findMentions } from '../../core/mentions.ts';
import type { Records } from '../../core/records.ts';

const found = new WeakMap<Document, { readonly gazetteer: Records['gazetteer']; readonly analysis: Analysis }>();

/** As `analyse`; of a document without annotations the names that records have, none of them tagged. */
export function namesOf(document: Document, records: Records): Analysis {
  if (document.annotated) return analyse(document, records);
  const { gazetteer } = records;
  const known = found.get(document);
  if (known?.gazetteer === gazetteer) return known.analysis;
  const analysis = findMentions(document.bodyText, gazetteer, []);
  found.set(document, { gazetteer, analysis });
  return analysis;
}

/** Whether the body names the entity and the document does not declare it. */
export const isUntagged = (id: string, document: Document, records: Records): boolean =>
  !document.annotations.entities.some((one) => one.id.value === id) &&
  namesOf(document, records).untagged.some(({ ids }) => ids.includes(id));
