/** Files in memory as a file system of the editor: what is written there lasts as long as the window. Knows no corpus. */

import * as vscode from 'vscode';

interface Folder {
  readonly type: vscode.FileType.Directory;
  readonly ctime: number;
  mtime: number;
  readonly entries: Map<string, Entry>;
}

interface File {
  readonly type: vscode.FileType.File;
  readonly ctime: number;
  readonly mtime: number;
  readonly bytes: Uint8Array;
}

type Entry = Folder | File;

const { FileChangeType, FileSystemError, FileType } = vscode;

export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changedEmitter = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly root = newFolder();
  private filled: Promise<void> | undefined;

  readonly onDidChangeFile = this.changedEmitter.event;

  /** `load` is asked once, for the texts to begin with, by their paths. */
  constructor(private readonly load: () => Promise<Readonly<Record<string, string>>>) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { type, ctime, mtime, ...entry } = await this.entryAt(uri);
    return { type, ctime, mtime, size: 'bytes' in entry ? entry.bytes.length : 0 };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const { entries } = await this.folderAt(uri);
    return [...entries].map(([name, { type }]) => [name, type]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const entry = await this.entryAt(uri);
    if (entry.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
    return entry.bytes;
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    const { folder, name } = await this.placeOf(uri);
    if (folder.entries.has(name)) throw FileSystemError.FileExists(uri);
    folder.entries.set(name, newFolder());
    this.tell([FileChangeType.Created, uri]);
  }

  async writeFile(
    uri: vscode.Uri,
    bytes: Uint8Array,
    { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    const { folder, name } = await this.placeOf(uri);
    const known = folder.entries.get(name);
    if (known?.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
    if (!known && !create) throw FileSystemError.FileNotFound(uri);
    if (known && create && !overwrite) throw FileSystemError.FileExists(uri);
    folder.entries.set(name, newFile(bytes, known?.ctime));
    this.tell([known ? FileChangeType.Changed : FileChangeType.Created, uri]);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    const { folder, name } = await this.placeOf(uri);
    if (!folder.entries.delete(name)) throw FileSystemError.FileNotFound(uri);
    this.tell([FileChangeType.Deleted, uri]);
  }

  async rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): Promise<void> {
    const entry = await this.entryAt(from);
    const [before, after] = [await this.placeOf(from), await this.placeOf(to)];
    if (after.folder.entries.has(after.name) && !overwrite) throw FileSystemError.FileExists(to);
    before.folder.entries.delete(before.name);
    after.folder.entries.set(after.name, entry);
    this.tell([FileChangeType.Deleted, from], [FileChangeType.Created, to]);
  }

  private async entryAt(uri: vscode.Uri): Promise<Entry> {
    this.filled ??= this.fill();
    await this.filled;
    let at: Entry | undefined = this.root;
    for (const part of partsOf(uri.path)) {
      at = at.type === FileType.Directory ? at.entries.get(part) : undefined;
      if (!at) throw FileSystemError.FileNotFound(uri);
    }
    return at;
  }

  private async folderAt(uri: vscode.Uri): Promise<Folder> {
    const entry = await this.entryAt(uri);
    if (entry.type === FileType.Directory) return entry;
    throw FileSystemError.FileNotADirectory(uri);
  }

  private async placeOf(uri: vscode.Uri): Promise<{ readonly folder: Folder; readonly name: string }> {
    const name = partsOf(uri.path).at(-1);
    if (name === undefined) throw FileSystemError.NoPermissions(uri);
    return { folder: await this.folderAt(vscode.Uri.joinPath(uri, '..')), name };
  }

  private async fill(): Promise<void> {
    for (const [path, text] of Object.entries(await this.load())) {
      const parts = partsOf(path);
      const name = parts.pop();
      let folder = this.root;
      for (const part of parts) {
        const known = folder.entries.get(part);
        const next = known?.type === FileType.Directory ? known : newFolder();
        folder.entries.set(part, next);
        folder = next;
      }
      if (name !== undefined) folder.entries.set(name, newFile(new TextEncoder().encode(text)));
    }
  }

  private tell(...changes: readonly (readonly [vscode.FileChangeType, vscode.Uri])[]): void {
    this.changedEmitter.fire(changes.map(([type, uri]) => ({ type, uri })));
  }
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

function newFolder(): Folder {
  const now = Date.now();
  return { type: FileType.Directory, ctime: now, mtime: now, entries: new Map() };
}

function newFile(bytes: Uint8Array, ctime?: number): File {
  const now = Date.now();
  return { type: FileType.File, ctime: ctime ?? now, mtime: now, bytes };
}
