/** Makes an edit of annotations while somebody reads the text below them: the passage stays where it is on the screen. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { Server } from '../server.ts';

/** @returns whether the edit was made; a file that has changed meanwhile is left alone */
export async function applyInPlace(server: Server, edit: WorkspaceEdit): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  const watch = new Above(editor?.document, editor?.visibleRanges[0]?.start.line ?? 0);
  try {
    if (!(await server.apply(edit))) return false;
  } finally {
    watch.dispose();
  }
  if (!editor || watch.lines === 0) return true;
  // The editor stays at its distance from the top of the file, so that what came above pushes the text down.
  await vscode.commands.executeCommand('editorScroll', {
    to: watch.lines > 0 ? 'down' : 'up',
    by: 'line',
    value: Math.abs(watch.lines),
    revealCursor: false,
  });
  return true;
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
