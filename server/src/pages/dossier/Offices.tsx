/** The offices of a dossier: as bars, and in a table. */

import { wordingIn } from '../../features/wording.ts';
import { useReader } from '../reader.ts';
import { Legend } from './Legend.tsx';
import { layoutOffices, OfficeChart } from './OfficeChart.tsx';
import { Disagreeing, EntityLink, More, Qualities, Sources, Time } from './parts.tsx';
import { type DossierProps, WIDTH } from './props.ts';
import { dossierWordsIn } from './words.ts';

export function Offices({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  const { offices } = model;
  if (!offices) return null;
  const layout = layoutOffices(offices, width, locale);
  const core = offices.kind === 'positions' ? 'position' : 'person';
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{words.offices[offices.kind]}</h2>
      {layout && (
        <figure>
          <OfficeChart layout={layout} core={core} />
          <Legend assertions={offices.lanes.flatMap(({ terms }) => terms)} crowd={offices.crowds.length > 0} />
        </figure>
      )}
      {offices.crowds.length > 0 && (
        <ul class="disagreements">
          {offices.crowds
            .filter((crowd, _, all) => crowd.certain || !all.some(({ certain }) => certain))
            .map((crowd) => (
              <li key={`${crowd.certain} ${crowd.start}`} class={crowd.certain ? 'conflict' : 'tension'}>
                <bdi>{words.crowd(wordingIn(locale).list(crowd.names), crowd.certain)}</bdi>
              </li>
            ))}
        </ul>
      )}
      <table aria-labelledby="offices">
        <thead>
          <tr>
            <th scope="col">{offices.kind === 'positions' ? words.value : words.who}</th>
            {offices.kind === 'staff' && <th scope="col">{words.position}</th>}
            <th scope="col">{words.time}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {offices.lanes.flatMap(({ key, entity, name, detail, terms }) =>
            terms.map((term, i) => (
              <tr key={`${key} ${term.key}`}>
                {i === 0 && (
                  <th scope="row" rowSpan={terms.length}>
                    {entity === undefined ? <bdi>{name}</bdi> : <EntityLink id={entity}>{name}</EntityLink>}
                    {detail !== '' && (
                      <span class="detail">
                        {' '}
                        <bdi>{detail}</bdi>
                      </span>
                    )}
                  </th>
                )}
                {offices.kind === 'staff' && (
                  <td>
                    {term.entity === undefined ? (
                      <bdi>{term.value}</bdi>
                    ) : (
                      <EntityLink id={term.entity}>{term.value}</EntityLink>
                    )}
                  </td>
                )}
                <td>
                  <Time assertion={term} />
                  <Qualities assertion={term} />
                </td>
                <td>
                  <Sources assertion={term} />
                  <Disagreeing assertion={term} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      <More count={offices.more} part="offices" onMore={onMore} />
    </section>
  );
}
