/** Many scalars and keys of one file replaced at once, each in the style it was written in. Knows no ids and no references. */

import type { Span } from '../text.ts';
import type { Scalar, YamlMap, YamlNode } from '../yaml.ts';
import { apply } from './change.ts';
import { restyled } from './scalar.ts';
import { type Edits, open, type ParsedFile, type RawEdit, read, type Source } from './source.ts';

/** Another text for the key or scalar at `span`. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * The edits of all replacements; undefined unless the file then says exactly what it said, with those texts in their
 * places, its body the same to the last character. An alias whose anchor is replaced as well stays an alias.
 */
export function replaceScalars(file: ParsedFile, replacements: readonly Replacement[]): Edits {
  const source = open(file);
  if (!source?.root) return replacements.length === 0 ? [] : undefined;
  const texts = new Map(replacements.map(({ span, text }) => [span.start, text]));
  for (const keepAliases of [true, false]) {
    const edits = rewrite(source, texts, keepAliases);
    if (edits && proves(source, source.root, texts, edits)) {
      return edits.map(({ start, end, newText }) => ({ path: source.path, span: { start, end }, newText }));
    }
  }
  return undefined;
}

type Texts = ReadonlyMap<number, string>;

function rewrite({ text, root }: Source, texts: Texts, keepAliases: boolean): readonly RawEdit[] | undefined {
  const edits = new Map<number, RawEdit>();
  let sound = true;
  const put = ({ span: { start, end }, style }: Scalar, context: 'block' | 'flow' | 'key') => {
    const replaced = texts.get(start);
    const old = text.slice(start, end);
    if (replaced === undefined || (keepAliases && old.startsWith('*'))) return;
    sound &&= style !== 'block';
    const newText = restyled(replaced, old, context);
    if (newText !== old) edits.set(start, { start, end, newText });
  };
  const visit = (node: YamlNode, inFlow: boolean): void => {
    if (node.kind === 'scalar') put(node, inFlow ? 'flow' : 'block');
    if (node.kind === 'seq') for (const item of node.items) visit(item, inFlow || node.flow);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      put(key, 'key');
      visit(value, inFlow || node.flow);
    }
  };
  visit(root!, false);
  return sound ? [...edits.values()].sort((a, b) => a.start - b.start) : undefined;
}

function proves(source: Source, root: YamlMap, texts: Texts, edits: readonly RawEdit[]): boolean {
  const broken = source.faults.some(({ damage }) =>
    edits.some(({ start, end }) => start < damage.end && damage.start < end),
  );
  if (broken || edits.some(({ start }, i) => i > 0 && start < edits[i - 1]!.end)) return false;
  const after = read(source.path, apply(source.text, edits), source.frontMatter, source.cache);
  if (!after?.region || !after.root || after.faults.length > source.faults.length) return false;
  if (source.frontMatter && after.text.slice(after.region.end) !== source.text.slice(source.region!.end)) return false;
  const seen = new Set<number>();
  const same = (a: YamlNode, b: YamlNode): boolean => {
    if (a.kind !== b.kind) return false;
    if (a.kind === 'scalar' && b.kind === 'scalar') {
      seen.add(a.span.start);
      return (texts.get(a.span.start) ?? a.value) === b.value;
    }
    if (a.kind === 'seq' && b.kind === 'seq') {
      return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]!));
    }
    if (a.kind !== 'map' || b.kind !== 'map') return true;
    return (
      a.entries.length === b.entries.length &&
      // Two keys that have become one would hide a value.
      keysOf(a).size === keysOf(b).size &&
      a.entries.every(({ key, value }, i) => same(key, b.entries[i]!.key) && same(value, b.entries[i]!.value))
    );
  };
  return same(root, after.root) && [...texts.keys()].every((start) => seen.has(start));
}

const keysOf = ({ entries }: YamlMap): ReadonlySet<string> => new Set(entries.map(({ key }) => key.value));
