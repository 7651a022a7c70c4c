/** A date of a quote that lacks its year, month or day, where what supplies it disagrees with the value. */

import { valueText } from '../core/facts.ts';
import type { Check, DocumentContext, Report } from './engine/check.ts';
import { edtfOf } from './quoted/edtf.ts';
import { valueFix } from './quoted/fixes.ts';
import { type QuotedDate, wordsAt } from './quoted/passage.ts';
import { type Supported, supportIn } from './quoted/support.ts';

export const dateUnresolved: Check = {
  code: 'date-unresolved',
  severity: 'warning',
  *document(context) {
    for (const supported of supportIn(context)) yield* unresolved(supported, context);
  },
};

function* unresolved({ claim, support }: Supported, { document }: DocumentContext): Iterable<Report> {
  if (support.kind !== 'dates' || !claim.value) return;
  const date = support.found.find(({ cut, supplied }) => cut || supplied.length > 0);
  if (!date?.time) return;
  const { span } = claim.value;
  const resolved = edtfOf(date.time);
  const text = wordsAt(document, date.span);
  yield {
    span,
    variant: suppliedBy(date),
    params: { 'value@time': valueText(claim.value), quoted: text, 'resolved@time': resolved ?? '' },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    related: [{ path: document.path, span: date.span, message: 'in-quote', params: { text } }],
    fixes: () =>
      resolved === undefined ? [] : valueFix(document, claim, span, resolved, 'set-date', { 'text@time': resolved }),
  };
}

function suppliedBy({ relative, supplied, cut }: QuotedDate): string {
  const from = supplied.at(-1)?.from;
  if (relative && from === 'document-date') return 'relative';
  return cut || from === undefined || from === 'range' ? 'beside' : from;
}
