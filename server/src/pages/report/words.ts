/** The words of a report, per language of the reader. Knows no corpus. */

import type { Severity } from '../../core/codes.ts';
import type { Topic } from '../../features/overview/topics.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export interface ReportWords {
  readonly overview: string;
  readonly findings: string;
  readonly search: string;
  readonly skip: string;
  readonly pages: string;
  readonly documents: string;
  readonly entities: string;
  readonly undated: string;
  readonly untyped: string;
  readonly nothing: string;
  readonly noFindings: string;
  counts(counts: { documents: number; entities: number; claims: number; mentions: number }): readonly string[];
  severities(counts: Readonly<Record<Severity, number>>): string;
  mentions(count: number): string;
  claims(count: number): string;
  readonly notAnnotated: string;
  readonly topics: Readonly<Record<Topic, string>>;
  /** What a list leaves out, and where to find it. */
  moreFindings(count: number): string;
  /** How an acceptance is told from an open finding. */
  acceptedCount(count: number): string;
  readonly mentionedIn: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly searchNeedsScript: string;
  readonly searchNothing: string;
  searchCount(count: number): string;
  readonly claimsFound: string;
  readonly besides: string;
}

/** The table nearest to the language tag; English where there is none. */
export const reportWordsIn = (locale: string): ReportWords => (/^zh(?:-|$)/i.test(locale) ? zh : en);
