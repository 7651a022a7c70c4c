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
  const [found] = await vscode.workspace.findFiles(`**/${SETTINGS_FILE}`, '**/{node_modules,.git}/**', 1);
  return found && vscode.Uri.joinPath(found, '..');
}
