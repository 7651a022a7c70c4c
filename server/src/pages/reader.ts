/** Who reads a page, and where its links lead: the one thing that differs between a panel of the editor and a file of a report. Knows no page. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A place in a document or a file of records. */
export interface PlaceLink {
  /** Relative to the root of the corpus, with `/`. */
  readonly path: string;
  /** UTF-16 offsets in the whole file. */
  readonly start: number;
  readonly end: number;
}

/** Addresses for `href`. Undefined: it leads nowhere here, and stands as plain text. */
export interface Links {
  place(place: PlaceLink): string | undefined;
  /** The page of an entity. */
  entity(id: string): string | undefined;
  /** The page of a document as a whole. */
  document(path: string): string | undefined;
}

export interface Reader {
  /** The language that it is written in, as a BCP 47 tag. */
  readonly locale: string;
  readonly links: Links;
}

const Context = createContext<Reader>({
  locale: 'en',
  links: { place: () => undefined, entity: () => undefined, document: () => undefined },
});

/** Around a whole page. */
export const ReaderProvider = Context.Provider;

export const useReader = (): Reader => useContext(Context);
