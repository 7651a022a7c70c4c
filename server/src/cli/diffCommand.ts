/** `concord diff` as a whole: what is compared, and how it is told. */

import { type DiffRequest, differences } from './diff.ts';
import type { Environment } from './environment.ts';
import { differencesAsJson, differencesInWords } from './formats/difference.ts';
import { LANGUAGE, note, paintFor } from './output.ts';

export function diffCommand(request: DiffRequest, environment: Environment): void {
  const { stdout } = environment;
  const found = differences(request, { showAccepted: false, language: LANGUAGE }, environment);
  if (found.length === 0) note(environment, 'no corpus found: there is no concord.yaml to go by');
  if (request.format === 'json') stdout.write(differencesAsJson(found));
  else stdout.write(differencesInWords(found, paintFor(request, environment)));
}
