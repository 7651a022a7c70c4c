/** A quote that differs from the body only in characters that carry no fact. */

import type { Check } from './check.ts';
import { missReports } from './quotes.ts';

export const quoteDrifted: Check = {
  code: 'quote-drifted',
  severity: 'warning',
  document: (context) => missReports('quote-drifted', context),
};
