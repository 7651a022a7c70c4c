/** The file system as the command line needs it, for reading and writing. Part of the entries. */

import { lstatSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Files } from './cli/environment.ts';
import { listFiles, readBytes, readFile } from './nodeFiles.ts';
import { createFile, replaceFiles } from './nodeWriting.ts';
import { stage } from './stagedFiles.ts';

export const disk: Files = {
  kindOf(path) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats && (stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other');
    } catch {
      // A path through a file, one that is too long, a ring of links: nothing is there.
      return undefined;
    }
  },
  realPath(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  list: listFiles,
  read: readFile,
  stamp(path) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile()) return undefined;
      const { size, mtimeMs, ctimeMs, ino } = stats;
      return { mark: `${size}:${mtimeMs}:${ctimeMs}:${ino}`, changed: Math.max(mtimeMs, ctimeMs) };
    } catch {
      return undefined;
    }
  },
  readBytes,
  create: createFile,
  replace: (path, before, text) => replaceFiles([{ path, before, text }]).length === 0,
  replaceAll: replaceFiles,
  isTaken: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  isEmpty: (folder) => readdirSync(folder).length === 0,
  move(from, to) {
    if (!disk.isTaken(from) || disk.isTaken(to)) return false;
    renameSync(from, to);
    return true;
  },
  remove(path, text) {
    const read = readFile(path);
    if (!('text' in read) || read.text !== text) return false;
    rmSync(path);
    return true;
  },
  stage,
};
