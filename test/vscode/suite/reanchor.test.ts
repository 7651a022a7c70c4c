import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { activated, at, eventually, folderWith, stored } from './extension.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml':
    'Forum: {type: event, name: Delta Forum}\nforum: {type: event, name: Delta Forum, aliases: [Forum]}\n',
  'a.md':
    '---\nentities: [Forum]\nclaims:\n  - {id: crowd, quote: 40 delegates cane, subject: Forum, property: attendance, value: 40}\n---\nThe Delta Forum opened.\n\n40 delegates came.\n',
};

describe('repairing in the editor', () => {
  let concord: ConcordApi;
  let root: vscode.Uri;

  before(async () => {
    concord = await activated();
    root = await folderWith(FILES);
  });

  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  const opened = async () => {
    const { document } = await vscode.window.showTextDocument(at(root, 'a.md'));
    return document;
  };

  /** Runs a command that shows a list and takes what the list has chosen already, as soon as it is there. */
  async function accepting(command: string, given?: object): Promise<unknown> {
    let result: { readonly value: unknown } | undefined;
    const running = vscode.commands.executeCommand(command, given).then((value) => {
      result = { value };
    });
    await eventually(`The end of ${command}`, async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return result !== undefined;
    });
    await running;
    return result!.value;
  }

  it('quotes the passage that is chosen for a quote', async () => {
    const document = await opened();
    const finding = await eventually('The finding', () =>
      vscode.languages.getDiagnostics(document.uri).find(({ code }) => codeOf(code) === 'quote-drifted'),
    );
    const command = await eventually('The quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.map((action) => action.command).find((one) => one?.command === 'concord.reanchor');
    });
    assert.equal(await accepting('concord.reanchor', command.arguments![0]), true);
    assert.match(document.getText(), /quote: 40 delegates came, subject/);
  });

  it('offers to update a quote after an edit of its passage, and updates it', async () => {
    const document = await opened();
    const at = document.getText().lastIndexOf('came');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 4)), 'had come');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('The offer', () => concord.quoteUpdates(document) === 1);
    assert.equal(await accepting('concord.updateQuotes'), true);
    assert.match(document.getText(), /quote: 40 delegates had come, subject/);
    await eventually('The end of the offer', () => concord.quoteUpdates(document) === 0);
    await document.save();
  });

  it('merges two records after a look at the changes', async () => {
    const document = await opened();
    let done: unknown;
    const given = { uri: document.uri.toString(), from: 'Forum', into: 'forum' };
    void vscode.commands.executeCommand('concord.mergeRecords', given).then((result) => {
      done = result;
    });
    await eventually('The merge', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return done !== undefined;
    });
    assert.equal(done, true);
    assert.match(document.getText(), /entities: \[forum\][\s\S]*subject: forum,/);
    const records = await vscode.workspace.openTextDocument(at(root, 'entities/e.yaml'));
    assert.equal(records.getText(), 'forum: {type: event, name: Delta Forum, aliases: [Forum]}\n');
    await vscode.workspace.saveAll();
    assert.match((await stored(at(root, 'a.md'))) ?? '', /entities: \[forum\]/);
  });
});

const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
