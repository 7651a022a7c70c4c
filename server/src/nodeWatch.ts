/** Tells of changes in a folder and all below it, on Node. Part of the entries: knows no Concord but what it never reads. */

import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Calls `changed` with the path of whatever was written, made or taken away; for a folder that stands for all in it.
 * One watcher for each folder: the recursive kind of Node 20 takes one for each file on Linux, and goes into
 * `node_modules`. Throws what the system objects to, such as too many watchers.
 */
export function watchFolder(root: string, changed: (path: string) => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let started = false;
  const forget = (folder: string): void => {
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const add = (folder: string): void => {
    const watcher = watch(folder, (event, name) => {
      const path = name === null ? folder : join(folder, name);
      // Names come and go; a folder that is made anew under its name needs new watchers.
      if (event === 'rename' && name !== null && !isPassedOver(name)) {
        forget(path);
        if (isFolder(path)) attempt(path);
      }
      changed(path);
    });
    watcher.on('error', () => forget(folder));
    watchers.set(folder, watcher);
    // Watched first, listed then: what is made in between is told or found.
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !isPassedOver(entry.name)) attempt(join(folder, entry.name));
    }
  };
  const attempt = (folder: string): void => {
    try {
      add(folder);
    } catch (reason) {
      const { code } = reason as NodeJS.ErrnoException;
      // It may be gone again, or nobody's business. Later on there is nobody to tell.
      if (!started && code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EACCES' && code !== 'EPERM') throw reason;
    }
  };
  try {
    add(root);
  } catch (reason) {
    forget(root);
    throw reason;
  }
  started = true;
  return {
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

const isPassedOver = (name: string): boolean => name === '.git' || name === 'node_modules';

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
