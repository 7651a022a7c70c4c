/** The way through a file's YAML tree to an offset, with what the format says of each step. Knows no entities or claims. */

import type { Span } from '../core/text.ts';
import type { Entry, Scalar, YamlMap, YamlNode } from '../core/yaml.ts';
import { type Meaning, type Shape, under } from './shapes.ts';

/** A map on the way, with the entry that the way leads through. */
export interface Step {
  readonly shape: Shape;
  readonly map: YamlMap;
  readonly entry: Entry;
}

/** A key or scalar at an offset. */
export interface YamlPlace {
  readonly node: Scalar;
  /** It is the key of the last step, not what is under it. */
  readonly isKey: boolean;
  /** What it stands for; undefined for a fixed key, and where the format knows nothing of the place. */
  readonly meaning?: Meaning;
  /** The maps around it, outermost first. */
  readonly steps: readonly Step[];
}

/** The key or scalar at `offset`; undefined between them. Of two that meet there, the one that begins there. */
export function yamlPlaceAt(root: YamlMap | undefined, shape: Shape, offset: number): YamlPlace | undefined {
  if (!root) return undefined;
  return descend(root, shape, offset, [], within) ?? descend(root, shape, offset, [], touching);
}

type Test = (span: Span, offset: number) => boolean;
const within: Test = (span, offset) => span.start <= offset && offset < span.end;
const touching: Test = (span, offset) => span.start <= offset && offset <= span.end;

function descend(
  node: YamlNode,
  shape: Shape | undefined,
  offset: number,
  steps: readonly Step[],
  at: Test,
): YamlPlace | undefined {
  if (node.kind === 'scalar') {
    return at(node.span, offset) ? { node, isKey: false, meaning: shape?.scalar, steps } : undefined;
  }
  if (node.kind === 'seq') {
    for (const item of node.items) {
      const found = touching(item.span, offset) && descend(item, shape?.items, offset, steps, at);
      if (found) return found;
    }
    return undefined;
  }
  if (node.kind === 'missing') return undefined;
  for (const entry of node.entries) {
    const { key, value } = entry;
    const more = shape ? [...steps, { shape, map: node, entry }] : steps;
    if (at(key.span, offset)) {
      const fixed = shape?.keys && Object.hasOwn(shape.keys, key.value);
      return { node: key, isKey: true, meaning: fixed ? undefined : shape?.others?.key, steps: more };
    }
    const found = touching(value.span, offset) && descend(value, shape && under(shape, key.value), offset, more, at);
    if (found) return found;
  }
  return undefined;
}
