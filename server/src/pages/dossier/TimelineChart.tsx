/** When what is claimed of an entity holds: a lane for each property, a mark for each thing said. */

import type { Assertion } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { AXIS, ChartFrame, TimeAxis, TimeMark } from './marks.tsx';
import { fitted, type Reach, reachOf, type TimeScale, timeScale } from './scale.ts';
import { dossierWordsIn } from './words.ts';

const ROW = 18;
const LABEL = 16;
/** Rows of one lane; what does not fit lies over the rest. */
const DEEPEST = 8;

interface Lane {
  readonly label: string;
  readonly top: number;
  readonly rows: number;
  readonly marks: readonly { readonly assertion: Assertion; readonly reach: Reach; readonly row: number }[];
}

export interface TimelineLayout {
  readonly scale: TimeScale;
  readonly lanes: readonly Lane[];
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
}

/** Undefined where nothing has a time. */
export function layoutTimeline(
  assertions: readonly Assertion[],
  width: number,
  locale: string,
): TimelineLayout | undefined {
  const gutter = width < 520 ? 0 : Math.min(190, Math.round(width * 0.25));
  const scale = timeScale(
    assertions.map(({ when }) => when),
    gutter + 12,
    width - 14,
    locale,
  );
  if (!scale) return undefined;
  const byLabel = new Map<string, Assertion[]>();
  for (const assertion of assertions) {
    if (assertion.when) byLabel.set(assertion.label, [...(byLabel.get(assertion.label) ?? []), assertion]);
  }
  let top = 6;
  const lanes = [...byLabel].map(([label, own]): Lane => {
    const ends: number[] = [];
    const marks = own.map((assertion) => {
      const reach = reachOf(assertion.when!, scale);
      const [from, to] = [
        Math.min(reach.from, (reach.from + reach.to) / 2 - 9),
        Math.max(reach.to, (reach.from + reach.to) / 2 + 9),
      ];
      let row = ends.findIndex((end) => end <= from);
      if (row < 0) row = Math.min(ends.length, DEEPEST - 1);
      ends[row] = to + 8;
      return { assertion, reach, row };
    });
    const at = top + (gutter === 0 ? LABEL : 0);
    const rows = Math.max(1, ends.length);
    top = at + rows * ROW + 8;
    return { label, top: at, rows, marks };
  });
  return { scale, lanes, gutter, width, height: top + AXIS };
}

export function TimelineChart({ layout, core }: { readonly layout: TimelineLayout; readonly core: string }) {
  const words = dossierWordsIn(useReader().locale);
  const { scale, lanes, gutter, width, height } = layout;
  const bottom = height - AXIS;
  return (
    <ChartFrame label={words.timelineChart} core={core} width={width} height={height}>
      <TimeAxis scale={scale} top={4} bottom={bottom} />
      {lanes.map(({ label, top, rows, marks }) => (
        <g key={label}>
          <line class="lane" x1={0} x2={width} y1={top + rows * ROW + 4} y2={top + rows * ROW + 4} />
          <text
            class="label"
            x={gutter === 0 ? 2 : gutter}
            y={gutter === 0 ? top - 3 : top + ROW / 2 + 4}
            text-anchor={gutter === 0 ? 'start' : 'end'}
          >
            {fitted(label, gutter === 0 ? width - 8 : gutter - 6)}
          </text>
          {marks.map(({ assertion, reach, row }) => (
            <TimeMark
              key={assertion.key}
              assertion={assertion}
              reach={reach}
              y={top + row * ROW + ROW / 2}
              height={9}
              named
            />
          ))}
        </g>
      ))}
    </ChartFrame>
  );
}
