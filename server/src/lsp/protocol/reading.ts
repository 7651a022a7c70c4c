/** The messages of the reading view. */

import type { Reading } from '../../features/reading/model.ts';

/** Request: a document for reading, and one of its translations. Null where the file is no document of a corpus. */
export const READING = 'concord/reading';

export interface ReadingParams {
  readonly uri: string;
  /** The path of the translation to be read beside it. */
  readonly beside: string | null;
}

export interface ReadingAnswer {
  /** The URI of the corpus' root, from which all paths count. */
  readonly root: string;
  readonly locale: string;
  readonly reading: Reading;
  readonly beside: Reading | null;
}
