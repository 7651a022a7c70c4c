/** A part of an event that was held outside the place of the whole. */

import type { Check, Report, View } from './engine/check.ts';
import { type Containment, doubtsOf } from './statements/comparison.ts';
import { reportOn } from './statements/conflicts.ts';
import { containersOf, containmentIn } from './statements/containment.ts';
import type { Statement } from './statements/statement.ts';
import { partsAndWholes, sideOf } from './statements/wholes.ts';
import { languageOf, nameOfSubject } from './statements/words.ts';

export const placeContainment: Check = {
  code: 'place-containment',
  severity: 'warning',
  beyond: true,
  document: ({ view, document }) => strays(view, document.path),
  records: ({ view, file }) => strays(view, file.path),
};

const PLACE = 'held-at';

function* strays(view: View, path: string): Iterable<Report> {
  const property = view.corpus.vocabulary.properties.get(PLACE);
  if (!property) return;
  const contains = containmentIn(view);
  for (const pair of partsAndWholes(view, path, property, [PLACE])) {
    const { part, bounds, whole } = pair;
    // One place of several is enough: the whole may have moved about.
    if (!bounds.every((bound) => liesOutside(part, bound, contains, view))) continue;
    for (const bound of bounds) {
      const own = sideOf(pair, bound, view);
      if (own.member.head.path !== path) continue;
      const other = own === part ? bound : part;
      const doubts = doubtsOf(own, other, false, false);
      const side = own === part ? 'part' : 'whole';
      yield reportOn(view, own, other, {
        severity: 'warning',
        doubts,
        variant: doubts.includes('speaker') ? `${side}-speakers` : side,
        params: {
          whole: nameOfSubject(whole, view, languageOf(own)),
          part: nameOfSubject(part.subject, view, languageOf(own)),
        },
      });
    }
  }
}

/**
 * Neither place holds the other, as far as one knows where the part's place lies; of a place that nobody has put
 * anywhere, nothing can be said.
 */
function liesOutside(
  { meaning: part }: Statement,
  { meaning: whole }: Statement,
  contains: Containment,
  view: View,
): boolean {
  if (part.kind !== 'entity' || whole.kind !== 'entity' || part.id === whole.id) return false;
  if (containersOf(view, part.id).length === 0) return false;
  return !contains(part.id, whole.id) && !contains(whole.id, part.id);
}
