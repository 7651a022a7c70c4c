/** A quote that is not in the body, and nothing near it either. */

import type { Check } from './engine/check.ts';
import { missReports } from './engine/quotes.ts';

export const quoteNotFound: Check = {
  code: 'quote-not-found',
  severity: 'error',
  document: (context) => missReports('quote-not-found', context),
};
