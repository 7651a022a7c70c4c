/** The state of a claim or finding as a sign that differs in shape, with its name for those who do not see it. */

import type { ClaimState } from '../../features/reading/model.ts';

const SHAPES: Readonly<Record<ClaimState, string>> = {
  // A cross in a ring, a triangle, an i in a square, a tick, a ring.
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M5.5 5.5l5 5M10.5 5.5l-5 5',
  warning: 'M8 2L15 14H1ZM8 6.5v3.5M8 11.6v.8',
  information: 'M2 2h12v12H2ZM8 7v4.5M8 4.4v.8',
  agreement: 'M2.5 8.5l3.5 4l7.5-9',
  none: 'M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6',
};

/** Without a label it only repeats what is said beside it. */
export function StateIcon({ state, label }: { readonly state: ClaimState; readonly label?: string }) {
  const shape = <path d={SHAPES[state]} />;
  const box = { class: `state ${state}`, viewBox: '0 0 16 16', width: 14, height: 14 };
  if (label === undefined) {
    return (
      <svg {...box} aria-hidden="true">
        {shape}
      </svg>
    );
  }
  return (
    <svg {...box} role="img" aria-label={label}>
      {shape}
    </svg>
  );
}
