/** What the command line needs of the machine it runs on. The entry supplies it; nothing in this folder does I/O. */

export type FileText = { readonly text: string } | { readonly problem: string };

/** The file system. Paths are absolute, in the machine's own form. None of these throws, save `create` and `replace`. */
export interface Files {
  /** What stands at a path, links followed; undefined where there is nothing. */
  kindOf(path: string): 'file' | 'folder' | 'other' | undefined;
  /** The path without links; the path itself where it cannot be told. */
  realPath(path: string): string;
  /** The regular files below a folder that nothing ignores, from that folder, with `/`. */
  list(folder: string): readonly string[];
  read(path: string): FileText;
  /** Writes a new file and the folders it needs. False where something has that name already, which stays as it is. */
  create(path: string, text: string): boolean;
  /** Writes `text` in place of `before`. False where the file holds something else by now, and stays as it is. */
  replace(path: string, before: string, text: string): boolean;
}

export interface Output {
  write(text: string): void;
}

export interface Environment {
  /** Without the program and its script. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether standard output is a terminal. */
  readonly isTTY: boolean;
  /** How many cells wide it is; undefined where nobody knows. */
  readonly columns: number | undefined;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** The page of a check, in Markdown; undefined where there is none. */
  page(code: string): string | undefined;
  /** Starts the language server on standard input and output. */
  startServer(): Promise<void>;
}
