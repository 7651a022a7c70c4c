/** The messages about tagging: what a passage of a body is a mention of. */

import type { Range } from '../protocol.ts';

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
