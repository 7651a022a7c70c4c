/** Near-variants of declared names in a document's body. Shared by the checks that report them and that yield to them. */

import { declaredOf } from '../../core/analysis.ts';
import type { Mentions } from '../../core/mentions.ts';
import { caseVariants } from '../../core/nearVariant/caseVariants.ts';
import { type NearVariant, nearVariants } from '../../core/nearVariant.ts';
import type { DocumentContext } from './check.ts';

/** By the forms that won their places: those are the same wherever the body lies. */
const found = new WeakMap<Mentions['chosen'], readonly NearVariant[]>();

export function variantsIn({ document, corpus, analysis }: DocumentContext): readonly NearVariant[] {
  if (!document.annotated || document.annotations.damaged) return [];
  let variants = found.get(analysis.chosen);
  if (!variants) {
    const { bodyText } = document;
    const here = analysis.mentions
      .filter(({ kind }) => kind === 'here')
      .map(({ span }) => ({
        start: bodyText.offsetOf(span.start),
        end: bodyText.offsetOf(span.end - 1) + 1,
      }));
    const taken = [...analysis.chosen, ...here].sort((a, b) => a.start - b.start);
    const declared = declaredOf(document, corpus.records).map(({ id, forms, as }) => ({
      id,
      forms: [...forms, ...as],
    }));
    const near = nearVariants(bodyText, declared, taken, (form) => corpus.records.gazetteer.has(form));
    const seen = new Set([...analysis.mentions, ...near].map(({ id }) => id));
    const unmentioned = declared.filter(({ id }) => !seen.has(id));
    variants = [...near, ...caseVariants(bodyText, unmentioned, taken)];
    found.set(analysis.chosen, variants);
  }
  return variants;
}
