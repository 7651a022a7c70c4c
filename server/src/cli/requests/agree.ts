/** What `concord agree` is asked for. Looks nothing up. */

import type { AgreementFormat } from '../commands/agree.ts';
import { see, UsageError } from '../usage.ts';

export interface AgreeRequest {
  readonly command: 'agree';
  /** As given: folders or revisions. */
  readonly a: string;
  readonly b: string;
  readonly format: AgreementFormat;
  readonly noColor: boolean;
}

/** Throws `UsageError`. */
export function agreeRequest(
  [a, b, ...others]: readonly string[],
  options: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): AgreeRequest {
  if (a === undefined || b === undefined || others.length > 0)
    throw new UsageError(`agree takes two versions, of one annotator each; ${see('agree')}`);
  const format = (options.get('format') as AgreementFormat | undefined) ?? 'table';
  return { command: 'agree', a, b, format, noColor: switches.has('no-color') };
}
