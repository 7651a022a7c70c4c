/** The messages about what is staged for the next commit. */

import type { Range } from '../protocol.ts';

/** Request: the findings in the files that the next commit of a repository would change. */
export const STAGED_FINDINGS = 'concord/stagedFindings';

export interface StagedFindingsParams {
  /** The top of the repository's working tree. */
  readonly uri: string;
}

export interface StagedFindings {
  /** Of severity error and warning, what is accepted left out; errors first, then by file and place. */
  readonly findings: readonly StagedFinding[];
  readonly errors: number;
  readonly warnings: number;
}

export interface StagedFinding {
  readonly uri: string;
  /** The file from the root of its corpus. */
  readonly path: string;
  /** In the text that is staged, which may not be the one that an editor shows. */
  readonly range: Range;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}
