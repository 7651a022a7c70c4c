/** Where claims are referred to: `see`, `with` and `source` in documents and records. */

import type { View } from '../checks/engine/check.ts';
import type { Acceptance } from '../core/acceptance.ts';
import type { Claim } from '../core/claim.ts';
import type { Text } from '../core/problem.ts';
import { parseReference } from '../core/reference.ts';
import type { Span } from '../core/text.ts';

export interface ClaimReference {
  readonly path: string;
  /** The reference as it is written. */
  readonly span: Span;
  /** Its text. */
  readonly text: string;
  /** What it calls the claim. */
  readonly name: string;
}

/** The references to one claim of the document at `target`, or to any of it. */
export function claimReferences(view: View, target: string, claim?: Claim): readonly ClaimReference[] {
  const names = claim && new Set([claim.key, claim.id?.value]);
  const found: ClaimReference[] = [];
  const add = (path: string, { value, span }: Text) => {
    const reference = parseReference(value, path);
    if (reference.kind === 'url' || reference.kind === 'outside' || reference.path !== target) return;
    const name = reference.kind === 'claim' ? reference.claim : '';
    // `ties.2` is the second value of the claim `ties`.
    const of = claim?.nth !== undefined || names === undefined ? name.replace(/\.\d+$/, '') : name;
    if (names && !names.has(name) && !names.has(of)) return;
    found.push({ path, span, text: value, name });
  };
  for (const file of view.corpus.records.files.values()) {
    for (const { facts } of file.records)
      for (const fact of once(facts)) for (const text of textsOf(fact)) add(file.path, text);
  }
  for (const { path, refersTo } of view.corpus.documents.values()) {
    const document = refersTo.some((text) => leadsTo(text, path, target)) ? view.document(path) : undefined;
    if (!document) continue;
    for (const text of accepted(document.annotations.accept)) add(path, text);
    for (const one of once(document.annotations.claims)) for (const text of textsOf(one)) add(path, text);
  }
  return found;
}

/** Whether a reference that stands in the file at `from` leads to the file at `target`. */
export function leadsTo(text: string, from: string, target: string): boolean {
  // Most lead elsewhere, and do not have to be read to know it.
  if (from !== target && !text.includes(target)) return false;
  const reference = parseReference(text, from);
  return 'path' in reference && reference.path === target;
}

/** The values of a list are several claims, written once. */
const once = (claims: readonly Claim[]): readonly Claim[] => claims.filter(({ nth }) => (nth ?? 1) === 1);

const textsOf = ({ see, sources, accept }: Claim): readonly Text[] => [...see, ...sources, ...accepted(accept)];

const accepted = (accept: readonly Acceptance[]): readonly Text[] => accept.flatMap((one) => one.with ?? []);
