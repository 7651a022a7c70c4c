/** Files that are written beside their places and come into them in one step. Part of the entries: the only I/O. */

import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Staged } from './cli/environment.ts';

/** Begins the file that is to be at `given`; of a link, what it leads to. */
export function stage(given: string): Staged {
  const known = statSync(given, { throwIfNoEntry: false });
  const path = known ? realpathSync.native(given) : given;
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true });
  const beside = join(folder, `.${basename(path)}.${process.pid}.concord`);
  const saved = `${beside}.before`;
  let descriptor: number | undefined = openSync(beside, 'wx', known?.mode ?? 0o666);
  let state: 'open' | 'created' | 'replaced' | 'done' = 'open';
  const closeFile = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    write(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor!, bytes, at);
    },
    finish: closeFile,
    commit(replaces) {
      closeFile();
      const old = statSync(path, { throwIfNoEntry: false });
      if (old && (!replaces || !old.isFile())) return false;
      if (old) {
        // A second name for what was there, until all files are in their places.
        second(path, saved);
        state = 'replaced';
        renameSync(beside, path);
        return true;
      }
      try {
        // Unlike a renamed file, this one takes nobody's place.
        second(beside, path);
      } catch (reason) {
        if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw reason;
      }
      state = 'created';
      unlinkSync(beside);
      return true;
    },
    close() {
      rmSync(saved, { force: true });
      state = 'done';
    },
    discard() {
      closeFile();
      if (state === 'done') return;
      if (state === 'created') rmSync(path, { force: true });
      if (state === 'replaced') renameSync(saved, path);
      rmSync(beside, { force: true });
      if (made !== undefined) removeEmpty(folder, made);
    },
  };
}

/** A second name for a file; a copy where the file system knows no such thing. Throws EEXIST where the name is taken. */
function second(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST') throw reason;
    copyFileSync(path, name, constants.COPYFILE_EXCL);
  }
}

/** Takes away folders from `folder` up to `top`, as long as nothing is in them. */
function removeEmpty(folder: string, top: string): void {
  for (let at = folder; ; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
    if (at === top) return;
  }
}
