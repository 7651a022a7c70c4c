/** Terms of office as bars, a lane for each person or position; times at which more hold one than there is room for behind them. */

import type { Crowd, Offices } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { AXIS, ChartFrame, TimeAxis, TimeMark } from './marks.tsx';
import { fitted, reachOf, type TimeScale, timeScale } from './scale.ts';
import { dossierWordsIn } from './words.ts';

const ROW = 26;
const LABEL = 16;

export interface OfficeLayout {
  readonly scale: TimeScale;
  readonly offices: Offices;
  readonly gutter: number;
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
}

/** Undefined where no term has a time. */
export function layoutOffices(offices: Offices, width: number, locale: string): OfficeLayout | undefined {
  const gutter = width < 520 ? 0 : Math.min(230, Math.round(width * 0.32));
  const terms = offices.lanes.flatMap((lane) => lane.terms);
  const scale = timeScale(
    terms.map(({ when }) => when),
    gutter + 12,
    width - 14,
    locale,
  );
  if (!scale) return undefined;
  const pitch = ROW + (gutter === 0 ? LABEL : 0);
  return { scale, offices, gutter, pitch, width, height: 10 + offices.lanes.length * pitch + AXIS };
}

export function OfficeChart({ layout, core }: { readonly layout: OfficeLayout; readonly core: string }) {
  const words = dossierWordsIn(useReader().locale);
  const { scale, offices, gutter, pitch, width, height } = layout;
  const bottom = height - AXIS;
  return (
    <ChartFrame label={words.offices[offices.kind]} core={core} width={width} height={height}>
      <TimeAxis scale={scale} top={4} bottom={bottom} />
      {offices.crowds.map((crowd) => (
        <CrowdBand key={`${crowd.certain} ${crowd.start}`} crowd={crowd} scale={scale} bottom={bottom} />
      ))}
      {offices.lanes.map(({ key, name, detail, terms }, i) => {
        const top = 8 + i * pitch + (gutter === 0 ? LABEL : 0);
        const label = detail === '' ? name : `${name}, ${detail}`;
        return (
          <g key={key}>
            <line class="lane" x1={0} x2={width} y1={top + ROW - 1} y2={top + ROW - 1} />
            <text
              class="label"
              x={gutter === 0 ? 2 : gutter}
              y={gutter === 0 ? top - 3 : top + ROW / 2 + 3}
              text-anchor={gutter === 0 ? 'start' : 'end'}
            >
              {fitted(label, gutter === 0 ? width - 8 : gutter - 6)}
            </text>
            {/* The longest first, so that what lies inside it can be hit. */}
            {[...terms]
              .flatMap((term) => (term.when ? [{ term, reach: reachOf(term.when, scale) }] : []))
              .sort((a, b) => b.reach.to - b.reach.from - (a.reach.to - a.reach.from))
              .map(({ term, reach }) => (
                <TimeMark key={term.key} assertion={term} reach={reach} y={top + ROW / 2 - 1} height={12} />
              ))}
          </g>
        );
      })}
    </ChartFrame>
  );
}

function CrowdBand({
  crowd,
  scale,
  bottom,
}: {
  readonly crowd: Crowd;
  readonly scale: TimeScale;
  readonly bottom: number;
}) {
  const words = dossierWordsIn(useReader().locale);
  const from = crowd.start === null ? scale.left : scale.x(crowd.start);
  const to = crowd.end === null ? scale.right : scale.x(crowd.end + 1);
  return (
    <g class={crowd.certain ? 'crowd certain' : 'crowd'}>
      <title>{words.crowd(crowd.names.join(', '), crowd.certain)}</title>
      <rect x={from} y={4} width={Math.max(to - from, 3)} height={bottom - 4} />
    </g>
  );
}
