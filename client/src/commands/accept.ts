/** Accepts a finding: asks for the reason, and makes the edit that the server finds for it. Knows no check. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { ACCEPT, type AcceptArguments, type AcceptParams } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/**
 * @param given the argument of the code action
 * @param reason asked for where it is not given
 * @returns whether the finding is accepted now
 */
export async function accept(server: Server, given?: AcceptArguments, reason?: string): Promise<boolean> {
  if (typeof given?.uri !== 'string') return false;
  const because = reason ?? (await askForReason(given));
  if (!because?.trim()) return false;
  const params: AcceptParams = { ...given, reason: because.trim() };
  const edit = await server.request<WorkspaceEdit | null>(ACCEPT, params);
  if (edit && (await server.apply(edit))) return true;
  const gone = vscode.l10n.t('This could not be accepted: the text has changed meanwhile. Look at the finding again.');
  void vscode.window.showInformationMessage(gone);
  return false;
}

function askForReason({ code, reason }: AcceptArguments): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Accept {0}', code),
    prompt: vscode.l10n.t('Why is it right as it is? Whoever reads this later has to know.'),
    placeHolder: vscode.l10n.t('for instance: the later bulletin counts a new member'),
    value: reason,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed.') : undefined),
  });
}
