/** `concord format`: which files of the corpora are not in canonical style, and writes them. Knows no way of showing it. */

import { wordsIn } from '../checks/messages/messages.ts';
import { parseDocument } from '../core/document.ts';
import type { ParsedFile } from '../core/edit.ts';
import { format, formatted } from '../core/format.ts';
import { type FileKind, layoutOf } from '../core/layout.ts';
import { parseRecords } from '../core/record.ts';
import { parseSettings, SETTINGS_FILE } from '../core/settings.ts';
import type { CorpusFiles } from './corpus.ts';

export interface FormatOptions {
  /** Whether files are written. */
  readonly writes: boolean;
  /** The language of the reasons. */
  readonly language: string;
}

export interface FormatOutcome {
  /** By the names of the corpora, then the paths. */
  readonly changed: readonly FileChange[];
  /** The files that could not be formatted, or not be written. */
  readonly left: readonly { readonly file: string; readonly reason: string }[];
  /** How many files need no change. */
  readonly inOrder: number;
  /** The files that were asked for and are part of a corpus, by the root's name. */
  readonly checked: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface FileChange {
  /** From the working directory, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Formats the files of corpora that are asked for. Nothing but the settings is read of what is not. */
export function formatCorpora(corpora: Iterable<CorpusFiles>, { writes, language }: FormatOptions): FormatOutcome {
  const words = wordsIn(language);
  const changed: FileChange[] = [];
  const left: { file: string; reason: string }[] = [];
  const checked = new Map<string, ReadonlySet<string>>();
  let inOrder = 0;
  for (const files of corpora) {
    const read = files.read(SETTINGS_FILE);
    if ('problem' in read) {
      left.push({ file: files.nameOf(SETTINGS_FILE), reason: read.problem });
      continue;
    }
    const layout = layoutOf(parseSettings(read.text));
    const kinds = files.paths
      .filter((path) => files.selects(path))
      .flatMap((path) => kindIn(layout.kindOf(path), path))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    checked.set(files.root, new Set(kinds.map(([path]) => path)));
    for (const [path, kind] of kinds) {
      const file = files.nameOf(path);
      const text = files.read(path);
      if ('problem' in text) {
        left.push({ file, reason: text.problem });
        continue;
      }
      const parsed = parse(kind, path, text.text);
      const result = format(parsed);
      if ('problem' in result) left.push({ file, reason: words.action(`format-${result.problem}`) });
      else if (result.edits.length === 0) inOrder++;
      else {
        const after = formatted(parsed, result.edits);
        const reason = writes ? unwritten(files, path, text.text, after) : undefined;
        if (reason === undefined) changed.push({ file, before: text.text, after });
        else left.push({ file, reason });
      }
    }
  }
  return { changed, left, inOrder, checked };
}

/** Whether the exit code is 0: everything could be formatted, and, where that is what was asked, nothing had to be. */
export const isClean = ({ changed, left }: FormatOutcome, check: boolean): boolean =>
  left.length === 0 && (!check || changed.length === 0);

/** Writes a file; the reason where that cannot be done. The other files do not wait for it. */
function unwritten(files: CorpusFiles, path: string, before: string, after: string): string | undefined {
  try {
    return files.replace(path, before, after) ? undefined : 'it has changed meanwhile, and stays as it is';
  } catch (reason) {
    const { code } = reason as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw reason;
    return `it cannot be written: the system says ${code}`;
  }
}

const kindIn = (kind: FileKind | undefined, path: string): readonly (readonly [string, FileKind])[] =>
  kind === undefined ? [] : [[path, kind]];

function parse(kind: FileKind, path: string, text: string): ParsedFile {
  if (kind === 'document') return parseDocument(path, text);
  return kind === 'records' ? parseRecords(path, text) : parseSettings(text, path);
}
