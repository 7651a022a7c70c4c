/** When documents were published and when what they speak of happened, on one line of time, and the same as lists. */

import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { TimelineModel } from '../../features/glance/timeline.ts';
import { CoarseMarks, coarseHeight } from './CoarseMarks.tsx';
import { EventMarks, eventsHeight } from './EventMarks.tsx';
import { DocumentLink, Empty, markProps, SvgButton, SvgGroup, SvgUnheard, widthOf } from './parts.tsx';
import { TimelineLists } from './TimelineLists.tsx';
import type { TimelineProps } from './timelineProps.ts';
import type { GlanceWords } from './words.ts';

const DOT = 4;
const PAD = 12;
const DOCUMENTS = 96;
const AXIS = 26;
/** Up to so many documents each is a mark of its own. */
const FEW = 80;

export function Timeline(props: TimelineProps): JSX.Element {
  const { model, words, isNarrowed } = props;
  const { axis, counts } = model;
  if (counts.documents === 0 && counts.events === 0) {
    return <Empty>{isNarrowed ? words.scope.nothing : words.time.noDocuments}</Empty>;
  }
  return (
    <>
      <p class="summary">{words.time.summary(counts)}</p>
      {axis ? <Picture {...props} axis={axis} /> : <Empty>{words.time.noDates(counts.documents)}</Empty>}
      {axis && counts.events === 0 && <p class="muted">{words.time.noEvents}</p>}
      <TimelineLists {...props} />
    </>
  );
}

function Picture({
  model,
  words,
  width = 900,
  onScope,
  axis,
}: TimelineProps & { readonly axis: NonNullable<TimelineModel['axis']> }): JSX.Element {
  const x = scaleLinear()
    .domain([axis.start, axis.end + 1])
    .range([PAD, width - PAD]);
  const few = model.counts.documents <= FEW;
  const coarse = coarseHeight(model, few, x);
  const top = DOCUMENTS + AXIS + coarse;
  const height = top + eventsHeight(model.events.length) + PAD;
  const ticks = thinned(axis.ticks, x, width);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, and its marks have titles
    <svg
      class="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      {...({ role: 'group', 'aria-label': words.time.picture } as const)}
    >
      <SvgUnheard>
        {ticks.map(({ day, label }) => (
          <g key={day} class="tick">
            <line x1={x(day)} x2={x(day)} y1={8} y2={height} />
            <text class="quiet" x={x(day) + 3} y={DOCUMENTS + 17}>
              {label}
            </text>
          </g>
        ))}
        <line class="axis" x1={PAD} x2={width - PAD} y1={DOCUMENTS} y2={DOCUMENTS} />
      </SvgUnheard>
      <SvgGroup label={words.time.published}>
        {few ? <Dots model={model} x={x} /> : <Bars model={model} words={words} x={x} onScope={onScope} />}
        <CoarseMarks model={model} words={words} x={x} few={few} top={DOCUMENTS + AXIS} onScope={onScope} />
      </SvgGroup>
      <EventMarks events={model.events} words={words} x={x} width={width} top={top} />
    </svg>
  );
}

type Scale = (day: number) => number;

/** Labels that would run into one another are left out. */
function thinned(ticks: NonNullable<TimelineModel['axis']>['ticks'], x: Scale, width: number) {
  let free = 0;
  return ticks.filter(({ day, label }) => {
    const [from, to] = [x(day), x(day) + widthOf(label) + 10];
    if (from < free || to > width) return false;
    free = to;
    return true;
  });
}

/** Each document a dot over its day, month or year. */
function Dots({ model, x }: { readonly model: TimelineModel; readonly x: Scale }): JSX.Element {
  const heights = new Map<number, number>();
  const marks = model.documents.flatMap(({ bar, ...document }) => {
    if (bar === undefined) return [];
    const level = heights.get(bar) ?? 0;
    heights.set(bar, level + 1);
    return [{ ...document, bar, level }];
  });
  const step = Math.min(2 * DOT + 2, (DOCUMENTS - 16) / Math.max(1, ...heights.values()));
  return (
    <>
      {marks.map(({ path, title, date, bar, level }, i) => {
        const { start, end } = model.bars[bar]!;
        const label = `${title}${date === undefined ? '' : `, ${date}`}`;
        return (
          <DocumentLink key={path} path={path} label={label} {...markProps(i)}>
            <circle class="dot" cx={x((start + end + 1) / 2)} cy={DOCUMENTS - DOT - 2 - level * step} r={DOT}>
              <title>{label}</title>
            </circle>
          </DocumentLink>
        );
      })}
    </>
  );
}

/** How many documents each day, month or year has. */
function Bars({
  model,
  words,
  x,
  onScope,
}: {
  readonly model: TimelineModel;
  readonly words: GlanceWords;
  readonly x: Scale;
  readonly onScope?: TimelineProps['onScope'];
}): JSX.Element {
  const most = Math.max(1, ...model.bars.map(({ documents }) => documents));
  const y = scaleLinear()
    .domain([0, most])
    .range([0, DOCUMENTS - 20]);
  return (
    <>
      <SvgUnheard>
        <text class="quiet" x={PAD} y={10}>
          {words.number(most)}
        </text>
      </SvgUnheard>
      {model.bars.map(({ start, end, label, from, to, documents, claims }, i) => {
        const said = words.time.bar(label, documents, claims);
        const height = Math.max(2, y(documents));
        const wide = Math.max(2, x(end + 1) - x(start) - 1);
        const rect = (
          <rect class="bar" x={x(start)} y={DOCUMENTS - height} width={wide} height={height}>
            <title>{said}</title>
          </rect>
        );
        const narrow = onScope && from !== undefined && to !== undefined ? () => onScope({ from, to }) : undefined;
        if (!narrow) return <g key={start}>{rect}</g>;
        return (
          <SvgButton key={start} label={words.time.narrow(said)} act={narrow} number={i}>
            <rect class="reach" x={x(start)} y={12} width={wide} height={DOCUMENTS - 12} />
            {rect}
          </SvgButton>
        );
      })}
    </>
  );
}
