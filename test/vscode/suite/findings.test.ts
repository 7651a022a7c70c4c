import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('findings in the editor', () => {
  const code = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

  it('are hints where they only offer something', async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'documents/harbour.md'),
    );
    const editor = await vscode.window.showTextDocument(document);
    const untagged = () => vscode.languages.getDiagnostics(document.uri).find((one) => code(one) === 'untagged-name');
    const declaration = document.getText().indexOf('  ada:\n');
    const line = document.positionAt(declaration).line;
    await editor.edit((edit) => edit.delete(new vscode.Range(line, 0, line + 1, 0)));
    const offer = await until(untagged);
    assert.equal(document.getText(offer.range), 'Ada Ferro');
    assert.equal(offer.severity, vscode.DiagnosticSeverity.Hint);
    await vscode.commands.executeCommand('undo');
  });
});

async function until<T>(ask: () => T | undefined): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No answer in 20 seconds.');
}
