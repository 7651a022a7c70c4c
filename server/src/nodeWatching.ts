/**
 * Watches folders for editors that do not: Neovim on Linux, for instance, would never tell that a branch was switched.
 * Part of the entries: the only I/O. Knows no corpus.
 */

import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileEvent } from './lsp/fileEvents.ts';

/** Where a system watches trees by itself, one watcher does; elsewhere each folder needs its own. */
const WATCHES_TREES = process.platform === 'darwin' || process.platform === 'win32';
/** More folders than this are no corpus that anybody annotates: the rest goes unwatched. */
const MOST = 10_000;

export class FolderWatcher {
  /** By folder. */
  private readonly watchers = new Map<string, FSWatcher>();
  private roots: readonly string[] = [];

  constructor(private readonly tell: (events: readonly FileEvent[]) => void) {}

  /** Watches these folders and what is in them, and nothing else any more. */
  watch(roots: readonly string[]): void {
    const fresh = roots.filter((root) => !this.roots.includes(root));
    const gone = this.roots.filter((root) => !roots.includes(root));
    this.roots = roots;
    for (const root of gone) this.drop(root);
    // A folder that lay in one that is gone may still be wanted.
    for (const root of gone.length > 0 ? roots : fresh) this.add(root);
  }

  end(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private add(folder: string): void {
    if (this.watchers.has(folder) || this.watchers.size >= MOST) return;
    try {
      // Of a process that has nothing else to do, watching is no reason to go on.
      const options = { persistent: false, recursive: WATCHES_TREES };
      const watcher = watch(folder, options, (kind, name) => this.saw(folder, kind, name));
      watcher.on('error', () => this.drop(folder));
      this.watchers.set(folder, watcher);
      if (WATCHES_TREES) return;
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !isAside(entry.name)) this.add(join(folder, entry.name));
    } catch {
      // It is gone, or the system has no more watchers: the files are then as fresh as when they were last read.
    }
  }

  private saw(folder: string, kind: string, name: string | null): void {
    if (name === null || name.split(/[/\\]/).some(isAside)) return;
    const path = join(folder, name);
    const stats = statOf(path);
    if (!stats) this.drop(path);
    else if (stats.isDirectory()) this.add(path);
    const type = !stats ? 'deleted' : kind === 'rename' ? 'created' : 'changed';
    this.tell([{ uri: pathToFileURL(path).href, type }]);
  }

  private drop(folder: string): void {
    const inside = folder + sep;
    for (const [path, watcher] of this.watchers) {
      if (path !== folder && !path.startsWith(inside)) continue;
      watcher.close();
      this.watchers.delete(path);
    }
  }
}

/** What no corpus has files in. */
const isAside = (name: string): boolean => name === '.git' || name === 'node_modules';

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
