/** What the extension and the server say to one another beyond the Language Server Protocol: names and plain data only. */

/** Request: the inline highlights of a document. */
export const HIGHLIGHTS = 'concord/highlights';
/** Notification from the server: highlights and counts may have changed. */
export const CHANGED = 'concord/changed';
/** Request: what the status item shows. */
export const STATUS = 'concord/status';
/** Requests of a server that has no file system of its own. */
export const LIST_FILES = 'concord/listFiles';
export const READ_FILE = 'concord/readFile';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface HighlightsParams {
  readonly uri: string;
}

export type HighlightKind = 'mention' | 'untagged' | 'ambiguous' | 'claim';

export interface Highlight {
  readonly range: Range;
  readonly kind: HighlightKind;
  /** The core type of the entity, for its colour. */
  readonly type?: string;
  /** It is marked as the source's own error. */
  readonly sic?: boolean;
  /** The severity of the worst finding on a claim's quote or value. */
  readonly severity?: 'error' | 'warning' | 'information';
}

export interface Highlights {
  /** The version of the document that they were computed for; nothing is drawn on another. */
  readonly version: number | null;
  readonly highlights: readonly Highlight[];
}

export interface Status {
  /** Whether the file belongs to a corpus, and as what. */
  readonly kind: 'document' | 'records' | 'settings' | 'none';
  readonly annotated: boolean;
  readonly indexing: boolean;
  readonly mentions: number;
  readonly claims: number;
  readonly errors: number;
  readonly warnings: number;
  readonly corpus?: { readonly name: string; readonly documents: number; readonly entities: number };
}
