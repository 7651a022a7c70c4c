/** Two figures for the same thing at the same time that cannot both be true. */

import type { Check } from './engine/check.ts';
import { ofRelation } from './statements/conflicts.ts';

export const conflictingQuantity: Check = ofRelation('conflicting-quantity', 'error');
