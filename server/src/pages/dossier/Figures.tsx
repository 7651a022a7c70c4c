/** The figures of a dossier: a chart for each series of them, and all of them in a table. */

import type { Assertion, FigureSeries } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { FigureChart, layoutFigures } from './FigureChart.tsx';
import { Legend } from './Legend.tsx';
import { Disagreeing, More, Said, Sources, Time } from './parts.tsx';
import { type DossierProps, WIDTH } from './props.ts';
import { dossierWordsIn } from './words.ts';

export function Figures({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  if (model.figures.length === 0) return null;
  // One figure is no series: a picture of it would say less than its line.
  const drawn = model.figures.filter(isSeries);
  const others = model.figures.filter((series) => !isSeries(series)).flatMap(({ assertions }) => assertions);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      {drawn.map((series, i) => {
        const id = `figures-${i}`;
        return (
          <section key={series.key} class="series" aria-labelledby={id}>
            <h3 id={id}>
              {series.label}
              {series.scope !== '' && (
                <span class="detail">
                  {' '}
                  <bdi>{series.scope}</bdi>
                </span>
              )}
            </h3>
            <figure>
              <FigureChart layout={layoutFigures(series, width, locale)} core="event" />
              <Legend assertions={series.assertions} ranges={i === 0} />
            </figure>
            <Table assertions={series.assertions} labelledBy={id} />
            <More count={series.more} part="figures" onMore={onMore} />
          </section>
        );
      })}
      {others.length > 0 && (
        <section aria-labelledby="figures-others">
          <h3 id="figures-others">{drawn.length > 0 ? words.otherFigures : words.singleFigures}</h3>
          <Table assertions={others} labelledBy="figures-others" named />
        </section>
      )}
    </section>
  );
}

const isSeries = ({ assertions }: FigureSeries): boolean => assertions.length > 1;

/** The same as a chart, for those who read. */
function Table({
  assertions,
  labelledBy,
  named = false,
}: {
  readonly assertions: readonly Assertion[];
  readonly labelledBy: string;
  readonly named?: boolean;
}) {
  const words = dossierWordsIn(useReader().locale);
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {assertions.map((assertion) => (
          <tr key={assertion.key}>
            <td>
              <Time assertion={assertion} />
            </td>
            <td>
              {named && <span class="property">{assertion.label} </span>}
              <Said assertion={assertion} />
              <Disagreeing assertion={assertion} />
            </td>
            <td>
              <Sources assertion={assertion} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
