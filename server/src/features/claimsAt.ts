/** Finds claims and facts: by their name in a file, by a place in the body or in the YAML. Knows no hover and no editor. */

import type { View } from '../checks/engine/check.ts';
import { anchorOf } from '../core/analysis.ts';
import type { Anchor } from '../core/anchor.ts';
import type { Claim } from '../core/claim.ts';
import type { Document } from '../core/document.ts';
import type { Span } from '../core/text.ts';
import type { YamlMap } from '../core/yaml.ts';

/** The claims of a document, or the facts of the records in a file. */
export function claimsIn(view: View, path: string): readonly Claim[] {
  const file = view.corpus.records.files.get(path);
  if (file) return file.records.flatMap(({ facts }) => facts);
  return view.document(path)?.annotations.claims ?? [];
}

/** The claim that a reference names: by its key (`ties.2` is the second value of a list), else by its id. */
export function claimNamed(view: View, path: string, name: string): Claim | undefined {
  const claims = claimsIn(view, path);
  return claims.find(({ key }) => key === name) ?? claims.find(({ id }) => id?.value === name);
}

/** The claim that is written as `map`; of the several that a list of values makes the one whose value stands at `offset`. */
export function claimWrittenAs(claims: readonly Claim[], map: YamlMap, offset: number): Claim | undefined {
  const written = claims.filter(({ span }) => span.start === map.span.start && span.end === map.span.end);
  return written.find(({ value }) => value && value.span.start <= offset && offset <= value.span.end) ?? written[0];
}

/** A claim and where its quote stands in the body. */
export interface AnchoredClaim {
  readonly claim: Claim;
  readonly anchor: Exclude<Anchor, { kind: 'missing' }>;
}

/** The claims whose quotes stand in the body, without those that only hold others together; in the order of the file. */
export function anchoredClaims(document: Document): readonly AnchoredClaim[] {
  return document.annotations.claims.flatMap((claim) => {
    if (!claim.quote || claim.group) return [];
    const anchor = anchorOf(document, claim.quote);
    return anchor.kind === 'missing' ? [] : [{ claim, anchor }];
  });
}

/** The claims of the passage at `offset` of the body, those with the shortest piece there first. */
export function claimsOver(
  document: Document,
  offset: number,
): readonly { claim: Claim; anchor: Anchor; span: Span }[] {
  const found = anchoredClaims(document).flatMap(({ claim, anchor }) => {
    const span = anchor.spans.find(({ start, end }) => start <= offset && offset <= end);
    return span ? [{ claim, anchor, span }] : [];
  });
  // At a border the claim that begins or ends elsewhere yields to one that the place lies in.
  const inside = found.filter(({ span }) => offset < span.end);
  return (inside.length > 0 ? inside : found).sort((a, b) => length(a.span) - length(b.span));
}

const length = ({ start, end }: Span): number => end - start;
