/** A quote that differs from the body in a token that carries the meaning: a figure, a negation, a name. */

import type { Check } from './engine/check.ts';
import { missReports } from './engine/quotes.ts';

export const quoteAltered: Check = {
  code: 'quote-altered',
  severity: 'error',
  document: (context) => missReports('quote-altered', context),
};
