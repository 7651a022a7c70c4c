/** What lies in what: places in places, parts in wholes, by the claims and facts of the corpus. */

import type { View } from '../engine/check.ts';
import type { Containment } from './comparison.ts';
import { statementsIn } from './statement.ts';

/** Chains longer than this are rings or mistakes. */
const DEPTH = 12;

/**
 * Whether `inner` reaches `outer` by `located-in` or `part-of`, at any time. Rings end where they began. What has been
 * found out is remembered for as long as the answer is kept, which must not outlive the asking of one check.
 */
export function containmentIn(view: View): Containment {
  const reached = new Map<string, ReadonlySet<string>>();
  return (inner, outer) => {
    if (inner === outer) return false;
    const known = reached.get(inner) ?? reachOf(view, inner);
    reached.set(inner, known);
    return known.has(outer);
  };
}

/** All that holds `from`, itself left out unless it is in a ring. */
function reachOf(view: View, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  let edge = [from];
  for (let depth = 0; depth < DEPTH && edge.length > 0; depth++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const outer of containersOf(view, id)) {
        if (seen.has(outer)) continue;
        seen.add(outer);
        next.push(outer);
      }
    }
    edge = next;
  }
  return seen;
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
