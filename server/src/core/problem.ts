/** What reading a file found wrong with it, as data. The checks turn problems into findings; nothing here words them. */

import type { Span } from './text.ts';

export type Params = Readonly<Record<string, string | number | undefined>>;

/** Several texts as one parameter: the language of the message says how they are put in a row. */
export const listed = (name: string, items: Iterable<string>): Params => ({
  [`${name}@list`]: [...items].map((item) => item.replace(/\s+/g, ' ')).join('\n'),
});

export interface Problem {
  readonly code: 'invalid-yaml' | 'unknown-key' | 'wrong-shape' | 'duplicate-entity';
  /** Which of the code's messages says it. */
  readonly variant: string;
  readonly params: Params;
  readonly span: Span;
  readonly claim?: string;
  readonly entity?: string;
  readonly fix?: { readonly title: string; readonly span: Span; readonly newText: string; readonly safe: boolean };
}

/** A text of the file where it stands. */
export interface Text {
  readonly value: string;
  readonly span: Span;
}
