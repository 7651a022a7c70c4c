/** The messages about one entity as a whole: its dossier, which entity a cursor stands on, where the words of a link are. */

import type { Dossier } from '../../features/dossier/model.ts';
import type { Position, Range } from '../protocol.ts';

/** Request: the dossier of an entity; null where the corpus knows none of that id. */
export const DOSSIER = 'concord/dossier';
/** Request: the entities that a place of a file may mean; null where it means none. */
export const ENTITIES_AT = 'concord/entitiesAt';
/** Request: where a link of a page leads; null where it leads nowhere any more. */
export const PLACE_OF = 'concord/placeOf';

/** The command of a client that shows dossiers; such a client says so in its initialization options, and hovers link to it. */
export const OPEN_DOSSIER_COMMAND = 'concord.openDossier';

export type { Dossier };

/** What `OPEN_DOSSIER_COMMAND` is given. */
export interface DossierArguments {
  /** The URI of the corpus' root. */
  readonly corpus: string;
  readonly id: string;
}

export interface DossierParams extends DossierArguments {
  /** How much of each part is told; the usual where it is left out. */
  readonly limits?: Readonly<Record<string, number>>;
}

export interface EntitiesAtParams {
  readonly uri: string;
  readonly position: Position;
}

export interface EntitiesAt {
  readonly corpus: string;
  /** Several where a form is ambiguous. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly description: string }[];
}

/** A stretch of a file, the words of a claim, or a document as a whole. */
export interface PlaceOfParams {
  readonly corpus: string;
  readonly path: string;
  /** The key of a claim or fact. */
  readonly claim?: string;
  /** UTF-16 offsets in the whole file. */
  readonly start?: number;
  readonly end?: number;
}

export interface PlaceOf {
  readonly uri: string;
  /** Undefined for a document as a whole. */
  readonly range?: Range;
}
