/** `concord agree` as a whole: what is compared, and printed. */

import { agree } from './agree.ts';
import type { Environment } from './environment.ts';
import { AGREEMENT_WRITERS } from './formats/agreement.ts';
import { note, paintFor } from './output.ts';
import type { AgreeRequest } from './requests/agree.ts';

/** The exit code. Throws `NotCompared`, and `GitProblem` for a revision. */
export function agreeCommand(request: AgreeRequest, environment: Environment): number {
  const { a, b, format } = request;
  const compared = agree(a, b, environment);
  environment.stdout.write(AGREEMENT_WRITERS[format](compared, paintFor(request, environment)));
  if (compared.agreement.documents.length > 0) return 0;
  note(environment, 'there is no document that both have annotated');
  return 1;
}
