/** What watchers tell of changes on disk, which of it concerns a corpus, and which file belongs to which. */

import { SETTINGS_FILE } from '../core/settings.ts';
import type { Project } from './project.ts';

export interface FileEvent {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

export const isNoise = (uri: string): boolean => /\/(?:node_modules|\.git)(?:\/|$)/.test(uri);

/** Whether an event may concern a corpus: its files, what it ignores, and folders, of whose contents no event tells. */
export function concerns(project: Project, path: string, type: FileEvent['type']): boolean {
  if (project.library.kindOf(path) !== undefined || isIgnoreFile(path)) return true;
  const looksLikeFile = /\.[A-Za-z]\w*$/.test(path);
  if (type === 'created') return !looksLikeFile;
  // A folder that goes and is there again at once, as when a branch is switched, is told of as one that has changed.
  if (type === 'changed' && looksLikeFile) return false;
  for (const known of project.paths()) if (known.startsWith(`${path}/`)) return true;
  return false;
}

/** Whether it may change which files there are: settings, what is ignored, and every coming and going do. */
export const changesListing = (project: Project, path: string, type: FileEvent['type']): boolean =>
  type !== 'changed' || path === SETTINGS_FILE || isIgnoreFile(path) || !project.isListed(path);

const isIgnoreFile = (path: string): boolean => /(?:^|\/)\.gitignore$/.test(path);

/** The files of each corpus, by the path of its root; of nested corpora the innermost owns a file. */
export function corporaIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const roots = files
    .filter((file) => file === SETTINGS_FILE || file.endsWith(`/${SETTINGS_FILE}`))
    .map((file) => file.slice(0, -SETTINGS_FILE.length).replace(/\/$/, ''));
  const owned = new Map<string, string[]>(roots.map((root) => [root, []]));
  for (const file of files) {
    for (let folder = file; ; ) {
      const at = folder.lastIndexOf('/');
      folder = at < 0 ? '' : folder.slice(0, at);
      const own = owned.get(folder);
      if (own) own.push(folder === '' ? file : file.slice(folder.length + 1));
      if (own || at < 0) break;
    }
  }
  return owned;
}
