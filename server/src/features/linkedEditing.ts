/**
 * The places of one file in which a claim's id is typed together: on the claim and behind the `#` of its own references.
 * The id of an entity is not among them: its record stands in another file, which typing here would leave behind, and so
 * is for renaming. Knows no editor.
 */

import type { View } from '../checks/engine/check.ts';
import { parseReference } from '../core/reference.ts';
import type { Span } from '../core/text.ts';
import { claimNamed, claimsIn } from './claimsAt.ts';
import type { Place } from './place.ts';
import { symbolAt, textAt } from './symbolAt.ts';
import { wordsIn, yamlOf } from './yamlWords.ts';

/** Two places at least, each with exactly the id; none where the id is not one claim's alone. */
export function linkedEditingSpans(view: View, place: Place): readonly Span[] {
  const { path, offset } = place;
  const symbol = symbolAt(view, place);
  if (symbol?.kind !== 'claim' || (symbol.role !== 'id' && symbol.role !== 'reference') || symbol.path !== path) {
    return [];
  }
  const id = claimNamed(view, path, symbol.name)?.id;
  const yaml = yamlOf(view, path);
  if (!id || !yaml) return [];
  const starts = new Set(
    claimsIn(view, path).flatMap((claim) => (claim.id?.value === id.value ? claim.id.span.start : [])),
  );
  if (starts.size !== 1) return [];
  const spans: Span[] = [];
  for (const { node, meaning } of wordsIn(yaml)) {
    if (meaning === 'claim-id' && node.span.start === id.span.start)
      spans.push(...inside(view, path, node.span, '', id.value));
    if (meaning !== 'reference' && meaning !== 'other-side') continue;
    const reference = parseReference(node.value, path);
    if (reference.kind !== 'claim' || reference.path !== path) continue;
    // `ties.2` is the second value of the claim `ties`.
    const { claim } = reference;
    const named = claim === id.value || claim.replace(/\.\d+$/, '') === id.value;
    if (named) spans.push(...inside(view, path, node.span, '#', id.value));
  }
  const isHere = spans.some(({ start, end }) => start <= offset && offset <= end);
  return isHere && spans.length > 1 ? spans : [];
}

/** Where `mark` and the id stand as such; nowhere where they are written with escapes. */
function inside(view: View, path: string, span: Span, mark: string, id: string): readonly Span[] {
  const at = textAt(view, path, span).indexOf(mark + id);
  if (at < 0) return [];
  const start = span.start + at + mark.length;
  return [{ start, end: start + id.length }];
}
