/** Front matter, a record or `concord.yaml` that is not YAML. */

import type { Check } from './check.ts';
import { fromProblems } from './problems.ts';

export const invalidYaml: Check = { code: 'invalid-yaml', severity: 'error', ...fromProblems('invalid-yaml') };
