/** The name of a record in a document that does not declare it: offered, never assumed. */

import { declare } from '../core/edit.ts';
import type { Untagged } from '../core/mentions.ts';
import { listed } from '../core/problem.ts';
import type { Check } from './engine/check.ts';
import { nameOf } from './engine/entityName.ts';

export const untaggedName: Check = {
  code: 'untagged-name',
  severity: 'information',
  beyond: true,
  *document({ document, analysis, corpus }) {
    for (const [first, ...others] of byRecord(analysis.untagged)) {
      const { span, form, ids } = first!;
      yield {
        span,
        variant: ids.length > 1 ? 'several' : 'one',
        params: { form, id: ids[0]!, ...listed('ids', ids), count: others.length + 1 },
        entity: ids[0]!,
        related: others
          .slice(0, 9)
          .map((other) => ({ path: document.path, span: other.span, message: 'also-here', params: { form } })),
        fixes: () =>
          ids.flatMap((id) => {
            const edits = declare(document, id);
            const record = corpus.records.get(id);
            const name = record ? nameOf(record, document.annotations.lang?.value ?? '') : id;
            return edits?.length ? [{ title: 'declare', params: { id, name }, safe: false, edits }] : [];
          }),
      };
    }
  },
};

/** One finding for each record, or set of records, that a name may be of. */
function byRecord(untagged: readonly Untagged[]): Iterable<readonly Untagged[]> {
  const groups = new Map<string, Untagged[]>();
  for (const one of untagged) {
    const key = one.ids.join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups.values();
}
