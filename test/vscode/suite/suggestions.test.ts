import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isFrontMatter } from '../../../client/src/suggestions.ts';

describe('suggestions in front matter', () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'documents/harbour.md');
  let editor: vscode.TextEditor;

  const suggested = async (line: number, character: number): Promise<readonly vscode.CompletionItem[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(line, character),
    );
    return list.items;
  };

  before(async () => {
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('name the entity beside its id', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'source: {publisher: ad}\n'));
    const item = await until(async () => {
      const found = await suggested(3, 'source: {publisher: ad'.length);
      return found.find(({ kind }) => kind === vscode.CompletionItemKind.Reference);
    });
    assert.deepEqual(item.label, { label: 'ada', description: 'Ada Ferro' });
  });

  it('go on with the value after a key', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'la\n'));
    const item = await until(async () => (await suggested(3, 2)).find(({ label }) => label === 'lang'));
    assert.equal(item.command?.command, 'editor.action.triggerSuggest');
  });

  it('leave the next key of a claim where it belongs after a line break', async () => {
    const content = '---\nclaims:\n  - quote: kept the harbour';
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    const text = await vscode.window.showTextDocument(document);
    const end = document.lineAt(2).range.end;
    text.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.equal(document.lineAt(3).text, '    ');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });

  it('know where front matter ends', async () => {
    const inside = async (content: string, line: number, language = 'markdown') =>
      isFrontMatter(await vscode.workspace.openTextDocument({ language, content }), new vscode.Position(line, 0));
    assert.ok(await inside('---\na: b\n---\nc\n', 1));
    assert.ok(await inside('---\na: b\n', 1, 'plaintext'));
    assert.ok(!(await inside('---\na: b\n---\nc\n', 2)));
    assert.ok(!(await inside('---\na: b\n---\nc\n', 3)));
    assert.ok(!(await inside('a\n---\nb\n---\n', 2)));
    assert.ok(!(await inside('---\na: b\n', 1, 'yaml')));
  });
});

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No answer in 20 seconds.');
}
