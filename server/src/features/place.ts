/** Where in a corpus a feature is asked, and where its answers lie. Knows paths and offsets, no editor. */

import type { Span } from '../core/text.ts';

/** An offset, in UTF-16 units of the whole file, in the file at `path` from the corpus root. */
export interface Place {
  readonly path: string;
  readonly offset: number;
}

/** A stretch of a file. */
export interface Location {
  readonly path: string;
  readonly span: Span;
}
