/** The checks whose findings the query makes. */

import type { Code } from '../../../../core/codes.ts';

export const COVERED = [
  'conflicting-quantity',
  'conflicting-date',
  'conflicting-value',
  'tension',
  'hedge-dropped',
  'wan-yi-slip',
  'conflicting-office-holder',
  'anachronism',
] as const satisfies readonly Code[];

/** One of them as a text of SQL. */
export const code = (name: (typeof COVERED)[number]): string => `'${name}'`;
