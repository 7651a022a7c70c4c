/** The words of a reading view, per language of the reader. Knows no document. */

import type { ClaimState } from '../../features/reading/model.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export interface ReadingWords {
  readonly text: string;
  readonly claims: string;
  /** The name of a number in the text that leads to its claim. */
  claim(number: number, what: string): string;
  readonly states: Readonly<Record<ClaimState, string>>;
  /** Between a label and what it labels. */
  readonly colon: string;
  /** A document with its date. */
  dated(title: string, date: string): string;
  accepted(reason: string): string;
  readonly wasAccepted: string;
  /** Of those that agree, say it more or less exactly, or have been accepted. */
  quiet(count: number): string;
  more(count: number): string;
  readonly noPassage: string;
  readonly ambiguous: string;
  /** What the other of two texts says. */
  otherText(language: string): string;
  readonly onlyThere: string;
  onDocument(count: number): string;
  readonly original: string;
  readonly translation: string;
  readonly beside: string;
  readonly alone: string;
  readonly source: string;
  readonly untagged: string;
  readonly ambiguousName: string;
  readonly sic: string;
  readonly notAnnotated: string;
  readonly empty: string;
  moreFacts(count: number): string;
  readonly legend: string;
  readonly legendNames: string;
  readonly legendPassages: string;
  readonly types: Readonly<Record<'who' | 'body' | 'where' | 'when' | 'thought', string>>;
}

/** The table nearest to the language tag; English where there is none. */
export const readingWordsIn = (locale: string): ReadingWords => (/^zh(?:-|$)/i.test(locale) ? zh : en);
