/** Shapes that recur in a corpus' settings. */

import type { Decoder } from '../decoder.ts';
import type { Text } from '../problem.ts';
import type { Labels } from '../vocabulary.ts';
import type { YamlNode } from '../yaml.ts';

/** The keys of a map that names its own things. */
export function entriesOf(
  decoder: Decoder,
  node: YamlNode | undefined,
  field: string,
): readonly { key: Text; value: YamlNode }[] {
  const map = decoder.map(node, 'map');
  return map ? [...decoder.fields(map, [], field, 'keep').values()] : [];
}

/** A text, or one in each of several languages. */
export function labelsOf(decoder: Decoder, node: YamlNode | undefined, fallback: string): Labels {
  if (node?.kind !== 'map') {
    const text = decoder.textOf(node, 'label')?.value;
    return { en: text ?? fallback };
  }
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => {
      const text = decoder.textOf(value, key.value);
      return text ? [[key.value, text.value]] : [];
    }),
  );
}

export function numberOf(decoder: Decoder, node: YamlNode | undefined, field: string): number | undefined {
  const text = decoder.textOf(node, field);
  if (!text) return undefined;
  if (/^-?[0-9]{1,30}(?:\.[0-9]{1,30})?$/.test(text.value)) return Number(text.value);
  decoder.wrongShape('number', text.span, { field, value: text.value });
  return undefined;
}
