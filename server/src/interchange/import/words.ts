/** The words of an import, per language of the reader: what stretches are called, where things were found, why a text is refused. */

import type { Refusal } from './compose.ts';
import type { BoilerplateKind } from './raw.ts';
import { zh } from './wordsZh.ts';

/** Why no document can be made, beside what a text itself gives reason for. */
export type Obstacle =
  | { readonly code: 'no-corpus' | 'no-text' }
  | { readonly code: 'size'; readonly megabytes: number }
  | { readonly code: 'no-place'; readonly settings: string }
  | { readonly code: 'outside' | 'exists'; readonly path: string }
  | { readonly code: 'no-document'; readonly path: string; readonly settings: string };

export interface ImportWording {
  readonly stretches: Readonly<Record<BoilerplateKind, string>>;
  /** Lines of the text. */
  place(first: number, last: number): string;
  /** What a stretch is, and where. */
  stretch(kind: string, place: string): string;
  /** Where a value was found: `line 3`, `og:title`. */
  found(from: string): string;
  /** A clause that goes on after the name of what is refused. */
  refusal(refusal: Refusal | Obstacle): string;
  /** The clause alone, as a sentence. */
  sentence(clause: string): string;
}

export const en: ImportWording = {
  stretches: {
    navigation: 'navigation',
    sharing: 'sharing buttons',
    related: 'other texts',
    credits: 'editorial credits',
    cookies: 'cookie notice',
    footer: 'footer',
    repeated: 'repeated on every page',
    comments: 'comments',
    advertisement: 'advertisement',
    form: 'form',
    hidden: 'hidden on the page',
    outside: 'outside the article',
  },
  place: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  stretch: (kind, place) => `${kind}, ${place}`,
  found: (from) => from,
  refusal(refusal) {
    switch (refusal.code) {
      case 'empty':
        return 'there is no text in it';
      case 'annotated':
        return 'it is an annotated document already; copy it into the corpus as it is';
      case 'front-matter':
        return 'it begins with front matter that cannot be read or added to; mend it, or take the lines between --- away';
      case 'null-bytes':
        return 'it holds null bytes, so it is no text, or UTF-16 without a byte order mark';
      case 'not-written':
        return 'no front matter could be written that reads back as it should; nothing was changed';
      case 'no-date':
        return `“${refusal.value}” is no date; write 2022-10-20, 2022-10 or 2022`;
      case 'no-url':
        return `“${refusal.value}” is no address; it begins with https:// or http://`;
      case 'no-language':
        return `“${refusal.value}” is no language; write en, zh, zh-Hant …`;
      case 'no-corpus':
        return 'it is not clear which corpus is meant';
      case 'no-text':
        return 'it is no text in any encoding that is known here';
      case 'size':
        return `it is larger than ${refusal.megabytes} MB`;
      case 'no-place':
        return `${refusal.settings} leaves no place for a document`;
      case 'outside':
        return `“${refusal.path}” leads out of the corpus`;
      case 'exists':
        return `“${refusal.path}” exists already, and nothing is overwritten`;
      case 'no-document':
        return `“${refusal.path}” would be no document: ${refusal.settings} counts other files as documents`;
    }
  },
  sentence: (clause) => `${clause[0]!.toUpperCase()}${clause.slice(1)}.`,
};

/** The table nearest to the language tag; English where there is none. */
export const importWordsIn = (locale = 'en'): ImportWording => (/^zh(?:-|$)/i.test(locale) ? zh : en);
