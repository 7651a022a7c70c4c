/** The charts of a dossier as one picture, which stands by itself. */

import type { ComponentChildren } from 'preact';
import type { Dossier } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { FigureChart, layoutFigures } from './FigureChart.tsx';
import { layoutOffices, OfficeChart } from './OfficeChart.tsx';
import { fitted } from './scale.ts';
import { layoutTimeline, TimelineChart } from './TimelineChart.tsx';
import { dossierWordsIn } from './words.ts';

const MARGIN = 20;
const HEADING = 28;

interface Piece {
  readonly title: string;
  readonly height: number;
  readonly chart: ComponentChildren;
}

/** `css` are the rules of the charts, with colours of their own. Undefined where there is nothing to draw. */
export function Picture({
  model,
  width,
  css,
}: {
  readonly model: Dossier;
  readonly width: number;
  readonly css: string;
}) {
  const { locale } = useReader();
  const pieces = piecesOf(model, width, locale);
  if (pieces.length === 0) return null;
  let top = MARGIN + 34;
  const placed = pieces.map((piece) => {
    const at = top;
    top += HEADING + piece.height + MARGIN;
    return { ...piece, at };
  });
  const whole = width + 2 * MARGIN;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={whole}
      height={top}
      viewBox={`0 0 ${whole} ${top}`}
      role="img"
      aria-label={model.name}
    >
      <style>{css}</style>
      <rect class="paper" width={whole} height={top} />
      <text class="title" x={MARGIN} y={MARGIN + 18}>
        {fitted(model.name, width * 0.6)}
      </text>
      {placed.map(({ title, at, chart }) => (
        <g key={title}>
          <text class="heading" x={MARGIN} y={at + 18}>
            {fitted(title, width)}
          </text>
          <g transform={`translate(${MARGIN},${at + HEADING})`}>{chart}</g>
        </g>
      ))}
    </svg>
  );
}

function piecesOf(model: Dossier, width: number, locale: string): readonly Piece[] {
  const words = dossierWordsIn(locale);
  const core = model.type?.core ?? 'concept';
  const { offices } = model;
  const bars = offices && layoutOffices(offices, width, locale);
  const lanes = layoutTimeline(model.timeline.assertions, width, locale);
  return [
    ...(offices && bars
      ? [
          {
            title: words.offices[offices.kind],
            height: bars.height,
            chart: <OfficeChart layout={bars} core={offices.kind === 'positions' ? 'position' : 'person'} />,
          },
        ]
      : []),
    ...model.figures.flatMap((series) => {
      if (series.assertions.length < 2) return [];
      const layout = layoutFigures(series, width, locale);
      const title = [series.label, series.scope].filter(Boolean).join(' · ');
      return [{ title, height: layout.height, chart: <FigureChart layout={layout} core="event" /> }];
    }),
    ...(lanes
      ? [{ title: words.timeline, height: lanes.height, chart: <TimelineChart layout={lanes} core={core} /> }]
      : []),
  ];
}
