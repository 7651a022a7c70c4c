/** Which folders are corpora, as far as the editor must know to start the server: those with a concord.yaml. Reads none. */

import * as vscode from 'vscode';

export const SETTINGS_FILE = 'concord.yaml';

/** The languages of documents; records and settings are YAML. */
export const PROSE: readonly string[] = ['markdown', 'plaintext'];

/** Schemes of what is shown in an editor but is no file of anybody's. */
const NO_FILES: ReadonlySet<string> = new Set([
  ...['git', 'gitfs', 'git-index', 'output', 'untitled', 'comment', 'vscode', 'vscode-settings', 'vscode-userdata'],
  ...['walkThrough', 'walkThroughSnippet', 'search-editor', 'debug', 'vscode-notebook-cell', 'vscode-chat-code-block'],
]);

export const isFileOfSomebody = (uri: vscode.Uri): boolean => !NO_FILES.has(uri.scheme);

/** Whether Concord may have something to say about an open document, provided that it lies in a corpus. */
export function isCandidate({ uri, languageId }: vscode.TextDocument): boolean {
  return isFileOfSomebody(uri) && (PROSE.includes(languageId) || languageId === 'yaml' || isSettings(uri));
}

export const isSettings = (uri: vscode.Uri): boolean => uri.path.endsWith(`/${SETTINGS_FILE}`);

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The nearest folder with a concord.yaml, from `folder` upwards. */
export async function corpusAbove(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let at = folder; ; ) {
    if (await exists(vscode.Uri.joinPath(at, SETTINGS_FILE))) return at;
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) return undefined;
    at = parent;
  }
}

/** A corpus in or around the open folders, if there is any. */
export async function corpusInWorkspace(): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const above = await corpusAbove(uri);
    if (above) return above;
  }
  return byName();
}

/** Milliseconds that a search may take before folders are looked through instead. */
const PATIENCE = 3_000;
/** Folders that are looked through at most: each may be a request to a distant machine. */
const MOST_FOLDERS = 300;

/** By the editor's search; where the file system of a folder has none, that finds nothing or never ends. */
async function byName(): Promise<vscode.Uri | undefined> {
  const source = new vscode.CancellationTokenSource();
  const search = vscode.workspace.findFiles(`**/${SETTINGS_FILE}`, '**/{node_modules,.git}/**', 1, source.token);
  const timer = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE));
  const found = (await Promise.race([search, timer]))?.[0];
  source.cancel();
  if (found) return vscode.Uri.joinPath(found, '..');
  // On a disk the search is to be believed.
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return corpusBelow(folders.filter(({ scheme }) => scheme !== 'file'));
}

/** A corpus in one of the folders or below. Level by level, since it seldom lies deep. */
export async function corpusBelow(given: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const folders = [...given];
  for (let i = 0; i < Math.min(folders.length, MOST_FOLDERS); i++) {
    const folder = folders[i]!;
    try {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
        if (name === SETTINGS_FILE) return folder;
        const isSource = type === vscode.FileType.Directory && name !== '.git' && name !== 'node_modules';
        if (isSource) folders.push(vscode.Uri.joinPath(folder, name));
      }
    } catch {
      // What cannot be read holds nothing that could be analysed.
    }
  }
  return undefined;
}
