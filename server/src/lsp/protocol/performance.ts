/** The messages about how long things take, and about what went wrong. No path, no text of a document. */

/** Request: what the server has done so far, in milliseconds and counts. */
export const PERFORMANCE = 'concord/performance';

export interface PhaseTiming {
  readonly name: string;
  /** Of documents, where it is about those. */
  readonly count: number;
  readonly took: number;
}

export interface RequestTiming {
  readonly method: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export interface Performance {
  readonly version: string;
  readonly phases: readonly PhaseTiming[];
  readonly requests: readonly RequestTiming[];
  readonly corpora: readonly { readonly documents: number; readonly entities: number; readonly claims: number }[];
  readonly openDocuments: number;
  /** Bytes; undefined where the machine does not tell. */
  readonly memory?: { readonly resident: number; readonly heap: number };
  /** The last ones, with paths shortened to names of files of Concord's own. */
  readonly errors: readonly string[];
}
