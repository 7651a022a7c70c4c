// An extension of the test runs in a browser: serves `virtual:` and, for reading only, `sealed:`, from texts that the harness
// hands over beside it. Must not know what is tested.
import * as vscode from 'vscode';
import { MemoryFiles } from '../../../../client/src/memoryFiles.ts';

interface Given {
  readonly virtual?: Readonly<Record<string, string>>;
  readonly sealed?: Readonly<Record<string, string>>;
  /** A root that is to be added to the window. */
  readonly another?: string;
}

export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const address = vscode.Uri.joinPath(extensionUri, 'files.json').toString(true);
  const given: Promise<Given> = fetch(address).then(async (response) => (await response.json()) as Given);
  for (const scheme of ['virtual', 'sealed'] as const) {
    const files = new MemoryFiles(async () => (await given)[scheme] ?? {});
    const options = { isCaseSensitive: true, isReadonly: scheme === 'sealed' };
    subscriptions.push(
      vscode.workspace.registerFileSystemProvider(scheme, files, options),
      // Without one, what is looked for by name is waited for in vain, and extensions that do so do not start.
      (vscode.workspace as unknown as Proposed).registerFileSearchProvider(scheme, {
        provideFileSearchResults: async (_, { folder, includes }) => {
          const names = new Set(includes.map((glob) => glob.split('/').at(-1)));
          return (await filesBelow(files, folder)).filter(({ path }) => names.has(path.split('/').at(-1)));
        },
      }),
    );
  }
  const { another } = await given;
  if (another && vscode.workspace.workspaceFolders?.length === 1)
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: vscode.Uri.parse(another) });
}

/** What is proposed to be part of the interface of VS Code. */
interface Proposed {
  registerFileSearchProvider(
    scheme: string,
    provider: {
      provideFileSearchResults(
        query: unknown,
        options: { readonly folder: vscode.Uri; readonly includes: readonly string[] },
      ): Promise<vscode.Uri[]>;
    },
  ): vscode.Disposable;
}

async function filesBelow(files: MemoryFiles, folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found = (await files.readDirectory(folder)).map(([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    return type === vscode.FileType.Directory ? filesBelow(files, uri) : [uri];
  });
  return (await Promise.all(found)).flat();
}
