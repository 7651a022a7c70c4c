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
    const value = await read();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`${what} did not come in ${LIMIT / 1000} seconds.`);
}

export const inCorpus = (path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

export async function shown(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(inCorpus(path));
}
