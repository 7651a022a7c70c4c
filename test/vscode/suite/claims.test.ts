import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, eventually, folderWith } from './extension.ts';

const LINES = Array.from({ length: 120 }, (_, i) => `Line ${i} of the report.`).join('\n\n');
const PASSAGE = 'The Delta Forum drew more than 200 delegates';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  'a.md': `---\ndate: 2020-05-04\nlang: en\nentities: [forum]\n---\n${LINES}\n\n${PASSAGE}.\n\n${LINES}\n`,
  'b.md':
    '---\ndate: 2020-05-04\nlang: zh\ntranslation-of: a.md\nentities: [forum]\n---\n河洲论坛吸引了200多名代表。\n',
};
const CLAIM = `claims:
  - id: attendance
    quote: ${PASSAGE}
    subject: forum
    property: attendance
    value: more than 200
`;

describe('making a claim', () => {
  let root: vscode.Uri;

  before(async () => {
    await activated();
    root = await folderWith(FILES);
  });

  async function selected(): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(at(root, 'a.md'));
    const { document } = editor;
    const start = document.getText().indexOf(PASSAGE);
    const [from, to] = [document.positionAt(start), document.positionAt(start + PASSAGE.length)];
    editor.selection = new vscode.Selection(from, to);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    return editor;
  }

  it('takes the command, the subject and the property, and the passage stays selected and in sight', async () => {
    const editor = await selected();
    await eventually('The server', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
      );
      return actions.some(({ command }) => command?.command === 'concord.makeClaim');
    });
    let done: boolean | undefined;
    const making = vscode.commands.executeCommand<boolean>('concord.makeClaim').then((made) => {
      done = made;
    });
    // One Enter for the subject, one for the property; sent until each of the two has been shown.
    await eventually('The claim', async () => {
      if (done === undefined) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done !== undefined;
    });
    await making;
    assert.equal(done, true);
    const { document } = editor;
    assert.equal(document.getText(), FILES['a.md'].replace('[forum]\n', `[forum]\n${CLAIM}`));
    assert.equal(document.getText(editor.selection), PASSAGE);
    assert.ok(
      editor.visibleRanges.some((range) => range.contains(editor.selection)),
      'the passage is in sight',
    );
  });

  it('moves, duplicates and deletes the claim that the passage bears', async () => {
    const editor = await selected();
    assert.equal(await vscode.commands.executeCommand('concord.duplicateClaim'), true);
    assert.match(editor.document.getText(), /id: attendance-2/);
    assert.equal(editor.document.getText(editor.selection), PASSAGE);
    await vscode.commands.executeCommand('undo');
    assert.equal(await vscode.commands.executeCommand('concord.moveClaimUp'), false);
    assert.equal(await vscode.commands.executeCommand('concord.deleteClaim'), true);
    assert.ok(!editor.document.getText().includes(CLAIM));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
