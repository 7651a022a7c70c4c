/** Documents whose date is a year, a decade or a range: as long as the time that it may mean, below the line. */

import type { JSX } from 'preact';
import type { TimelineModel } from '../../features/glance/timeline.ts';
import { DocumentLink, isLong, SvgButton, useMarks } from './parts.tsx';
import type { TimelineProps } from './timelineProps.ts';
import type { GlanceWords } from './words.ts';

const LANE = 9;
const LANES = 6;

type Scale = (day: number) => number;

interface Item {
  readonly start: number;
  readonly end: number;
  readonly path?: string;
  readonly date: string;
  readonly label: string;
}

export interface CoarseMarksProps {
  readonly model: TimelineModel;
  readonly words: GlanceWords;
  readonly x: Scale;
  /** Each document is a mark of its own. */
  readonly few: boolean;
  readonly top: number;
  readonly onScope?: TimelineProps['onScope'];
}

export function CoarseMarks({ model, words, x, few, top, onScope }: CoarseMarksProps): JSX.Element {
  const markProps = useMarks();
  const items = itemsOf(model, few, x, words);
  const lanes = lanesOf(items, x);
  return (
    <>
      {items.map(({ start, end, path, date, label }, i) => {
        const rect = (
          <rect
            class="coarse"
            x={x(start)}
            y={top + lanes[i]! * LANE}
            width={Math.max(4, x(end + 1) - x(start))}
            height={6}
            rx={3}
          >
            <title>{label}</title>
          </rect>
        );
        if (path !== undefined) {
          return (
            <DocumentLink key={path} path={path} label={label} {...markProps(i + 1)}>
              {rect}
            </DocumentLink>
          );
        }
        return onScope ? (
          <SvgButton
            key={date}
            label={words.time.narrow(label)}
            act={() => onScope({ from: date, to: date })}
            number={i + 1}
          >
            {rect}
          </SvgButton>
        ) : (
          <g key={date}>{rect}</g>
        );
      })}
    </>
  );
}

export function coarseHeight(model: TimelineModel, few: boolean, x: Scale): number {
  const lanes = lanesOf(itemsOf(model, few, x), x);
  return lanes.length === 0 ? 0 : (Math.max(...lanes) + 1) * LANE + 4;
}

function itemsOf(model: TimelineModel, few: boolean, x: Scale, words?: GlanceWords): readonly Item[] {
  if (!few) {
    return model.coarse.map(({ documents, ...range }) => ({
      ...range,
      label: words ? `${range.label}: ${words.documents(documents)}, ${words.time.lessExact}` : '',
    }));
  }
  return model.documents.flatMap(({ path, title, date = '', start, end }) =>
    start !== undefined && end !== undefined && isLong(x(start), x(end + 1))
      ? [{ start, end, path, date, label: `${title}, ${date}` }]
      : [],
  );
}

/** The first lane in which there is room; the last one for all that is left. */
function lanesOf(items: readonly Item[], x: Scale): readonly number[] {
  const free: number[] = [];
  return items.map(({ start, end }) => {
    const at = free.findIndex((end) => end <= x(start));
    const lane = at >= 0 ? at : Math.min(free.length, LANES - 1);
    free[lane] = Math.max(x(end + 1), x(start) + 4) + 2;
    return lane;
  });
}
