/** The page of an entity: who it is, what is said of it and by whom, in words and in pictures whose marks lead to the words. */

import type { ComponentChildren } from 'preact';
import type { Assertion, Dossier as Model } from '../../features/dossier/model.ts';
import { wordingIn } from '../../features/wording.ts';
import { useReader } from '../reader.ts';
import { Company } from './Company.tsx';
import { FigureChart, layoutFigures } from './FigureChart.tsx';
import { Head } from './Head.tsx';
import { layoutOffices, OfficeChart } from './OfficeChart.tsx';
import { Disagreeing, EntityLink, More, type OnMore, Said, Sources, Time } from './parts.tsx';
import { layoutTimeline, TimelineChart } from './TimelineChart.tsx';
import { dossierWordsIn } from './words.ts';

export interface DossierProps {
  readonly model: Model;
  /** Of the charts, in CSS pixels. */
  readonly width?: number;
  readonly onMore?: OnMore;
}

export const WIDTH = 720;

export function Dossier({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  const isSilent = model.facts.length + model.figures.length + model.timeline.assertions.length === 0 && !model.offices;
  return (
    <article class={`dossier core-${model.type?.core ?? 'concept'}`}>
      <Head model={model} />
      {isSilent && <p class="aside">{words.nothing}</p>}
      <Facts model={model} onMore={onMore} />
      <OfficesPart model={model} width={width} onMore={onMore} />
      <Figures model={model} width={width} onMore={onMore} />
      <TimelinePart model={model} width={width} onMore={onMore} />
      <Company company={model.company} onMore={onMore} />
    </article>
  );
}

function Facts({ model, onMore }: Pick<DossierProps, 'model' | 'onMore'>) {
  const words = dossierWordsIn(useReader().locale);
  if (model.facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl class="facts">
        {model.facts.map(({ property, label, assertions, more }) => (
          <div key={property} class="fact">
            <dt>{label}</dt>
            <dd>
              <ul>
                {assertions.map((assertion) => (
                  <li key={assertion.key}>
                    <Said assertion={assertion} />
                    {assertion.when && assertion.when.basis === 'own' && (
                      <span class="aside">
                        {' '}
                        · <Time assertion={assertion} />
                      </span>
                    )}
                    <Sources assertion={assertion} />
                    <Disagreeing assertion={assertion} />
                  </li>
                ))}
              </ul>
              <More count={more} part="facts" onMore={onMore} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OfficesPart({ model, width = WIDTH, onMore }: DossierProps) {
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
          <Legend crowd={offices.crowds.length > 0} vague />
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
                <td>
                  <Time assertion={term} />
                  {offices.kind !== 'positions' && offices.kind !== 'holders' && (
                    <span class="detail">
                      {' '}
                      <bdi>{term.value}</bdi>
                    </span>
                  )}
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

function Figures({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  if (model.figures.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      {model.figures.map((series, i) => {
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
              {i === 0 && <Legend ranges />}
            </figure>
            <Table assertions={series.assertions} labelledBy={id} />
            <More count={series.more} part="figures" onMore={onMore} />
          </section>
        );
      })}
    </section>
  );
}

function TimelinePart({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  const { assertions, more } = model.timeline;
  if (assertions.length === 0) return null;
  const layout = layoutTimeline(assertions, width, locale);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      {layout && (
        <figure>
          <TimelineChart layout={layout} core={model.type?.core ?? 'concept'} />
          <Legend vague />
        </figure>
      )}
      <ol class="timeline">
        {assertions.map((assertion) => (
          <li key={assertion.key}>
            <span class="time">
              <Time assertion={assertion} />
            </span>
            <div class="event">
              <span class="property">{assertion.label}</span> <Said assertion={assertion} />
              <Sources assertion={assertion} quoted />
              <Disagreeing assertion={assertion} />
            </div>
          </li>
        ))}
      </ol>
      <More count={more} part="timeline" onMore={onMore} />
    </section>
  );
}

/** The same as a chart, for those who read. */
function Table({ assertions, labelledBy }: { readonly assertions: readonly Assertion[]; readonly labelledBy: string }) {
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

interface LegendProps {
  readonly ranges?: boolean;
  readonly vague?: boolean;
  readonly crowd?: boolean;
}

/** What the shapes mean. */
function Legend({ ranges = false, vague = false, crowd = false }: LegendProps) {
  const { legend } = dossierWordsIn(useReader().locale);
  return (
    <figcaption class="legend">
      {ranges && <Sample shape={<line class="hard" x1={8} x2={8} y1={1} y2={15} />} text={legend.hard} />}
      {ranges && <Sample shape={<rect class="soft" x={3} y={4} width={10} height={8} />} text={legend.soft} />}
      {vague && <Sample shape={<rect class="vague" x={1} y={4} width={14} height={8} />} text={legend.vague} />}
      <Sample
        shape={
          <g class="mark muted">
            <circle class="sure" cx={8} cy={8} r={4.5} />
          </g>
        }
        text={legend.notAsserted}
      />
      {crowd && (
        <Sample
          shape={
            <g class="crowd certain">
              <rect x={2} y={1} width={12} height={14} />
            </g>
          }
          text={legend.crowd}
        />
      )}
      <Sample
        shape={
          <>
            <circle class="ring" cx={7} cy={9} r={5.5} />
            <text class="sign" x={9} y={7}>
              ≠
            </text>
          </>
        }
        text={legend.conflict}
      />
    </figcaption>
  );
}

const Sample = ({ shape, text }: { readonly shape: ComponentChildren; readonly text: string }) => (
  <span class="sample">
    <svg width={18} height={16} viewBox="0 0 18 16" aria-hidden="true">
      {shape}
    </svg>
    {text}
  </span>
);
