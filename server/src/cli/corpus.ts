/** Takes in one corpus as it lies on some disk. Reads through a function it is given; knows no command. */

import { KEPT_UNITS, Library } from '../core/library.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Found } from './corpora.ts';
import type { FileText } from './environment.ts';

/** The files of a corpus. */
export interface CorpusFiles {
  readonly found: Found;
  /** Its folder from the working directory, with `/`; `.` for that itself. */
  readonly root: string;
  /** The paths of its files, from the root. Which of them are documents or records its settings say. */
  readonly paths: readonly string[];
  read(path: string): FileText;
  /** Says which files are going to be read, in their order. */
  expect(paths: readonly string[]): void;
  /** Writes `text` in place of `before`. False where the file holds something else by now. */
  replace(path: string, before: string, text: string): boolean;
  /** Whether findings in the file are asked for. */
  selects(path: string): boolean;
  /** The file from the working directory, with `/`. */
  nameOf(path: string): string;
  /** The file on the machine. */
  pathOf(path: string): string;
}

/** One of several equal parts of the documents of a corpus. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

const WHOLE: Share = { index: 0, of: 1 };

export interface OpenCorpus {
  readonly library: Library;
  /** The documents and records, readable or not. */
  readonly paths: readonly string[];
  /** Those that fall to the share: its documents, and to the first the settings and records too. */
  readonly share: readonly string[];
  /** Why the settings cannot be read: then nothing else has been. */
  readonly problem?: string;
}

/** How many files are taken in at once where somebody wants to know how far it is. */
const SLICE = 200;

/** Reads the settings and records of a corpus, and the documents of the share. */
export function openCorpus(
  files: CorpusFiles,
  { index, of }: Share = WHOLE,
  progress?: (done: number, all: number) => void,
): OpenCorpus {
  const settings = files.read(SETTINGS_FILE);
  const read = (path: string) => textOf(files.read(path));
  const most = KEPT_UNITS.whole / of;
  const library = new Library('text' in settings ? settings.text : '', read, { whole: most, few: most });
  if ('problem' in settings) return { library, paths: [], share: [], problem: settings.problem };
  const texts: { path: string; text: string }[] = [];
  const paths = files.paths.filter((path) => path !== SETTINGS_FILE && library.kindOf(path) !== undefined);
  const share = index === 0 ? [SETTINGS_FILE] : [];
  const needed: string[] = [];
  let documents = 0;
  for (const path of paths) {
    const isDocument = library.kindOf(path) === 'document';
    const isMine = isDocument ? documents++ % of === index : index === 0;
    if (isMine) share.push(path);
    if (isMine || !isDocument) needed.push(path);
  }
  files.expect(needed);
  for (const path of needed) {
    const read = files.read(path);
    if ('text' in read) texts.push({ path, text: read.text });
    else library.markUnreadable(path, read.problem);
  }
  if (!progress) library.load(texts);
  else {
    const isRecords = ({ path }: { readonly path: string }) => library.kindOf(path) === 'records';
    library.load(texts.filter(isRecords));
    const documents = texts.filter((one) => !isRecords(one));
    for (let at = 0; at < documents.length; at += SLICE) {
      progress(at, documents.length);
      library.load(documents.slice(at, at + SLICE));
    }
    progress(documents.length, documents.length);
  }
  return { library, paths, share };
}

const textOf = (read: FileText): string | undefined => ('text' in read ? read.text : undefined);
