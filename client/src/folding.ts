/**
 * Folds the front matter of a document that is opened, so that a person sees its text first: once for each opening, and
 * never where somebody was led to a place in the front matter. Knows where front matter ends by the server's folds alone.
 */

import * as vscode from 'vscode';
import { isCandidate, PROSE } from './corpusFolder.ts';
import type { Server } from './server.ts';

/** How long the server may take to know the document, in milliseconds: later, a fold would come out of the blue. */
const PATIENCE = 5_000;
const PAUSE = 50;

export function foldFrontMatterOnOpen(server: Server): vscode.Disposable {
  const { window, workspace } = vscode;
  /** The documents that have been looked at since they were opened. */
  const seen = new WeakSet<vscode.TextDocument>();
  const look = (editor: vscode.TextEditor | undefined) => {
    const document = editor?.document;
    if (!editor || !document || seen.has(document) || !isWanted(document)) return;
    // Without a server nothing is known of corpora; when it runs, what is open then is looked at.
    if (server.state !== 'running') return;
    seen.add(document);
    void foldIn(editor);
  };
  const watches = [
    window.onDidChangeActiveTextEditor(look),
    server.onDidChangeState((state) => {
      if (state === 'running') look(window.activeTextEditor);
    }),
    workspace.onDidCloseTextDocument((document) => void seen.delete(document)),
  ];
  look(window.activeTextEditor);
  return vscode.Disposable.from(...watches);
}

function isWanted(document: vscode.TextDocument): boolean {
  if (!isCandidate(document) || !PROSE.includes(document.languageId)) return false;
  return vscode.workspace.getConfiguration('concord', document).get<boolean>('foldFrontMatter', true);
}

async function foldIn(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const { version } = document;
  if (!/^\uFEFF?---[ \t]*$/.test(document.lineAt(0).text)) return;
  const end = await lastLineOfFrontMatter(document);
  if (end === undefined) return;
  let isDone = isHidden(editor, end);
  const watch = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
    isDone ||= textEditor === editor && isHidden(editor, end);
  });
  // An editor that was there before the server learns of its folds in its own time. Whoever unfolds it has it unfolded.
  for (const limit = Date.now() + PATIENCE; !isDone && Date.now() < limit; await pause()) {
    // Whoever has begun to work in it, or looks at something else by now, is left alone.
    const isSame = vscode.window.activeTextEditor === editor && document.version === version && !isDifference();
    if (!isSame || !isAtText(editor, end)) break;
    // `up`, so that of the folds that begin here none inside is meant.
    await vscode.commands.executeCommand('editor.fold', { selectionLines: [0], levels: 1, direction: 'up' });
  }
  watch.dispose();
}

/** Whether the front matter is out of sight, by a fold or because the text below it is what is looked at. */
const isHidden = ({ visibleRanges }: vscode.TextEditor, end: number): boolean =>
  visibleRanges.length > 0 && !visibleRanges.some((range) => range.start.line < end && range.end.line > 0);

/** Of the fold that the server gives a document of a corpus; asked until it knows the document. */
async function lastLineOfFrontMatter(document: vscode.TextDocument): Promise<number | undefined> {
  for (const end = Date.now() + PATIENCE; Date.now() < end && !document.isClosed; await pause()) {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const fold = folds?.find(({ start, kind }) => start === 0 && kind === vscode.FoldingRangeKind.Region);
    if (fold) return fold.end;
  }
  return undefined;
}

/** Nothing is selected, and the cursor is where an opened file has it, or in the text below. */
function isAtText({ selection, visibleRanges }: vscode.TextEditor, end: number): boolean {
  const { active, isEmpty } = selection;
  if (active.line > end) return true;
  const isAtTop = (visibleRanges[0]?.start.line ?? 0) === 0;
  return isEmpty && isAtTop && active.line === 0 && active.character === 0;
}

/** A comparison of two versions shows all of both. */
const isDifference = (): boolean =>
  vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;

const pause = () => new Promise((done) => setTimeout(done, PAUSE));
