/** Which file of a corpus is what, by its path and the settings' globs. Knows no file system. */

import { globTest } from './glob.ts';
import { SETTINGS_FILE, type Settings } from './settings.ts';

export type FileKind = 'settings' | 'records' | 'document';

export interface Layout {
  /** What the file at `path`, from the corpus root with `/`, is; undefined where it is none of the corpus' files. */
  kindOf(path: string): FileKind | undefined;
}

/** Dot files and folders, `node_modules` and what `exclude` names are never part of a corpus. */
export function layoutOf(settings: Settings): Layout {
  const documents = matcher(settings.documents);
  const entities = matcher(settings.entities);
  const excluded = settings.exclude.length > 0 ? matcher(settings.exclude.flatMap(withContents)) : () => false;
  return {
    kindOf(path) {
      if (path === SETTINGS_FILE) return 'settings';
      if (isHidden(path) || excluded(path)) return undefined;
      if (entities(path)) return 'records';
      return documents(path) ? 'document' : undefined;
    },
  };
}

/** A folder's name excludes what is in it, as in a `.gitignore`. */
const withContents = (glob: string): readonly string[] => [glob, `${glob.replace(/\/$/, '')}/**`];

const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part === 'node_modules' || (part.startsWith('.') && part.length > 1));

function matcher(globs: readonly string[]): (path: string) => boolean {
  // One that would take too long is reported with the settings, and names nothing.
  const tests = globs.flatMap((glob) => globTest(glob) ?? []);
  return (path) => tests.some((test) => test(path));
}
