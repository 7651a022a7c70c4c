/** The file system as the command line needs it, for reading and writing. Part of the entries. */

import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Files } from './cli/environment.ts';
import { listFiles, readBytes, readFile } from './nodeFiles.ts';

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
  readBytes,
  create(path, text, { isProgram = false } = {}) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, text, { flag: 'wx', ...(isProgram && { mode: 0o777 }) });
      return true;
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw reason;
    }
  },
  replace(path, before, text) {
    // A link stays one, and its target is written.
    const target = realpathSync.native(path);
    const read = readFile(target);
    if (!('text' in read) || read.text !== before) return false;
    accessSync(target, constants.W_OK);
    // In one step: whatever happens, the file is either the old one or the new one.
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.concord`);
    try {
      writeFileSync(beside, text, { flag: 'wx', mode: statSync(target).mode });
      renameSync(beside, target);
    } catch (reason) {
      rmSync(beside, { force: true });
      throw reason;
    }
    return true;
  },
  isTaken: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
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
};
