/** Fixes that write into a value what its quote says. Knows claims and passages, no check. */

import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { replaceScalar, type TextEdit } from '../../core/edit.ts';
import type { Params } from '../../core/problem.ts';
import type { Settings } from '../../core/settings.ts';
import { propertyOf } from '../../core/slots.ts';
import type { Span } from '../../core/text.ts';
import { dropsHedge, quantitySupports } from '../../values/compare.ts';
import type { Quantity, QuantityExpression } from '../../values/quantity.ts';
import type { Units } from '../../values/units.ts';
import type { Fix } from '../engine/check.ts';
import { unitsOf } from '../valueKind.ts';
import { wordsAt } from './passage.ts';
import { readQuantity, withUnitOf } from './value.ts';

/** A fix that replaces the value at `span` by `text`; never safe, since the quote may be the wrong one. */
export function valueFix(
  document: Document,
  claim: Claim,
  span: Span,
  text: string,
  title: string,
  params: Params = {},
): readonly Fix[] {
  const edits = replaceScalar(document, span, text);
  return edits?.length ? [fixOf(claim, edits, title, { ...params, text })] : [];
}

function fixOf(claim: Claim, edits: readonly TextEdit[], title: string, params: Params): Fix {
  return { title, params: { ...params, claim: claim.key }, safe: false, edits };
}

/** One expression of the quote, or both ends of a change, in the place of what the value says. */
export function quantityFix(
  document: Document,
  claim: Claim,
  quoted: readonly QuantityExpression[],
  settings: Settings,
  title: string,
): readonly Fix[] {
  const { value } = claim;
  const olds = value?.kind === 'change' ? [value.from.value, value.to.value] : [];
  const texts = quoted.map((one, i) => {
    const old = olds[i] ?? (value?.kind === 'text' ? value.text : '');
    return asValue(document, claim, one, old, settings);
  });
  if (!value || texts.some((text) => text === undefined)) return [];
  const text = texts.join(' -> ');
  if (value.kind === 'text') return valueFix(document, claim, value.span, text, title);
  if (value.kind !== 'change' || texts.length !== 2) return [];
  const edits = [[value.from, texts[0]!] as const, [value.to, texts[1]!] as const].flatMap(([end, made]) =>
    end.value === made ? [] : (replaceScalar(document, end.span, made) ?? []),
  );
  return edits.length > 0 ? [fixOf(claim, edits, title, { text })] : [];
}

/**
 * How an expression reads as a value: with its noun where the `old` value has one, with hedge and number alone where it has none;
 * undefined where no such text means what the expression means.
 */
function asValue(
  document: Document,
  claim: Claim,
  quoted: QuantityExpression,
  old: string,
  settings: Settings,
): string | undefined {
  const { span, numberSpan, hedgeSpan } = quoted;
  const property = propertyOf(claim, settings.vocabulary);
  const units = unitsOf(settings);
  const bare = {
    start: Math.min(numberSpan.start, hedgeSpan?.start ?? numberSpan.start),
    end: Math.max(numberSpan.end, hedgeSpan?.end ?? numberSpan.end),
  };
  const lean = quoted.nominal.length > 0 && (claim.unit !== undefined || !/\p{L}\s*$/u.test(old));
  const texts = (lean ? [bare, span] : [span, bare]).map((one) => wordsAt(document, one));
  return texts.find((text) => {
    const read = readQuantity(text, claim.unit?.value, settings);
    return read?.kind === 'quantity' && means(property ? withUnitOf(read, property, units) : read, quoted, units);
  });
}

const means = (read: Quantity, quoted: Quantity, units: Units): boolean =>
  quantitySupports(read, quoted, units) && !dropsHedge(read, quoted);
