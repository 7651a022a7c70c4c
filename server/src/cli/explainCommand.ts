/** `concord explain` as a whole: what is explained, and printed. */

import type { ExplainRequest } from './arguments.ts';
import type { Environment } from './environment.ts';
import { explainTargets } from './explain.ts';
import { explanationsAsJson, explanationsInWords } from './formats/explanation.ts';
import { LANGUAGE, paintFor } from './output.ts';

export function explainCommand(request: ExplainRequest, environment: Environment): void {
  const { stdout } = environment;
  const explained = explainTargets(request.targets, environment);
  if (request.format === 'json') stdout.write(explanationsAsJson(explained));
  else stdout.write(explanationsInWords(explained, { language: LANGUAGE, paint: paintFor(request, environment) }));
}
