/** A figure that has lost the hedge of its source: in a value against its quote, and between documents. */

import type { Claim } from '../core/claim.ts';
import type { Severity } from '../core/codes.ts';
import { valueText } from '../core/facts.ts';
import { dropsHedge } from '../values/compare.ts';
import type { Check, DocumentContext, Report } from './engine/check.ts';
import { quantityFix } from './quoted/fixes.ts';
import { wordsAt } from './quoted/passage.ts';
import { type Pair, supportIn } from './quoted/support.ts';
import { conflictsOf } from './statements/conflicts.ts';

/** Between two claims; a value against its own quote is worse. */
export const BETWEEN_CLAIMS: Severity = 'information';

export const hedgeDropped: Check = {
  code: 'hedge-dropped',
  severity: 'warning',
  beyond: true,
  *document(context) {
    yield* againstQuotes(context);
    yield* conflictsOf(context.view, context.document.path, 'hedge-dropped', BETWEEN_CLAIMS);
  },
  records: ({ view, file }) => conflictsOf(view, file.path, 'hedge-dropped', BETWEEN_CLAIMS),
};

/** The quote hedges what it says, and the value does not, or in another way. */
function* againstQuotes(context: DocumentContext): Iterable<Report> {
  for (const { claim, support } of supportIn(context)) {
    if (support.kind !== 'supported' || support.ways.length === 0) continue;
    // One place of the quote that says the figure as the value does is enough.
    const dropped = support.ways.map((pairs) => pairs.find(({ value, quoted }) => dropsHedge(value, quoted)));
    const first = dropped.every((pair) => pair !== undefined) ? dropped[0] : undefined;
    if (first) yield report(claim, first, support.ways[0]!, context);
  }
}

function report(
  claim: Claim,
  { value, quoted }: Pair,
  way: readonly Pair[],
  { document, corpus }: DocumentContext,
): Report {
  const text = wordsAt(document, quoted.span);
  return {
    span: claim.value!.span,
    variant: value.hedge === undefined ? 'lost' : 'other',
    params: { value: valueText(claim.value!), quoted: text },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    related: [{ path: document.path, span: quoted.span, message: 'in-quote', params: { text } }],
    fixes: () => {
      const said = way.map((pair) => pair.quoted);
      return quantityFix(document, claim, said, corpus.settings, 'insert-hedge');
    },
  };
}
