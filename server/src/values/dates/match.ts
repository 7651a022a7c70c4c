/** What the readers of dates hand on: expressions as written, not yet resolved. Knows no document. */

import type { Span } from '../../core/text.ts';
import type { CalendarUnit, Offset } from '../tables/dates.ts';
import type { Duration } from '../time.ts';
import type { DateParts } from './parts.ts';

export type DateShape =
  | { readonly kind: 'parts'; readonly parts: DateParts }
  | { readonly kind: 'range'; readonly from: DateShape; readonly to: DateShape }
  /** Counted from the document's date; `parts` is what follows, 去年10月. */
  | { readonly kind: 'offset'; readonly offset: Offset; readonly parts?: DateParts }
  /** A weekday alone: of the week so many weeks away, or the nearest in the direction. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week?: number; readonly nearest?: 1 | -1 | 0 }
  /** The past ten years. */
  | { readonly kind: 'span'; readonly length: Duration; readonly direction: 1 | -1 }
  /** Ten years ago. */
  | { readonly kind: 'ago'; readonly length: Duration }
  /** That day, 同年. */
  | { readonly kind: 'same'; readonly unit: CalendarUnit; readonly parts?: DateParts }
  /** A time of day: no date, but no quantity either. */
  | { readonly kind: 'clock' }
  /** Four digits that may be a year and have nothing to say so: no quantity, no date. */
  | { readonly kind: 'number' };

export interface DateMatch extends Span {
  readonly shape: DateShape;
  /** A weekday written beside the date. */
  readonly weekday?: { readonly weekday: number; readonly span: Span };
}

export const partsMatch = (start: number, end: number, parts: DateParts): DateMatch => ({
  start,
  end,
  shape: { kind: 'parts', parts },
});
