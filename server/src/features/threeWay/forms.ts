/** Merges what an entity is called in a document, in whatever way each side has written it down. Knows no file. */

import { copied, type Data, meaningOf } from '../../core/edit/data.ts';
import type { YamlNode } from '../../core/yaml.ts';
import { arranged } from './order.ts';
import { Conflict } from './parts.ts';

/** A value and the text that it stands in. */
export interface Standing {
  readonly node: YamlNode;
  readonly text: string;
}

const KINDS = ['as', 'sic', 'not', 'here'] as const;

/** Null for no forms; a text, a list or a map otherwise. Throws `Conflict`. */
export function mergedForms(base: Standing | undefined, ours: Standing, theirs: Standing): Data {
  const merged = KINDS.map(
    (kind) => [kind, mergedSet(base && formsIn(base, kind), formsIn(ours, kind), formsIn(theirs, kind))] as const,
  );
  const [as, ...others] = merged.map(([, forms]) => forms);
  if (others.every((forms) => forms.length === 0)) return as!.length > 1 ? as! : (as![0] ?? null);
  return Object.fromEntries(merged.filter(([, forms]) => forms.length > 0));
}

/** By what they mean, as they are written. */
type Forms = ReadonlyMap<string, Data>;

function formsIn({ node, text }: Standing, kind: (typeof KINDS)[number]): Forms {
  if (node.kind === 'missing') return new Map();
  if (node.kind === 'map') {
    if (node.entries.some(({ key }) => !(KINDS as readonly string[]).includes(key.value))) throw new Conflict();
    const entry = node.entries.find(({ key }) => key.value === kind);
    return entry ? itemsOf(entry.value, text) : new Map();
  }
  return kind === 'as' ? itemsOf(node, text) : new Map();
}

function itemsOf(node: YamlNode, text: string): Forms {
  const items = node.kind === 'seq' ? node.items : node.kind === 'missing' ? [] : [node];
  return new Map(items.map((item) => [JSON.stringify(meaningOf(item)), copied(item, text)]));
}

function mergedSet(base: Forms = new Map(), ours: Forms, theirs: Forms): readonly Data[] {
  const kept = [...new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].filter((form) =>
    base.has(form) ? ours.has(form) && theirs.has(form) : true,
  );
  const lists = { base: [...base.keys()], ours: [...ours.keys()], theirs: [...theirs.keys()] };
  const order = arranged(lists, new Set(kept), (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return order.map((form) => base.get(form) ?? ours.get(form) ?? theirs.get(form)!);
}
