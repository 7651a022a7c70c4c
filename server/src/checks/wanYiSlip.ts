/** Two figures apart by a power of ten that comes of counting by 万 and 亿 in one language and by thousands in the other. */

import type { Check, Report, View } from './engine/check.ts';
import { conflictsOf } from './statements/conflicts.ts';
import { translationReports } from './statements/translations.ts';

export const wanYiSlip: Check = {
  code: 'wan-yi-slip',
  severity: 'error',
  beyond: true,
  document: ({ view, document }) => slips(view, document.path),
  records: ({ view, file }) => conflictsOf(view, file.path, 'wan-yi-slip', 'error'),
};

function* slips(view: View, path: string): Iterable<Report> {
  yield* conflictsOf(view, path, 'wan-yi-slip', 'error');
  yield* translationReports(view, path, 'wan-yi-slip');
}
