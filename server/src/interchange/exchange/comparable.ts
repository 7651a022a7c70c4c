/**
 * What claims and facts are held against one another by, as plain data: every hedge, unit, date, name and default has been
 * read already, so that a query can compare where no engine is at hand. Knows no YAML, no foreign format and no verdict.
 */

import type { Certainty, Stance } from '../../core/claim.ts';
import type { Code, Severity } from '../../core/codes.ts';

/** Days since 1970-01-01; infinite where nothing bounds them. */
export interface Days {
  readonly earliest: number;
  readonly latest: number;
}

/** From some day of `start` to some day of `end`; a date is some instant of the one range that both are. */
export interface Stretch {
  readonly start: Days;
  readonly end: Days;
}

/** Where a time can lie at all, and whether it was written with `?`. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly isUncertain: boolean;
}

/** The bounds of H and S, and the numbers as written, in one measure; an infinite bound is left out. */
export interface Numbers {
  readonly low?: number;
  readonly high?: number;
  readonly expectedLow?: number;
  readonly expectedHigh?: number;
  /** None for what names no number, two for a range. */
  readonly nominal: readonly number[];
}

export interface ComparableQuantity {
  /** As written, or the property's. */
  readonly unit?: string;
  /** Of what is measured; units of one dimension convert. */
  readonly dimension?: string;
  readonly isMoney: boolean;
  readonly isOrdinal: boolean;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly expectedLowOpen: boolean;
  readonly expectedHighOpen: boolean;
  /** In its own unit. */
  readonly own: Numbers;
  /** In the base unit of its dimension: of years, the shortest to the longest that they can be. */
  readonly base: Numbers;
  /** In months, for months and years. */
  readonly months?: Numbers;
}

export type ComparableValue =
  | ({ readonly kind: 'quantity' } & ComparableQuantity)
  | ({ readonly kind: 'time' } & Extent)
  | { readonly kind: 'entity'; readonly id: string }
  /** By language, without case, punctuation and white space. */
  | { readonly kind: 'text'; readonly keys: readonly { readonly lang: string; readonly key: string }[] }
  | { readonly kind: 'boolean'; readonly value: boolean };

/**
 * A text that a separating qualifier may be told to be the same by. Two are the same where they have a form in common,
 * unless both have it as the name of an entity only.
 */
export interface ScopeForm {
  readonly qualifier: string;
  readonly kind: 'exact' | 'id' | 'name' | 'text';
  readonly form: string;
}

/** A claim or fact, or one end of a change. */
export interface ComparableStatement {
  /** The file that it stands in, a document or a file of records. */
  readonly path: string;
  readonly isFact: boolean;
  /** Counts the statements of a file, in its order within a group. */
  readonly number: number;
  /** Of the claim in its file; of the end of a change after that of its beginning. */
  readonly place: number;
  readonly key: string;
  readonly id?: string;
  readonly end?: 'from' | 'to';
  readonly partOf?: string;
  /** `this:` and the path for the document itself. */
  readonly subject: string;
  readonly isEvent: boolean;
  readonly property: string;
  readonly isSingle: boolean;
  /** True always, or of something that happened once. */
  readonly isTimeless: boolean;
  readonly isPermanent: boolean;
  readonly takesTime: boolean;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly hasEnded: boolean;
  /** It may be true of what is no more: it has ended, or is an anniversary. */
  readonly outlives: boolean;
  readonly by?: string;
  /** What its time rests on. */
  readonly basis: 'own' | 'about' | 'date' | 'unknown' | 'always';
  readonly time: Stretch;
  /** With what the property's `holds` adds at either side. */
  readonly held: Stretch;
  /** Its time, or the time that is its value, was written with `?`. */
  readonly isUncertain: boolean;
  /** Its own `at`, whatever its property makes of it. */
  readonly at?: Extent;
  /** When its document was published. */
  readonly published?: Extent;
  readonly value: ComparableValue;
  /** Of a position: how many may hold it at once. */
  readonly holders?: number;
  readonly scopes: readonly ScopeForm[];
  /** How many separating qualifiers it has. */
  readonly scopeCount: number;
}

/**
 * Somebody accepts, with a reason, what a check says of a claim, or of all of a document where `claim` is left out. The
 * other side: any; the statement with the number in the file; the claim in the file, or all of it; the facts of a record.
 */
export interface ComparableAcceptance {
  readonly path: string;
  readonly claim?: string;
  readonly code: string;
  readonly reason: string;
  readonly other?:
    | { readonly path: string; readonly number: number }
    | { readonly path: string; readonly claim?: string }
    | { readonly record: string };
}

/** How severe a finding between two claims is: as the corpus says, else as the format says, lowered by what is doubtful. */
export interface ComparableSeverity {
  readonly code: Code;
  readonly severity: Severity;
  readonly isSet: boolean;
}

export interface Comparable {
  /** File by file. */
  statements(): Iterable<ComparableStatement>;
  acceptances(): Iterable<ComparableAcceptance>;
  /** Which documents the claims of one id in `path` are not held against: those it translates, or that translate it. */
  translations(): Iterable<{ readonly path: string; readonly other: string }>;
  /** Of the checks that are not off. */
  severities(): Iterable<ComparableSeverity>;
}

/** Nothing to compare. */
export const NOTHING_COMPARABLE: Comparable = {
  statements: () => [],
  acceptances: () => [],
  translations: () => [],
  severities: () => [],
};
