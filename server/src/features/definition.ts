/** Where the thing at a place is defined: the record of an entity, the claim behind a reference, a property's entry. */

import type { View } from '../checks/engine/check.ts';
import type { YamlMap } from '../core/yaml.ts';
import { claimNamed } from './claimsAt.ts';
import type { Location, Place } from './place.ts';
import { type SymbolAt, symbolAt } from './symbolAt.ts';

export interface Definition extends Location {
  /** The stretch of the place's own file that the answer is about. */
  readonly origin: Location['span'];
  /** The part of the target to show as chosen. */
  readonly selection: Location['span'];
}

/** One place, or several where several things may be meant; none where nothing defines it. */
export function definitionsOf(view: View, place: Place): readonly Definition[] {
  const symbol = symbolAt(view, place);
  if (!symbol) return [];
  return targetsOf(view, symbol).map((target) => ({ origin: symbol.span, ...target }));
}

type Target = Omit<Definition, 'origin'>;

function targetsOf(view: View, symbol: SymbolAt): readonly Target[] {
  switch (symbol.kind) {
    case 'entity':
      return symbol.ids.flatMap((id) =>
        view.corpus.records.all(id).map(({ path, span, id: { span: selection } }) => ({ path, span, selection })),
      );
    case 'claim': {
      const claim = claimNamed(view, symbol.path, symbol.name);
      if (claim) return [{ path: symbol.path, span: claim.span, selection: claim.head }];
      return documentStart(view, symbol.path);
    }
    case 'document':
      return documentStart(view, symbol.path);
    case 'property':
      return inSettings(view, 'properties', symbol.id);
    case 'type':
      return inSettings(view, 'types', symbol.id);
    case 'unit':
      return inSettings(view, 'units', symbol.id);
    case 'code':
      return inSettings(view, 'checks', symbol.id);
    case 'qualifier': {
      const property =
        symbol.property === undefined ? undefined : entryUnder(view.settings.root, ['properties', symbol.property]);
      const value = property?.value.kind === 'map' ? property.value : undefined;
      const rule = entryUnder(value, ['qualifiers', symbol.name]) ?? property;
      return rule ? [{ path: view.settings.path, span: spanOf(rule), selection: rule.key.span }] : [];
    }
    case 'key':
      return [];
  }
}

function documentStart(view: View, path: string): readonly Target[] {
  const start = { start: 0, end: 0 };
  return view.corpus.documents.has(path) ? [{ path, span: start, selection: start }] : [];
}

/** What the corpus defines itself; the core vocabulary stands in no file. */
function inSettings({ settings }: View, section: string, id: string): readonly Target[] {
  const entry = entryUnder(settings.root, [section, id]);
  return entry ? [{ path: settings.path, span: spanOf(entry), selection: entry.key.span }] : [];
}

type Found = YamlMap['entries'][number];

function entryUnder(root: YamlMap | undefined, keys: readonly string[]): Found | undefined {
  let map = root;
  let found: Found | undefined;
  for (const key of keys) {
    found = map?.entries.find((entry) => entry.key.value === key);
    map = found?.value.kind === 'map' ? found.value : undefined;
  }
  return found;
}

const spanOf = ({ key, value }: Found): Location['span'] => ({
  start: key.span.start,
  end: Math.max(key.span.end, value.span.end),
});
