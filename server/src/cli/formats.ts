/** The one registration of report formats, by the names that `--format` takes. */

import type { FormatName } from './commands.ts';
import { concise } from './formats/concise.ts';
import { json } from './formats/json.ts';
import { type PrettyOptions, pretty } from './formats/pretty.ts';
import type { Report } from './report.ts';

export const FORMATS: Readonly<Record<FormatName, (report: Report, options: PrettyOptions) => string>> = {
  pretty,
  concise,
  json,
};
