/**
 * Passages that are a listed form but for the case of letters. In running text a small letter mostly means that no name
 * is meant (the party, a reed), so these are sought only for an entity that the body does not mention otherwise.
 */

import { joins } from '../characters.ts';
import type { NormalisedText } from '../normalise.ts';

export interface CaseVariant {
  readonly id: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first such passage of each entity, by its longest form, outside `taken` (normalised offsets). */
export function caseVariants(
  { text }: NormalisedText,
  unmentioned: readonly { readonly id: string; readonly forms: readonly string[] }[],
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly CaseVariant[] {
  if (unmentioned.length === 0) return [];
  const lower = text.toLowerCase();
  // A few capitals have small letters of another length: offsets would no longer agree.
  if (lower.length !== text.length) return [];
  return unmentioned.flatMap(({ id, forms }) => {
    for (const form of [...forms].sort((a, b) => b.length - a.length)) {
      const sought = form.toLowerCase();
      if (sought === '' || sought.length !== form.length) continue;
      for (let start = lower.indexOf(sought); start >= 0; start = lower.indexOf(sought, start + 1)) {
        const end = start + sought.length;
        if (start > 0 && joins(text.charCodeAt(start - 1), text.charCodeAt(start))) continue;
        if (end < text.length && joins(text.charCodeAt(end - 1), text.charCodeAt(end))) continue;
        if (text.slice(start, end) === form || taken.some((one) => one.start < end && start < one.end)) continue;
        return [{ id, form, start, end, text: text.slice(start, end) }];
      }
    }
    return [];
  });
}
