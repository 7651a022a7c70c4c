/** The files that git keeps, in its index or in a commit, as a source of files like the disk. Decides nothing about them. */

import { isUtf8 } from 'node:buffer';
import { basename, dirname, posix } from 'node:path';
import { type IgnoreRules, ignoreRules, isIgnored } from '../../core/ignoring.ts';
import type { FileBytes, Files, FileText } from '../environment.ts';
import { Blobs, isStandIn } from './blobs.ts';
import { asDigested } from './lineEnds.ts';
import { fieldsOf, GitProblem, NOTHING, type Repository, textOf } from './repository.ts';

/** A file as git keeps it. */
export interface Entry {
  /** `100644` and the like; `120000` is a link. */
  readonly mode: string;
  readonly id: string;
  /** The repository that has it: another one for what lies in a submodule. */
  readonly owner: Owner;
  /** Two branches disagree about it, and nobody has decided yet. */
  readonly unmerged?: boolean;
}

interface Owner {
  readonly repository: Repository;
  /** Where the repository stands in the outermost one: empty, or a path that ends with `/`. */
  readonly prefix: string;
  readonly blobs: Blobs;
}

/** By the paths from the top, with `/`. */
export type Listing = ReadonlyMap<string, Entry>;

/** The files that are staged or, unstaged, as they were committed last. Throws `GitProblem`. */
export function stagedListing(repository: Repository): Listing {
  if (repository.isBare) throw new GitProblem('a bare repository has nothing staged');
  const owner = { repository, prefix: '', blobs: new Blobs(repository) };
  const found = new Map<string, Entry>();
  for (const field of fieldsOf(repository.ask(['ls-files', '--stage', '-z']))) {
    const [, mode, id, stage, path] = /^(\d+) ([0-9a-f]+) ([0-3])\t([\s\S]*)$/.exec(field) ?? [];
    if (path !== undefined) add(found, path, { mode: mode!, id: id!, owner, ...(stage !== '0' && { unmerged: true }) });
  }
  return found;
}

/** The files of a commit, or of `NOTHING`. Throws `GitProblem`. */
export function committedListing(repository: Repository, commit: string, prefix = ''): Listing {
  const owner = { repository, prefix, blobs: new Blobs(repository) };
  const found = new Map<string, Entry>();
  if (commit === NOTHING) return found;
  for (const field of fieldsOf(repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit]))) {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]*)$/.exec(field) ?? [];
    if (path !== undefined) add(found, prefix + path, { mode: mode!, id: id!, owner });
  }
  return found;
}

/** Of a submodule the files of the commit that is meant, where it has been fetched. */
function add(found: Map<string, Entry>, path: string, entry: Entry): void {
  if (entry.mode !== '160000') {
    found.set(path, entry);
    return;
  }
  const { repository, prefix } = entry.owner;
  const submodule = repository.submodule(path.slice(prefix.length));
  if (!submodule) return;
  try {
    for (const [inner, file] of committedListing(submodule, entry.id, `${path}/`)) found.set(inner, file);
  } catch (reason) {
    // A commit that has not been fetched: its files are as absent as those of a submodule that has not been.
    if (!(reason instanceof GitProblem)) throw reason;
  }
}

/** The paths at which two listings differ, what is gone among them. */
export function changedBetween(before: Listing, after: Listing): ReadonlySet<string> {
  const same = (a: Entry, b: Entry | undefined) => b && a.id === b.id && a.mode === b.mode && a.unmerged === b.unmerged;
  return new Set([
    ...[...before].filter(([path, entry]) => !same(entry, after.get(path))).map(([path]) => path),
    ...[...after.keys()].filter((path) => !before.has(path)),
  ]);
}

const READ_ONLY = 'what git keeps cannot be written to';

/** The files of a listing, each under the path that it has on the disk. Nothing can be written to them. */
export class Snapshot implements Files {
  private readonly folders = new Set<string>(['']);
  private readonly rules = new Map<string, readonly IgnoreRules[]>();
  private readonly ignored = new Map<string, boolean>();

  constructor(
    private readonly repository: Repository,
    private readonly listing: Listing,
    private readonly disk: Pick<Files, 'realPath' | 'kindOf'>,
  ) {
    for (const path of listing.keys()) {
      for (let folder = parentOf(path); !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
    }
  }

  kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
    const inside = this.placeOf(path);
    if (inside === undefined) return undefined;
    if (this.folders.has(inside)) return 'folder';
    const entry = this.entryAt(inside);
    if (entry) return entry.mode === '120000' ? 'other' : 'file';
    // Somebody may ask in a folder that git has nothing of, or for a file that it has not been told of.
    const kind = this.disk.kindOf(path);
    return kind === 'file' ? 'other' : kind;
  }

  realPath(path: string): string {
    return this.disk.realPath(path);
  }

  /** What no rule ignores. A link is left out: what it leads to stands under its own name. */
  list(folder: string): readonly string[] {
    const inside = this.placeOf(folder);
    if (inside === undefined) return [];
    const prefix = inside === '' ? '' : `${inside}/`;
    // Somebody who names a folder that is ignored wants to see what is in it.
    const from = inside !== '' && this.isIgnored(inside, true, '') ? inside : '';
    const found: string[] = [];
    for (const [path, { mode }] of this.listing) {
      if (!path.startsWith(prefix) || mode === '120000') continue;
      const name = path.slice(prefix.length);
      if (name.includes('node_modules') && name.split('/').includes('node_modules')) continue;
      if (!this.isIgnored(path, false, from)) found.push(name);
    }
    return found.sort();
  }

  read(path: string): FileText {
    const read = this.readBytes(path);
    if ('problem' in read) return read;
    if (!isUtf8(read.bytes)) return { problem: 'it is not UTF-8 text' };
    const text = Buffer.from(read.bytes).toString('utf8');
    const entry = this.entryAt(this.placeOf(path) ?? '');
    return { text: entry ? asDigested(text, () => this.isConverted(path, entry)) : text };
  }

  readBytes(path: string): FileBytes {
    const inside = this.placeOf(path);
    const entry = inside === undefined ? undefined : this.entryAt(inside);
    if (!entry) return { problem: 'it is not there' };
    if (entry.unmerged) return { problem: 'two branches disagree about it, and git waits for a decision' };
    const read = entry.owner.blobs.read(entry.id);
    if (!('bytes' in read) || !isStandIn(read.bytes)) return read;
    const { owner, id } = entry;
    const name = inside!.slice(owner.prefix.length);
    const filtered = owner.repository.try([...owner.repository.guard, 'cat-file', '--filters', `--path=${name}`, id]);
    return typeof filtered === 'string' ? read : { bytes: filtered };
  }

  expect(paths: readonly string[]): void {
    const byOwner = new Map<Owner, string[]>();
    for (const path of paths) {
      const entry = this.entryAt(this.placeOf(path) ?? '');
      if (!entry) continue;
      const ids = byOwner.get(entry.owner) ?? [];
      byOwner.set(entry.owner, ids);
      ids.push(entry.id);
    }
    for (const [{ blobs }, ids] of byOwner) blobs.expect(ids);
  }

  isEmpty(folder: string): boolean {
    return this.list(folder).length === 0;
  }

  isTaken(path: string): boolean {
    return this.kindOf(path) !== undefined;
  }

  create(): boolean {
    throw new GitProblem(READ_ONLY);
  }

  replace(): boolean {
    throw new GitProblem(READ_ONLY);
  }

  stage(): never {
    throw new GitProblem(READ_ONLY);
  }

  replaceAll(): readonly string[] {
    throw new GitProblem(READ_ONLY);
  }

  move(): boolean {
    throw new GitProblem(READ_ONLY);
  }

  remove(): boolean {
    throw new GitProblem(READ_ONLY);
  }

  /** The path from the top; undefined outside. */
  private placeOf(path: string): string | undefined {
    const folder = this.repository.inside(dirname(path));
    const place = folder === undefined ? undefined : posix.join(folder, basename(path));
    const isKnown = place !== undefined && (this.listing.has(place) || this.folders.has(place));
    return isKnown ? place : this.repository.inside(path);
  }

  /** The file at a path, links to other files of the listing followed. */
  private entryAt(path: string): Entry | undefined {
    let at = path;
    for (let steps = 0; steps < 8; steps++) {
      const entry = this.listing.get(at);
      if (entry?.mode !== '120000') return entry;
      const read = entry.owner.blobs.read(entry.id);
      const target = 'bytes' in read ? textOf(read.bytes) : '/';
      at = posix.join(parentOf(at), target);
      if (target.startsWith('/') || !this.listing.has(at)) return entry;
    }
    return undefined;
  }

  /** Whether git may write the file with other line ends than it keeps it with. */
  private isConverted(path: string, { owner }: Entry): boolean {
    const name = (this.placeOf(path) ?? '').slice(owner.prefix.length);
    const attributes = owner.repository.try(['check-attr', '-z', '--stdin', 'text', 'eol'], `${name}\0`);
    const values = typeof attributes === 'string' ? [] : fieldsOf(attributes).filter((_, i) => i % 3 === 2);
    const [kind = 'unspecified', ends = 'unspecified'] = values;
    if (kind === 'unset') return false;
    if (kind !== 'unspecified' || ends !== 'unspecified') return true;
    const automatic = owner.repository.try(['config', '--get', 'core.autocrlf']);
    return typeof automatic !== 'string' && /^(?:true|input|yes|on|1)$/i.test(textOf(automatic).trim());
  }

  private isIgnored(path: string, isFolder: boolean, from: string): boolean {
    const key = `${from}\0${path}`;
    const known = isFolder ? this.ignored.get(key) : undefined;
    if (known !== undefined) return known;
    const parent = parentOf(path);
    const above = path !== from && parent !== from && parent !== '' && this.isIgnored(parent, true, from);
    const ignored = above || isIgnored(isFolder, this.rulesFor(parent, from), (folder) => within(folder, path));
    if (isFolder) this.ignored.set(key, ignored);
    return ignored;
  }

  /** The rules of a folder and those above it, up to `from`. */
  private rulesFor(folder: string, from: string): readonly IgnoreRules[] {
    const key = `${from}\0${folder}`;
    const known = this.rules.get(key);
    if (known) return known;
    const above = folder === from || folder === '' ? [] : this.rulesFor(parentOf(folder), from);
    const path = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
    const entry = this.listing.get(path);
    const read = entry && entry.mode !== '120000' ? entry.owner.blobs.read(entry.id) : undefined;
    const rules = read && 'bytes' in read ? [...above, ignoreRules(folder, textOf(read.bytes))] : above;
    this.rules.set(key, rules);
    return rules;
  }
}

const within = (folder: string, path: string): string => (folder === '' ? path : path.slice(folder.length + 1));
const parentOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');
