/** What `concord report` is asked for. Looks nothing up. */

import { quoted, see, UsageError } from '../usage.ts';

export interface ReportRequest {
  readonly command: 'report';
  /** As given; empty for the working directory. */
  readonly paths: readonly string[];
  readonly output: string | undefined;
  /** A BCP 47 tag; undefined for that of the environment. */
  readonly locale: string | undefined;
}

/** Throws `UsageError`. */
export function reportRequest(paths: readonly string[], options: ReadonlyMap<string, string>): ReportRequest {
  if (paths.length > 1) throw new UsageError(`a report is of one corpus: report takes one PATH; ${see('report')}`);
  const locale = options.get('locale');
  return { command: 'report', paths, output: options.get('output'), locale: locale && tagOf(locale) };
}

function tagOf(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0]!;
  } catch {
    throw new UsageError(`--locale takes a language such as en or zh-Hans, not ${quoted(text)}`);
  }
}
