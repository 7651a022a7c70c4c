/** What is concluded from a group as a whole, remembered while nothing in the group or in the words it uses changes. */

import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { Lexicon } from './statement.ts';

type Conclude<T> = (group: Group, subject: string, property: Property, lexicon: Lexicon) => T;

/** `conclude`, done once for each group: one keeps its identity while nobody says anything else in it. */
export function oncePerGroup<T>(conclude: Conclude<T>): Conclude<T> {
  const known = new WeakMap<Group, { readonly lexicon: Lexicon; readonly property: Property; readonly result: T }>();
  return (group, subject, property, lexicon) => {
    const before = known.get(group);
    if (
      before?.lexicon.settings === lexicon.settings &&
      before.lexicon.records === lexicon.records &&
      before.property === property
    ) {
      return before.result;
    }
    const result = conclude(group, subject, property, lexicon);
    known.set(group, { lexicon: { settings: lexicon.settings, records: lexicon.records }, property, result });
    return result;
  };
}
