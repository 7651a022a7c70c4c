/** Shows a passage of a document while somebody chooses among several, and gives the view back afterwards. Chooses nothing. */

import * as vscode from 'vscode';

export class PassagePreview implements vscode.Disposable {
  private readonly style = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
  private readonly before: vscode.Range | undefined;

  constructor(private readonly editor: vscode.TextEditor) {
    [this.before] = editor.visibleRanges;
  }

  show(range: vscode.Range | undefined): void {
    this.editor.setDecorations(this.style, range ? [range] : []);
    if (range) this.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Scrolls back to what was seen at first. */
  restore(): void {
    if (this.before) this.editor.revealRange(this.before, vscode.TextEditorRevealType.AtTop);
  }

  dispose(): void {
    this.style.dispose();
  }
}

/** The editor that shows a document, or a new one for it. */
export async function editorOf(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const { activeTextEditor: active, visibleTextEditors } = vscode.window;
  const shows = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString();
  if (active && shows(active)) return active;
  return visibleTextEditors.find(shows) ?? vscode.window.showTextDocument(uri);
}

export const rangeFrom = ({ start, end }: { readonly start: Place; readonly end: Place }): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

interface Place {
  readonly line: number;
  readonly character: number;
}
