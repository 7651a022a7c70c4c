/** The messages about formatting annotations. */

import type { Range } from '../protocol.ts';

/** Request: the edit that formats a file's annotations, or those that a range touches. */
export const FORMAT = 'concord/format';
/** The command of a client that asks for it; a client that names it in its initialization options is offered no formatter. */
export const FORMAT_COMMAND = 'concord.format';
/** The kind of the code action that does it to a whole file. */
export const ORGANIZE_ANNOTATIONS = 'source.organizeAnnotations';

export interface FormatParams {
  readonly uri: string;
  readonly range?: Range | null;
}

export interface FormatAnswer {
  /** A `WorkspaceEdit`; null where there is nothing to change. */
  readonly edit: object | null;
  /** Why the file is left as it is, for the person. */
  readonly problem?: string;
}
