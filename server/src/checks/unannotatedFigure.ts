/** A figure or date of the body that no claim's quote covers. Off unless the corpus asks for it. */

import type { Span } from '../core/text.ts';
import type { Check } from './engine/check.ts';
import { datesOf, passageOf, quantitiesIn, wordsAt } from './quoted/passage.ts';

export const unannotatedFigure: Check = {
  code: 'unannotated-figure',
  severity: 'information',
  off: true,
  *document({ document, corpus }) {
    if (!document.annotated || document.annotations.damaged) return;
    const covered = joined(document.annotations.claims.flatMap((claim) => passageOf(claim, document)));
    const figures = quantitiesIn([document.body], document, corpus.settings)
      .filter(({ ordinal }) => !ordinal)
      .map(({ span, numberSpan }) => ({ span, must: numberSpan, variant: 'quantity' }));
    const dates = datesOf(document)
      // "Today" and "last year" are no figures.
      .filter(({ relative }) => !relative)
      .map(({ span }) => ({ span, must: span, variant: 'date' }));
    for (const { span, must, variant } of [...figures, ...dates]) {
      if (isCovered(must, covered)) continue;
      yield { span, variant, params: { text: wordsAt(document, span) } };
    }
  },
};

/** In order and apart. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

function isCovered({ start, end }: Span, covered: readonly Span[]): boolean {
  let low = 0;
  let high = covered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (covered[middle]!.end >= end) high = middle;
    else low = middle + 1;
  }
  return low < covered.length && covered[low]!.start <= start;
}
