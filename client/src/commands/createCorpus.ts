/** Makes a folder a corpus: its settings, and the folder for the records of entities. Overwrites nothing. */

import * as vscode from 'vscode';
import { corpusAbove, exists, SETTINGS_FILE } from '../corpusFolder.ts';

const SETTINGS = `# The settings of this corpus: everything below this folder belongs to it.
version: 1

# Which files are documents and which hold the records of entities.
documents: "**/*.{md,markdown,txt}"
entities: entities/**/*.{yaml,yml}

# The languages of the documents.
languages: [en, zh]
`;

/** Where records go; documents may lie anywhere. */
const RECORDS = 'entities';

/**
 * Asks for a folder if none is given, and writes a corpus there.
 * @returns the folder that is a corpus now; undefined if the user has changed their mind
 */
export async function createCorpus(given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = given instanceof vscode.Uri ? given : await askForFolder();
  if (!folder) return undefined;
  const above = await corpusAbove(folder);
  if (above) {
    const inside = above.path !== folder.path;
    const message = inside
      ? vscode.l10n.t('{0} lies in a corpus already, that of {1}.', nameOf(folder), nameOf(above))
      : vscode.l10n.t('{0} is a corpus already.', nameOf(folder));
    const open = vscode.l10n.t('Open its settings');
    const nested = vscode.l10n.t('Create another one inside');
    const choice = await vscode.window.showInformationMessage(message, open, ...(inside ? [nested] : []));
    if (choice === open) await show(above);
    if (choice !== nested) return undefined;
  }
  try {
    await writeCorpus(folder);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    void vscode.window.showErrorMessage(vscode.l10n.t('The corpus could not be created: {0}', why));
    return undefined;
  }
  await show(folder);
  return folder;
}

/** Writes the files of a new corpus; what is there stays as it is. */
export async function writeCorpus(folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(vscode.Uri.joinPath(folder, RECORDS));
  const settings = vscode.Uri.joinPath(folder, SETTINGS_FILE);
  if (!(await exists(settings))) await fs.writeFile(settings, new TextEncoder().encode(SETTINGS));
}

interface FolderItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** The open folder, if there is just one and nothing else to choose. */
async function askForFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return askForAnyFolder();
  const items: FolderItem[] = [
    ...folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, uri })),
    { label: vscode.l10n.t('Another folder …') },
  ];
  const placeHolder = vscode.l10n.t('The folder that holds the documents and the records of entities');
  const title = vscode.l10n.t('Create a corpus');
  const choice = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return choice && (choice.uri ?? (await askForAnyFolder()));
}

async function askForAnyFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
    title: vscode.l10n.t('Create a corpus'),
    openLabel: vscode.l10n.t('Create corpus here'),
  });
  return chosen?.[0];
}

async function show(folder: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, SETTINGS_FILE));
}

const nameOf = (folder: vscode.Uri): string => folder.path.split('/').pop() || folder.fsPath;
