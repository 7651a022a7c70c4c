/** The messages about a corpus as lists: its entities, the claims of a document, its documents. */

import type { Range } from '../protocol.ts';

/** Request: the corpora that are open, each with the types of its entities. */
export const CORPORA = 'concord/corpora';
/** Request: the records of one type. */
export const ENTITIES_OF_TYPE = 'concord/entitiesOfType';
/** Request: where the record of an entity is. */
export const ENTITY_PLACE = 'concord/entityPlace';
/** Request: the claims of a document, in the order of its text. */
export const CLAIMS_IN_ORDER = 'concord/claimsInOrder';
/** Request: the documents of a corpus, the latest first. */
export const DOCUMENTS_BY_DATE = 'concord/documentsByDate';
/** Request: what is left to do in a document. */
export const DOCUMENT_STATE = 'concord/documentState';

export interface CorpusItem {
  /** The URI of its root. */
  readonly uri: string;
  readonly name: string;
  readonly documents: number;
  readonly types: readonly {
    readonly type: string;
    readonly label: string;
    readonly icon: string;
    readonly count: number;
  }[];
}

export interface EntitiesOfTypeParams {
  /** The URI of the corpus' root. */
  readonly corpus: string;
  readonly type: string;
  readonly order: 'name' | 'use';
}

export interface EntityPlaceParams {
  readonly corpus: string;
  readonly id: string;
}

export interface EntityListItem {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly uri: string;
  readonly documents: number;
  readonly mentions: number;
  readonly claims: number;
}

export interface ClaimListItem {
  readonly label: string;
  readonly detail: string;
  readonly quote: string;
  /** Of the words in the text; of the claim in the front matter where they stand nowhere. */
  readonly range: Range;
  readonly anchored: boolean;
  readonly head: Range;
  readonly severity: 'error' | 'warning' | 'information' | null;
  readonly findings: number;
}

export interface DocumentListItem {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
  readonly year: number | null;
  readonly annotated: boolean;
  readonly mentions: number;
  readonly claims: number;
}

export interface DocumentState {
  /** Figures and dates of the body that no claim quotes. */
  readonly unclaimedFigures: number;
  readonly errors: number;
  readonly warnings: number;
}
