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

// Import of raw texts

/** Request: what is proposed for a raw text. Nothing is written by it, nor by the next. */
export const PROPOSE_IMPORT = 'concord/proposeImport';
/** Request: the document that a raw text becomes with what was chosen for it. */
export const COMPOSE_IMPORT = 'concord/composeImport';

export interface ImportParams {
  /** A file or folder of the corpus that is meant; without it there has to be just one. */
  readonly near?: string;
  /** Of the file that the text came in; without it the text was pasted. */
  readonly name?: string;
  /** The bytes of the file in base64, or what was pasted. */
  readonly content: { readonly base64: string } | { readonly text: string };
}

/** The keys of front matter that are proposed. */
export type ImportField = 'title' | 'date' | 'lang' | 'publisher' | 'author' | 'url';

export type ImportProposal =
  /** There is more than one corpus, or none. */
  | { readonly kind: 'corpora'; readonly corpora: readonly { readonly name: string; readonly uri: string }[] }
  /** It cannot become a document; the message says why, as a sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'proposal';
      readonly corpus: string;
      /** The best first, each with where it was found. */
      readonly fields: Readonly<
        Partial<Record<ImportField, readonly { readonly value: string; readonly from: string }[]>>
      >;
      /** A date without its year, as it is written. */
      readonly incompleteDate?: string;
      /** What seems to be no part of the text: where and what it is, and its beginning. */
      readonly boilerplate: readonly { readonly label: string; readonly text: string }[];
      readonly encoding?: string;
      readonly pictures: number;
      /** The document of the corpus that has this text already, if that was found at once. */
      readonly known?: string;
    };

export interface ComposeImportParams extends ImportParams {
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  /** Which of the proposal's `boilerplate` is to go, by index. */
  readonly strip: readonly number[];
  /** From the corpus' root; without it the server chooses one that is free. */
  readonly path?: string;
  /** Paths that turned out to be taken. */
  readonly taken?: readonly string[];
}

export type ImportedDocument =
  | { readonly kind: 'refused'; readonly message: string }
  /** A document of the corpus has this text already. */
  | { readonly kind: 'known'; readonly uri: string }
  | { readonly kind: 'document'; readonly uri: string; readonly path: string; readonly text: string };
