/** A key that holds something of another shape than it takes, or lacks what it needs. */

import { listed } from '../core/problem.ts';
import { closest } from '../core/spelling.ts';
import type { Check, RecordsContext, Report } from './engine/check.ts';
import { replacing } from './engine/files.ts';
import { fromProblems } from './engine/problems.ts';

const problems = fromProblems('wrong-shape');

export const wrongShape: Check = {
  code: 'wrong-shape',
  severity: 'error',
  document: problems.document,
  settings: problems.settings,
  *records(context) {
    yield* problems.records!(context);
    yield* unknownTypes(context);
  },
};

/** A record whose type the vocabulary does not have. */
function* unknownTypes({ view, corpus, file }: RecordsContext): Iterable<Report> {
  const { types } = corpus.vocabulary;
  for (const { id, type, damaged } of file.records) {
    if (!type || damaged || types.has(type.value)) continue;
    const nearest = closest(type.value, types.keys());
    yield {
      span: type.span,
      variant: 'unknown-type',
      params: { type: type.value, ...listed('known', types.keys()) },
      entity: id.value,
      fixes: () => nearest.flatMap((newText) => replacing(view, file.path, type.span, newText, 'replace')),
    };
  }
}
