/** Relations that are said from either side: which property says the same with subject and value exchanged. */

import type { Property, Vocabulary } from '../../core/vocabulary.ts';

/** The properties whose claims follow from those of `property` with the sides exchanged; itself where it is symmetric. */
export function followingFrom(property: Property, vocabulary: Vocabulary): readonly Property[] {
  const names = [...(property.symmetric ? [property.id] : []), ...(property.inverse ? [property.inverse] : [])];
  return [...new Set(names)].flatMap((name) => vocabulary.properties.get(name) ?? []);
}

/** Those, and the ones from which it follows itself. */
export function exchanged(property: Property, vocabulary: Vocabulary): readonly Property[] {
  const found = new Set(followingFrom(property, vocabulary));
  for (const other of vocabulary.properties.values()) if (other.inverse === property.id) found.add(other);
  return [...found];
}
