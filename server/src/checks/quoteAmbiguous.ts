/** A quote that stands in the body more than once, and nothing says which is meant. */

import { anchorOf } from '../core/analysis.ts';
import { setChoice } from '../core/edit.ts';
import type { Check } from './engine/check.ts';
import { quotesOf } from './engine/quotes.ts';

export const quoteAmbiguous: Check = {
  code: 'quote-ambiguous',
  severity: 'warning',
  *document({ document }) {
    for (const { quote, claim, entity, item } of quotesOf(document)) {
      const anchor = item ? undefined : anchorOf(document, quote);
      if (anchor?.kind !== 'ambiguous') continue;
      const { matches } = anchor;
      const chosen = quote.nth !== undefined || quote.near || quote.prefix || quote.suffix;
      yield {
        span: quote.span,
        variant: chosen ? 'choice-fails' : 'no-choice',
        params: { quote: quote.pieces[0]!.value, count: matches.length },
        claim,
        entity,
        related: matches.slice(0, 9).map((span, i) => ({
          path: document.path,
          span,
          message: 'match',
          params: { nth: i + 1, count: matches.length },
        })),
        fixes: () =>
          matches.slice(0, 9).flatMap((_, i) => {
            const edits = setChoice(document, quote, { nth: i + 1 });
            return edits?.length ? [{ title: 'choose-match', params: { nth: i + 1 }, safe: false, edits }] : [];
          }),
      };
    }
  },
};
