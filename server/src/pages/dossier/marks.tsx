/** What the charts of a dossier draw with: the axis of time, and marks that are links. Knows no chart. */

import type { ComponentChildren } from 'preact';
import type { Assertion } from '../../features/dossier/model.ts';
import { claimAddress, useReader } from '../reader.ts';
import { isDisputed, markLabel } from './parts.tsx';
import type { Reach, TimeScale } from './scale.ts';

export const AXIS = 22;

export function TimeAxis({
  scale,
  top,
  bottom,
}: {
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <g class="axis" aria-hidden="true">
      {scale.ticks.map(({ x, label }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={top} y2={bottom} />
          <text x={Math.min(Math.max(x, scale.left + 16), scale.right - 16)} y={bottom + 15} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A mark that leads to the words it stands for. */
export function Mark({
  assertion,
  named,
  children,
}: {
  readonly assertion: Assertion;
  readonly named?: boolean;
  readonly children: ComponentChildren;
}) {
  const { locale, links } = useReader();
  const label = markLabel(assertion, locale, named);
  const [source] = assertion.sources;
  const href = source && claimAddress(links, source);
  const kind = [
    'mark',
    ...(assertion.stance === 'asserts' && !assertion.ended ? [] : ['muted']),
    ...(isDisputed(assertion) ? ['disputed'] : []),
  ].join(' ');
  if (href === undefined) {
    return (
      <g class={kind} role="img" aria-label={label}>
        <title>{label}</title>
        {children}
      </g>
    );
  }
  return (
    <a class={kind} href={href} aria-label={label}>
      <title>{label}</title>
      {children}
    </a>
  );
}

/** Narrower stretches are a point, which can be seen and hit. */
const POINT = 9;

/** A stretch of time at the height `y`: what is certain of it full, what it may reach light, open ends as arrows. */
export function TimeMark({
  assertion,
  reach,
  y,
  height,
  named,
}: {
  readonly assertion: Assertion;
  readonly reach: Reach;
  readonly y: number;
  readonly height: number;
  readonly named?: boolean;
}) {
  const { from, to, sure, openStart, openEnd } = reach;
  const [top, bottom] = [y - height / 2, y + height / 2];
  const middle = (from + to) / 2;
  const isPoint = to - from < POINT;
  const [left, right] = isPoint ? [middle - 6, middle + 6] : [from, to];
  return (
    <Mark assertion={assertion} named={named}>
      <rect
        class="target"
        x={Math.min(left, middle - 12)}
        y={y - Math.max(height / 2, 9)}
        width={Math.max(right - left, 24)}
        height={Math.max(height, 18)}
      />
      {isPoint ? (
        <circle class="sure" cx={middle} cy={y} r={5} />
      ) : (
        <>
          <rect class={sure ? 'vague' : 'vague alone'} x={from} y={top} width={to - from} height={height} rx={2} />
          {sure && (
            <rect class="sure" x={sure.from} y={top} width={Math.max(sure.to - sure.from, 2)} height={height} rx={2} />
          )}
          {openStart && (
            <path class="arrow" d={`M${from + 6},${top - 2}L${from - 2},${y}L${from + 6},${bottom + 2}Z`} />
          )}
          {openEnd && <path class="arrow" d={`M${to - 6},${top - 2}L${to + 2},${y}L${to - 6},${bottom + 2}Z`} />}
        </>
      )}
      {isDisputed(assertion) && (
        <>
          <rect
            class="ring"
            x={left - 3}
            y={y - Math.max(height / 2, 6) - 3}
            width={right - left + 6}
            height={Math.max(height, 12) + 6}
            rx={4}
          />
          <text
            class="sign"
            x={Math.min(right + 5, reach.openEnd ? right - 14 : right + 5)}
            y={y - 3}
            aria-hidden="true"
          >
            ≠
          </text>
        </>
      )}
    </Mark>
  );
}

/** A chart, which may be wider than there is room for, and is then scrolled, by the keyboard too. */
export function ChartFrame({
  label,
  core,
  width,
  height,
  children,
}: {
  readonly label: string;
  readonly core: string;
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}) {
  return (
    <svg
      class={`chart core-${core}`}
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
