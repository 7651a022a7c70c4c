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
  const mark = editor && markIn(editor);
  const was = editor && mark?.(editor);
  const watch = new Above(editor);
  try {
    if (!(await server.apply(edit))) return false;
  } finally {
    watch.dispose();
  }
  if (editor && mark && was && watch.lines !== 0) {
    await scrollBack(editor, mark, was.translate(watch.lines), watch.lines);
  }
  return true;
}

type Mark = (editor: vscode.TextEditor) => vscode.Position | undefined;

/**
 * What tells where the text stands: the end of the last row that is shown whole, for lines that are wrapped have several; or,
 * where that is the last of the file, so that more may come into sight above it, the start of the first. Nothing where all of
 * the file is on the screen.
 */
function markIn({ document, visibleRanges }: vscode.TextEditor): Mark | undefined {
  const [first, last] = [visibleRanges[0]?.start, visibleRanges.at(-1)?.end];
  if (!first || !last) return undefined;
  if (last.line < document.lineCount - 1) return (editor) => editor.visibleRanges.at(-1)?.end;
  return first.line > 0 ? (editor) => editor.visibleRanges[0]?.start : undefined;
}

/**
 * An editor stays at its distance from the top of the file, so that what comes above pushes the text down, but for lines that
 * come in a fold. What it then shows tells which of the two it was, and how many rows the lines have.
 */
async function scrollBack(
  editor: vscode.TextEditor,
  mark: Mark,
  wanted: vscode.Position,
  lines: number,
): Promise<void> {
  await moved(editor);
  let by = lines;
  for (let tries = 0; tries < MOST_STEPS; tries++) {
    const now = mark(editor);
    if (!now || now.isEqual(wanted)) return;
    // The first step is as long as if no line were wrapped; the others are for those that are.
    if (tries > 0) by = now.isBefore(wanted) ? 1 : -1;
    const to = by > 0 ? 'down' : 'up';
    const scroll = { to, by: 'wrappedLine', value: Math.abs(by), revealCursor: false };
    const isMoved = moved(editor);
    await vscode.commands.executeCommand('editorScroll', scroll);
    await isMoved;
    const then = mark(editor);
    // At the end of the file or its beginning; or past the place, which lies within a row.
    if (then?.isEqual(now) || (tries > 0 && now.isBefore(wanted) !== then?.isBefore(wanted))) return;
  }
}

const MOST_STEPS = 30;

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

/** Counts the lines that come or go above the passage that is selected, or, where that is not on the screen, above all that is. */
class Above {
  lines = 0;
  private readonly subscription: vscode.Disposable;

  constructor(editor: vscode.TextEditor | undefined) {
    const start = editor?.selection.start;
    const isShown = start && editor.visibleRanges.some((range) => range.contains(start));
    const top = (isShown ? start : editor?.visibleRanges[0]?.start)?.line ?? 0;
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== editor?.document) return;
      for (const { range, text } of event.contentChanges) {
        if (range.end.line > top) continue;
        this.lines += (text.match(/\r\n|\r|\n/g)?.length ?? 0) - (range.end.line - range.start.line);
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
