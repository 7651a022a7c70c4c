/** A value that nothing in its quote says, though the quote holds something of its kind. */

import { valueText } from '../core/facts.ts';
import { listed } from '../core/problem.ts';
import type { Check, DocumentContext, Fix, Report } from './engine/check.ts';
import { nameOfId } from './engine/entityName.ts';
import { edtfOf } from './quoted/edtf.ts';
import { quantityFix, valueFix } from './quoted/fixes.ts';
import { wordsAt } from './quoted/passage.ts';
import { endsOf, type Supported, supportIn } from './quoted/support.ts';

export const quoteValueMismatch: Check = {
  code: 'quote-value-mismatch',
  severity: 'error',
  beyond: true,
  *document(context) {
    for (const supported of supportIn(context)) yield* mismatch(supported, context);
  },
};

const MOST = 5;

function* mismatch(supported: Supported, context: DocumentContext): Iterable<Report> {
  const { claim, support } = supported;
  const { document } = context;
  if (support.kind === 'silent' || support.kind === 'supported' || !claim.value) return;
  // A date that something had to complete is another check's.
  if (support.kind === 'dates' && support.found.some(({ cut, supplied }) => cut || supplied.length > 0)) return;
  const shown = support.found.slice(0, MOST);
  const change = supported.said.kind === 'change';
  yield {
    span: claim.value.span,
    variant: support.kind === 'mentions' ? 'entity' : change ? 'change' : '',
    params: {
      [support.kind === 'dates' ? 'value@time' : 'value']: valueText(claim.value),
      ...listed('quoted', distinct(shown.map(({ span }) => wordsAt(document, span)))),
    },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    related: shown.map(({ span }) => ({
      path: document.path,
      span,
      message: 'in-quote',
      params: { text: wordsAt(document, span) },
    })),
    fixes: () => fixes(supported, context),
  };
}

function fixes({ claim, said, support }: Supported, { view, document, corpus }: DocumentContext): readonly Fix[] {
  const span = claim.value?.span;
  if (!span) return [];
  if (support.kind === 'mentions') {
    return distinct(support.found.map(({ id }) => id))
      .slice(0, MOST)
      .flatMap((id) => {
        const name = nameOfId(view, id, document.annotations.lang?.value ?? '');
        return valueFix(document, claim, span, id, 'replace-id', { name });
      });
  }
  if (support.kind === 'dates') {
    return distinct(support.found.flatMap(({ time }) => (time && edtfOf(time)) ?? []))
      .slice(0, MOST)
      .flatMap((text) => valueFix(document, claim, span, text, 'take-from-quote', { 'text@time': text }));
  }
  if (support.kind !== 'quantities') return [];
  const { settings } = corpus;
  const choices = said.kind === 'change' ? endsOf(support.found) : support.found.map((one) => [one]);
  const made = choices.slice(0, MOST).flatMap((one) => quantityFix(document, claim, one, settings, 'take-from-quote'));
  return made.filter((fix, i) => made.findIndex(({ params }) => params.text === fix.params.text) === i);
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
