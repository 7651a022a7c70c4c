/** Where documents speak of an entity: its mentions, the claims that name it. Reads those documents whose facts say so. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import type { Claim } from '../core/claim.ts';
import type { Document } from '../core/document.ts';
import type { ClaimFacts } from '../core/facts.ts';
import { slotsOf } from '../core/slots.ts';
import type { Span } from '../core/text.ts';
import type { Location } from './place.ts';

/** By path, then in order of the text. */
export function mentionsOfEntity(view: View, id: string): readonly Location[] {
  const found: Location[] = [];
  for (const { path, mentions } of inOrder(view)) {
    const document = Object.hasOwn(mentions, id) ? view.document(path) : undefined;
    for (const mention of document ? analyse(document, view.corpus.records).mentions : []) {
      if (mention.id === id) found.push({ path, span: mention.span });
    }
  }
  return found;
}

/** A claim that names an entity, and where. */
export interface NamingClaim {
  readonly document: Document;
  readonly claim: Claim;
  /** The places of the id in it; the first of them first. */
  readonly spans: readonly Span[];
}

/** The claims of documents that name the entity as what they say it of, or with, or by; `wants` chooses by what the corpus knows. */
export function* claimsNaming(
  view: View,
  id: string,
  wants: (claim: ClaimFacts) => boolean = ({ ids }) => ids.includes(id),
): Iterable<NamingClaim> {
  const { vocabulary, records } = view.corpus;
  for (const { path, claims } of inOrder(view)) {
    const keys = new Set(claims.filter(wants).map(({ key }) => key));
    const document = keys.size > 0 ? view.document(path) : undefined;
    for (const claim of document?.annotations.claims ?? []) {
      if (claim.group || !keys.has(claim.key)) continue;
      const slots = slotsOf(claim, vocabulary, records).filter(({ text }) => text.value === id);
      yield { document: document!, claim, spans: slots.length > 0 ? slots.map(({ text }) => text.span) : [claim.head] };
    }
  }
}

/** One place for each claim. */
export function claimsOfEntity(view: View, id: string): readonly Location[] {
  const found = new Map<string, Location>();
  for (const { document, spans } of claimsNaming(view, id)) {
    const [span] = spans;
    if (span) found.set(`${document.path}\u0000${span.start}`, { path: document.path, span });
  }
  return [...found.values()];
}

const inOrder = (view: View) =>
  [...view.corpus.documents.values()].sort((a, b) => (a.path < b.path ? -1 : +(a.path > b.path)));
