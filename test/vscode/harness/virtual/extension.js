// An extension of the test runs in a browser: serves `virtual:` and, for reading only, `sealed:`, from files that the harness
// hands over beside it. No search, as with most file systems that extensions bring. Must not know what is tested.
const vscode = require('vscode');

exports.activate = async (context) => {
  const address = vscode.Uri.joinPath(context.extensionUri, 'files.json').toString(true);
  const files = fetch(address).then((response) => response.json());
  for (const [scheme, isReadonly] of [
    ['virtual', false],
    ['sealed', true],
  ]) {
    const provider = new Files(files.then((all) => all[scheme] ?? {}));
    const options = { isCaseSensitive: true, isReadonly };
    context.subscriptions.push(
      vscode.workspace.registerFileSystemProvider(scheme, provider, options),
      // Without one, what is looked for by name is waited for in vain, and extensions that do so do not start.
      vscode.workspace.registerFileSearchProvider(scheme, {
        provideFileSearchResults: async (_, { folder, includes }) => {
          const names = new Set(includes.map((glob) => glob.split('/').at(-1)));
          return (await provider.below(folder)).filter(({ path }) => names.has(path.split('/').at(-1)));
        },
      }),
    );
  }
  const { another } = await files;
  if (another && vscode.workspace.workspaceFolders?.length === 1)
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: vscode.Uri.parse(another) });
};

const { FileSystemError, FileType, FileChangeType } = vscode;

class Files {
  #changed = new vscode.EventEmitter();
  #root = folder();
  #filled;
  onDidChangeFile = this.#changed.event;

  /** @param {Promise<Record<string, string>>} files texts by path */
  constructor(files) {
    this.#filled = files.then((texts) => {
      for (const [path, text] of Object.entries(texts)) {
        const parts = partsOf({ path });
        let at = this.#root;
        for (const part of parts.slice(0, -1)) {
          if (!at.children.has(part)) at.children.set(part, folder());
          at = at.children.get(part);
        }
        at.children.set(parts.at(-1), file(new TextEncoder().encode(text)));
      }
    });
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri) {
    const { type, ctime, mtime, bytes } = await this.#find(uri);
    return { type, ctime, mtime, size: bytes?.length ?? 0 };
  }

  async readDirectory(uri) {
    const { children } = await this.#find(uri);
    if (!children) throw FileSystemError.FileNotADirectory(uri);
    return [...children].map(([name, { type }]) => [name, type]);
  }

  async readFile(uri) {
    const { bytes } = await this.#find(uri);
    if (!bytes) throw FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  /** All files in a folder and below it. */
  async below(uri) {
    const { children } = await this.#find(uri);
    const found = [...children].map(([name, { children }]) => {
      const at = vscode.Uri.joinPath(uri, name);
      return children ? this.below(at) : [at];
    });
    return (await Promise.all(found)).flat();
  }

  async createDirectory(uri) {
    const { parent, name } = await this.#place(uri);
    if (parent.children.has(name)) throw FileSystemError.FileExists(uri);
    parent.children.set(name, folder());
    this.#tell([FileChangeType.Created, uri]);
  }

  async writeFile(uri, bytes, { create, overwrite }) {
    const { parent, name } = await this.#place(uri);
    const known = parent.children.get(name);
    if (known?.children) throw FileSystemError.FileIsADirectory(uri);
    if (!known && !create) throw FileSystemError.FileNotFound(uri);
    if (known && create && !overwrite) throw FileSystemError.FileExists(uri);
    parent.children.set(name, { ...file(bytes), ...(known && { ctime: known.ctime }) });
    this.#tell([known ? FileChangeType.Changed : FileChangeType.Created, uri]);
  }

  async delete(uri) {
    await this.#find(uri);
    const { parent, name } = await this.#place(uri);
    parent.children.delete(name);
    this.#tell([FileChangeType.Deleted, uri]);
  }

  async rename(from, to, { overwrite }) {
    const moved = await this.#find(from);
    const [before, after] = [await this.#place(from), await this.#place(to)];
    if (after.parent.children.has(after.name) && !overwrite) throw FileSystemError.FileExists(to);
    before.parent.children.delete(before.name);
    after.parent.children.set(after.name, moved);
    this.#tell([FileChangeType.Deleted, from], [FileChangeType.Created, to]);
  }

  async #find(uri) {
    await this.#filled;
    let at = this.#root;
    for (const part of partsOf(uri)) {
      at = at.children?.get(part);
      if (!at) throw FileSystemError.FileNotFound(uri);
    }
    return at;
  }

  async #place(uri) {
    const parent = await this.#find(vscode.Uri.joinPath(uri, '..'));
    if (!parent.children) throw FileSystemError.FileNotADirectory(uri);
    return { parent, name: partsOf(uri).at(-1) };
  }

  #tell(...changes) {
    this.#changed.fire(changes.map(([type, uri]) => ({ type, uri })));
  }
}

const partsOf = ({ path }) => path.split('/').filter(Boolean);
const folder = () => ({ type: FileType.Directory, ctime: Date.now(), mtime: Date.now(), children: new Map() });
const file = (bytes) => ({ type: FileType.File, ctime: Date.now(), mtime: Date.now(), bytes });
