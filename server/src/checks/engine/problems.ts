/** The findings that reading a file makes on its own, as reports of their code. */

import type { Problem } from '../../core/problem.ts';
import type { Check, Fix, Report } from './check.ts';

/** The three handlers of a check whose findings are the problems of a file with its code. */
export function fromProblems(code: Problem['code']): Pick<Check, 'document' | 'records' | 'settings'> {
  return {
    document: ({ document }) => reports(code, document.path, document.problems),
    records: ({ file }) => reports(code, file.path, file.problems),
    settings: ({ settings }) => reports(code, settings.path, settings.problems),
  };
}

function* reports(code: Problem['code'], path: string, problems: readonly Problem[]): Iterable<Report> {
  for (const problem of problems) {
    if (problem.code !== code) continue;
    const { variant, params, span, claim, entity, fix } = problem;
    const fixes = (): readonly Fix[] =>
      fix
        ? [
            {
              title: fix.title,
              params: { ...params, text: fix.newText },
              safe: fix.safe,
              edits: [{ path, span: fix.span, newText: fix.newText }],
            },
          ]
        : [];
    yield { variant, params, span, claim, entity, fixes };
  }
}
