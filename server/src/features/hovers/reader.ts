/** For whom a hover is written, and what the editor lends it: the reader's language, links, pages of checks. */

import type { View } from '../../checks/engine/check.ts';
import { labelIn, type Wording, wordingIn } from '../wording.ts';

export interface HoverOptions {
  /** BCP 47 tag of the reader's language. */
  readonly locale?: string;
  /** The address of a place in a file of the corpus, for the editor to follow. */
  readonly link?: (path: string, offset?: number) => string | undefined;
  /** The page of a check, in Markdown. */
  readonly page?: (code: string) => string | undefined;
  /** The address under which the editor shows the dossier of an entity. */
  readonly dossier?: (id: string) => string | undefined;
}

/** What every part of a hover needs to know. */
export interface Reader {
  readonly view: View;
  readonly locale: string;
  /** The language in which names are shown first: the document's, else the reader's. */
  readonly nameLocale: string;
  readonly words: Wording;
  link(path: string, offset?: number): string | undefined;
  page(code: string): string | undefined;
  dossier(id: string): string | undefined;
}

export function readerOf(view: View, options: HoverOptions, documentLanguage?: string): Reader {
  const locale = options.locale ?? 'en';
  return {
    view,
    locale,
    nameLocale: documentLanguage ?? locale,
    words: wordingIn(locale),
    link: (path, offset) => options.link?.(path, offset),
    page: (code) => options.page?.(code),
    dossier: (id) => options.dossier?.(id),
  };
}

export function typeLabel({ view, locale }: Reader, id: string): string {
  return labelIn(view.corpus.vocabulary.types.get(id)?.label ?? {}, locale, id);
}

export function propertyLabel({ view, locale }: Reader, id: string): string {
  return labelIn(view.corpus.vocabulary.properties.get(id)?.label ?? {}, locale, id);
}

export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
