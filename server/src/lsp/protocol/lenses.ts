/** The messages about what code lenses have counted. */

import type { Position } from '../protocol.ts';

/** Request: the places that a code lens has counted. */
export const LENS_PLACES = 'concord/lensPlaces';
/** The command of a client that shows those places; named in its initialization options like the others. */
export const SHOW_PLACES_COMMAND = 'concord.showPlaces';

/** Answered by `Location[]`. */
export interface LensPlacesParams {
  /** The file that the lens stands in. */
  readonly uri: string;
  /** What it counts; the server's own business. */
  readonly about: unknown;
}

/** The argument of the client's command. */
export interface ShowPlacesArguments extends LensPlacesParams {
  readonly position: Position;
}
