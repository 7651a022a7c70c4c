/** The messages about re-anchoring: quotes and forms that the body does not bear. */

import type { Range } from '../protocol.ts';

/** Request: what of a document has no place in its body, with the passages that may be meant. */
export const ORPHANS = 'concord/orphans';
/** Request: the edit that makes quotes or forms say what passages say. Answered by `Edited`. */
export const REANCHOR = 'concord/reanchor';
/** The command of a client that lets a person choose the passage; others are offered the nearest ones as edits. */
export const REANCHOR_COMMAND = 'concord.reanchor';
/** Request: the quotes that edits of the body have changed, with what stands in their place. Answered as `ORPHANS` is. */
export const QUOTE_UPDATES = 'concord/quoteUpdates';
/** The command of a client that shows those and asks which to take; others are offered them as one edit. */
export const UPDATE_QUOTES_COMMAND = 'concord.updateQuotes';

export interface OrphansParams {
  readonly uri: string;
}

/** A part of what two texts have: `shared`, or `ours`, what is quoted, against `theirs`, what the body has. */
export type DifferencePart = { readonly shared: string } | { readonly ours: string; readonly theirs: string };

export interface PassageChoice {
  readonly range: Range;
  readonly text: string;
  readonly difference: readonly DifferencePart[];
  /** A figure, name, negation or the like differs. */
  readonly altered: boolean;
}

export interface OrphanChoice {
  readonly kind: 'quote' | 'item' | 'here' | 'as' | 'sic';
  /** Where it is written. */
  readonly range: Range;
  readonly text: string;
  /** The key of its claim, or the id of the entity that it is declared under. */
  readonly of?: string;
  readonly passages: readonly PassageChoice[];
  /** Nobody needs to choose: there is one passage, and the difference is slight. */
  readonly plain: boolean;
  /** It can be taken out of its declaration. */
  readonly removable: boolean;
}

export interface Orphans {
  /** The version of the document that the ranges count in. */
  readonly version: number | null;
  readonly orphans: readonly OrphanChoice[];
  /** Why nothing can be said of this file, in words. */
  readonly problem?: string;
}

export interface ReanchorParams {
  readonly uri: string;
  /** The version that the ranges were given for: of another nothing is written. */
  readonly version: number | null;
  /** Without a passage a form is taken out of its declaration. */
  readonly repairs: readonly { readonly range: Range; readonly passage?: Range }[];
  /** Whether every change shall be shown before it is made. */
  readonly confirm?: boolean;
}

/** The argument of `REANCHOR_COMMAND`: one quote or form, where it is written. */
export interface ReanchorArguments {
  readonly uri: string;
  readonly range?: Range;
}
