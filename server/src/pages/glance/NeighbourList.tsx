/** One entity with all that it is connected with, each with the documents and claims that say so: the network as a list. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DocumentLink as Document, Neighbour, Neighbourhood } from '../../features/glance/neighbours.ts';
import type { NetworkActions } from './Network.tsx';
import { ClaimLink, DocumentLink, EntityLink, Name } from './parts.tsx';
import type { GlanceWords } from './words.ts';

export interface NeighbourListProps {
  readonly hood: Neighbourhood;
  readonly words: GlanceWords;
  readonly actions: NetworkActions;
}

export function NeighbourList({ hood, words, actions }: NeighbourListProps): JSX.Element {
  const [byName, setByName] = useState(false);
  const { compare } = new Intl.Collator();
  const neighbours = byName ? [...hood.neighbours].sort((a, b) => compare(a.name, b.name)) : hood.neighbours;
  return (
    <>
      <h2>
        <EntityLink id={hood.id}>
          <Name>{hood.name}</Name>
        </EntityLink>
      </h2>
      <p class="muted">
        {hood.type || words.untyped}
        {hood.otherNames.map((name) => (
          <span key={name}>
            {' · '}
            <Name>{name}</Name>
          </span>
        ))}
      </p>
      <p>{words.list([words.documents(hood.documents), words.mentions(hood.mentions), words.claims(hood.claims)])}</p>
      {hood.inDocuments.length > 0 && (
        <details>
          <summary>{words.net.appears}</summary>
          <Documents all={hood.inDocuments} count={hood.documents} words={words} />
        </details>
      )}
      <div class="head">
        <h3>{words.net.connectionsOf(hood.neighbours.length + hood.more)}</h3>
        {hood.neighbours.length > 1 && (
          <label class="field">
            <span>{words.net.sort}</span>
            <select
              value={byName ? 'name' : 'strength'}
              onChange={(event: { currentTarget: { value: string } }) =>
                setByName(event.currentTarget.value === 'name')
              }
            >
              <option value="strength">{words.net.sortStrength}</option>
              <option value="name">{words.net.sortName}</option>
            </select>
          </label>
        )}
      </div>
      <ul class="neighbours">
        {neighbours.map((one) => (
          <One key={one.id} neighbour={one} words={words} actions={actions} />
        ))}
      </ul>
      {hood.more > 0 && <p class="muted">{words.more(hood.more)}</p>}
    </>
  );
}

function One({
  neighbour: { id, name, type, documents, inDocuments, claims, said },
  words,
  actions,
}: {
  readonly neighbour: Neighbour;
  readonly words: GlanceWords;
  readonly actions: NetworkActions;
}): JSX.Element {
  return (
    <li>
      <details>
        <summary>
          <Name>{name}</Name> <span class="muted">· {type || words.untyped}</span>
          <span class="strength">{words.net.together(documents, claims)}</span>
        </summary>
        <p class="actions">
          <button type="button" onClick={() => actions.choose(id)}>
            {words.net.showOf(name)}
          </button>
        </p>
        {said.length > 0 && (
          <ul>
            {said.map(({ path, claim, words: text }) => (
              <li key={`${path}#${claim}`}>
                <ClaimLink path={path} claim={claim}>
                  <Name>{text}</Name>
                </ClaimLink>
              </li>
            ))}
            {claims > said.length && <li class="muted">{words.more(claims - said.length)}</li>}
          </ul>
        )}
        <Documents all={inDocuments} count={documents} words={words} />
      </details>
    </li>
  );
}

function Documents({
  all,
  count,
  words,
}: {
  readonly all: readonly Document[];
  readonly count: number;
  readonly words: GlanceWords;
}): JSX.Element | null {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map(({ path, title, date }) => (
        <li key={path}>
          <DocumentLink path={path}>
            <Name>{title}</Name>
          </DocumentLink>
          {date !== undefined && <span class="muted"> {date}</span>}
        </li>
      ))}
      {count > all.length && <li class="muted">{words.more(count - all.length)}</li>}
    </ul>
  );
}
