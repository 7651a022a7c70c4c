/** When documents were published and when what they speak of happened, on one line of time, and the same as lists. */

import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { TimelineModel } from '../../features/glance/timeline.ts';
import { CoarseMarks, coarseHeight } from './CoarseMarks.tsx';
import { EventMarks, eventsHeight } from './EventMarks.tsx';
import { DocumentLink, Empty, isLong, Roving, SvgButton, SvgGroup, SvgUnheard, useMarks, widthOf } from './parts.tsx';
import { TimelineLists } from './TimelineLists.tsx';
import type { TimelineProps } from './timelineProps.ts';
import type { GlanceWords } from './words.ts';

const DOT = 4.5;
/** From one dot to the one above. */
const STEP = 10;
const PAD = 12;
const BARS = 96;
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
      {axis && <Legend model={model} words={words} />}
      {axis ? (
        <Roving.Provider value={props.onScope !== undefined}>
          <Picture {...props} axis={axis} />
        </Roving.Provider>
      ) : (
        <Empty>{words.time.noDates(counts.documents)}</Empty>
      )}
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
  const dots = few ? dotsOf(model, x) : [];
  const base = few ? Math.max(24, 14 + STEP * (1 + Math.max(0, ...dots.map(({ level }) => level)))) : BARS;
  const coarse = coarseHeight(model, few, x);
  const top = base + AXIS + coarse;
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
            <text class="quiet" x={x(day) + 3} y={base + 17}>
              {label}
            </text>
          </g>
        ))}
        <line class="axis" x1={PAD} x2={width - PAD} y1={base} y2={base} />
      </SvgUnheard>
      <SvgGroup label={words.time.published}>
        {few ? <Dots dots={dots} base={base} /> : <Bars model={model} words={words} x={x} onScope={onScope} />}
        <CoarseMarks model={model} words={words} x={x} few={few} top={base + AXIS} onScope={onScope} />
      </SvgGroup>
      <EventMarks events={model.events} words={words} x={x} width={width} top={top} />
    </svg>
  );
}

/** What the marks mean, as far as they are there. */
function Legend({ model, words }: Pick<TimelineProps, 'model' | 'words'>): JSX.Element {
  const few = model.counts.documents <= FEW;
  const marks: readonly (readonly [name: string, path: string, said: string, shown: boolean])[] = [
    few
      ? ['dot', 'M6 1.5A4.5 4.5 0 1 1 5.99 1.5Z', words.time.document, model.counts.documents > 0]
      : ['bar', 'M1 5H4V12H1ZM5 1H8V12H5ZM9 7H12V12H9Z', words.time.published, true],
    ['coarse', 'M1 4H11V8H1Z', words.time.lessExact, model.coarse.length > 0],
    ['date', 'M6 0L12 6L6 12L0 6Z', words.time.event, model.events.length > 0],
  ];
  return (
    <p class="legend">
      {marks.map(
        ([name, path, said, shown]) =>
          shown && (
            <span key={name}>
              <svg class="chart key" viewBox="-1 -1 14 14" width="13" height="13" aria-hidden="true">
                <path class={name} d={path} />
              </svg>{' '}
              {said}
            </span>
          ),
      )}
      {model.counts.contradictory > 0 && (
        <span>
          <span class="sign conflict">≠</span> {words.time.contradictory}
        </span>
      )}
    </p>
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

interface Dot {
  readonly path: string;
  readonly label: string;
  readonly at: number;
  /** How many others it stands on. */
  readonly level: number;
}

/** Each document with a date as exact as the line is drawn; upon one another where they would overlap. */
function dotsOf(model: TimelineModel, x: Scale): readonly Dot[] {
  const columns: { readonly at: number; count: number }[] = [];
  return model.documents.flatMap(({ path, title, date, start, end }) => {
    if (start === undefined || end === undefined || isLong(x(start), x(end + 1))) return [];
    const at = x((start + end + 1) / 2);
    // They come in the order of their dates: none stands before the last column.
    let column = columns.at(-1);
    if (!column || at - column.at >= 2 * DOT + 1) {
      column = { at, count: 0 };
      columns.push(column);
    }
    return [{ path, label: date === undefined ? title : `${title}, ${date}`, at: column.at, level: column.count++ }];
  });
}

function Dots({ dots, base }: { readonly dots: readonly Dot[]; readonly base: number }): JSX.Element {
  const markProps = useMarks();
  return (
    <>
      {dots.map(({ path, label, at, level }, i) => (
        <DocumentLink key={path} path={path} label={label} {...markProps(i)}>
          <circle class="dot" cx={at} cy={base - DOT - 3 - level * STEP} r={DOT}>
            <title>{label}</title>
          </circle>
        </DocumentLink>
      ))}
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
    .range([0, BARS - 20]);
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
          <rect class="bar" x={x(start)} y={BARS - height} width={wide} height={height}>
            <title>{said}</title>
          </rect>
        );
        const narrow = onScope && from !== undefined && to !== undefined ? () => onScope({ from, to }) : undefined;
        if (!narrow) return <g key={start}>{rect}</g>;
        return (
          <SvgButton key={start} label={words.time.narrow(said)} act={narrow} number={i}>
            <rect class="reach" x={x(start)} y={12} width={wide} height={BARS - 12} />
            {rect}
          </SvgButton>
        );
      })}
    </>
  );
}
