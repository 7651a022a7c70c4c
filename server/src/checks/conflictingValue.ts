/** Two values where only one can be true. */

import type { Check } from './engine/check.ts';
import { ofRelation } from './statements/conflicts.ts';

export const conflictingValue: Check = ofRelation('conflicting-value', 'error');
