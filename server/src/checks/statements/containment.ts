/** What lies in what: places in places, parts in wholes, by the claims and facts of the corpus. */

import type { View } from '../check.ts';
import type { Containment } from './comparison.ts';
import { statementsIn } from './statement.ts';

/** Chains longer than this are rings or mistakes. */
const DEPTH = 12;

/** Whether `inner` reaches `outer` by `located-in` or `part-of`, at any time. Rings end where they began. */
export function containmentIn(view: View): Containment {
  return (inner, outer) => inner !== outer && reaches(view, inner, outer);
}

function reaches(view: View, from: string, to: string): boolean {
  const seen = new Set([from]);
  let edge = [from];
  for (let depth = 0; depth < DEPTH && edge.length > 0; depth++) {
    const next: string[] = [];
    for (const outer of edge.flatMap((id) => containersOf(view, id))) {
      if (outer === to) return true;
      if (seen.has(outer)) continue;
      seen.add(outer);
      next.push(outer);
    }
    edge = next;
  }
  return false;
}

/** What `id` is said to lie in or to be a part of. */
export function containersOf(view: View, id: string): readonly string[] {
  const { corpus } = view;
  return ['located-in', 'part-of'].flatMap((name) => {
    const property = corpus.vocabulary.properties.get(name);
    const lexicon = { settings: corpus.settings, records: corpus.records };
    const statements = property ? statementsIn(view.group(id, name), id, property, lexicon) : [];
    return statements.flatMap(({ meaning, claim }) =>
      meaning.kind === 'entity' && claim.stance === 'asserts' ? [meaning.id] : [],
    );
  });
}
