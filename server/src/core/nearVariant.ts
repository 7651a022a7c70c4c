/**
 * Names in a body that are nearly, but not quite, a form of a declared entity: what `name-not-listed` reports.
 * Knows normalised text, forms and the places already taken; no records, no findings.
 *
 * Section 9 of the format: same script, and after folding case, apostrophes, hyphens and spaces at most 2 edits and 15 %,
 * or the same words in another order or with initials; never where a digit or numeral differs, nor inside a chosen form.
 * By the letter that is mostly other names. So here, besides:
 * - Nothing that crosses a chosen form, holds one of the same entity, or differs inside another's: that is a longer name.
 * - Nothing that is a form of any record, nor lengthened or shortened by whole words or edge characters: another name.
 * - A word edited must be a name's: capital where the form has one, three letters or more, not itself a known form, a word
 *   of other declared forms or of the running text, nor a plural, adjective or known look-alike: real words are no slips.
 *   A small word counts where the edit lies inside it, or it is a particle, and the text has it only here.
 * - A form of one word keeps its first letter; one of 5 letters or less differs in more than case; under 4: nothing.
 * - In Han the edges stay, two neighbours do not both change unless swapped (a word is two characters), and characters that
 *   tell names apart (numbers, directions, ranks, levels of administration) neither.
 * - An initial has its full stop. Elsewhere a full stop more or less is an edit; middle dots, slashes, & and 、 are folded.
 */

import { type Hit, type NearVariant, type Place, Search } from './nearVariant/search.ts';
import type { NormalisedText } from './normalise.ts';

export type { NearVariant } from './nearVariant/search.ts';

/**
 * One per entity and variant, at its first place, in order of the text; of several readings of one place the nearest.
 * `declared` has normalised forms; `taken` the chosen forms and anchored mentions of all entities, in normalised offsets
 * and sorted; `known` says whether a normalised text is a form of any record.
 * Cost: linear in the body, and for each form in the places that share a third of it; those are limited, for each form
 * and for all together, so that of thousands of forms in a text made for it the last ones are not looked for.
 */
export function nearVariants(
  body: NormalisedText,
  declared: readonly { readonly id: string; readonly forms: readonly string[] }[],
  taken: readonly Place[],
  known: (form: string) => boolean,
): readonly NearVariant[] {
  const search = new Search(body.text, declared, taken, known);
  const hits: Hit[] = [];
  for (const { id, forms } of declared) for (const form of forms) search.find(id, form, forms, hits);
  hits.sort((a, b) => a.edits - b.edits || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  const seen = new Set<string>();
  for (const hit of hits) {
    if (kept.some((other) => overlap(other, hit) && (other.id === hit.id || other.edits < hit.edits))) continue;
    const key = `${hit.id}\u0000${hit.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(hit);
  }
  kept.sort((a, b) => a.start - b.start);
  return kept.map(({ id, form, start, end, text }) => ({ id, form, start, end, text }));
}

const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
