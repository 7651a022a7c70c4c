/** Two records of one id. */

import { renameKey } from '../core/edit.ts';
import type { Check } from './engine/check.ts';

export const duplicateEntity: Check = {
  code: 'duplicate-entity',
  severity: 'error',
  beyond: true,
  *document({ document }) {
    const seen = new Map<string, { start: number; end: number }>();
    for (const { id, damaged } of document.annotations.entities) {
      const first = seen.get(id.value);
      if (!first) seen.set(id.value, id.span);
      else if (!damaged) {
        const related = [{ path: document.path, span: first, message: 'first-declaration', params: { id: id.value } }];
        yield { span: id.span, variant: 'declaration', params: { id: id.value }, entity: id.value, related };
      }
    }
  },
  *records({ corpus, file }) {
    for (const record of file.records) {
      const [first] = corpus.records.all(record.id.value);
      if (!first || first === record || record.damaged) continue;
      const { id } = record;
      const related = [{ path: first.path, span: first.id.span, message: 'first-record', params: { id: id.value } }];
      yield {
        span: id.span,
        variant: 'record',
        params: { id: id.value, path: first.path },
        entity: id.value,
        related,
        fixes: () => {
          const newText = freeId(id.value, (candidate) => corpus.records.get(candidate) !== undefined);
          const edits = renameKey(file, id.span, newText);
          return edits?.length ? [{ title: 'rename-id', params: { text: newText }, safe: false, edits }] : [];
        },
      };
    }
  },
};

/** `id-2`, `id-3` … the first that nothing has. */
export function freeId(id: string, taken: (candidate: string) => boolean): string {
  let n = 2;
  while (taken(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
