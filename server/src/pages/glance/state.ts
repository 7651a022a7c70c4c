/** What somebody is looking at: kept while the view is hidden, and read back from plain data of which nothing is known. Draws nothing. */

import { matrixScopeFrom, networkScopeFrom, scopeFrom } from '../../features/glance/decode.ts';
import type { MatrixScope } from '../../features/glance/matrix.ts';
import type { NetworkScope } from '../../features/glance/network.ts';
import type { Scope } from '../../features/glance/scope.ts';
import { TABS, type Tab } from './Glance.tsx';

export interface GlanceState {
  readonly tab: Tab;
  /** The same for all tabs. */
  readonly scope: Scope;
  readonly network: Pick<NetworkScope, 'types' | 'by'>;
  readonly matrix: Pick<MatrixScope, 'show' | 'by' | 'about' | 'page'>;
  /** The entity that is looked at in the network. */
  readonly chosen?: string;
}

export function stateFrom(data: unknown): GlanceState {
  const { tab, scope, network, matrix, chosen } =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const { types, by } = networkScopeFrom(network);
  const { show, by: columns, about, page } = matrixScopeFrom(matrix);
  return {
    tab: TABS.find((one) => one === tab) ?? 'timeline',
    scope: scopeFrom(scope),
    network: { types, by },
    matrix: { show, by: columns, about, page },
    ...(typeof chosen === 'string' && { chosen }),
  };
}

/** What is to be worked out for it. */
export function scopeOf({ tab, scope, network, matrix }: GlanceState): Scope | NetworkScope | MatrixScope {
  return tab === 'network' ? { ...scope, ...network } : tab === 'matrix' ? { ...scope, ...matrix } : scope;
}

export const isNarrowed = ({ scope }: GlanceState): boolean => Object.values(scope).some(Boolean);
