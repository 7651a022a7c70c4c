/** What the extension and the server say to one another beyond the Language Server Protocol: names and plain data only. */

/** Request: the inline highlights of a document. */
export const HIGHLIGHTS = 'concord/highlights';
/** Notification from the server: highlights and counts may have changed. */
export const CHANGED = 'concord/changed';
/** Request: what the status item shows. */
export const STATUS = 'concord/status';
/** Request: the edit that accepts a finding with a reason; null where there is no such finding any more. */
export const ACCEPT = 'concord/accept';
/**
 * The command of a client that asks a person for the reason of an acceptance, and then for the edit. A client that has
 * it says so in its initialization options, `{commands: ["concord.accept"]}`; others are offered the edit with an empty reason.
 */
export const ACCEPT_COMMAND = 'concord.accept';
/** Request: the page of a check, in Markdown. */
export const PAGE = 'concord/page';
/** The scheme under which a client that says so at the start shows those pages itself. */
export const PAGE_SCHEME = 'concord-page';

export interface PageParams {
  readonly code: string;
}

/** Requests of a server that has no file system of its own. */
export const LIST_FILES = 'concord/listFiles';
export const READ_FILE = 'concord/readFile';
/** And of one that has no package to read from: the pages of the checks, in Markdown, by the names of their files. */
export const READ_PAGES = 'concord/readPages';

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

/** The argument of the client's command. */
export interface AcceptArguments {
  /** The file that the finding stands in. */
  readonly uri: string;
  readonly code: string;
  /** The key of the claim that the finding is on; without it the whole document is meant. */
  readonly claim?: string;
  /** The other side, as it is written under `with`, and its value. */
  readonly with?: string;
  readonly saw?: string;
  /** Where the acceptance goes: to the finding's claim, or to the one on its other side. */
  readonly side: 'here' | 'there';
  /** The reason with which it was accepted before. */
  readonly reason?: string;
}

/** Answered by a `WorkspaceEdit`, or null. */
export interface AcceptParams extends AcceptArguments {
  readonly reason: string;
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

/** Why nothing can be done, in words. */
export interface Refused {
  readonly problem: string;
}

/** A `WorkspaceEdit`, or why there is none, in words. */
export interface Edited {
  readonly edit?: object;
  readonly problem?: string;
}

/** What findings are about, so that a view beside the editor and a report group them alike. */
export { TOPIC_ORDER, type Topic, topicOf } from '../features/overview/topics.ts';
export * from './protocol/claiming.ts';
export * from './protocol/dossier.ts';
export * from './protocol/formatting.ts';
export * from './protocol/glance.ts';
export * from './protocol/importing.ts';
export * from './protocol/lenses.ts';
export * from './protocol/merging.ts';
export * from './protocol/overview.ts';
export * from './protocol/performance.ts';
export * from './protocol/reading.ts';
export * from './protocol/reanchoring.ts';
export * from './protocol/staged.ts';
export * from './protocol/tagging.ts';
