/** Figures over time: what a reader expects as a block, what is certain as a line, conflicts joined and marked. */

import { scaleLinear } from 'd3-scale';
import type { Assertion, Figure, FigureSeries } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { AXIS, ChartFrame, Mark, TimeAxis } from './marks.tsx';
import { isDisputed } from './parts.tsx';
import { fitted, reachOf, type TimeScale, timeScale, widthOf } from './scale.ts';

const TALL = 210;
const TOP = 14;
const GUTTER = 58;
/** Room for what has no time. */
const UNDATED = 70;
/** Lines between what does not go together; more would hide the figures. */
const JOINED = 60;
/** Of the block of a single day. */
const HALF = 5;

interface Placed {
  readonly assertion: Assertion;
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
}

export interface FigureLayout {
  readonly series: FigureSeries;
  readonly scale: TimeScale | undefined;
  readonly placed: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

export function layoutFigures(series: FigureSeries, width: number, locale: string): FigureLayout {
  const { assertions } = series;
  const undated = assertions.filter(({ when }) => !when).length;
  const right = width - 16;
  const left = GUTTER + (undated > 0 && undated < assertions.length ? UNDATED : 10);
  const scale = timeScale(
    assertions.map(({ when }) => when),
    left,
    right,
    locale,
  );
  let without = 0;
  const taken = new Map<number, number>();
  const room = scale ? UNDATED - 14 : right - left;
  const placed = assertions.flatMap((assertion): readonly Placed[] => {
    const { quantity: figure, when } = assertion;
    if (!figure) return [];
    if (when && scale) {
      const { from, to } = reachOf(when, scale);
      const middle = (from + to) / 2;
      const isDay = when.start.earliest === when.end.latest && when.start.earliest !== null;
      const half = isDay ? HALF : Math.max((to - from) / 2, HALF);
      // What is said of one day stands side by side.
      const beside = isDay ? (taken.get(Math.round(middle)) ?? 0) : 0;
      if (isDay) taken.set(Math.round(middle), beside + 1);
      const x = middle + beside * (2 * HALF + 4);
      return [{ assertion, figure, from: x - half, to: x + half }];
    }
    const x = (scale ? GUTTER + 8 : left) + (room * (without++ + 0.5)) / undated;
    return [{ assertion, figure, from: x - HALF, to: x + HALF }];
  });
  return { series, scale, placed, width, height: TALL + AXIS };
}

/** The numbers that the axis has to show: what is expected, and where that is unbounded what is named. */
function numbersOf({ soft, hard, nominal }: Figure): readonly number[] {
  const bounds = [soft.low, soft.high].filter((bound) => bound !== null);
  // “Nearly 140” may be any number below: that is no reason to begin at nought.
  return [...bounds, ...nominal, ...(bounds.length + nominal.length === 0 ? [hard.low ?? hard.high ?? 0] : [])];
}

export function FigureChart({ layout, core }: { readonly layout: FigureLayout; readonly core: string }) {
  const { locale } = useReader();
  const { series, scale, placed, width, height } = layout;
  const numbers = placed.flatMap(({ figure }) => numbersOf(figure));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = (most - least) * 0.12 || Math.abs(most) * 0.1 || 1;
  const floor = least >= 0 ? Math.max(0, least - margin) : least - margin;
  const bottom = height - AXIS;
  const y = scaleLinear()
    .domain([floor, most + margin])
    .nice(5)
    .range([bottom - 6, TOP]);
  const [low, high] = y.domain() as [number, number];
  const format = new Intl.NumberFormat(
    locale,
    high >= 1e6 ? { notation: 'compact', maximumSignificantDigits: 4 } : { maximumFractionDigits: 3 },
  );
  const middleOf = (one: Placed) => ({ x: (one.from + one.to) / 2, y: y(nominalOf(one.figure)) });
  const byKey = new Map(placed.map((one) => [one.assertion.key, one]));
  const label = [series.label, series.scope, series.unit].filter(Boolean).join(', ');
  /** Where no text may stand: on another, or on a mark. */
  const boxes: Box[] = placed.map((one) => {
    const { soft, nominal } = one.figure;
    const heights = [soft.low, soft.high, ...nominal].flatMap((n) => (n === null ? [] : [y(n)]));
    return {
      x: one.from - 2,
      width: one.to - one.from + 4,
      top: Math.min(...heights) - 4,
      bottom: Math.max(...heights) + 4,
    };
  });
  const notes: { readonly key: string; readonly x: number; readonly y: number; readonly text: string }[] = [];
  return (
    <ChartFrame label={label} core={core} width={width} height={height}>
      {scale && <TimeAxis scale={scale} top={TOP - 6} bottom={bottom} />}
      <g class="axis" aria-hidden="true">
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={GUTTER} x2={width - 8} y1={y(tick)} y2={y(tick)} />
            <text x={GUTTER - 6} y={y(tick) + 4} text-anchor="end">
              {format.format(tick)}
            </text>
          </g>
        ))}
      </g>
      <g class="joints" aria-hidden="true">
        {jointsIn(placed, byKey).map(([a, b]) => {
          const [from, to] = [middleOf(a), middleOf(b)];
          return <line key={`${a.assertion.key} ${b.assertion.key}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
        })}
      </g>
      {placed.map((one) => {
        const { assertion, figure } = one;
        const point = middleOf(one);
        const [hardTop, hardBottom] = [
          y(Math.min(figure.hard.high ?? high, high)),
          y(Math.max(figure.hard.low ?? low, low)),
        ];
        const [softTop, softBottom] = [
          y(Math.min(figure.soft.high ?? high, high)),
          y(Math.max(figure.soft.low ?? low, low)),
        ];
        const up = figure.hard.high === null || figure.hard.high > high;
        const down = figure.hard.low === null || figure.hard.low < low;
        const text = fitted(assertion.value, 130);
        const [right, left] = [one.to + 5, one.from - 5 - widthOf(text)].map(
          (x): Box => ({ x, width: widthOf(text), top: point.y - 6, bottom: point.y + 6 }),
        );
        const isFree = (box: Box) =>
          box.x > GUTTER && box.x + box.width < width - 2 && boxes.every((other) => isApart(other, box));
        const own = [right!, left!].find(isFree);
        if (own) {
          boxes.push(own);
          notes.push({ key: assertion.key, x: own.x, y: point.y + 4, text });
        }
        return (
          <Mark key={assertion.key} assertion={assertion}>
            <rect
              class="target"
              x={point.x - 12}
              y={Math.min(hardTop, point.y - 12)}
              width={24}
              height={Math.max(hardBottom - hardTop, 24)}
            />
            <line class="hard" x1={point.x} x2={point.x} y1={hardTop} y2={hardBottom} />
            {up ? (
              <path
                class="arrow"
                d={`M${point.x - 4},${hardTop + 6}L${point.x},${hardTop - 2}L${point.x + 4},${hardTop + 6}Z`}
              />
            ) : (
              <line class="hard" x1={point.x - 4} x2={point.x + 4} y1={hardTop} y2={hardTop} />
            )}
            {down ? (
              <path
                class="arrow"
                d={`M${point.x - 4},${hardBottom - 6}L${point.x},${hardBottom + 2}L${point.x + 4},${hardBottom - 6}Z`}
              />
            ) : (
              <line class="hard" x1={point.x - 4} x2={point.x + 4} y1={hardBottom} y2={hardBottom} />
            )}
            <rect
              class="soft"
              x={one.from}
              y={softTop - 1.5}
              width={one.to - one.from}
              height={Math.max(softBottom - softTop, 0) + 3}
              rx={1}
            />
            <circle class="sure" cx={point.x} cy={point.y} r={3.5} />
            {isDisputed(assertion) && (
              <>
                <circle class="ring" cx={point.x} cy={point.y} r={9} />
                <text class="sign" x={point.x + 9} y={point.y - 9} aria-hidden="true">
                  ≠
                </text>
              </>
            )}
          </Mark>
        );
      })}
      <Notes of={notes} />
    </ChartFrame>
  );
}

interface Box {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

const isApart = (a: Box, b: Box): boolean =>
  a.x > b.x + b.width || b.x > a.x + a.width || a.top > b.bottom || b.top > a.bottom;

/** Values beside their marks, each of which says its own. Drawn after the marks: which have room is known then. */
const Notes = ({
  of,
}: {
  readonly of: readonly { readonly key: string; readonly x: number; readonly y: number; readonly text: string }[];
}) => (
  <g class="notes" aria-hidden="true">
    {of.map(({ key, x, y, text }) => (
      <text key={key} x={x} y={y}>
        {text}
      </text>
    ))}
  </g>
);

/** The pairs that are shown and do not go together. */
function jointsIn(
  placed: readonly Placed[],
  byKey: ReadonlyMap<string, Placed>,
): readonly (readonly [Placed, Placed])[] {
  const pairs: (readonly [Placed, Placed])[] = [];
  for (const one of placed) {
    for (const { with: key, accepted } of one.assertion.disagreements) {
      const other = byKey.get(key);
      if (other && accepted === undefined && one.assertion.key < key && pairs.length < JOINED) pairs.push([one, other]);
    }
  }
  return pairs;
}

/** The number that is named, or the middle of what is expected. */
function nominalOf({ nominal, soft, hard }: Figure): number {
  if (nominal.length === 1) return nominal[0]!;
  const [low, high] = [soft.low ?? hard.low, soft.high ?? hard.high];
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}
