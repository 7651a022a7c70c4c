/** A reference to a document or claim that is not there, or to a place outside the corpus. */

import type { Acceptance } from '../core/acceptance.ts';
import type { DocumentFacts } from '../core/facts.ts';
import type { Text } from '../core/problem.ts';
import { parseReference } from '../core/reference.ts';
import { closest } from '../core/spelling.ts';
import type { Check, Report, View } from './engine/check.ts';
import { replacing } from './engine/files.ts';

export const unresolvedReference: Check = {
  code: 'unresolved-reference',
  severity: 'error',
  beyond: true,
  *document({ view, document }) {
    const { path, annotations } = document;
    if (annotations.translationOf) yield* unresolved(annotations.translationOf, path, view, 'translation-of');
    yield* acceptances(annotations.accept, path, view);
    for (const claim of annotations.claims) {
      if (claim.damaged || (claim.nth ?? 1) > 1) continue;
      for (const see of claim.see) yield* about(claim.id?.value, unresolved(see, path, view, 'see'));
      yield* about(claim.id?.value, acceptances(claim.accept, path, view));
    }
  },
  *records({ view, file }) {
    for (const { id, facts, damaged } of file.records) {
      if (damaged) continue;
      for (const fact of facts) {
        if ((fact.nth ?? 1) > 1) continue;
        const texts = [...fact.sources, ...fact.see];
        for (const text of texts) {
          for (const report of unresolved(text, file.path, view, 'source')) yield { ...report, entity: id.value };
        }
        for (const report of acceptances(fact.accept, file.path, view)) yield { ...report, entity: id.value };
      }
    }
  },
};

function* about(claim: string | undefined, reports: Iterable<Report>): Iterable<Report> {
  for (const report of reports) yield { ...report, claim };
}

function* acceptances(accept: readonly Acceptance[], from: string, view: View): Iterable<Report> {
  for (const acceptance of accept) {
    const other = acceptance.with;
    // The other side may be a record, named by its id.
    if (!other || view.corpus.records.get(other.value)) continue;
    yield* unresolved(other, from, view, 'with');
  }
}

function* unresolved(text: Text, from: string, view: View, key: string): Iterable<Report> {
  const reference = parseReference(text.value, from);
  if (reference.kind === 'url') return;
  const params = { reference: text.value, key };
  if (reference.kind === 'outside') {
    yield { span: text.span, variant: 'outside', params };
    return;
  }
  const { documents } = view.corpus;
  const facts = view.facts(reference.path);
  if (view.complete === false) return;
  if (!facts) {
    const rest = text.value.includes('#') ? text.value.slice(text.value.indexOf('#')) : '';
    yield* missing(text, from, view, 'document', { ...params, path: reference.path }, () =>
      nearestPaths(reference.path, documents.keys()).map((path) => path + rest),
    );
    return;
  }
  if (reference.kind === 'document') return;
  const ids = idsIn(facts);
  if (ids.has(reference.claim)) return;
  const before = text.value.slice(0, text.value.indexOf('#') + 1);
  const where = { ...params, path: reference.path, claim: reference.claim };
  yield* missing(text, from, view, 'claim', where, () => closest(reference.claim, ids).map((id) => before + id));
}

const known = new WeakMap<DocumentFacts, ReadonlySet<string>>();

/** The names that the claims of a document can be referred to by. */
function idsIn(facts: DocumentFacts): ReadonlySet<string> {
  let ids = known.get(facts);
  if (!ids) {
    ids = new Set(facts.claims.flatMap(({ id, key }) => (id === undefined ? [] : [id, key])));
    known.set(facts, ids);
  }
  return ids;
}

function* missing(
  text: Text,
  path: string,
  view: View,
  variant: string,
  params: Report['params'],
  nearest: () => readonly string[],
): Iterable<Report> {
  yield {
    span: text.span,
    variant,
    params,
    fixes: () => nearest().flatMap((newText) => replacing(view, path, text.span, newText, 'replace')),
  };
}

/** A document of the same file name elsewhere, else paths nearly spelt so. */
function nearestPaths(path: string, paths: Iterable<string>): readonly string[] {
  const all = [...paths];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const moved = all.filter((candidate) => candidate.endsWith(`/${name}`) || candidate === name).sort();
  return moved.length > 0 ? moved.slice(0, 3) : closest(path, all);
}
