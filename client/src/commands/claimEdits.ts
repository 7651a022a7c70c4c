/** What the commands on claims share: the editor they are meant for, and edits that leave one where one was. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { PassageParams, Range, Refused } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/** The editor of a document, or the active one; undefined where there is none, or where nothing can be written. */
export async function editorOf(uri?: string): Promise<vscode.TextEditor | undefined> {
  const active = vscode.window.activeTextEditor;
  const editor =
    typeof uri === 'string' && active?.document.uri.toString() !== uri
      ? (vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri) ??
        (await vscode.window.showTextDocument(vscode.Uri.parse(uri))))
      : active;
  if (!editor) return undefined;
  if (!(await isReadOnly(editor.document.uri))) return editor;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('This file is read-only, so that nothing can be written into it.'),
  );
  return undefined;
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // A file that is not saved yet.
    return false;
  }
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

/** Makes an edit of the front matter; the selection and what is seen of the text stay where they were in the body. */
export async function applyInPlace(server: Server, editor: vscode.TextEditor, edit: WorkspaceEdit): Promise<boolean> {
  const { document } = editor;
  const length = document.getText().length;
  // The body is the same to its last character, so that a place in it is known by its distance from the end.
  const fromEnd = (at: vscode.Position) => length - document.offsetAt(at);
  const { anchor, active } = editor.selection;
  const kept = [anchor, active].map(fromEnd);
  const [shown] = editor.visibleRanges;
  const depth = shown ? active.line - shown.start.line : undefined;
  if (!(await server.apply(edit))) {
    refused({ problem: vscode.l10n.t('The text has changed meanwhile, and nothing was written. Try again.') });
    return false;
  }
  const now = document.getText().length;
  const [start, end] = kept.map((distance) => document.positionAt(Math.max(0, now - distance)));
  const selection = new vscode.Selection(start!, end!);
  if (!editor.selection.isEqual(selection)) editor.selection = selection;
  const visible = editor.visibleRanges.some((range) => range.contains(selection.active));
  if (!visible && depth !== undefined) {
    const top = document.lineAt(Math.max(0, selection.active.line - Math.max(0, depth))).range;
    editor.revealRange(top, vscode.TextEditorRevealType.AtTop);
  }
  return true;
}
