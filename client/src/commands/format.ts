/** Formats the annotations of the active file, or those that are selected. The server finds the edit; knows no YAML. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { FORMAT, type FormatAnswer, type FormatParams } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/** @returns whether the text has been changed */
export async function format(server: Server): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const { document, selection } = editor;
  const params: FormatParams = selection.isEmpty
    ? { uri: document.uri.toString() }
    : { uri: document.uri.toString(), range: { start: selection.start, end: selection.end } };
  const answer = await server.request<FormatAnswer>(FORMAT, params);
  if (!answer) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The annotations could not be formatted: Concord does not run.'),
    );
    return false;
  }
  if (answer.problem !== undefined) {
    void vscode.window.showWarningMessage(answer.problem);
    return false;
  }
  if (answer.edit === null) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('The annotations are in order.'), 3_000);
    return false;
  }
  if (await server.apply(answer.edit as WorkspaceEdit)) return true;
  const changed = vscode.l10n.t(
    'The annotations were not formatted: the text has changed meanwhile, or cannot be written.',
  );
  void vscode.window.showWarningMessage(changed);
  return false;
}
