/** Which files may not be written, and edits that leave those alone. Knows no edit of its own. */

import * as vscode from 'vscode';

/** As far as an extension is told; that an editor was made read-only for a while it is not. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  const settings = vscode.workspace.getConfiguration('files', uri);
  if (isListed(uri, settings.get('readonlyInclude')) && !isListed(uri, settings.get('readonlyExclude'))) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // A file that is not saved yet.
    return false;
  }
}

/**
 * Makes an edit unless one of its files may not be written. VS Code itself would change the text of a read-only editor, which
 * nobody could save or undo; where that has happened all of the edit is taken back.
 */
export async function applyWhereWritable(
  edit: vscode.WorkspaceEdit,
  created: readonly vscode.Uri[],
  metadata?: vscode.WorkspaceEditMetadata,
): Promise<boolean> {
  const uris = edit.entries().map(([uri]) => uri);
  if ((await Promise.all(uris.map(isReadOnly))).includes(true)) return false;
  const before = new Map(uris.map((uri) => [uri.toString(), opened(uri)?.getText()]));
  const saved = new Set<vscode.TextDocument>();
  const watch = vscode.workspace.onDidSaveTextDocument((document) => saved.add(document));
  try {
    if (!(await vscode.workspace.applyEdit(edit, metadata))) return false;
    const isLost = (uri: vscode.Uri) => {
      const [was, document] = [before.get(uri.toString()), opened(uri)];
      return was !== undefined && document?.isDirty === false && !saved.has(document) && document.getText() !== was;
    };
    if (!uris.some(isLost)) return true;
    await new Promise((done) => setTimeout(done, MOMENT));
    if (!uris.some(isLost)) return true;
  } finally {
    watch.dispose();
  }
  const back = new vscode.WorkspaceEdit();
  for (const uri of created) back.deleteFile(uri, { ignoreIfNotExists: true });
  for (const uri of uris) {
    const document = opened(uri);
    if (!document || created.some((one) => one.toString() === uri.toString())) continue;
    const text = before.get(uri.toString()) ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    back.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  }
  await vscode.workspace.applyEdit(back);
  return false;
}

/** How long the word that a text is to be saved may take at most, in milliseconds. */
const MOMENT = 100;

const opened = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** Whether one of the globs of a setting is of this file. */
function isListed(uri: vscode.Uri, globs: Readonly<Record<string, unknown>> = {}): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // What is matched is a URI alone.
  const file = { uri, languageId: '' } as vscode.TextDocument;
  return Object.entries(globs).some(([glob, isOn]) => {
    if (isOn !== true) return false;
    const patterns = [glob, ...(folder ? [new vscode.RelativePattern(folder, glob)] : [])];
    return patterns.some((pattern) => vscode.languages.match({ pattern }, file) > 0);
  });
}
