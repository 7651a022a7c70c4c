/** The entities of the network as a table that can be sorted: all that the picture says of them, without it. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NetworkNode, NetworkType } from '../../features/glance/network.ts';
import type { NetworkActions } from './Network.tsx';
import { EntityLink, Name } from './parts.tsx';
import type { GlanceWords } from './words.ts';

export interface EntityTableProps {
  readonly nodes: readonly NetworkNode[];
  readonly types: readonly NetworkType[];
  readonly words: GlanceWords;
  readonly chosen?: string;
  /** They come in an order of their own, which holds until a column is asked for. */
  readonly isSorted?: boolean;
  readonly actions?: NetworkActions;
}

const COLUMNS = ['name', 'type', 'connections', 'documents', 'mentions', 'claims'] as const;
type Column = (typeof COLUMNS)[number];

const ROWS = 50;
/** Without anybody to ask for more. */
const ALL_ROWS = 500;

export function EntityTable({ nodes, types, words, chosen, isSorted, actions }: EntityTableProps): JSX.Element {
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean } | undefined>();
  const [rows, setRows] = useState(actions ? ROWS : ALL_ROWS);
  const shownSort = sort ?? (isSorted ? undefined : { by: 'mentions' as const, down: true });
  const inOrder = sort ? sorted(nodes, types, sort.by, sort.down) : nodes;
  const turn = (by: Column): void =>
    setSort({ by, down: shownSort?.by === by ? !shownSort.down : by !== 'name' && by !== 'type' });
  const heads: Readonly<Record<Column, string>> = { ...words.net, name: words.name, type: words.type };
  const left = inOrder.length - rows;
  return (
    <>
      <div class="scroll">
        <table class="entities">
          <thead>
            <tr>
              {COLUMNS.map((by) => {
                const direction = shownSort?.by === by ? (shownSort.down ? 'descending' : 'ascending') : undefined;
                return (
                  <th
                    key={by}
                    scope="col"
                    class={isText(by) ? undefined : 'figure'}
                    aria-sort={direction ?? (actions ? 'none' : undefined)}
                  >
                    {actions ? (
                      <button type="button" class="plain" onClick={() => turn(by)}>
                        {heads[by]}
                        <span aria-hidden="true">
                          {direction === undefined ? '' : direction === 'descending' ? ' ↓' : ' ↑'}
                        </span>
                      </button>
                    ) : (
                      heads[by]
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {inOrder.slice(0, rows).map((node) => (
              <tr key={node.id} class={node.id === chosen ? 'chosen' : undefined}>
                <th scope="row">
                  <EntityLink id={node.id}>
                    <Name>{node.name}</Name>
                  </EntityLink>
                </th>
                <td>{types[node.type]?.label || words.untyped}</td>
                <td class="figure">
                  {actions ? (
                    <button
                      type="button"
                      class="plain"
                      aria-pressed={node.id === chosen}
                      aria-label={`${words.number(node.connections)}. ${words.net.showOf(node.name)}`}
                      onClick={() => actions.choose(node.id)}
                    >
                      {words.number(node.connections)}
                    </button>
                  ) : (
                    words.number(node.connections)
                  )}
                </td>
                <td class="figure">{words.number(node.documents)}</td>
                <td class="figure">{words.number(node.mentions)}</td>
                <td class="figure">{words.number(node.claims)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 &&
        (actions ? (
          <button type="button" onClick={() => setRows(rows + ROWS * 2)}>
            {words.showMore(Math.min(left, ROWS * 2))}
          </button>
        ) : (
          <p class="muted">{words.more(left)}</p>
        ))}
    </>
  );
}

const isText = (by: Column): boolean => by === 'name' || by === 'type';

function sorted(
  nodes: readonly NetworkNode[],
  types: readonly NetworkType[],
  by: Column,
  down: boolean,
): readonly NetworkNode[] {
  const sign = down ? -1 : 1;
  if (by === 'name' || by === 'type') {
    const { compare } = new Intl.Collator();
    const text = (node: NetworkNode): string => (by === 'name' ? node.name : (types[node.type]?.label ?? ''));
    return [...nodes].sort((a, b) => sign * compare(text(a), text(b)));
  }
  return [...nodes].sort((a, b) => sign * (a[by] - b[by]));
}
