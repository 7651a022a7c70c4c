/** What a foreign format is to the rest: how it is written and read. Knows no single format, no disk and no command. */

import type { Losses } from './losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeEntity } from './model.ts';

/** Content in pieces, so that a large one is never whole in memory. Strings are written as UTF-8. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface OutFile {
  /** From the folder that is exported into, with `/`; of a format of one file a proposed name. */
  readonly path: string;
  readonly content: Pieces;
}

/** Called as each file is asked for; `losses` is complete when all of it has been read. */
export interface Exporter {
  /** Exactly one file, which may go to standard output. */
  readonly single: boolean;
  files(corpus: ExchangeCorpus, losses: Losses, options?: ExportOptions): Iterable<OutFile> | AsyncIterable<OutFile>;
}

/** What somebody may say about an export; a format that has no use for it passes it over. */
export interface ExportOptions {
  /** What the addresses of entities and documents begin with, in formats that give them one. */
  readonly base?: string;
}

/** A file as it lies on the disk. Paths count from the folder that is imported, with `/`. */
export interface InFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is wrong with a foreign file. */
export interface ImportProblem {
  readonly file: string;
  /** From 1; undefined for the file as a whole. */
  readonly line?: number;
  /** What is wrong, in words; one line. */
  readonly message: string;
}

/** What is known of the corpus that something is imported into. */
export interface ImportContext {
  /** Ids of types and properties. */
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly languages: readonly string[];
}

/**
 * What foreign files say. Where `problems` is not empty, what they are about is left out, and whoever imports decides
 * whether the rest is wanted.
 */
export interface Imported {
  readonly documents: readonly ExchangeDocument[];
  readonly entities: readonly ExchangeEntity[];
  readonly problems: readonly ImportProblem[];
  /** The documents are told whole: what one lacks it lacks on purpose, a digest of its body for instance. */
  readonly whole?: boolean;
}

export interface Importer {
  /** The endings of the files that are looked for in a folder, with the dot. */
  readonly endings: readonly string[];
  /** Never throws on what the files hold. */
  read(files: readonly InFile[], context: ImportContext, losses: Losses): Imported | Promise<Imported>;
}

/** A format with what it can do. */
export interface ExchangeFormat {
  readonly exporter?: Exporter;
  readonly importer?: Importer;
}
