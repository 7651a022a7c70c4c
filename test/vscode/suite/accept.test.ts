import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, eventually, folderWith } from './extension.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  'a.md':
    '---\ndate: 2020-05-04\nentities: [forum]\nclaims:\n  - {id: crowd, quote: 40 delegates, subject: forum, property: attendance, value: 40}\n---\nThe Delta Forum had 40 delegates.\n',
  'b.md':
    '---\ndate: 2020-05-06\nlang: zh\nentities: [forum]\nclaims:\n  - {id: crowd, quote: 42名代表, subject: forum, property: attendance, value: 42名}\n---\n河洲论坛有42名代表。\n',
};

describe('accepting a finding', () => {
  let root: vscode.Uri;

  before(async () => {
    await activated();
    root = await folderWith(FILES);
  });

  it('runs the command of the quick fix, with a reason, and the finding goes', async () => {
    const { document } = await vscode.window.showTextDocument(at(root, 'b.md'));
    const finding = await eventually('The finding', () => vscode.languages.getDiagnostics(document.uri)[0]);
    const command = await eventually('The quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.map((action) => action.command).find((one) => one?.command === 'concord.accept');
    });
    const [given] = command.arguments!;
    assert.equal(await vscode.commands.executeCommand('concord.accept', given, '  '), false);
    assert.equal(await vscode.commands.executeCommand('concord.accept', given, 'counted twice'), true);
    assert.match(
      document.getText(),
      /accept: \{conflicting-quantity: \{with: a\.md#crowd, saw: "40", reason: counted twice\}\}/,
    );
    await eventually('The end of the finding', () => vscode.languages.getDiagnostics(document.uri).length === 0);
    assert.equal(await vscode.commands.executeCommand('concord.accept', given, 'counted twice'), false);
    assert.equal(await vscode.commands.executeCommand('concord.accept'), false);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
