/** The plain nodes that YAML is read into, with where they stand. Knows no library. */

import type { Span } from '../text.ts';

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly span: Span;
}

/** A key without a value, or an explicit null. */
export interface Missing {
  readonly kind: 'missing';
  readonly span: Span;
}

export interface Entry {
  readonly key: Scalar;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  readonly span: Span;
}

export interface YamlSeq {
  readonly kind: 'seq';
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
  readonly span: Span;
}

export type YamlNode = Scalar | Missing | YamlMap | YamlSeq;

export const shiftSpan = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** The node as it would be `by` units further on. */
export function shift<T extends YamlNode>(node: T, by: number): T;
export function shift(node: YamlNode, by: number): YamlNode {
  const span = shiftSpan(node.span, by);
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', value: node.value, style: node.style, span };
    case 'missing':
      return { kind: 'missing', span };
    case 'map': {
      const entries = node.entries.map(({ key, value }) => ({ key: shift(key, by), value: shift(value, by) }));
      return { kind: 'map', entries, flow: node.flow, span };
    }
    case 'seq':
      return { kind: 'seq', items: node.items.map((item) => shift(item, by)), flow: node.flow, span };
  }
}
