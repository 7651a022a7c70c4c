/** Two dates for the same event that have no day in common. */

import type { Check } from './engine/check.ts';
import { ofRelation } from './statements/conflicts.ts';

export const conflictingDate: Check = ofRelation('conflicting-date', 'error');
