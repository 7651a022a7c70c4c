/** An acceptance that does not say why: what it accepts stays a finding. Found where acceptances are settled. */

import type { Check } from './engine/check.ts';

export const acceptanceWithoutReason: Check = { code: 'acceptance-without-reason', severity: 'error' };
