/** The messages about merging two records. */

import type { Edited, Position } from '../protocol.ts';

/** Request: the records that one may be merged with. */
export const MERGE_CHOICES = 'concord/mergeChoices';
/** Request: the edit that makes one record of two, or why there is none. */
export const MERGE_RECORDS = 'concord/mergeRecords';
/** The command of a client that asks which records to merge and shows what is lost; others are offered merges that lose nothing. */
export const MERGE_RECORDS_COMMAND = 'concord.mergeRecords';

export interface MergeChoicesParams {
  readonly uri: string;
  /** Where a record, or its name, is looked for. */
  readonly position?: Position;
  /** The record, where it is known. */
  readonly id?: string;
  /** What somebody types; without it those that are alike come. */
  readonly query?: string;
}

export interface RecordChoice {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly mentions: number;
  readonly claims: number;
}

export interface MergeChoices {
  /** The record at the place; undefined where there is none, or none alone. */
  readonly record?: RecordChoice;
  readonly choices: readonly RecordChoice[];
}

/** The argument of the client's command. */
export interface MergeArguments {
  readonly uri: string;
  readonly from?: string;
  readonly into?: string;
}

export interface MergeParams {
  readonly uri: string;
  /** The record that becomes a part of the other, and goes. */
  readonly from: string;
  readonly into: string;
}

export interface Merge extends Edited {
  /** What somebody has to know before, in words. */
  readonly notes: readonly string[];
  readonly files: number;
}
