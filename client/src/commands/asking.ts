/** How a command asks the server for an edit and makes it, and how it says that there is none. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Refused, Tagged } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { applyInPlace } from './inPlace.ts';

/** Makes an edit of the server's for a document, and says in the status bar what it was. */
export async function make(server: Server, uri: string, tagged: Tagged<WorkspaceEdit> | undefined): Promise<boolean> {
  if (!tagged) return false;
  if (!(await server.otherFiles.savedAfter(() => applyInPlace(server, tagged.edit), [uri]))) {
    say(notWritten());
    return false;
  }
  if (tagged.summary) vscode.window.setStatusBarMessage(`Concord: ${tagged.summary}`, 6000);
  return true;
}

/** Why an edit was not made. */
export const notWritten = (): string =>
  vscode.l10n.t('Nothing was written: the text has changed meanwhile, or a file is read-only. Try again.');

/** An answer of the server; where it refuses, the reason is shown. */
export async function ask<T>(server: Server, method: string, params: object): Promise<T | undefined> {
  const answer = await server.request<(T & object) | Refused>(method, params);
  if (answer && 'problem' in answer) {
    say(answer.problem);
    return undefined;
  }
  if (!answer) say(vscode.l10n.t('The language server did not answer, so nothing was written.'));
  return answer;
}

const say = (text: string): void => void vscode.window.showInformationMessage(text);
