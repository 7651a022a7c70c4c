/** What the parts of the line of time are given. */

import type { Scope } from '../../features/glance/scope.ts';
import type { TimelineModel } from '../../features/glance/timeline.ts';
import type { GlanceWords } from './words.ts';

export interface TimelineProps {
  readonly model: TimelineModel;
  readonly words: GlanceWords;
  /** Of the picture, in CSS pixels. */
  readonly width?: number;
  /** Without it a part of the time cannot be looked at alone. */
  readonly onScope?: (scope: Scope) => void;
  /** Whether less than everything is looked at. */
  readonly isNarrowed?: boolean;
}
