/** An acceptance that nothing is left for. Found where acceptances are settled. */

import type { Check } from './engine/check.ts';

export const unusedAcceptance: Check = { code: 'unused-acceptance', severity: 'warning' };
