/** Ids for new claims: short, of what they say, unique in their document. Knows no body. */

import type { View } from '../../checks/engine/check.ts';
import { translationsOf } from '../../checks/statements/comparisons.ts';
import type { Document } from '../../core/document.ts';

/** The property's name; with the subject's where that is taken, and with a number where both are. */
export function freshClaimId(taken: ReadonlySet<string>, property: string, subject: string): string {
  const base = clean(property) || 'claim';
  const longer = [base, clean(subject)].filter(Boolean).join('-');
  for (const id of [base, longer]) if (!taken.has(id)) return id;
  return numbered(taken, longer);
}

/** `base` itself if nobody has it, else with the first number from 2 on that is free. */
export function numbered(taken: ReadonlySet<string>, base: string): string {
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

export const takenIds = ({ annotations }: Document): ReadonlySet<string> =>
  new Set(annotations.claims.flatMap(({ id }) => id?.value ?? []));

/**
 * An id is needed only to be referred to. A new claim gets one where most of the document's claims have one, and where
 * the document has a translation, whose claims are paired by their ids.
 */
export function wantsIds(view: View, document: Document): boolean {
  const claims = document.annotations.claims.filter(({ nth, group }) => (nth ?? 1) === 1 && !group);
  if (claims.length > 0) return claims.filter(({ id }) => id).length * 2 > claims.length;
  return translationsOf(view, document.path).size > 0;
}

const LONGEST = 40;

/** Only what an id may hold; `this` is no name for anything. */
const clean = (text: string): string =>
  text === 'this'
    ? ''
    : text
        .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        .replace(/^-+|(?<!-)-+$/g, '')
        .slice(0, LONGEST);
