/** The messages about a corpus as a whole, to be drawn: its time, its network of entities, its sources against its claims. */

import type { MatrixScope } from '../../features/glance/matrix.ts';
import type { NetworkScope } from '../../features/glance/network.ts';
import type { Scope } from '../../features/glance/scope.ts';

export type { MatrixModel, MatrixScope } from '../../features/glance/matrix.ts';
export type { Neighbourhood } from '../../features/glance/neighbours.ts';
export type { NetworkModel, NetworkScope } from '../../features/glance/network.ts';
export type { Scope } from '../../features/glance/scope.ts';
export type { TimelineModel } from '../../features/glance/timeline.ts';

/** Request: a `TimelineModel`; null where there is no such corpus. The following likewise. */
export const GLANCE_TIMELINE = 'concord/glanceTimeline';
/** Request: a `NetworkModel`. */
export const GLANCE_NETWORK = 'concord/glanceNetwork';
/** Request: a `Neighbourhood`. */
export const GLANCE_NEIGHBOURS = 'concord/glanceNeighbours';
/** Request: a `MatrixModel`. */
export const GLANCE_MATRIX = 'concord/glanceMatrix';
/** Request: the ids of the entities that a query finds by any name, in any script, the best first. */
export const GLANCE_FIND = 'concord/glanceFind';

export interface GlanceTimelineParams {
  /** The URI of the corpus' root. */
  readonly corpus: string;
  readonly scope?: Scope;
}

export interface GlanceNetworkParams {
  readonly corpus: string;
  readonly scope?: NetworkScope;
}

export interface GlanceNeighboursParams extends GlanceNetworkParams {
  readonly id: string;
}

export interface GlanceMatrixParams {
  readonly corpus: string;
  readonly scope?: MatrixScope;
}

export interface GlanceFindParams {
  readonly corpus: string;
  readonly query: string;
}
