/** A quote that differs from the body only in characters that carry no fact. */

import type { Check } from './engine/check.ts';
import { missReports } from './engine/quotes.ts';

export const quoteDrifted: Check = {
  code: 'quote-drifted',
  severity: 'warning',
  document: (context) => missReports('quote-drifted', context),
};
