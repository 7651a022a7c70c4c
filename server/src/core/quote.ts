/** A quote as it is written in YAML: a text, a list of pieces, or a map with a choice. Knows its shape, not the body. */

import type { Decoder } from './decoder.ts';
import type { Text } from './problem.ts';
import type { Span } from './text.ts';
import type { Entry, YamlNode } from './yaml.ts';

/** A W3C TextQuoteSelector, widened by `nth`, `near` and the pieces of a discontinuous quote. */
export interface Quote {
  readonly pieces: readonly Text[];
  readonly nth?: number;
  readonly near?: Text;
  readonly prefix?: Text;
  readonly suffix?: Text;
  readonly span: Span;
}

/** The keys that choose among several matches; they stand beside a plain quote or inside its map. */
export const CHOICE_KEYS = ['nth', 'near', 'prefix', 'suffix'] as const;
const QUOTE_KEYS = ['quote', ...CHOICE_KEYS] as const;

/** Reads a quote; `beside` holds the keys of the claim it stands in. A quote without a readable piece is undefined. */
export function quoteOf(decoder: Decoder, node: YamlNode | undefined, beside?: Map<string, Entry>): Quote | undefined {
  if (!node || node.kind === 'missing') return undefined;
  if (node.kind === 'map') {
    const fields = decoder.fields(node, QUOTE_KEYS, 'quote', 'report');
    const inner = fields.get('quote')?.value;
    if (!inner) {
      decoder.wrongShape('quote-map', node.span);
      return undefined;
    }
    return build(decoder, inner, fields);
  }
  return build(decoder, node, beside ?? new Map());
}

function build(decoder: Decoder, node: YamlNode, fields: Map<string, Entry>): Quote | undefined {
  const pieces = piecesOf(decoder, node);
  const nth = decoder.countOf(fields.get('nth')?.value, 'nth');
  const [near, prefix, suffix] = (['near', 'prefix', 'suffix'] as const).map((key) =>
    decoder.textOf(fields.get(key)?.value, key),
  );
  if (pieces.length === 0) return undefined;
  return {
    pieces,
    span: node.span,
    ...(nth !== undefined && { nth }),
    ...(near && { near }),
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
  };
}

function piecesOf(decoder: Decoder, node: YamlNode): readonly Text[] {
  if (node.kind !== 'seq') {
    const piece = decoder.textOf(node, 'quote');
    return piece ? [piece] : [];
  }
  if (node.items.length === 0) decoder.wrongShape('empty', node.span, { field: 'quote' });
  const pieces = decoder.textsOf(node, 'quote');
  // A list of which one piece cannot be read would anchor something else than was meant.
  return pieces.length === node.items.length ? pieces : [];
}
