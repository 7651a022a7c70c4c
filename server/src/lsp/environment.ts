/** What the server needs of the machine it runs on. The entries implement it; nothing else does I/O. */

import type { URI } from 'vscode-uri';

export type FileText = { readonly text: string } | { readonly problem: string };

/** The reading of Chinese names in Latin letters. */
export type Pinyin = (text: string) => { readonly full: string; readonly initials: string };

export interface Environment {
  /** The files below `folder`, as paths from it with `/`; without what version control ignores. */
  list(folder: URI): Promise<readonly string[]>;
  read(file: URI): FileText | Promise<FileText>;
  /** The same without waiting, where the machine can; closed documents are then not kept in memory. */
  readonly readNow?: (file: URI) => FileText;
  /** The nearest folder from `folder` upwards that has a `concord.yaml`. */
  rootAbove(folder: URI): Promise<URI | undefined>;
  /** The page of a check, as Markdown. */
  page(code: string): string | undefined;
  /** Where a person can open that page. */
  pageAddress(code: string): string | undefined;
  /** Loaded when it is first needed: it is larger than the rest of the server. */
  pinyin(): Promise<Pinyin | undefined>;
  /** Lets what waits run first. */
  pause(): Promise<void>;
}
