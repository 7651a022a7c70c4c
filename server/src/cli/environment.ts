/** What the command line needs of the machine it runs on. The entry supplies it; nothing in this folder does I/O. */

import type { ReadHtml } from '../interchange/import/reading.ts';

export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: string };
export type FileText = { readonly text: string } | { readonly problem: string };

export interface FileStamp {
  /** Its size, its times and its place on the disk. */
  readonly mark: string;
  /** When it changed last, in milliseconds. */
  readonly changed: number;
}

/** The file system. Paths are absolute, in the machine's own form. None of these throws, save those that write. */
export interface Files {
  /** What stands at a path, links followed; undefined where there is nothing. */
  kindOf(path: string): 'file' | 'folder' | 'other' | undefined;
  /** The path without links; the path itself where it cannot be told. */
  realPath(path: string): string;
  /** The regular files below a folder that nothing ignores, from that folder, with `/`. */
  list(folder: string): readonly string[];
  read(path: string): FileText;
  /** What is another once the file has changed; undefined where there is no file, absent where nobody can tell. */
  stamp?(path: string): FileStamp | undefined;
  /** The same whatever its encoding; up to `limit` bytes, where documents may not be as large. */
  readBytes(path: string, limit?: number): FileBytes;
  /** Writes a new file and the folders it needs. False where something has that name already, which stays as it is. */
  create(path: string, text: string, options?: { readonly isProgram?: boolean }): boolean;
  /** Writes `text` in place of `before`. False where the file holds something else by now, and stays as it is. */
  replace(path: string, before: string, text: string): boolean;
  /** The same for several, all or none; `before` undefined for a new file. Names those that hold something else by now. */
  replaceAll(
    files: readonly { readonly path: string; readonly before: string | undefined; readonly text: string }[],
  ): readonly string[];
  /** Whether anything has that name, even a link that leads nowhere. */
  isTaken(path: string): boolean;
  /** Whether a folder holds nothing at all, ignored files and links included. */
  isEmpty(folder: string): boolean;
  /** Gives a file another name. False where it is not there, or something has that name already. */
  move(from: string, to: string): boolean;
  /** Takes a file away. False where it does not hold `text`, and stays as it is. */
  remove(path: string, text: string): boolean;
  /** Says which files are going to be read, in their order: many at once are cheaper where each has to be asked for. */
  expect?(paths: readonly string[]): void;
  /** Begins a file that is to be at `path`, with the folders it needs. Throws, as everything that it answers does. */
  stage(path: string): Staged;
}

/** The program `git`. */
export interface Git {
  /**
   * Runs it in a folder, with arguments that no shell sees; undefined where there is no such program. `apart`: without
   * the repository and index that the surroundings may name, as they do for a hook, because another one is meant.
   * `fetches`: what is missing in a partial clone may be fetched, by the programs that its configuration names.
   */
  run(
    folder: string,
    args: readonly string[],
    options?: { readonly input?: string; readonly apart?: boolean; readonly fetches?: boolean },
  ): GitAnswer | undefined;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** A file that is being written beside its place. */
export interface Staged {
  write(piece: string | Uint8Array): void;
  /** All of it is written: many files can wait for their turn so. */
  finish(): void;
  /** Puts it in its place, in one step. False where something has that name and is not to be replaced. */
  commit(replaces: boolean): boolean;
  /** What was replaced need not come back any more. */
  close(): void;
  /** Leaves its place as it was before, also after the commit, and takes away the folders that were made for it. */
  discard(): void;
}

/** The other end of a thread: messages are plain data. */
export interface Port {
  post(message: unknown): void;
  /** The next message; rejects where the other end is gone. */
  next(): Promise<unknown>;
}

/** Other threads of this process, each of which runs `serveShare` on its port. */
export interface Threads {
  /** How many can run beside this one. */
  readonly count: number;
  /** How many files each has to have to be worth starting. */
  readonly filesEach: number;
  start(): Port & { end(): void };
}

/** What earlier runs have concluded, on this machine. None of these throws: losing it costs time, nothing else. */
export interface Memory {
  /** A name for all the parts together, and for the program that runs. */
  keyOf(parts: Iterable<string | Uint8Array>): string;
  recall(key: string): string | undefined;
  remember(key: string, text: string): void;
}

export interface Output {
  write(piece: string | Uint8Array): void;
  /** Waits until what has been written is on its way; absent where nothing has to be waited for. */
  drain?(): Promise<void>;
}

export interface Environment {
  /** Without the program and its script. */
  readonly argv: readonly string[];
  readonly cwd: string;
  /** What starts this program: of Node, its own path and the script's. */
  readonly program: readonly string[];
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
  /** How many cells wide it is; undefined where nobody knows. */
  readonly columns: number | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly git: Git;
  /** Absent where everything is to be done on one thread. */
  readonly threads?: Threads;
  /** Absent where nothing is to be kept. */
  readonly memory?: Memory;
  /** The page of a check, in Markdown; undefined where there is none. */
  page(code: string): string | undefined;
  /** All that comes in on standard input. */
  readInput(): FileBytes;
  /** Asks a person at the terminal, who may answer yes; undefined where there is nobody to ask. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** What all pages of a report share; undefined where the program has been taken apart. */
  siteAssets(): { readonly style: string; readonly script: string } | undefined;
  /** The reader of HTML, which is loaded when it is needed. */
  loadHtmlReader(): Promise<ReadHtml>;
  /** Tells of whatever changes in a folder and below, by absolute path; that of a folder stands for all in it. */
  watch(folder: string, changed: (path: string) => void): { close(): void };
  /** Resolves when somebody wants the program to end. */
  interrupted(): Promise<void>;
  /** Starts the language server on standard input and output. */
  startServer(): Promise<void>;
  /** Serves an assistant on standard input and output until it ends; the exit code. Throws `Told`. */
  startMcp(request: { readonly folder: string | undefined; readonly confirm: boolean }): Promise<number>;
}
