/** Takes in one corpus as it lies on some disk. Reads through a function it is given; knows no command. */

import { Library } from '../core/library.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { FileText } from './environment.ts';

/** The files of a corpus. */
export interface CorpusFiles {
  /** Its folder from the working directory, with `/`; `.` for that itself. */
  readonly root: string;
  /** The paths of its files, from the root. Which of them are documents or records its settings say. */
  readonly paths: readonly string[];
  read(path: string): FileText;
  /** Writes `text` in place of `before`. False where the file holds something else by now. */
  replace(path: string, before: string, text: string): boolean;
  /** Whether findings in the file are asked for. */
  selects(path: string): boolean;
  /** The file from the working directory, with `/`. */
  nameOf(path: string): string;
}

export interface OpenCorpus {
  readonly library: Library;
  /** The documents and records, readable or not. */
  readonly paths: readonly string[];
  /** Why the settings cannot be read: then nothing else has been. */
  readonly problem?: string;
}

export function openCorpus(files: CorpusFiles): OpenCorpus {
  const settings = files.read(SETTINGS_FILE);
  const library = new Library('text' in settings ? settings.text : '', (path) => textOf(files.read(path)));
  if ('problem' in settings) return { library, paths: [], problem: settings.problem };
  const texts: { path: string; text: string }[] = [];
  const paths = files.paths.filter((path) => path !== SETTINGS_FILE && library.kindOf(path) !== undefined);
  for (const path of paths) {
    const read = files.read(path);
    if ('text' in read) texts.push({ path, text: read.text });
    else library.markUnreadable(path, read.problem);
  }
  library.load(texts);
  return { library, paths };
}

const textOf = (read: FileText): string | undefined => ('text' in read ? read.text : undefined);
