/** A claim that says something else in a document than under the same id in its translation. */

import type { Check } from './engine/check.ts';
import { translationReports } from './statements/translations.ts';

export const translationMismatch: Check = {
  code: 'translation-mismatch',
  severity: 'error',
  beyond: true,
  document: ({ view, document }) => translationReports(view, document.path, 'translation-mismatch'),
};
