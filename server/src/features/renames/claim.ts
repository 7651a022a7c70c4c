/** Where the id of a claim stands: on the claim itself and behind the `#` of references. */

import type { View } from '../../checks/engine/check.ts';
import { translationsOf } from '../../checks/statements/comparisons.ts';
import type { Span } from '../../core/text.ts';
import { claimReferences } from '../claimReferences.ts';
import { claimNamed, claimsIn } from '../claimsAt.ts';
import { textAt } from '../symbolAt.ts';
import { Places, type Refusal } from './places.ts';

/** What stands behind `#` to the end of a reference; a number after a dot would name a value of a list. */
const CLAIM_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** A claim and its counterparts in translations of the document, which are counterparts by having the same id. */
export function claimPlaces(view: View, path: string, name: string, newId: string): Places | Refusal {
  const id = claimNamed(view, path, name)?.id?.value;
  if (id === undefined) return { problem: 'cannot-rename' };
  if (!CLAIM_ID.test(newId) || /\.\d+$/.test(newId)) return { problem: 'invalid-id' };
  const places = new Places();
  if (newId === id) return places;
  for (const document of withTranslations(view, path)) {
    const claims = claimsIn(view, document).filter((claim) => claim.id?.value === id);
    const [claim] = claims;
    if (!claim) continue;
    if (claimsIn(view, document).some((other) => other.id?.value === newId)) return { problem: 'id-taken' };
    for (const own of claims) if (own.id && (own.nth ?? 1) === 1) places.add(document, own.id.span, newId);
    for (const reference of claimReferences(view, document, claim)) {
      const mark = reference.text.indexOf('#');
      const value = reference.name.startsWith(id) ? reference.name.slice(id.length) : '';
      if (mark >= 0) places.add(reference.path, reference.span, `${reference.text.slice(0, mark + 1)}${newId}${value}`);
    }
  }
  return places;
}

/** The document, what it translates, what translates it, and so on. */
function withTranslations(view: View, path: string): Iterable<string> {
  const found = new Set([path]);
  for (const one of found) for (const other of translationsOf(view, one)) found.add(other);
  return found;
}

/** The id inside a reference that calls the claim `name`; undefined where it is written with escapes. */
export function partOfReference(view: View, path: string, span: Span, name: string, id: string): Span | undefined {
  const at = textAt(view, path, span).lastIndexOf(`#${name}`);
  if (at < 0 || !name.startsWith(id)) return undefined;
  const start = span.start + at + 1;
  return { start, end: start + id.length };
}
