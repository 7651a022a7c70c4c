/** A change whose ends and stated size, a difference or a percentage, do not agree. */

import type { Claim } from '../core/claim.ts';
import type { Span } from '../core/text.ts';
import { changeAgrees, computedChange } from '../values/change.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Check, DocumentContext, Report } from './engine/check.ts';
import { valueFix } from './quoted/fixes.ts';
import { wordsAt } from './quoted/passage.ts';
import { stepsBeside } from './quoted/steps.ts';
import { supportIn } from './quoted/support.ts';
import { type Said, sayingOf } from './quoted/value.ts';

export const changeArithmetic: Check = {
  code: 'change-arithmetic',
  severity: 'error',
  *document(context) {
    const { corpus, document } = context;
    for (const claim of document.annotations.claims) {
      const said = sayingOf(claim, corpus)?.said;
      for (const report of stated(claim, said)) {
        yield { ...report, fixes: () => fixes(claim, said, context) };
      }
    }
    yield* quoted(context);
  },
  *records({ corpus, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) {
        for (const report of stated(fact, sayingOf(fact, corpus)?.said)) yield { ...report, entity: id.value };
      }
    }
  },
};

/** The size that the value itself states. */
function* stated(claim: Claim, said: Said | undefined): Iterable<Report> {
  if (said?.kind !== 'change' || !said.change || claim.value?.kind !== 'change' || !claim.value.change) return;
  const { value: size, span } = claim.value.change;
  const wrong = disagreement(claim, said, said.change, size, span);
  if (wrong) yield wrong;
}

/** Where the value states none, the sizes that the quote gives right beside the two ends. */
function* quoted(context: DocumentContext): Iterable<Report> {
  const { document, corpus } = context;
  for (const { claim, said, support } of supportIn(context)) {
    if (said.kind !== 'change' || said.change || support.kind !== 'supported' || !claim.value) continue;
    const [way] = support.ways;
    if (!way) continue;
    const steps = stepsBeside(way, claim, said, document, corpus.settings);
    for (const step of steps) {
      const text = wordsAt(document, step.span);
      const wrong = disagreement(claim, said, step, text, claim.value.span);
      if (!wrong) continue;
      yield { ...wrong, related: [{ path: document.path, span: step.span, message: 'in-quote', params: { text } }] };
      break;
    }
  }
}

function disagreement(
  claim: Claim,
  { from, to }: Extract<Said, { kind: 'change' }>,
  change: Quantity,
  size: string,
  span: Span,
): Report | undefined {
  if (changeAgrees(from, to, change)) return undefined;
  const computed = sizeOf(from, to, change, size);
  return {
    span,
    variant: computed === undefined ? 'hedged' : '',
    params: { from: from.nominal[0], to: to.nominal[0], size, computed },
    claim: claim.id?.value,
    entity: claim.subject?.value,
  };
}

/** What the size would have to be, as exact as the one that is written, and in its words. */
function sizeOf(from: Quantity, to: Quantity, change: Quantity, written: string): string | undefined {
  const percent = change.unit === '%' && from.unit !== '%';
  const computed = computedChange(from, to, percent);
  if (computed === undefined) return undefined;
  const decimals = String(change.nominal[0] ?? '').split('.')[1]?.length ?? 0;
  const size = percent ? String(Number(computed.toFixed(decimals))) : String(computed);
  const number = change.hedge ? '' : (/^-?\d[\d.,]*/.exec(written)?.[0] ?? '');
  const behind = written.slice(number.length);
  return number !== '' && !/\d/.test(behind) ? size + behind : percent ? `${size} %` : size;
}

function fixes(claim: Claim, said: Said | undefined, { document }: DocumentContext) {
  if (said?.kind !== 'change' || !said.change || claim.value?.kind !== 'change' || !claim.value.change) return [];
  const size = sizeOf(said.from, said.to, said.change, claim.value.change.value);
  return size === undefined ? [] : valueFix(document, claim, claim.value.change.span, size, 'compute-change');
}
