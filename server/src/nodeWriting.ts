/** Writing files so that each is either the old one or the new one, whatever happens. Part of the entries: knows no Concord. */

import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readFile } from './nodeFiles.ts';

export interface Replacement {
  readonly path: string;
  /** What the file must hold for it to be written; undefined where there must be none. */
  readonly before: string | undefined;
  readonly text: string;
}

/** Writes a new file and the folders it needs. False where something has that name already. */
export function createFile(
  path: string,
  text: string,
  { isProgram = false }: { readonly isProgram?: boolean } = {},
): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx', ...(isProgram && { mode: 0o777 }) });
    return true;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw reason;
  }
}

/**
 * Writes all of the files, or none: the answer names those that hold something else by now, and throws what the system
 * objects to. Each is first written beside its place and then put there in one step. A link stays one, and its target
 * is written; a file keeps its mode and, where the system allows it, its owner.
 */
export function replaceFiles(replacements: readonly Replacement[]): readonly string[] {
  const changed = replacements.filter(({ path, before }) => textAt(path) !== before).map(({ path }) => path);
  if (changed.length > 0) return changed;
  const staged: { readonly beside: string; readonly target: string }[] = [];
  try {
    for (const { path, before, text } of replacements) {
      if (before === undefined) mkdirSync(dirname(path), { recursive: true });
      const target = before === undefined ? path : realpathSync.native(path);
      const beside = join(dirname(target), `.${basename(target)}.${process.pid}.concord`);
      const stats = before === undefined ? undefined : statSync(target);
      if (stats) accessSync(target, constants.W_OK);
      staged.push({ beside, target });
      writeFileSync(beside, text, { flag: 'wx' });
      if (!stats) continue;
      if (stats.uid !== process.geteuid?.()) keepOwner(beside, stats.uid, stats.gid);
      // Not as an option of writing: the mask of the process would take bits away.
      chmodSync(beside, stats.mode & 0o7777);
    }
    while (staged.length > 0) {
      const { beside, target } = staged[0]!;
      renameSync(beside, target);
      staged.shift();
    }
  } finally {
    for (const { beside } of staged) rmSync(beside, { force: true });
  }
  return [];
}

function textAt(path: string): string | undefined {
  const read = readFile(path);
  return 'text' in read ? read.text : undefined;
}

function keepOwner(path: string, user: number, group: number): void {
  try {
    chownSync(path, user, group);
  } catch {
    // Only the superuser may: the file is then of whoever edits it, as with any editor that saves this way.
  }
}
