/** Every key and scalar of a file's YAML, in order, with what the format says of its place. Knows no entities and no text. */

import type { View } from '../checks/engine/check.ts';
import type { Scalar, YamlMap, YamlNode } from '../core/yaml.ts';
import { type Meaning, ROOTS, type Shape, type ShapeName, under } from './shapes.ts';

export interface YamlWord {
  readonly node: Scalar;
  /** It is a key, not what is under one. */
  readonly isKey: boolean;
  /** It is a key that the format itself gives to its map. */
  readonly isFixed?: boolean;
  /** What it stands for; undefined for a fixed key, and where the format knows nothing of the place. */
  readonly meaning?: Meaning;
  /** The map that it is a key of, or that it stands under a key of. */
  readonly of?: ShapeName;
  /** The key it stands under. */
  readonly under?: string;
  /** The nearest claim or fact around it. */
  readonly claim?: YamlMap;
}

/** The root of a file's YAML and its shape; undefined where the file has none, or none of Concord's. */
export function yamlOf(view: View, path: string): { readonly root: YamlMap; readonly shape: Shape } | undefined {
  if (path === view.settings.path) return withShape(view.settings.root, ROOTS.settings);
  const file = view.corpus.records.files.get(path);
  if (file) return withShape(file.root, ROOTS.records);
  const document = view.document(path);
  return document?.annotated ? withShape(document.root, ROOTS.document) : undefined;
}

const withShape = (root: YamlMap | undefined, shape: Shape) => root && { root, shape };

export function wordsIn({ root, shape }: { readonly root: YamlMap; readonly shape: Shape }): Iterable<YamlWord> {
  return walk(root, shape, {});
}

type Around = Pick<YamlWord, 'of' | 'under' | 'claim'>;

function* walk(node: YamlNode, shape: Shape | undefined, around: Around): Iterable<YamlWord> {
  if (node.kind === 'scalar') yield { node, isKey: false, meaning: shape?.scalar, ...around };
  if (node.kind === 'seq') for (const item of node.items) yield* walk(item, shape?.items, around);
  if (node.kind !== 'map') return;
  const claim = shape?.name === 'claim' || shape?.name === 'fact' ? node : around.claim;
  for (const { key, value } of node.entries) {
    const isFixed = shape?.keys !== undefined && Object.hasOwn(shape.keys, key.value);
    yield {
      node: key,
      isKey: true,
      isFixed,
      meaning: isFixed ? undefined : shape?.others?.key,
      of: shape?.name,
      claim,
    };
    yield* walk(value, shape && under(shape, key.value), { of: shape?.name, under: key.value, claim });
  }
}

/** The part of a scalar that `names` wants: all of it, or one of several between commas, where the format allows that. */
export function* namesIn(text: string): Iterable<{ readonly name: string; readonly start: number }> {
  for (const match of text.matchAll(/[^,|]+/g)) {
    const name = match[0].trim();
    if (name !== '') yield { name, start: match.index + match[0].indexOf(name) };
  }
}
