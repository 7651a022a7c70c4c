/** What is wrong with a value that cannot be read. Plain data: words for it are made elsewhere, per language. */

import type { Span } from '../core/text.ts';

/**
 * - `empty`: nothing but white space
 * - `not-a-quantity`, `not-a-time`: no such value, or text around it that belongs to none
 * - `several-values`: more than one where one is meant
 * - `exponent`, `too-many-digits`: a numeral that section 6 of the format refuses
 * - `impossible-date`: a day or month that no calendar has
 * - `no-year`: a date of the front matter without its year
 * - `reversed-interval`: the end lies certainly before the start
 * - `not-a-duration`: no ISO 8601 duration
 */
export type ProblemKind =
  | 'empty'
  | 'not-a-quantity'
  | 'not-a-time'
  | 'several-values'
  | 'exponent'
  | 'too-many-digits'
  | 'impossible-date'
  | 'no-year'
  | 'reversed-interval'
  | 'not-a-duration';

/** `span` counts in the source that was given, not in a file. */
export interface Problem {
  readonly problem: ProblemKind;
  readonly span: Span;
}

export const isProblem = (value: object): value is Problem => 'problem' in value;

export function problem(kind: ProblemKind, source: string, span?: Span): Problem {
  return { problem: kind, span: span ?? { start: 0, end: source.length } };
}
