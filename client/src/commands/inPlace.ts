/** Makes an edit of annotations while somebody reads the text below them: the passage stays where it is on the screen. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Server } from '../server.ts';

/** @returns whether the edit was made; a file that has changed meanwhile is left alone */
export async function applyInPlace(
  server: Server,
  edit: WorkspaceEdit,
  editor = vscode.window.activeTextEditor,
): Promise<boolean> {
  const top = editor?.visibleRanges[0]?.start.line ?? 0;
  const watch = new Above(editor?.document, top);
  try {
    if (!(await server.apply(edit))) return false;
  } finally {
    watch.dispose();
  }
  if (!editor || watch.lines === 0) return true;
  // Lines that come in a fold move nothing on the screen. Otherwise the editor stays at its distance from the top of the
  // file, so that what came above pushes the text down; only what it then shows tells which of the two it was.
  await moved(editor);
  const shift = top + watch.lines - (editor.visibleRanges[0]?.start.line ?? 0);
  if (shift === 0) return true;
  await vscode.commands.executeCommand('editorScroll', {
    to: shift > 0 ? 'down' : 'up',
    by: 'line',
    value: Math.abs(shift),
    revealCursor: false,
  });
  return true;
}

/** How long an editor takes at most to say what it shows after an edit, in milliseconds. */
const PATIENCE = 100;

/** Resolves when the editor shows other lines than before, or seems to stay where it is. */
function moved(editor: vscode.TextEditor): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const subscription = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (textEditor === editor) done();
    });
  });
}

/** Counts the lines that come or go above the first visible one. */
class Above {
  lines = 0;
  private readonly subscription: vscode.Disposable;

  constructor(document: vscode.TextDocument | undefined, top: number) {
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      for (const { range, text } of event.contentChanges) {
        if (range.end.line >= top) continue;
        this.lines += (text.match(/\r\n|\r|\n/g)?.length ?? 0) - (range.end.line - range.start.line);
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
