/** What the commands on claims share: the editor they are meant for, and edits that leave one where one was. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { PassageParams, Range, Refused } from '../../../server/src/lsp/protocol.ts';
import { isReadOnly } from '../readOnly.ts';
import type { Server } from '../server.ts';
import { notWritten } from './asking.ts';
import { applyInPlace } from './inPlace.ts';

/** The editor of a document, or the active one; undefined where there is none, or where nothing can be written. */
export async function editorOf(uri?: string): Promise<vscode.TextEditor | undefined> {
  const active = vscode.window.activeTextEditor;
  const editor =
    typeof uri === 'string' && active?.document.uri.toString() !== uri
      ? (vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri) ??
        (await vscode.window.showTextDocument(vscode.Uri.parse(uri))))
      : active;
  return editor && (await isWritable(editor.document.uri)) ? editor : undefined;
}

/** Whether something can be written; if not, that is said before anything is asked. */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (!(await isReadOnly(uri))) return true;
  refused({ problem: vscode.l10n.t('This file is read-only, so that nothing can be written into it.') });
  return false;
}

/** The selection, or a given range, of the text as it is now. */
export function passageOf({ document, selection }: vscode.TextEditor, range?: Range): PassageParams {
  const { start, end } = range ?? selection;
  return {
    uri: document.uri.toString(),
    version: document.version,
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}

/** Says why nothing was done. */
export function refused(answer: Refused | undefined): false {
  const reason = answer?.problem ?? vscode.l10n.t('Concord’s language server gives no answer. Nothing was changed.');
  void vscode.window.showInformationMessage(reason);
  return false;
}

/** Makes an edit of the front matter, and says so where it cannot be made; the text stays where it is on the screen. */
export async function write(server: Server, editor: vscode.TextEditor, edit: WorkspaceEdit): Promise<boolean> {
  const read = [editor.document.uri.toString()];
  if (await server.otherFiles.savedAfter(() => applyInPlace(server, edit, editor), read)) return true;
  return refused({ problem: notWritten() });
}
