/** What the formats of machine learning have in common: mentions alone, and a little about the document beside. */

import type { Fields } from '../../exchange/fields.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';

const META = ['title', 'date', 'lang', 'publisher', 'author', 'url', 'retrieved'] as const;

/** About the document, beside its text. */
export const metaOf = (document: ExchangeDocument): object => ({
  path: document.path,
  ...Object.fromEntries(META.flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]]]))),
});

export const metaFrom = (fields: Fields): Partial<ExchangeDocument> =>
  Object.fromEntries(
    META.flatMap((key) => {
      const value = fields.get(key);
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );

/** The path that was told, else one of the file and the line. */
export const pathFor = (told: string | undefined, file: string, line: number): string =>
  told || `${file.replace(/\.[^./]*$/, '')}-${line}.txt`;

/** The mentions in one piece; what else a document has is lost. */
export function mentionedOnly(document: ExchangeDocument, losses: Losses): readonly ExchangeMention[] {
  const { path, mentions, claims, accept, translationOf, about } = document;
  if (claims.length > 0) losses.add('claims', path, claims.filter(({ group }) => !group).length);
  if (accept.length > 0) losses.add('exceptions for documents as a whole', path, accept.length);
  if (translationOf !== undefined) losses.add('what a document translates', path);
  if (about !== undefined) losses.add('the time that a document is about', path);
  return mentions.filter(({ spans, text }) => {
    if (spans.length === 1) return true;
    losses.add('mentions in several pieces', `${path}: ${text}`);
    return false;
  });
}
