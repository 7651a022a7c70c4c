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
export const QUOTE_KEYS = ['quote', ...CHOICE_KEYS] as const;

/** Reads a quote; `beside` holds the keys of the claim it stands in. A quote without a readable piece is undefined. */
export function quoteOf(decoder: Decoder, node: YamlNode | undefined, beside?: Map<string, Entry>): Quote | undefined {
  if (!node || node.kind === 'missing') return undefined;
  if (node.kind === 'map') {
    const before = decoder.problems.length;
    const fields = decoder.fields(node, QUOTE_KEYS, 'quote', 'report');
    const inner = fields.get('quote')?.value;
    if (!inner || inner.kind === 'missing') {
      decoder.wrongShapeSince(before, 'quote-map', node.span);
      return undefined;
    }
    return build(decoder, inner, fields);
  }
  return build(decoder, node, beside ?? new Map());
}

/** The quotes of a list under the key `field`, each a mention or an item of its own. */
export function quotesOf(decoder: Decoder, nodes: readonly YamlNode[], field: string): readonly Quote[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'missing') decoder.wrongShape('empty', node.span, { field });
    return quoteOf(decoder, node) ?? [];
  });
}

function build(decoder: Decoder, node: YamlNode, fields: Map<string, Entry>): Quote | undefined {
  const list = node.kind === 'seq' ? node.items : undefined;
  // The choice of a list stands on its first piece, or beside the list.
  const first = list?.[0]?.kind === 'map' ? decoder.fields(list[0], QUOTE_KEYS, 'quote', 'report') : undefined;
  const choice = (key: (typeof CHOICE_KEYS)[number]) => (first?.get(key) ?? fields.get(key))?.value;
  const pieces = list ? piecesOf(decoder, node, list, first) : [...decoder.textsOf(node, 'quote')];
  const nth = decoder.countOf(choice('nth'), 'nth');
  const near = decoder.textOf(choice('near'), 'near');
  const prefix = decoder.textOf(choice('prefix'), 'prefix');
  const suffix = decoder.textOf(choice('suffix'), 'suffix');
  if (pieces.length === 0) return undefined;
  const { span } = node;
  if (nth === undefined && !near && !prefix && !suffix) return { pieces, span };
  return {
    pieces,
    span,
    ...(nth !== undefined && { nth }),
    ...(near && { near }),
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
  };
}

/** The texts of a discontinuous quote; none where one of them cannot be read, since the rest would mean something else. */
function piecesOf(
  decoder: Decoder,
  node: YamlNode,
  list: readonly YamlNode[],
  first: Map<string, Entry> | undefined,
): readonly Text[] {
  if (list.length === 0) decoder.wrongShape('empty', node.span, { field: 'quote' });
  const pieces = list.flatMap((item, i): readonly Text[] => {
    if (item.kind === 'missing') decoder.wrongShape('empty', item.span, { field: 'quote' });
    if (item.kind !== 'map') return textIn(decoder, item);
    const fields = i === 0 && first ? first : decoder.fields(item, QUOTE_KEYS, 'quote', 'report');
    const inner = fields.get('quote')?.value;
    if (!inner || inner.kind === 'missing') decoder.wrongShape('quote-map', item.span);
    return textIn(decoder, inner);
  });
  return pieces.length === list.length ? pieces : [];
}

function textIn(decoder: Decoder, node: YamlNode | undefined): readonly Text[] {
  const text = decoder.textOf(node, 'quote');
  return text ? [text] : [];
}
