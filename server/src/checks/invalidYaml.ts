/** Front matter, a record or `concord.yaml` that is not YAML. */

import type { Check } from './engine/check.ts';
import { fromProblems } from './engine/problems.ts';

export const invalidYaml: Check = { code: 'invalid-yaml', severity: 'error', ...fromProblems('invalid-yaml') };
