/** What the server needs of the machine it runs on. The entries implement it; nothing else does I/O. */

import type { URI } from 'vscode-uri';
import type { ReadHtml } from '../interchange/import/reading.ts';
import type { FileEvent } from './fileEvents.ts';
import type { Timings } from './timings.ts';

export type FileText = { readonly text: string } | { readonly problem: string };

export interface Environment {
  /** The files below `folder`, as paths from it with `/`; without what version control ignores. */
  list(folder: URI): Promise<readonly string[]>;
  read(file: URI): FileText | Promise<FileText>;
  /** The same without waiting, where the file is on this machine; it is then not kept in memory while it is closed. */
  readNow(file: URI): FileText | undefined;
  /** The nearest folder from `folder` upwards that has a `concord.yaml`. */
  rootAbove(folder: URI): Promise<URI | undefined>;
  /** Makes the pages of the checks be at hand, where they are not from the start. */
  readPages?(): Promise<void>;
  /** The page of a check, as Markdown. */
  page(code: string): string | undefined;
  /** Where a person can open that page. */
  pageAddress(code: string): string | undefined;
  /** What git has staged below a folder; undefined where nobody can tell. */
  staged?(folder: URI): StagedFiles | undefined;
  /** The reader of HTML, which is loaded when it is needed. */
  loadHtmlReader(): Promise<ReadHtml>;
  /** Watches folders for a client that does not; absent where only the client can. Ends with the connection. */
  watcher?(tell: (events: readonly FileEvent[]) => void): { watch(folders: readonly URI[]): void; end(): void };
  /** What measures the requests, where something does. */
  readonly timings?: Timings;
  /** Bytes that the process has taken. */
  memory?(): { readonly resident: number; readonly heap: number };
  /** What is kept of the files below a folder from one run to the next; absent where nothing is to be. */
  store?(folder: URI): Store | undefined;
  /** Lets what waits run first. */
  pause(): Promise<void>;
}

/** The next commit, as far as it concerns a folder. Paths count from that, with `/`. */
export interface StagedFiles {
  /** The files that it changes, those that it takes away among them. */
  readonly changed: readonly string[];
  /** The files of which the folder holds something else than what the commit would have. */
  readonly differing: readonly string[];
  /** A file as the commit would have it; undefined where it would have none. */
  read(path: string): string | undefined;
}

/** Texts under names, kept by the machine for as long as it likes. Nothing here throws. */
export interface Store {
  sections(): readonly string[];
  read(section: string): string | undefined;
  /** Whether it could be written. */
  write(section: string, text: string): boolean;
  remove(section: string): void;
  /** Tells two contents of the file at `path` apart without reading it; undefined where that is not certain. */
  markOf(path: string): string | undefined;
  /** Of a text. */
  digestOf(text: string): string;
}
