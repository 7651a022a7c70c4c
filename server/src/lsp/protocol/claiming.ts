/** The messages about making and arranging claims. What cannot be done is answered by `Refused`. */

import type { Range } from '../protocol.ts';

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
  /** A codicon, of its type. */
  readonly icon: string;
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
  /** For a change whose passage gives none: the stretches of time that its paragraph names, to be asked about. */
  readonly timesAround: readonly { readonly edtf: string; readonly words: string }[];
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
    /** What the passage says behind the figure, where a text will do. */
    readonly words?: string;
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
