/** The file system as Concord reads it: which files a folder holds, and their text. Part of the entries: the only I/O. */

import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type IgnoreRules, ignoreRules, isIgnored as isIgnoredBy } from './core/ignoring.ts';
import { pageName } from './lsp/pages.ts';

/** Larger files are no documents that a person annotates. */
const SIZE_LIMIT = 64 * 1024 * 1024;

export type FileText = { readonly text: string } | { readonly problem: string };

export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: string };

/** The text of a file, or why there is none. Never throws. A byte order mark stays in the text. */
export function readFile(path: string): FileText {
  const read = readBytes(path);
  return 'bytes' in read ? decode(read.bytes) : read;
}

/** The bytes of a file, or why there are none. Never throws. */
export function readBytes(path: string, limit = SIZE_LIMIT): FileBytes {
  let descriptor: number | undefined;
  try {
    // Without waiting: a pipe that has taken a file's place would be opened only when somebody writes to it.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { problem: 'it is a folder' };
    if (!stats.isFile()) return { problem: 'it is no file' };
    const { size } = stats;
    if (size > limit) return { problem: `it is larger than ${limit / 1024 / 1024} MB` };
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(descriptor, bytes, filled, size - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return { bytes: filled === size ? bytes : bytes.subarray(0, filled) };
  } catch (reason) {
    return { problem: wordsFor(reason) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** All of standard input, up to the same limit. */
export function readInput(): FileBytes {
  const parts: Buffer[] = [];
  const part = Buffer.allocUnsafe(65_536);
  for (let size = 0; ; ) {
    let count: number;
    try {
      count = readSync(0, part, 0, part.length, null);
    } catch (reason) {
      const { code } = reason as NodeJS.ErrnoException;
      // A pipe that has nothing yet; one whose writer is gone on Windows.
      if (code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        continue;
      }
      if (code === 'EOF') break;
      return { problem: wordsFor(reason) };
    }
    if (count === 0) break;
    size += count;
    if (size > SIZE_LIMIT) return { problem: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MB` };
    parts.push(Buffer.from(part.subarray(0, count)));
  }
  return { bytes: Buffer.concat(parts) };
}

/** A folder of the package, from the bundle as well as from the sources. */
export function packageFolder(path: string): string {
  const candidates = [join(__dirname, '../../..', path), join(__dirname, '../..', path)];
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates[0]!;
}

/** Where the page of a check stands. */
export const pagePath = (code: string): string => join(packageFolder('server/src/checks'), pageName(code));

export function readPage(code: string): string | undefined {
  const read = readFile(pagePath(code));
  return 'text' in read ? read.text : joinedPages()[pageName(code)];
}

/** The style sheet and the script of a report; undefined where they have not been built. */
export function readSiteAssets(): { readonly style: string; readonly script: string } | undefined {
  const folder = packageFolder('dist/client/webviews/report');
  const [style, script] = [readFile(join(folder, 'main.css')), readFile(join(folder, 'main.js'))];
  const bare = (text: string): string => text.replace(/\/[/*]# sourceMappingURL=.*$/m, '').trimEnd();
  return 'text' in style && 'text' in script
    ? { style: `${bare(style.text)}\n`, script: `${bare(script.text)}\n` }
    : undefined;
}

let joined: Readonly<Record<string, string>> | undefined;

/** A package may hold the pages joined into one file. */
function joinedPages(): Readonly<Record<string, string>> {
  if (!joined) {
    const read = readFile(join(packageFolder('dist/server'), 'pages.json'));
    joined = JSON.parse('text' in read ? read.text : '{}') as Readonly<Record<string, string>>;
  }
  return joined;
}

export function decode(bytes: Uint8Array): FileText {
  if (!isUtf8(bytes)) return { problem: 'it is not UTF-8 text' };
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') };
}

function wordsFor(reason: unknown): string {
  const code = (reason as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'it is not there any more';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return code ? `the system says ${code}` : String(reason);
  }
}

/**
 * The regular files below `root`, as paths with `/`, in order. `.git`, `node_modules` and what a `.gitignore` names are
 * left out. Links are followed inside the root only, and no folder is read twice.
 */
export function listFiles(root: string): readonly string[] {
  const walk = new Walk(root);
  walk.folder(root, '', rulesAbove(root));
  walk.follow();
  return [...walk.files].sort();
}

class Walk {
  readonly files = new Set<string>();
  private readonly links: { readonly path: string; readonly prefix: string; readonly rules: readonly IgnoreRules[] }[] =
    [];
  private readonly seen = new Set<string>();
  private readonly real: string;

  constructor(root: string) {
    this.real = realPath(root) ?? root;
  }

  folder(path: string, prefix: string, above: readonly IgnoreRules[]): void {
    const real = realPath(path);
    if (real === undefined || this.seen.has(real)) return;
    this.seen.add(real);
    let entries: Dirent[];
    try {
      entries = readdirSync(path, { withFileTypes: true });
    } catch {
      // A folder that cannot be read holds nothing that could be analysed.
      return;
    }
    const own = entries.some((entry) => entry.name === '.gitignore') ? rulesIn(path) : undefined;
    const rules = own ? [...above, own] : above;
    for (const entry of entries) {
      if (entry.name === '.git' || entry.name === 'node_modules') continue;
      const full = join(path, entry.name);
      if (entry.isSymbolicLink()) this.links.push({ path: full, prefix: prefix + entry.name, rules });
      else if (entry.isDirectory()) {
        if (!isIgnored(full, true, rules)) this.folder(full, `${prefix}${entry.name}/`, rules);
      } else if (entry.isFile() && !isIgnored(full, false, rules)) this.files.add(prefix + entry.name);
    }
  }

  /** Links last: what they lead to goes by its own name where it has been read under it. */
  follow(): void {
    for (let link = this.links.shift(); link; link = this.links.shift()) {
      const { path, prefix, rules } = link;
      const target = realPath(path);
      if (target === undefined || (target !== this.real && !target.startsWith(this.real + sep))) continue;
      const stats = statSync(target, { throwIfNoEntry: false });
      if (stats?.isDirectory()) {
        if (!isIgnored(path, true, rules)) this.folder(path, `${prefix}/`, rules);
      } else if (stats?.isFile() && !isIgnored(path, false, rules)) {
        if (!this.files.has(relative(this.real, target).split(sep).join('/'))) this.files.add(prefix);
      }
    }
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function rulesIn(folder: string): IgnoreRules | undefined {
  const path = join(folder, '.gitignore');
  // A pipe of that name would be waited for in vain.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const read = readFile(path);
  return 'text' in read ? ignoreRules(folder, read.text) : undefined;
}

/** The rules of the repository that `root` lies in, from its top down to the folder above `root`. */
function rulesAbove(root: string): readonly IgnoreRules[] {
  const rules: IgnoreRules[] = [];
  let folder = root;
  while (!isRepository(folder)) {
    const parent = dirname(folder);
    if (parent === folder) return [];
    folder = parent;
    const own = rulesIn(folder);
    if (own) rules.unshift(own);
  }
  // Somebody who opens a folder that its repository ignores wants to see what is in it.
  return isIgnored(root, true, rules) ? [] : rules;
}

const isRepository = (folder: string): boolean =>
  statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;

const isIgnored = (path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean =>
  isIgnoredBy(isFolder, rules, (folder) => relative(folder, path).split(sep).join('/'));
