/** A form that two declared entities claim, in a document that does not say which is meant. */

import { addForm } from '../core/edit.ts';
import type { Ambiguous } from '../core/mentions.ts';
import { listed } from '../core/problem.ts';
import type { Check, DocumentContext, Fix } from './engine/check.ts';

export const ambiguousMention: Check = {
  code: 'ambiguous-mention',
  severity: 'warning',
  beyond: true,
  *document(context) {
    const { document, analysis } = context;
    for (const [first, ...others] of byForm(analysis.ambiguous)) {
      const { span, form, ids } = first!;
      yield {
        span,
        params: { form, ...listed('ids', ids), count: others.length + 1 },
        entity: ids[0],
        related: others
          .slice(0, 9)
          .map((other) => ({ path: document.path, span: other.span, message: 'also-here', params: { form } })),
        fixes: () => ids.flatMap((id) => settle(context, form, id, ids)),
      };
    }
  },
};

function byForm(ambiguous: readonly Ambiguous[]): Iterable<readonly Ambiguous[]> {
  const groups = new Map<string, Ambiguous[]>();
  for (const one of ambiguous) groups.set(one.form, [...(groups.get(one.form) ?? []), one]);
  return groups.values();
}

/** “It is `id` wherever it stands”: the form is no mention of the others. */
function settle({ document }: DocumentContext, form: string, id: string, ids: readonly string[]): readonly Fix[] {
  const others = ids.filter((other) => other !== id);
  if (others.length !== 1) return [];
  const edits = addForm(document, others[0]!, 'not', form);
  return edits?.length ? [{ title: 'settle-mention', params: { form, id }, safe: false, edits }] : [];
}
