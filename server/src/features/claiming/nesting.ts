/** Which claim another can be nested in, and what it then need not say itself. Writes nothing. */

import { anchorOf } from '../../core/analysis.ts';
import type { Claim, Value } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import type { ClaimData } from '../../core/edit.ts';
import type { Span } from '../../core/text.ts';

/** The outermost claim that quotes exactly this passage. */
export function hostOf(document: Document, { start, end }: Span): Claim | undefined {
  return document.annotations.claims.find((claim) => {
    if (claim.outer || claim.damaged || claim.parts || !claim.quote || claim.quote.pieces.length > 1) return false;
    if ((claim.nth ?? 1) > 1) return false;
    const anchor = anchorOf(document, claim.quote);
    const [span] = anchor.kind === 'anchored' ? anchor.spans : [];
    return span?.start === start && span.end === end;
  });
}

/**
 * The claim without what it would inherit; undefined where nesting would change what it says, since what the outer one
 * has cannot be left out.
 */
export function reduced(claim: ClaimData, outer: Claim): ClaimData | undefined {
  const { quote: _, nth: _nth, near: _near, prefix: _prefix, suffix: _suffix, ...rest } = claim;
  const inner: Record<string, ClaimData[string]> = { ...rest };
  if (outer.subject) {
    if (inner.subject === undefined) return undefined;
    if (inner.subject === outer.subject.value) delete inner.subject;
  }
  if (outer.at) {
    if (inner.at === undefined) return undefined;
    if (inner.at === outer.at.value) delete inner.at;
  }
  if (outer.by) {
    if (inner.by === undefined) return undefined;
    if (!outer.by.free && inner.by === outer.by.text.value) delete inner.by;
  }
  if (outer.stance !== 'asserts') {
    if (inner.stance === outer.stance) delete inner.stance;
    else inner.stance ??= 'asserts';
  }
  for (const [name, { value }] of outer.qualifiers) {
    if (inner[name] === undefined || inner[name] !== plain(value)) return undefined;
    delete inner[name];
  }
  return inner;
}

const plain = (value: Value): string | undefined => (value.kind === 'text' ? value.text : undefined);
