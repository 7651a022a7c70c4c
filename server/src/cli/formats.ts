/** The one registration of report formats, by the names that `--format` takes. */

import type { FormatName } from './commands.ts';
import { concise } from './formats/concise.ts';
import { type GitHubOptions, github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { type JUnitOptions, junit } from './formats/junit.ts';
import { type PrettyOptions, pretty } from './formats/pretty.ts';
import { type SarifOptions, sarif } from './formats/sarif.ts';
import type { Report } from './report.ts';

export interface FormatOptions extends PrettyOptions, GitHubOptions, JUnitOptions, SarifOptions {}

export const FORMATS: Readonly<Record<FormatName, (report: Report, options: FormatOptions) => string>> = {
  pretty,
  concise,
  json,
  github,
  sarif,
  junit,
};
