/** Where the name of a property or type stands: in concord.yaml, in claims and facts, in records. */

import type { View } from '../../checks/engine/check.ts';
import { CORE_PROPERTIES, CORE_TYPES } from '../../core/coreVocabulary.ts';
import { VALUE_KINDS } from '../../core/vocabulary.ts';
import type { Meaning } from '../shapes.ts';
import { namesIn, wordsIn, yamlOf } from '../yamlWords.ts';
import { NAME, Places, type Refusal } from './places.ts';

export interface Word {
  readonly kind: 'property' | 'type';
  readonly id: string;
}

const CORE: Readonly<Record<Word['kind'], ReadonlySet<string>>> = {
  property: new Set(CORE_PROPERTIES.map(({ id }) => id)),
  type: new Set(CORE_TYPES.map(({ id }) => id)),
};

/** A corpus may define a core name anew, but not call it something else: the checks and every reader know it by that name. */
export const isCore = ({ kind, id }: Word): boolean => CORE[kind].has(id);

/** Words that say which kind of value stands somewhere, and would be taken for that. */
const RESERVED: ReadonlySet<string> = new Set(['any', ...VALUE_KINDS]);

const MEANINGS: Readonly<Record<Word['kind'], ReadonlySet<Meaning | undefined>>> = {
  property: new Set<Meaning>(['property', 'property-id']),
  type: new Set<Meaning>(['type', 'type-id', 'type-or-kind']),
};

export function vocabularyPlaces(view: View, word: Word, newName: string): Places | Refusal {
  const { kind, id } = word;
  if (isCore(word)) return { problem: 'core-name', params: { id } };
  if (!NAME.test(newName)) return { problem: 'invalid-id' };
  const places = new Places();
  if (newName === id) return places;
  if (kind === 'type' && RESERVED.has(newName)) return { problem: 'reserved-name' };
  const { properties, types } = view.corpus.vocabulary;
  if ((kind === 'property' ? properties : types).has(newName)) return { problem: 'id-taken' };
  for (const path of pathsNaming(view, word)) collect(view, path, word, newName, places);
  return places;
}

/** The files that may hold the word; documents are chosen by what the corpus knows of them. */
function* pathsNaming(view: View, { kind, id }: Word): Iterable<string> {
  yield view.settings.path;
  for (const { path, records } of view.corpus.records.files.values()) {
    const holds = records.some(({ type, facts }) =>
      kind === 'type' ? type?.value === id : facts.some(({ property }) => property?.value === id),
    );
    if (holds) yield path;
  }
  if (kind === 'type') return;
  for (const { path, claims } of view.corpus.documents.values()) {
    if (claims.some(({ property }) => property === id)) yield path;
  }
}

function collect(view: View, path: string, { kind, id }: Word, newName: string, places: Places): void {
  const yaml = yamlOf(view, path);
  const inSettings = path === view.settings.path;
  for (const { node, isKey, meaning } of yaml ? wordsIn(yaml) : []) {
    if (!MEANINGS[kind].has(meaning)) continue;
    if (node.value === id) places.add(path, node.span, newName);
    else if (inSettings && !isKey) {
      // Of several names in one text the others stay as they are.
      const found = [...namesIn(node.value)].filter(({ name }) => name === id);
      let text = node.value;
      for (const { start } of found.reverse()) text = text.slice(0, start) + newName + text.slice(start + id.length);
      if (found.length > 0) places.add(path, node.span, text);
    }
  }
}
