/** The page of an entity: who it is, what is said of it and by whom, in words and in pictures whose marks lead to the words. */

import { useReader } from '../reader.ts';
import { Company } from './Company.tsx';
import { Figures } from './Figures.tsx';
import { Head } from './Head.tsx';
import { Legend } from './Legend.tsx';
import { Offices } from './Offices.tsx';
import { Disagreeing, More, Said, Sources, Time } from './parts.tsx';
import { type DossierProps, WIDTH } from './props.ts';
import { layoutTimeline, TimelineChart } from './TimelineChart.tsx';
import { dossierWordsIn } from './words.ts';

export function Dossier({ model, width = WIDTH, onMore }: DossierProps) {
  const { locale } = useReader();
  const words = dossierWordsIn(locale);
  const isSilent = model.facts.length + model.figures.length + model.timeline.assertions.length === 0 && !model.offices;
  return (
    <article class={`dossier core-${model.type?.core ?? 'concept'}`}>
      <Head model={model} />
      {isSilent && <p class="aside">{words.nothing}</p>}
      <Facts model={model} onMore={onMore} />
      <Offices model={model} width={width} onMore={onMore} />
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
          <Legend assertions={assertions} />
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
