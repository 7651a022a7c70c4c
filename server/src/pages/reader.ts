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

/** The quote of a claim in its document, or a fact in its record: found only when somebody follows the link. */
export interface ClaimLink {
  readonly path: string;
  /** Its key: the id, or what stands for one. */
  readonly claim: string;
}

/** Addresses for `href`. Undefined: it leads nowhere here, and stands as plain text. */
export interface Links {
  place(place: PlaceLink): string | undefined;
  /** The page of an entity. */
  entity(id: string): string | undefined;
  /** The page of a document as a whole. */
  document(path: string): string | undefined;
  /** The words that a claim rests on. Where a reader has no such address, the page of the document serves. */
  claim?(claim: ClaimLink): string | undefined;
}

export interface Reader {
  /** The language that it is written in, as a BCP 47 tag. */
  readonly locale: string;
  readonly links: Links;
}

/** For a page that stands by itself: nothing in it leads anywhere. */
export const NO_LINKS: Links = { place: () => undefined, entity: () => undefined, document: () => undefined };

/** Where the words of a claim are to be found. */
export const claimAddress = ({ claim, document }: Links, link: ClaimLink): string | undefined =>
  claim?.(link) ?? document(link.path);

const Context = createContext<Reader>({ locale: 'en', links: NO_LINKS });

/** Around a whole page. */
export const ReaderProvider = Context.Provider;

export const useReader = (): Reader => useContext(Context);
