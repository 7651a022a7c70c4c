/** What the shapes of the charts mean. */

import type { ComponentChildren } from 'preact';
import type { Assertion, When } from '../../features/dossier/model.ts';
import { useReader } from '../reader.ts';
import { isDisputed, isHedged } from './parts.tsx';
import { dossierWordsIn } from './words.ts';

interface LegendProps {
  readonly assertions: readonly Assertion[];
  /** The chart has ranges of numbers, not of days. */
  readonly ranges?: boolean;
  readonly crowd?: boolean;
}

/** Of those shapes that the chart has. */
export function Legend({ assertions, ranges, crowd = false }: LegendProps) {
  const { legend } = dossierWordsIn(useReader().locale);
  const hasRanges = ranges === true && assertions.some(isHedged);
  const isVague = ranges === undefined && assertions.some(({ when }) => when && isCoarse(when));
  const isMuted = assertions.some(({ stance, ended }) => stance !== 'asserts' || ended);
  const hasConflict = assertions.some(isDisputed);
  if (!hasRanges && !isVague && !isMuted && !hasConflict && !crowd) return null;
  return (
    <figcaption class="legend">
      {hasRanges && <Sample shape={<line class="hard" x1={8} x2={8} y1={1} y2={15} />} text={legend.hard} />}
      {hasRanges && <Sample shape={<rect class="soft" x={3} y={4} width={10} height={8} />} text={legend.soft} />}
      {isVague && <Sample shape={<rect class="vague alone" x={1} y={4} width={14} height={8} />} text={legend.vague} />}
      {isMuted && (
        <Sample
          shape={
            <g class="mark muted">
              <circle class="sure" cx={8} cy={8} r={4.5} />
            </g>
          }
          text={legend.notAsserted}
        />
      )}
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
      {hasConflict && (
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
      )}
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

const isCoarse = ({ start, end }: When): boolean => start.earliest !== start.latest || end.earliest !== end.latest;
