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

/* Re-anchoring: quotes and forms that the body does not bear. */

/** Request: what of a document has no place in its body, with the passages that may be meant. */
export const ORPHANS = 'concord/orphans';
/** Request: the edit that makes quotes or forms say what passages say. Answered by `Edited`. */
export const REANCHOR = 'concord/reanchor';
/** The command of a client that lets a person choose the passage; others are offered the nearest ones as edits. */
export const REANCHOR_COMMAND = 'concord.reanchor';
/** Request: the quotes that edits of the body have changed, with what stands in their place. Answered as `ORPHANS` is. */
export const QUOTE_UPDATES = 'concord/quoteUpdates';
/** The command of a client that shows those and asks which to take; others are offered them as one edit. */
export const UPDATE_QUOTES_COMMAND = 'concord.updateQuotes';

export interface OrphansParams {
  readonly uri: string;
}

/** A part of what two texts have: `shared`, or `ours`, what is quoted, against `theirs`, what the body has. */
export type DifferencePart = { readonly shared: string } | { readonly ours: string; readonly theirs: string };

export interface PassageChoice {
  readonly range: Range;
  readonly text: string;
  readonly difference: readonly DifferencePart[];
  /** A figure, name, negation or the like differs. */
  readonly altered: boolean;
}

export interface OrphanChoice {
  readonly kind: 'quote' | 'item' | 'here' | 'as' | 'sic';
  /** Where it is written. */
  readonly range: Range;
  readonly text: string;
  /** The key of its claim, or the id of the entity that it is declared under. */
  readonly of?: string;
  readonly passages: readonly PassageChoice[];
  /** Nobody needs to choose: there is one passage, and the difference is slight. */
  readonly plain: boolean;
  /** It can be taken out of its declaration. */
  readonly removable: boolean;
}

export interface Orphans {
  /** The version of the document that the ranges count in. */
  readonly version: number | null;
  readonly orphans: readonly OrphanChoice[];
}

export interface ReanchorParams {
  readonly uri: string;
  /** The version that the ranges were given for: of another nothing is written. */
  readonly version: number | null;
  /** Without a passage a form is taken out of its declaration. */
  readonly repairs: readonly { readonly range: Range; readonly passage?: Range }[];
  /** Whether every change shall be shown before it is made. */
  readonly confirm?: boolean;
}

/** A `WorkspaceEdit`, or why there is none, in words. */
export interface Edited {
  readonly edit?: object;
  readonly problem?: string;
}

/** The argument of `REANCHOR_COMMAND`: one quote or form, where it is written. */
export interface ReanchorArguments {
  readonly uri: string;
  readonly range?: Range;
}

/* Merging records. */

/** Request: the records that one may be merged with. */
export const MERGE_CHOICES = 'concord/mergeChoices';
/** Request: the edit that makes one record of two, or why there is none. */
export const MERGE_RECORDS = 'concord/mergeRecords';
/** The command of a client that asks which records to merge and shows what is lost; others are offered merges that lose nothing. */
export const MERGE_RECORDS_COMMAND = 'concord.mergeRecords';

export interface MergeChoicesParams {
  readonly uri: string;
  /** Where a record, or its name, is looked for. */
  readonly position?: Position;
  /** The record, where it is known. */
  readonly id?: string;
  /** What somebody types; without it those that are alike come. */
  readonly query?: string;
}

export interface RecordChoice {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly mentions: number;
  readonly claims: number;
}

export interface MergeChoices {
  /** The record at the place; undefined where there is none, or none alone. */
  readonly record?: RecordChoice;
  readonly choices: readonly RecordChoice[];
}

/** The argument of the client's command. */
export interface MergeArguments {
  readonly uri: string;
  readonly from?: string;
  readonly into?: string;
}

export interface MergeParams {
  readonly uri: string;
  /** The record that becomes a part of the other, and goes. */
  readonly from: string;
  readonly into: string;
}

export interface Merge extends Edited {
  /** What somebody has to know before, in words. */
  readonly notes: readonly string[];
  readonly files: number;
}
