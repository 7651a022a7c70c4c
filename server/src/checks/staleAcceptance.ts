/** An acceptance of a value that the other side no longer gives. Found where acceptances are settled. */

import type { Check } from './engine/check.ts';

export const staleAcceptance: Check = { code: 'stale-acceptance', severity: 'warning', beyond: true };
