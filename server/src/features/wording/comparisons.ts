/** The words in which comparisons are explained: one table per language of the reader. Knows no claims. */

import type { Doubt, Obstacle, Relation } from '../../checks/statements/comparison.ts';
import type { TimeBasis } from '../../checks/statements/statement.ts';

/** Why a claim is held against nothing: what it is itself, or that nothing else is said. */
export type Silence =
  | 'alone'
  | 'broken'
  | 'ended'
  | 'incomplete'
  | 'many'
  | 'group'
  | 'stance'
  | 'no-property'
  | 'no-time'
  | 'unreadable';

/** What one number is limited to by an interval. */
export interface IntervalWording {
  exactly(n: string): string;
  readonly any: string;
  moreThan(n: string): string;
  atLeast(n: string): string;
  lessThan(n: string): string;
  atMost(n: string): string;
  between(low: string, high: string, lowOpen: boolean, highOpen: boolean): string;
  /** What is certain, and what a reader expects. */
  expected(certain: string, range: string): string;
}

/** How many claims and facts there are, and where they stand. */
export interface Count {
  readonly claims: number;
  readonly documents: number;
  /** Some are facts of records. */
  readonly recorded: boolean;
}

/** Two values in words; `side` says which of the two is the narrower one, if one is. */
export interface Facing {
  readonly own: string;
  readonly other: string;
  readonly narrower?: 'own' | 'other';
}

export interface ComparisonWording {
  readonly intervals: IntervalWording;
  /** In mathematical notation: “(200, ∞), expected (200, 300]”. */
  notation(hard: string, soft: string | undefined): string;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly why: Readonly<Record<Relation, (facing: Facing) => string>>;
  readonly doubts: Readonly<Record<Doubt, string>>;
  readonly bases: Readonly<Record<TimeBasis, string>>;
  atStart(time: string): string;
  atEnd(time: string): string;
  readonly obstacles: Readonly<Record<Obstacle | 'translation', string>>;
  readonly silences: Readonly<Record<Silence, string>>;
  accepted(reason: string): string;
  /** A line of a hover: what the other side says, and where. */
  readonly lines: Readonly<Record<Relation, (value: string, place: string) => string>>;
  /** A line of a hover on several that agree, or that differ only in how exact they are. */
  readonly several: Readonly<Record<'agreement' | 'refinement', (count: Count) => string>>;
  /** After some of a crowd that was not counted to its end. */
  atLeastMore(count: number): string;
  /** The line of a hover where nothing was compared. */
  nothing(reasons: readonly { readonly reason: string; readonly count: number }[]): string;
  readonly headings: {
    compared(count: number): string;
    notCompared(count: number): string;
    readonly means: string;
    readonly unit: string;
    readonly time: string;
    readonly scope: string;
    readonly speaker: string;
    readonly from: string;
    readonly to: string;
  };
}
