/** What a completion is, and how a text is written where one is asked for. Knows no source of them. */

import { restyled } from '../../core/edit.ts';
import type { Span } from '../../core/text.ts';
import type { Scope } from './scope.ts';

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'entity' | 'property' | 'choice' | 'reference' | 'quote' | 'text';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What takes the place of `span`; a snippet has `$1` where the cursor goes. */
  readonly insert: string;
  readonly snippet?: boolean;
  readonly span: Span;
  /** What the editor compares with the text of `span` before the cursor; the label where there is none. */
  readonly filterText?: string;
  readonly sortText?: string;
}

/** A completion before it is put in its place. */
export type Draft = Omit<Completion, 'span' | 'sortText' | 'insert'> & { readonly insert?: string };

export interface Drafts {
  readonly items: readonly Draft[];
  /** There are more, which another letter would bring. */
  readonly more?: boolean;
}

/** `text` as a scalar at the cursor, in the quotation marks that are there already. */
export function written(scope: Scope, text: string, use: 'text' | 'value' = 'text'): string {
  const { context, flow } = scope;
  return restyled(text, context.quote, flow ? 'flow' : context.mode === 'key' ? 'key' : 'block', use);
}

/** What is written at the cursor: a completion that is found by other means than its label is never to be filtered out. */
export function asTyped({ text, context }: Scope): string {
  return text.slice(context.span.start, context.span.start + context.quote.length) + context.typed;
}

/** `text` inside a snippet. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** Keeps the order of a list where editors sort by text. */
export const sortKey = (i: number): string => String(i).padStart(4, '0');
