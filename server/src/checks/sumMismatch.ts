/** Parts of a value that do not add up to it. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import { placeValue } from '../values/denotation.ts';
import { disjoint, type Interval, interval, sum, tidy } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Units } from '../values/units.ts';
import type { Check } from './engine/check.ts';
import { sayingOf } from './quoted/value.ts';
import { unitsOf } from './valueKind.ts';

export const sumMismatch: Check = {
  code: 'sum-mismatch',
  severity: 'warning',
  *document({ document, corpus }) {
    const parts = partsByWhole(document.annotations.claims);
    if (parts.size === 0) return;
    const units = unitsOf(corpus.settings);
    for (const claim of document.annotations.claims) {
      const own = claim.parts && claim.nth === undefined ? parts.get(claim.span.start) : undefined;
      const whole = own && quantityOf(claim, corpus);
      const total = whole && totalOf(own, whole, corpus, units);
      if (!whole || !total || !claim.value || !disjoint(total, asRounded(whole))) continue;
      yield {
        span: claim.value.span,
        params: { value: claim.value.kind === 'text' ? claim.value.text : '', sum: wordsFor(total), parts: own.length },
        claim: claim.id?.value,
        entity: claim.subject?.value,
        related: own.map((part) => ({
          path: document.path,
          span: part.value?.span ?? part.head,
          message: 'part',
          params: { value: part.value?.kind === 'text' ? part.value.text : '' },
          ...(part.id && { claim: part.id.value }),
        })),
      };
    }
  },
};

/** The claims right inside each one that says they are its parts, by where it begins. */
function partsByWhole(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const parts = new Map<number, Claim[]>();
  for (const claim of claims) {
    if (!claim.outer?.parts) continue;
    const siblings = parts.get(claim.outer.span.start);
    if (siblings) siblings.push(claim);
    else parts.set(claim.outer.span.start, [claim]);
  }
  return parts;
}

function quantityOf(claim: Claim, corpus: Corpus): Quantity | undefined {
  const said = sayingOf(claim, corpus)?.said;
  return said?.kind === 'quantity' && !said.quantity.ordinal ? said.quantity : undefined;
}

/** Undefined where one of the parts cannot be read, or is counted in something else: then nobody knows the sum. */
function totalOf(parts: readonly Claim[], whole: Quantity, corpus: Corpus, units: Units): Interval | undefined {
  let total: Interval | undefined;
  for (const part of parts) {
    const quantity = quantityOf(part, corpus);
    const own = quantity && asRounded(quantity);
    const { unit } = quantity ?? {};
    const converted =
      own && unit !== undefined && whole.unit !== undefined ? units.convert(own, unit, whole.unit) : own;
    if (!converted) return undefined;
    total = total ? sum(total, converted) : converted;
  }
  return total;
}

/** Shares are rounded as they are written: 33.3 % three times is a whole. */
function asRounded({ hard, hedge, unit, nominal }: Quantity): Interval {
  const [n] = nominal;
  if ((unit !== '%' && unit !== 'per-mille') || n === undefined || nominal.length > 1 || hedge) return hard;
  const half = Math.min(1, placeValue(n)) / 2;
  return interval('[', tidy(n - half), tidy(n + half), ']');
}

function wordsFor({ low, high }: Interval): string {
  if (low === high) return String(low);
  return Number.isFinite(high) ? `${low}–${high}` : `> ${low}`;
}
