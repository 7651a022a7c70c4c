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

// Making and arranging claims. What cannot be done is answered by `{problem}`, in words for the person.

/** Request: what can be claimed of a passage. */
export const CLAIM_PROPOSAL = 'concord/claimProposal';
/** Request: records that a query fits, as subjects or values. */
export const CLAIM_ENTITIES = 'concord/claimEntities';
/** Request: the properties that a claim of the passage can have, once its subject is known. */
export const CLAIM_PROPERTIES = 'concord/claimProperties';
/** Request: the edit that writes the claims. */
export const MAKE_CLAIM = 'concord/makeClaim';
/** Request: the claims at a place, with what can be done with each. */
export const CLAIMS_AT = 'concord/claimsAt';
/** Request: the edit that splits, copies, moves or removes a claim. */
export const ARRANGE_CLAIM = 'concord/arrangeClaim';
/** Request: where translations of the document may say what a claim says. */
export const TRANSLATION_PLACES = 'concord/translationPlaces';
/** Request: the edit that writes a claim at one of those places. */
export const COPY_CLAIM = 'concord/copyClaim';
/** The command of a client that asks a person what a claim says. A client that has it names it in its initialization options. */
export const MAKE_CLAIM_COMMAND = 'concord.makeClaim';

export interface Refused {
  readonly problem: string;
}

/** A stretch of one version of a document. Where the server knows another version, nothing is answered but that. */
export interface PassageParams {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

export interface EntityItem {
  /** Of a record, or `this`. */
  readonly id: string;
  readonly name: string;
  /** What it is, and where it is spoken of. */
  readonly description: string;
}

export interface ClaimFigure {
  readonly key: string;
  readonly words: string;
  readonly isTime: boolean;
  readonly likely: boolean;
}

export interface ClaimProposal {
  readonly quote: string;
  readonly figures: readonly ClaimFigure[];
  readonly subjects: readonly EntityItem[];
  /** The times that the passage gives, in the order of the text, as front matter writes them. */
  readonly times: readonly string[];
  /** What the claims will say beside that, in words: the speaker, the stance. */
  readonly remarks: readonly string[];
}

export interface ClaimEntitiesParams {
  readonly uri: string;
  readonly query: string;
}

export interface ClaimPropertiesParams extends PassageParams {
  readonly subject: string;
  readonly figure?: string;
}

export interface ClaimProperty {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The values that the passage gives; of entities with their names. */
  readonly values: readonly EntityItem[];
  /** The value is the id of an entity, a text, or either. */
  readonly takes: { readonly entity: boolean; readonly text: boolean };
  /** What is filled in for the qualifiers that the property requires. */
  readonly qualifiers: Readonly<Record<string, string>>;
  /** Those that somebody has to say. */
  readonly missing: readonly {
    readonly name: string;
    readonly label: string;
    readonly entities: readonly EntityItem[];
    readonly text: boolean;
  }[];
}

export interface MakeClaimParams extends PassageParams {
  readonly at?: string;
  readonly claims: readonly {
    readonly subject?: string;
    readonly property?: string;
    readonly figure?: string;
    readonly value?: string | readonly string[];
    readonly qualifiers?: Readonly<Record<string, string>>;
  }[];
  /** What is not said yet shall be written by hand: the answer is a snippet. */
  readonly byHand?: boolean;
}

/** A text with stops in the place of a range, for a person to go through. */
export interface SnippetAnswer {
  readonly snippet: string;
  readonly range: Range;
}

export type ClaimArrangement = 'split' | 'duplicate' | 'move-up' | 'move-down' | 'nest' | 'delete';

export interface ClaimItem {
  readonly key: string;
  /** What it says, in a few words. */
  readonly label: string;
  readonly quote: string;
  readonly arrangements: readonly ClaimArrangement[];
  /** The claims that it could be nested in. */
  readonly hosts: readonly { readonly key: string; readonly label: string }[];
  readonly translated: boolean;
}

export interface ArrangeClaimParams {
  readonly uri: string;
  readonly version: number;
  readonly claim: string;
  readonly arrangement: ClaimArrangement;
  /** The claim that it is to be nested in. */
  readonly target?: string;
}

export interface TranslationPlacesParams {
  readonly uri: string;
  readonly version: number;
  readonly claim: string;
}

export interface TranslationPlace {
  readonly uri: string;
  readonly path: string;
  readonly version: number | null;
  readonly range: Range;
  readonly words: string;
  /** What speaks for the place. */
  readonly description: string;
}

export interface CopyClaimParams extends TranslationPlacesParams {
  readonly place: Pick<TranslationPlace, 'uri' | 'version' | 'range'>;
}
