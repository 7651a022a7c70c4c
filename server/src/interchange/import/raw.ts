/** What reading a raw text gives: a body, what its source says of itself, and what in it may be no part of the text. */

import type { Span } from '../../core/text.ts';

export type Format = 'html' | 'markdown' | 'text';

/** The keys of the front matter that can be read from a source. */
export const FIELDS = ['title', 'date', 'lang', 'publisher', 'author', 'url'] as const;
export type Field = (typeof FIELDS)[number];

/** One value that the source has for a field, and where it stands: `og:title`, `line 3`. */
export interface Candidate {
  readonly value: string;
  readonly from: string;
}

/** The best first. */
export type Candidates = Readonly<Partial<Record<Field, readonly Candidate[]>>>;

export type BoilerplateKind =
  | 'navigation'
  | 'sharing'
  | 'related'
  | 'credits'
  | 'cookies'
  | 'footer'
  | 'repeated'
  | 'comments'
  | 'advertisement'
  | 'form'
  | 'hidden'
  | 'outside';

/** Whole lines of a body that seem to be no part of the text. */
export interface Stretch {
  /** In the body; with the line break that ends it. */
  readonly span: Span;
  readonly kind: BoilerplateKind;
}

export interface HtmlReading {
  /** Markdown; empty where the page has no text. */
  readonly body: string;
  readonly candidates: Candidates;
  readonly stretches: readonly Stretch[];
  /** How many pictures have been left out. */
  readonly pictures: number;
}
