/** Two figures that can both be true, and that no reader would expect to be. */

import type { Check } from './engine/check.ts';
import { ofRelation } from './statements/conflicts.ts';

export const tension: Check = ofRelation('tension', 'warning');
