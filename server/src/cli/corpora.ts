/** Finds the corpora that paths belong to, and which of their files the paths mean. Knows folders, not what the files say. */

import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Environment, Files } from './environment.ts';
import { Told } from './usage.ts';

export interface Selection {
  /** By the names of their roots. */
  readonly corpora: readonly CorpusFiles[];
  readonly targets: readonly Target[];
}

/** A path as the user gave it, and what was found for it. */
export interface Target {
  readonly given: string;
  readonly kind: 'file' | 'folder';
  /** The roots of its corpora, as reported, with the names that it may have in each: empty for the whole. */
  readonly places: readonly { readonly root: string; readonly inside: readonly string[] }[];
  /** A corpus above a folder that holds corpora of its own, and so was not looked into. */
  readonly above: string | undefined;
}

/** A path that is not there. */
export class MissingPath extends Told {
  constructor(readonly given: string) {
    super(`${given === '' ? 'an empty path' : given} does not exist`);
  }
}

/**
 * The corpora of `paths`, or of the working directory where there are none: for a file the nearest one above it, for a
 * folder every one in it, else the nearest above. Files of a corpus inside another belong to the inner one alone.
 * Throws `MissingPath`.
 */
export function findCorpora(paths: readonly string[], { cwd, files }: Pick<Environment, 'cwd' | 'files'>): Selection {
  const disk = new Disk(files);
  const roots = new Map<string, { readonly root: string; readonly inside: Set<string> }>();
  const targets = (paths.length > 0 ? paths : ['.']).map((given): Target => {
    const path = resolve(cwd, given);
    const kind = given === '' ? undefined : files.kindOf(path);
    if (kind === undefined) throw new MissingPath(given);
    const folder = kind === 'folder' ? path : dirname(path);
    const below = kind === 'folder' ? disk.rootsIn(path) : [];
    const above = below.includes(path) ? undefined : disk.rootAbove(folder);
    const places = (below.length > 0 ? below : above === undefined ? [] : [above]).map((root) => {
      const known = roots.get(disk.real(root)) ?? { root, inside: new Set<string>() };
      roots.set(disk.real(root), known);
      const inside = namesIn(root, path, disk);
      for (const name of inside) known.inside.add(name);
      return { root: shown(cwd, known.root), inside };
    });
    const aside = below.length > 0 && above !== undefined ? shown(cwd, above) : undefined;
    return { given, kind: kind === 'folder' ? 'folder' : 'file', places, above: aside };
  });
  const corpora = [...roots.values()].map(({ root, inside }) =>
    corpusFiles({ cwd, folder: root, paths: ownedBy(disk.list(root)), inside: [...inside] }, files),
  );
  return { corpora: corpora.sort((a, b) => (a.root < b.root ? -1 : 1)), targets };
}

/** A corpus that was found, as plain data. */
export interface Found {
  readonly cwd: string;
  readonly folder: string;
  /** From the folder. */
  readonly paths: readonly string[];
  /** The files and folders, from the folder, in which findings are asked for; empty for all of it. */
  readonly inside: readonly string[];
}

export function corpusFiles(found: Found, files: Files): CorpusFiles {
  const { cwd, folder, paths } = found;
  const inside = new Set(found.inside);
  return {
    found,
    root: shown(cwd, folder),
    paths,
    read: (path) => files.read(join(folder, path)),
    expect: (expected) => files.expect?.(expected.map((path) => join(folder, path))),
    replace: (path, before, text) => files.replace(join(folder, path), before, text),
    selects: (path) => prefixesOf(path).some((prefix) => inside.has(prefix)),
    nameOf: (path) => shown(cwd, join(folder, path)),
    pathOf: (path) => join(folder, path),
  };
}

/**
 * The paths that `path` may have inside the corpus at `root`: its own, and where a link leads somewhere else in it, that
 * of the place, because no folder is listed under two names. Empty for the root and for whatever holds it.
 */
function namesIn(root: string, path: string, disk: Disk): readonly string[] {
  const names = [relative(root, path), relative(disk.real(root), disk.real(path))].filter((name) => !leaves(name));
  return names.length === 0 ? [''] : names.map((name) => name.split(sep).join('/'));
}

const leaves = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

/** A path and every folder above it, up to the root, which is empty. */
function prefixesOf(path: string): readonly string[] {
  const prefixes = ['', path];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) prefixes.push(path.slice(0, at));
  return prefixes;
}

/** The files of a listing that no corpus further in owns. */
function ownedBy(paths: readonly string[]): readonly string[] {
  const inner = new Set(paths.filter((path) => path.endsWith(`/${SETTINGS_FILE}`)).map(folderOf));
  if (inner.size === 0) return paths;
  return paths.filter((path) => !prefixesOf(folderOf(path)).some((prefix) => prefix !== '' && inner.has(prefix)));
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The path as a person in `cwd` would write it, with `/`. */
const shown = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';

/** The file system, asked no question twice. */
class Disk {
  private readonly lists = new Map<string, readonly string[]>();
  private readonly above = new Map<string, string | undefined>();
  private readonly reals = new Map<string, string>();

  constructor(private readonly files: Files) {}

  list(folder: string): readonly string[] {
    return remembered(this.lists, folder, () => this.files.list(folder));
  }

  real(path: string): string {
    return remembered(this.reals, path, () => this.files.realPath(path));
  }

  /** The corpora in a folder; those in hidden folders are nobody's business unless they are asked for. */
  rootsIn(folder: string): readonly string[] {
    const roots = this.list(folder)
      .filter((path) => path.endsWith(`/${SETTINGS_FILE}`) && !path.split('/').some((part) => part.startsWith('.')))
      .map((path) => join(folder, folderOf(path)));
    return this.isRoot(folder) ? [folder, ...roots] : roots;
  }

  rootAbove(folder: string): string | undefined {
    return remembered(this.above, folder, () => {
      if (this.isRoot(folder)) return folder;
      const parent = dirname(folder);
      return parent === folder ? undefined : this.rootAbove(parent);
    });
  }

  private isRoot(folder: string): boolean {
    const settings = join(folder, SETTINGS_FILE);
    if (this.files.kindOf(settings) !== 'file') return false;
    return !leaves(relative(this.real(folder), this.real(settings)));
  }
}

function remembered<V>(known: Map<string, V>, key: string, find: () => V): V {
  if (known.has(key)) return known.get(key) as V;
  const found = find();
  known.set(key, found);
  return found;
}
