/** Documents and claims of which foreign files say little: everything else as it is where nothing is said. */

import type { Span } from '../../core/text.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeMention } from './model.ts';
import type { Offsets } from './offsets.ts';

export const bareDocument = (
  path: string,
  body: string,
  mentions: readonly ExchangeMention[],
  more: Partial<ExchangeDocument> = {},
): ExchangeDocument => ({ claims: [], accept: [], ...more, path, body, mentions });

export const bareClaim = (key: string, more: Partial<ExchangeClaim>): ExchangeClaim => ({
  ended: false,
  stance: 'asserts',
  certainty: 'certain',
  qualifiers: {},
  items: [],
  itemsPartial: false,
  see: [],
  sources: [],
  accept: [],
  parts: false,
  group: false,
  ...more,
  key,
});

/** A claim that two mentions stand in a relation, quoted from the first to the last of their characters. */
export function relationClaim(
  key: string,
  property: string,
  body: string,
  from: { readonly name: string; readonly spans: readonly Span[] },
  to: { readonly name: string; readonly spans: readonly Span[] },
): ExchangeClaim {
  const all = [...from.spans, ...to.spans];
  const span = { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
  return bareClaim(key, {
    subject: from.name,
    property,
    value: { kind: 'text', text: to.name },
    quote: { pieces: [body.slice(span.start, span.end)], spans: [span] },
  });
}

/** The property that a foreign label names: itself, or in small letters with hyphens. */
export function propertyNamed(label: string, properties: ReadonlySet<string>): string | undefined {
  return [label, label.toLowerCase(), label.toLowerCase().replaceAll('_', '-')].find((one) => properties.has(one));
}

/** A span of a body in the units of another tool; in words what is wrong with it. */
export function spanIn(offsets: Offsets, from: unknown, to: unknown): Span | string {
  const [start, end] = [offsets.toUtf16(from as number), offsets.toUtf16(to as number)];
  if (start === undefined || end === undefined)
    return `the span ${String(from)}–${String(to)} does not lie in the text, which has ${offsets.length} characters`;
  return start < end ? { start, end } : `the span ${String(from)}–${String(to)} is empty`;
}
