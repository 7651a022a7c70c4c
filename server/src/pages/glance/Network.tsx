/** The entities of a corpus as a network: what it shows in words, whatever the picture does, and the controls around it. */

import type { ComponentChildren, JSX } from 'preact';
import type { Neighbourhood } from '../../features/glance/neighbours.ts';
import type { NetworkModel, NetworkScope } from '../../features/glance/network.ts';
import { EntityTable } from './EntityTable.tsx';
import { NeighbourList } from './NeighbourList.tsx';
import { Empty } from './parts.tsx';
import { Shape, shapeOf } from './shapes.tsx';
import type { GlanceWords } from './words.ts';

/** What somebody does with the network; a page without it only shows. */
export interface NetworkActions {
  choose(id: string): void;
  search(query: string): void;
  ask(change: Pick<NetworkScope, 'types' | 'by'>): void;
}

export interface NetworkProps {
  readonly model: NetworkModel;
  readonly words: GlanceWords;
  readonly scope: Pick<NetworkScope, 'types' | 'by'>;
  readonly isNarrowed?: boolean;
  /** The entity that is chosen, once it is known. */
  readonly chosen?: Neighbourhood;
  readonly query?: string;
  /** The ids that the search has found, the best first; undefined where nothing is sought. */
  readonly found?: readonly string[];
  readonly actions?: NetworkActions;
  /** The picture, where there is one. */
  readonly children?: ComponentChildren;
}

export function Network(props: NetworkProps): JSX.Element {
  const { model, words, isNarrowed, chosen, found, actions, children } = props;
  const { nodes, edges, more, documents, allDocuments } = model;
  const connections = edges.length / 4;
  if (model.types.length === 0) return <Empty>{isNarrowed ? words.scope.nothing : words.net.nobody}</Empty>;
  const wanted = found && new Set(found);
  const order = new Map(found?.map((id, place) => [id, place]));
  const listed = wanted
    ? nodes.filter(({ id }) => wanted.has(id)).sort((a, b) => order.get(a.id)! - order.get(b.id)!)
    : nodes;
  return (
    <>
      {actions && <Controls {...props} actions={actions} />}
      <p class="summary">{words.net.summary(nodes.length, connections, documents, allDocuments)}</p>
      {(more.nodes > 0 || more.edges > 0) && <p class="muted">{words.net.left(more.nodes, more.edges)}</p>}
      {nodes.length === 0 && <Empty>{words.scope.nothing}</Empty>}
      {nodes.length === 1 && <p class="muted">{words.net.alone}</p>}
      {nodes.length > 1 && connections === 0 && <p class="muted">{words.net.unconnected}</p>}
      <p class="heard" role="status">
        {chosen
          ? words.net.chosen(chosen.name, chosen.type || words.untyped, chosen.neighbours.length + chosen.more)
          : ''}
      </p>
      <div class="split">
        {children}
        {actions && (
          <aside tabIndex={-1} aria-label={words.net.connections}>
            {chosen ? (
              <NeighbourList hood={chosen} words={words} actions={actions} />
            ) : (
              nodes.length > 0 && <p class="muted">{words.net.nothingChosen}</p>
            )}
          </aside>
        )}
      </div>
      {nodes.length > 0 && (
        <section aria-labelledby="entity-list">
          <h2 id="entity-list">{words.net.table}</h2>
          <EntityTable
            nodes={listed}
            types={model.types}
            words={words}
            chosen={chosen?.id}
            isSorted={wanted !== undefined}
            actions={actions}
          />
        </section>
      )}
    </>
  );
}

function Controls({
  model,
  words,
  scope,
  query,
  found,
  actions,
}: NetworkProps & { readonly actions: NetworkActions }): JSX.Element {
  const { types } = model;
  const toggle = (id: string): void => {
    const shown = types.filter((type) => (type.id === id ? !type.shown : type.shown)).map((type) => type.id);
    const all = shown.length === types.length;
    actions.ask({ by: scope.by, ...(!all && { types: shown }) });
  };
  return (
    <div class="bar">
      <fieldset>
        <legend>{words.net.types}</legend>
        {types.map(({ id, label, count, shown }, i) => (
          <label key={id} class={`check type type-${shapeOf(i)}`} data-type={id}>
            <input type="checkbox" checked={shown} onChange={() => toggle(id)} />
            <Shape shape={shapeOf(i)} type={id} />
            <span>
              {label || words.untyped} <span class="muted">{words.number(count)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{words.net.by}</span>
        <select
          value={scope.by ?? ''}
          onChange={(event: { currentTarget: { value: string } }) => {
            const by = event.currentTarget.value;
            actions.ask({ types: scope.types, ...((by === 'mentions' || by === 'claims') && { by }) });
          }}
        >
          <option value="">{words.net.byEither}</option>
          <option value="mentions">{words.net.byMentions}</option>
          <option value="claims">{words.net.byClaims}</option>
        </select>
      </label>
      <label class="field search">
        <span>{words.net.search}</span>
        <input
          type="search"
          value={query ?? ''}
          placeholder={words.net.searchHint}
          maxLength={200}
          spellcheck={false}
          onInput={(event: { currentTarget: { value: string } }) => actions.search(event.currentTarget.value)}
        />
      </label>
      <p class="muted found" role="status">
        {found ? words.net.found(model.nodes.filter(({ id }) => found.includes(id)).length) : ''}
      </p>
    </div>
  );
}
