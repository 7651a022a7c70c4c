/** Opens a copy of the example corpus, to be changed and kept; or, in a browser, to be tried. The one that comes with the extension stays as it is. */

import * as vscode from 'vscode';
import { exists } from '../corpusFolder.ts';
import { MemoryFiles } from '../memoryFiles.ts';

const NAME = 'concord-example';
/** The scheme of a copy in memory, where there is one. */
const SCHEME = 'concord-example';

export async function openExample(extension: vscode.Uri): Promise<void> {
  const { workspace } = vscode;
  // Only where files may be on no disk at all.
  const inMemory = workspace.fs.isWritableFileSystem(SCHEME) === true;
  const choice = inMemory ? await askWhere() : 'folder';
  if (choice === undefined) return;
  try {
    const copy = choice === 'memory' ? vscode.Uri.from({ scheme: SCHEME, path: `/${NAME}` }) : await copied(extension);
    if (!copy) return;
    const forceNewWindow = workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    void vscode.window.showErrorMessage(vscode.l10n.t('The example could not be copied: {0}', why));
  }
}

/** Has a copy of the example in memory, which each window makes for itself. For browsers, where a person may have no disk. */
export function serveExample(extension: vscode.Uri): vscode.Disposable {
  const files = new MemoryFiles(async () => {
    const texts = Object.entries(await textsOfExample(extension));
    return Object.fromEntries(texts.map(([path, text]) => [`${NAME}/${path}`, text]));
  });
  return vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true });
}

/** Copies the example to a new folder in `into`; gives that folder. */
export async function copyExample(extension: vscode.Uri, into: vscode.Uri): Promise<vscode.Uri> {
  const target = await freeName(into);
  for (const [path, text] of Object.entries(await textsOfExample(extension))) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, path), new TextEncoder().encode(text));
  }
  return target;
}

async function askWhere(): Promise<'memory' | 'folder' | undefined> {
  const { t } = vscode.l10n;
  const items = [
    {
      label: t('Try it in this browser'),
      detail: t('Change what you like. When the window is loaded again, the example is as it was.'),
      choice: 'memory' as const,
    },
    { label: t('Copy it to a folder …'), detail: t('To keep what you change.'), choice: 'folder' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('Open the example corpus') }))?.choice;
}

async function copied(extension: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Where should the copy of the example corpus go?'),
    openLabel: vscode.l10n.t('Copy here and open'),
  });
  const into = chosen?.[0];
  return into && copyExample(extension, into);
}

/** By paths from the folder of the corpus. */
async function textsOfExample(extension: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const file = vscode.Uri.joinPath(extension, 'dist/client/example.json');
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
}

async function freeName(into: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const candidate = vscode.Uri.joinPath(into, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await exists(candidate))) return candidate;
  }
}
