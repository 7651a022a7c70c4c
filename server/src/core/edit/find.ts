/** Finds entries and nodes in an opened file, and the place a new key takes among ordered ones. Changes nothing. */

import type { Span } from '../text.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import type { Data } from './data.ts';
import type { Change, Path, Source } from './source.ts';

/** The index of the first entry of that key, which is the one that counts; -1 where there is none. */
export const indexOfKey = (map: YamlMap | undefined, key: string): number =>
  map ? map.entries.findIndex((entry) => entry.key.value === key) : -1;

export const valueOfKey = (map: YamlMap | undefined, key: string): YamlNode | undefined =>
  map?.entries[indexOfKey(map, key)]?.value;

/** The path to the first node whose span is `span` and of which `fits` holds. */
export function pathTo(source: Source, span: Span, fits: (node: YamlNode) => boolean): Path | undefined {
  const search = (node: YamlNode | undefined, path: Path): Path | undefined => {
    if (!node) return undefined;
    if (node.span.start === span.start && node.span.end === span.end && fits(node)) return path;
    const parts = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'seq' ? node.items : [];
    for (const [i, part] of parts.entries()) {
      const found = search(part, [...path, i]);
      if (found) return found;
    }
    return undefined;
  };
  return search(source.root, []);
}

/** The path to the entry whose key stands at `span`. */
export function pathToKey(source: Source, span: Span): Path | undefined {
  const search = (node: YamlNode | undefined, path: Path): Path | undefined => {
    if (node?.kind === 'map') {
      const index = node.entries.findIndex(({ key }) => key.span.start === span.start && key.span.end === span.end);
      if (index >= 0) return [...path, index];
    }
    const parts =
      node?.kind === 'map' ? node.entries.map(({ value }) => value) : node?.kind === 'seq' ? node.items : [];
    for (const [i, part] of parts.entries()) {
      const found = search(part, [...path, i]);
      if (found) return found;
    }
    return undefined;
  };
  return search(source.root, []);
}

/** A value under `key` of the map at `path`: in place of the one it has, or as a new key in the order of `order`. */
export function setKey(
  map: YamlMap | undefined,
  path: Path,
  key: string,
  value: Data,
  order: readonly string[],
): Change {
  const index = indexOfKey(map, key);
  if (index >= 0) return { kind: 'replace', path: [...path, index], value };
  return { kind: 'insert', path, index: placeFor(map, key, order), key, value };
}

/**
 * Where a new key goes: after the last of the keys that precede it in `order`, else before the first that follows it,
 * else at the end, so that keys that are in order stay so. Keys that `order` does not name rank with its `*`; without one
 * they do not count.
 */
export function placeFor(map: YamlMap | undefined, key: string, order: readonly string[]): number {
  const others = order.indexOf('*');
  const places = map?.entries.map((entry) => order.indexOf(entry.key.value)) ?? [];
  const rank = (place: number): number => (place >= 0 ? place : others);
  const own = rank(order.indexOf(key));
  const precedes = (place: number): boolean => rank(place) >= 0 && rank(place) <= own;
  const isNamed = order.includes(key);
  let at = places.findLastIndex((place) => (place >= 0 || !isNamed) && precedes(place)) + 1;
  // Of those that are not named, the ones that stand there come first.
  if (isNamed && others >= 0 && others <= own) while (at < places.length && places[at]! < 0) at++;
  if (at > 0) return at;
  const after = places.findIndex((place) => rank(place) > own);
  return after >= 0 ? after : places.length;
}
