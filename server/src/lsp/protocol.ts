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

// Tagging: what a passage of a body is a mention of.

/** Request: whom a passage may be a mention of, and how each would be written. */
export const TAG_CANDIDATES = 'concord/tagCandidates';
/** Request: the edit that one choice comes to. */
export const TAG = 'concord/tag';
/** Request: what the text says for a new record, with an id for each type. */
export const TAG_PROPOSAL = 'concord/tagProposal';
/** Request: the edit that writes a record and tags the passage with it. */
export const TAG_CREATE = 'concord/tagCreate';
/** Request: the known names of a document that it does not declare. */
export const KNOWN_NAMES = 'concord/knownNames';
/** Request: the edit that declares some of them. */
export const TAG_ALL = 'concord/tagAll';
/** The command of a client that asks a person whom a passage is a mention of; named as `ACCEPT_COMMAND` is. */
export const TAG_COMMAND = 'concord.tag';

/** What is asked beyond tagging: marking the source's own error, ending a tag, saying that it is no mention. */
export type TagOperation = 'tag' | 'sic' | 'untag' | 'not';

export interface TagPlace {
  readonly uri: string;
  readonly range: Range;
  /** The version of the text that the range counts in; of another one nothing is answered. */
  readonly version?: number;
}

/** Why nothing can be done, in words. */
export interface Refused {
  readonly problem: string;
}

export interface TagCandidatesParams extends TagPlace {
  readonly operation: TagOperation;
  /** What somebody has typed to find another record. */
  readonly query?: string;
}

export interface TagWay {
  readonly way: string;
  readonly title: string;
  /** What would be written. */
  readonly detail: string;
}

export interface TagCandidate {
  readonly id: string;
  readonly name: string;
  /** Its type and its other names. */
  readonly description: string;
  /** A product icon of VS Code. */
  readonly icon: string;
  readonly likeness: 'same' | 'near' | 'declared' | 'other';
  /** The passage is tagged with it already. */
  readonly holds: boolean;
  /** The likeliest first; none where there is nothing to write. */
  readonly ways: readonly TagWay[];
}

export interface TagCandidates {
  /** The passage as it would be written, and where it stands. */
  readonly text: string;
  readonly range: Range;
  /** It reads as a name, not as a pronoun or a description. */
  readonly isName: boolean;
  readonly candidates: readonly TagCandidate[];
}

export interface TagParams extends TagPlace {
  readonly operation: TagOperation;
  readonly id: string;
  readonly way: string;
}

/** A `WorkspaceEdit`, and what it does in words. */
export interface Tagged<Edit> {
  readonly edit: Edit;
  readonly summary: string;
}

export interface TagProposal {
  /** Empty where the passage is a description and names nobody. */
  readonly name: string;
  readonly apposition?: { readonly text: string; readonly kind: 'name' | 'alias' };
  readonly types: readonly {
    readonly id: string;
    readonly label: string;
    readonly icon: string;
    readonly path?: string;
    readonly proposedId: string;
  }[];
}

export interface TagProposalParams extends TagPlace {
  /** The name that somebody has typed, where the text gives none. */
  readonly name?: string;
}

export interface TagCreateParams extends TagPlace {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apposition?: { readonly text: string; readonly kind: 'name' | 'alias' };
}

export interface KnownNamesParams {
  readonly uri: string;
}

export interface KnownNames {
  readonly version: number | null;
  readonly names: readonly {
    readonly id: string;
    readonly name: string;
    readonly icon: string;
    /** Its type, and its names as they stand in the text. */
    readonly description: string;
    readonly places: number;
    /** Other records that have one of these names too. */
    readonly rivals: readonly string[];
  }[];
}

export interface TagAllParams {
  readonly uri: string;
  readonly version?: number;
  readonly ids: readonly string[];
}
