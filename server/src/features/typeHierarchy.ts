/** The types of the vocabulary as a tree: what a type is a kind of, and what is a kind of it. Knows no records. */

import type { View } from '../checks/engine/check.ts';
import type { Span } from '../core/text.ts';
import type { Place } from './place.ts';
import { symbolAt } from './symbolAt.ts';
import { structureWordingIn } from './wording/structure.ts';
import { labelIn } from './wording.ts';

export interface TypeItem {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Where it is defined: in concord.yaml; a core type, which stands nowhere, at its beginning. */
  readonly path: string;
  readonly span: Span;
  readonly selection: Span;
}

/** The type whose name stands at the place. */
export function typeAt(view: View, place: Place, locale?: string): TypeItem | undefined {
  const symbol = symbolAt(view, place);
  return symbol?.kind === 'type' ? typeItem(view, symbol.id, locale) : undefined;
}

export function supertypes(view: View, id: string, locale?: string): readonly TypeItem[] {
  const parent = view.corpus.vocabulary.types.get(id)?.parent;
  const item = parent === undefined ? undefined : typeItem(view, parent, locale);
  return item ? [item] : [];
}

export function subtypes(view: View, id: string, locale?: string): readonly TypeItem[] {
  const { types } = view.corpus.vocabulary;
  return [...types.values()].flatMap((type) => (type.parent === id ? (typeItem(view, type.id, locale) ?? []) : []));
}

function typeItem(view: View, id: string, locale = 'en'): TypeItem | undefined {
  const type = view.corpus.vocabulary.types.get(id);
  if (!type) return undefined;
  const { settings } = view;
  const own = settings.root?.entries.find(({ key }) => key.value === 'types')?.value;
  const entry = own?.kind === 'map' ? own.entries.find(({ key }) => key.value === id) : undefined;
  const start = { start: 0, end: 0 };
  const label = labelIn(type.label, locale, id);
  const detail = [label === id ? undefined : label, entry ? undefined : structureWordingIn(locale).coreType];
  return {
    id,
    name: id,
    detail: detail.filter(Boolean).join(' · '),
    path: settings.path,
    span: entry ? { start: entry.key.span.start, end: Math.max(entry.key.span.end, entry.value.span.end) } : start,
    selection: entry?.key.span ?? start,
  };
}
