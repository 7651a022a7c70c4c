/** A key that nobody reads: misspelt, or a qualifier that the claim's property does not have. */

import type { Acceptance } from '../core/acceptance.ts';
import type { Claim } from '../core/claim.ts';
import { CLAIM_KEYS, FACT_KEYS } from '../core/claim.ts';
import { CODES, isCode } from '../core/codes.ts';
import { listed, type Text } from '../core/problem.ts';
import { propertyOf } from '../core/slots.ts';
import { closest } from '../core/spelling.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import type { Check, Report } from './engine/check.ts';
import { fromProblems } from './engine/problems.ts';

const problems = fromProblems('unknown-key');

export const unknownKey: Check = {
  code: 'unknown-key',
  severity: 'warning',
  *document(context) {
    yield* problems.document!(context);
    const { document, corpus } = context;
    for (const claim of document.annotations.claims) {
      yield* qualifiers(claim, CLAIM_KEYS, document.path, corpus.vocabulary);
      yield* codes(claim.accept, document.path, claim.id?.value);
    }
    yield* codes(document.annotations.accept, document.path);
  },
  *records(context) {
    yield* problems.records!(context);
    for (const record of context.file.records) {
      for (const fact of record.facts) {
        yield* qualifiers(fact, FACT_KEYS, context.file.path, context.corpus.vocabulary, record.id.value);
        yield* codes(fact.accept, context.file.path);
      }
    }
  },
  *settings(context) {
    yield* problems.settings!(context);
    for (const [code, { key }] of context.settings.checks) {
      if (!isCode(code)) yield unknown(key, CODES, context.settings.path, 'check');
    }
  },
};

function* qualifiers(
  claim: Claim,
  keys: readonly string[],
  path: string,
  vocabulary: Vocabulary,
  entity?: string,
): Iterable<Report> {
  if (claim.damaged || (claim.nth ?? 1) > 1) return;
  const property = propertyOf(claim, vocabulary);
  for (const [name, qualifier] of claim.qualifiers) {
    const inherited = claim.outer?.qualifiers.get(name) === qualifier;
    if (inherited || isAllowed(name, claim, vocabulary)) continue;
    const known = [...keys, ...(property?.qualifiers.keys() ?? [])];
    // With a property that nobody defines, what qualifies it is unknown too; only misspelt keys of the format are certain.
    if (!property && !claim.group && closest(name, keys, 1).length === 0) continue;
    const report = unknown(qualifier.key, known, path, property ? 'qualifier' : 'claim', property?.id);
    yield { ...report, claim: claim.id?.value, entity };
  }
}

function isAllowed(name: string, claim: Claim, vocabulary: Vocabulary): boolean {
  if (!claim.group) return propertyOf(claim, vocabulary)?.qualifiers.has(name) ?? false;
  // A group says nothing itself: its qualifiers are those of the claims inside it.
  return [...vocabulary.properties.values()].some((property) => property.qualifiers.has(name));
}

function* codes(accept: readonly Acceptance[], path: string, claim?: string): Iterable<Report> {
  for (const { code } of accept) if (!isCode(code.value)) yield { ...unknown(code, CODES, path, 'accept'), claim };
}

function unknown(key: Text, known: readonly string[], path: string, place: string, property = ''): Report {
  const nearest = closest(key.value, known, 1)[0];
  return {
    span: key.span,
    variant: nearest ? 'near' : place,
    params: { key: key.value, nearest: nearest ?? '', property, ...listed('known', known) },
    fixes: () => {
      const edits = nearest === undefined ? undefined : [{ path, span: key.span, newText: nearest }];
      return edits?.length ? [{ title: 'rename-key', params: { text: nearest }, safe: true, edits }] : [];
    },
  };
}
