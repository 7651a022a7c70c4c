/** Files for a server that has no file system: read through the editor, which has one for every scheme. */

import ignore, { type Ignore } from 'ignore';
import * as vscode from 'vscode';

/** What the server gets for a file: its text, or why there is none. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Larger files are no documents that a person annotates. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** Folders that are read at a time: each may be a request to a distant machine. */
const AT_ONCE = 16;

/** UTF-8 or nothing; a byte order mark stays in the text. */
export async function readFile(uri: vscode.Uri): Promise<FileText> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.length > SIZE_LIMIT) return { problem: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MB` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (reason) {
    if (reason instanceof TypeError) return { problem: 'it is not UTF-8 text' };
    if (!(reason instanceof vscode.FileSystemError)) return { problem: String(reason) };
    switch (reason.code) {
      case 'FileNotFound':
        return { problem: 'it is not there any more' };
      case 'NoPermissions':
        return { problem: 'permission is denied' };
      case 'FileIsADirectory':
        return { problem: 'it is a folder' };
      default:
        return { problem: reason.message };
    }
  }
}

/** The pages of the checks, as the package holds them. */
export async function readPages(extension: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/server/pages.json'));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The rules of a `.gitignore`, and the path of its folder from the root: empty, or ending in `/`. */
interface Rules {
  readonly prefix: string;
  readonly ignore: Ignore;
}

interface Folder {
  readonly uri: vscode.Uri;
  readonly prefix: string;
  readonly rules: readonly Rules[];
}

/**
 * The files below `root` as paths from it, with `/`, in order; without `.git`, `node_modules`, links, and what a
 * `.gitignore` in `root` or below names.
 */
export async function listFiles(root: vscode.Uri): Promise<readonly string[]> {
  const files: string[] = [];
  let folders: readonly Folder[] = [{ uri: root, prefix: '', rules: [] }];
  while (folders.length > 0) {
    const next: Folder[] = [];
    for (let i = 0; i < folders.length; i += AT_ONCE) {
      const read = await Promise.all(folders.slice(i, i + AT_ONCE).map(readFolder));
      for (const { own, below } of read) {
        files.push(...own);
        next.push(...below);
      }
    }
    folders = next;
  }
  return files.sort();
}

async function readFolder({ uri, prefix, rules }: Folder): Promise<{ own: string[]; below: Folder[] }> {
  const own: string[] = [];
  const below: Folder[] = [];
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(uri);
  } catch {
    // A folder that cannot be read holds nothing that could be analysed.
    return { own, below };
  }
  const added = entries.some(([name]) => name === '.gitignore') ? await rulesIn(uri, prefix) : undefined;
  const holding = added ? [...rules, added] : rules;
  for (const [name, type] of entries) {
    if (name === '.git' || name === 'node_modules') continue;
    const path = prefix + name;
    if (type === vscode.FileType.File && !isIgnored(path, holding)) own.push(path);
    if (type === vscode.FileType.Directory && !isIgnored(`${path}/`, holding))
      below.push({ uri: vscode.Uri.joinPath(uri, name), prefix: `${path}/`, rules: holding });
  }
  return { own, below };
}

async function rulesIn(folder: vscode.Uri, prefix: string): Promise<Rules | undefined> {
  const read = await readFile(vscode.Uri.joinPath(folder, '.gitignore'));
  return 'text' in read ? { prefix, ignore: ignore().add(read.text) } : undefined;
}

/** The last rule that speaks of the path decides; the rules of a deeper folder come later. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  let ignored = false;
  for (const { prefix, ignore: test } of rules) {
    const verdict = test.test(path.slice(prefix.length));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
