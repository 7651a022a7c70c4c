/** What the tests of the extension share: its interface, and waiting for what comes in its own time. */

import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';

export async function activated(): Promise<ConcordApi> {
  const extension = vscode.extensions.getExtension<ConcordApi>('concord.concord-annotations');
  if (!extension) throw new Error('The extension is not installed.');
  return extension.activate();
}

/** The first value of `read` that is neither undefined nor false; fails after a time. */
export async function eventually<T>(
  what: string,
  read: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const LIMIT = 15_000;
  for (const end = Date.now() + LIMIT; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    const value = await readable(read);
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`${what} did not come in ${LIMIT / 1000} seconds.`);
}

/** VS Code cancels what it was asked for where its providers change meanwhile, as they do at the start. */
async function readable<T>(read: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof Error && reason.name === 'Canceled') return undefined;
    throw reason;
  }
}

export const inCorpus = (path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

export async function shown(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(inCorpus(path));
}

/** Each suite has this file to itself, so that a count alone would not tell their folders apart. */
const suite = crypto.randomUUID().slice(0, 8);
let folders = 0;

/** A folder of its own with these files in it, beside that of the workspace: on its file system, be it a disk or not. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<vscode.Uri> {
  const root = inCorpus(`../test-${suite}-${folders++}`);
  await vscode.workspace.fs.createDirectory(root);
  for (const [path, contents] of Object.entries(files)) await write(at(root, path), contents);
  return root;
}

export const at = (folder: vscode.Uri, path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);

/** Writes a file past all editors. */
export function write(uri: vscode.Uri, contents: string | Uint8Array): Thenable<void> {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  return vscode.workspace.fs.writeFile(uri, bytes);
}

/** The text of a file as it is stored, whatever editors have; undefined where there is none. */
export async function stored(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Shows a document with its last `text` selected, once the server knows it. */
export async function selected(uri: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  const concord = await activated();
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  const { document } = editor;
  await eventually('The server', async () => {
    const status = await concord.status(uri);
    return status?.kind === 'document' && !status.indexing;
  });
  const start = document.getText().lastIndexOf(text);
  editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + text.length));
  return editor;
}

/** Runs a command and takes from every list that it shows what the list has chosen already. */
export async function accepting<T>(command: string, ...given: unknown[]): Promise<T> {
  let result: { readonly value: T } | undefined;
  const running = vscode.commands.executeCommand<T>(command, ...given).then((value) => {
    result = { value };
  });
  await eventually(`The end of ${command}`, async () => {
    // A list comes in its own time, so that Enter is sent until all of them have been there.
    if (!result) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return result !== undefined;
  });
  await running;
  return result!.value;
}

/** Leaves nothing unsaved and nothing open. */
export async function closed(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
