/** The line of time as two lists: for those who read them, hear them or print them. */

import type { JSX } from 'preact';
import { ClaimLink, DocumentLink, EntityLink, Heard, Name } from './parts.tsx';
import type { TimelineProps } from './timelineProps.ts';
import type { GlanceWords } from './words.ts';

export function TimelineLists({ model, words, onScope }: TimelineProps): JSX.Element {
  const { counts, documents, events } = model;
  // What cannot be asked for is there at once.
  const open = onScope === undefined;
  return (
    <>
      {events.length > 0 && (
        <details open={open}>
          <summary>{words.time.eventList}</summary>
          {counts.events > events.length && (
            <p class="muted">{words.time.tooManyEvents(events.length, counts.events)}</p>
          )}
          <table>
            <thead>
              <tr>
                <th scope="col">{words.time.event}</th>
                <th scope="col">{words.time.dates}</th>
              </tr>
            </thead>
            <tbody>
              {events.map(({ id, name, what, dates, more, contradictory }) => (
                <tr key={`${id} ${what}`}>
                  <th scope="row">
                    <EntityLink id={id}>
                      <Name>{name}</Name>
                    </EntityLink>
                    {what !== undefined && <span class="muted"> · {what}</span>}
                  </th>
                  <td>
                    {contradictory && <Contradictory words={words} />}
                    {dates.map((date, i) => (
                      <span key={date.words}>
                        {i > 0 && ' · '}
                        <ClaimLink path={date.path} claim={date.claim}>
                          {date.words}
                        </ClaimLink>
                        {date.sources > 1 && <span class="muted"> ×{words.number(date.sources)}</span>}
                        {date.recorded && <span class="muted"> ({words.time.recorded})</span>}
                      </span>
                    ))}
                    {more > 0 && <span class="muted"> {words.time.moreDates(more)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {documents.length > 0 && (
        <details open={open}>
          <summary>{words.time.documentList}</summary>
          {counts.documents > documents.length && (
            <p class="muted">{words.time.tooMany(documents.length, counts.documents)}</p>
          )}
          <table>
            <thead>
              <tr>
                <th scope="col">{words.time.document}</th>
                <th scope="col">{words.time.date}</th>
                <th scope="col" class="figure">
                  {words.time.claims}
                </th>
              </tr>
            </thead>
            <tbody>
              {documents.map(({ path, title, date, claims }) => (
                <tr key={path}>
                  <th scope="row">
                    <DocumentLink path={path}>
                      <Name>{title}</Name>
                    </DocumentLink>
                  </th>
                  <td>{date ?? <span class="muted">{words.time.undated}</span>}</td>
                  <td class="figure">{words.number(claims)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}

const Contradictory = ({ words }: { readonly words: GlanceWords }): JSX.Element => (
  <span class="sign conflict" title={words.time.contradictory}>
    <span aria-hidden="true">≠ </span>
    <Heard>{words.time.contradictory}: </Heard>
  </span>
);
