/** The messages about importing raw texts. */

/** Request: what is proposed for a raw text. Nothing is written by it, nor by the next. */
export const PROPOSE_IMPORT = 'concord/proposeImport';
/** Request: the document that a raw text becomes with what was chosen for it. */
export const COMPOSE_IMPORT = 'concord/composeImport';

export interface ImportParams {
  /** A file or folder of the corpus that is meant; without it there has to be just one. */
  readonly near?: string;
  /** Of the file that the text came in; without it the text was pasted. */
  readonly name?: string;
  /** The bytes of the file in base64, or what was pasted. */
  readonly content: { readonly base64: string } | { readonly text: string };
}

/** The keys of front matter that are proposed. */
export type ImportField = 'title' | 'date' | 'lang' | 'publisher' | 'author' | 'url';

export type ImportProposal =
  /** There is more than one corpus, or none. */
  | { readonly kind: 'corpora'; readonly corpora: readonly { readonly name: string; readonly uri: string }[] }
  /** It cannot become a document; the message says why, as a sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'proposal';
      readonly corpus: string;
      /** The best first, each with where it was found. */
      readonly fields: Readonly<
        Partial<Record<ImportField, readonly { readonly value: string; readonly from: string }[]>>
      >;
      /** A date without its year, as it is written. */
      readonly incompleteDate?: string;
      /** What seems to be no part of the text: where and what it is, and its beginning. */
      readonly boilerplate: readonly { readonly label: string; readonly text: string }[];
      readonly encoding?: string;
      readonly pictures: number;
      /** The document of the corpus that has this text already, if that was found at once. */
      readonly known?: string;
    };

export interface ComposeImportParams extends ImportParams {
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  /** Which of the proposal's `boilerplate` is to go, by index. */
  readonly strip: readonly number[];
  /** From the corpus' root; without it the server chooses one that is free. */
  readonly path?: string;
  /** Paths that turned out to be taken. */
  readonly taken?: readonly string[];
}

export type ImportedDocument =
  | { readonly kind: 'refused'; readonly message: string }
  /** A document of the corpus has this text already. */
  | { readonly kind: 'known'; readonly uri: string }
  | { readonly kind: 'document'; readonly uri: string; readonly path: string; readonly text: string };
