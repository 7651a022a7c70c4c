/** A passage that is nearly the name of a declared entity and is none of the forms listed for it. */

import { addAlias, addForm } from '../core/edit.ts';
import type { Check, DocumentContext, Fix } from './engine/check.ts';
import { variantsIn } from './engine/variants.ts';

export const nameNotListed: Check = {
  code: 'name-not-listed',
  severity: 'warning',
  beyond: true,
  *document(context) {
    const { document } = context;
    for (const { id, form, start, end } of variantsIn(context)) {
      const span = document.bodyText.spanOf(start, end);
      const text = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      yield {
        span,
        params: { text, form, id },
        entity: id,
        fixes: () => [...alias(context, id, text), ...sic(context, id, text)],
      };
    }
  },
};

function alias({ corpus, document }: DocumentContext, id: string, text: string): readonly Fix[] {
  const record = corpus.records.get(id);
  const file = record && corpus.records.files.get(record.path);
  const edits = file && addAlias(file, record, text, document.annotations.lang?.value);
  return edits?.length ? [{ title: 'add-alias', params: { text, id }, safe: false, edits }] : [];
}

function sic({ document }: DocumentContext, id: string, text: string): readonly Fix[] {
  const edits = addForm(document, id, 'sic', text);
  return edits?.length ? [{ title: 'mark-sic', params: { text, id }, safe: false, edits }] : [];
}
