/** Saves the files that an annotation writes into besides the text that is read. Knows no edit of its own. */

import * as vscode from 'vscode';

/**
 * A document that names a record which stands in no file could be read by nothing outside the editor. So what an annotation
 * adds to another file is saved, and likewise that it was taken back or done again, as long as the file holds nothing
 * else that is unsaved and stands in no editor that is to be seen: what somebody writes there he saves himself.
 */
export class OtherFiles implements vscode.Disposable {
  /** Those that were saved here, and whether they hold nothing that somebody else has left unsaved. */
  private readonly own = new Map<string, boolean>();
  private readonly disposables: readonly vscode.Disposable[];

  constructor() {
    const { workspace } = vscode;
    this.disposables = [
      workspace.onDidSaveTextDocument(({ uri }) => this.set(uri, true)),
      workspace.onDidChangeTextDocument(({ document, reason, contentChanges }) => {
        if (contentChanges.length === 0) return; // that it is to be saved now, or no more
        if (reason === undefined) this.set(document.uri, false);
        else this.follow(document);
      }),
      // To take an edit back in a file that is closed VS Code opens it, and may tell of both at once.
      workspace.onDidOpenTextDocument((document) => {
        if (document.isDirty) this.follow(document);
      }),
    ];
  }

  /** Makes an edit, and saves the files that it has changed but for those named by `read`. */
  async savedAfter(edit: () => Promise<boolean>, read: readonly string[]): Promise<boolean> {
    const { textDocuments } = vscode.workspace;
    const others = new Set(textDocuments.filter((document) => document.isDirty || !isOutOfSight(document)));
    if (!(await edit())) return false;
    for (const document of vscode.workspace.textDocuments) {
      const key = document.uri.toString();
      if (!document.isDirty || others.has(document) || read.includes(key)) continue;
      this.own.set(key, await document.save());
    }
    return true;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Saves what an undo or a redo has changed. */
  private follow(document: vscode.TextDocument): void {
    if (this.own.get(document.uri.toString()) && isOutOfSight(document)) void document.save();
    else this.set(document.uri, false);
  }

  private set(uri: vscode.Uri, isClean: boolean): void {
    const key = uri.toString();
    if (this.own.has(key)) this.own.set(key, isClean);
  }
}

const isOutOfSight = (document: vscode.TextDocument): boolean =>
  vscode.window.visibleTextEditors.every((editor) => editor.document !== document);
