import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, activated, at, closed, eventually, folderWith, selected, stored } from './extension.ts';

const PASSAGE = 'more than 200 delegates from 70 countries came on May 2';
const DOCUMENT = `---\r\n# as printed\r\ndate: 2020-05-04\r\nlang: en\r\nentities: [forum] # so far\r\nother: 'kept'\r\n---\r\nThe Delta Forum opened, and ${PASSAGE}.\r\n\r\nIt closed.\r\n`;
const TRANSLATION =
  '---\ndate: 2020-05-04\nlang: zh\ntranslation-of: a.md\nentities: [forum]\n---\n河洲论坛吸引了200多名代表。\n';
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  'a.md': DOCUMENT,
  'b.md': TRANSLATION,
};

describe('one undo', () => {
  let root: vscode.Uri;
  let editor: vscode.TextEditor;

  before(activated);
  beforeEach(async () => {
    root = await folderWith(CORPUS);
  });
  afterEach(closed);

  const shown = async (text: string) => {
    editor = await selected(at(root, 'a.md'), text);
  };

  /** What has been written, once a single undo has taken it back to the byte. */
  async function undone(): Promise<string> {
    const written = editor.document.getText();
    assert.notEqual(written, DOCUMENT);
    await vscode.commands.executeCommand('undo');
    await eventually('The text as it was', () => editor.document.getText() === DOCUMENT);
    assert.equal(editor.document.isDirty, false);
    return written.replaceAll('\r\n', '\n');
  }

  it('takes back a claim', async () => {
    await shown('more than 200 delegates');
    assert.equal(await accepting('concord.makeClaim'), true);
    assert.match(await undone(), /value: more than 200\n/);
  });

  it('takes back the claims of several figures', async () => {
    await shown(PASSAGE);
    assert.equal(await accepting('concord.makeClaim'), true);
    const written = await undone();
    assert.match(written, /property: attendance\n/);
    assert.match(written, /claims:\n[\s\S]*claims:\n[\s\S]*value: 70/);
  });

  it('takes back a claim that is to be written by hand', async () => {
    await shown('more than 200 delegates');
    const making = vscode.commands.executeCommand('concord.makeClaim');
    await new Promise((done) => setTimeout(done, 1_500)); // until it has asked
    // The line that leads there is the last one.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(await making, true);
    await vscode.commands.executeCommand('leaveSnippet');
    const written = await undone();
    assert.match(written, /claims:\n {2}- quote: more than 200 delegates\n {4}subject: /);
  });

  it('takes back each of the others', async () => {
    await shown(PASSAGE);
    assert.equal(await accepting('concord.makeClaim'), true);
    const { document } = editor;
    for (const command of ['splitClaim', 'duplicateClaim', 'moveClaimDown', 'deleteClaim'] as const) {
      const before = document.getText();
      const done = await accepting<boolean>(`concord.${command}`);
      if (!done) {
        assert.equal(document.getText(), before, command);
        continue;
      }
      assert.notEqual(document.getText(), before, command);
      await vscode.commands.executeCommand('undo');
      await eventually(`The end of ${command}`, () => document.getText() === before);
    }
  });

  it('takes back a copy in the translation, which is saved with it', async () => {
    await shown('more than 200 delegates');
    assert.equal(await accepting('concord.makeClaim'), true);
    await editor.document.save();
    const made = editor.document.getText();
    assert.equal(await accepting('concord.copyClaimToTranslation'), true);
    assert.match((await stored(at(root, 'b.md'))) ?? '', /quote: 河洲论坛吸引了200多名代表\n[\s\S]*value: 200多\n/);
    assert.equal(editor.document.getText(), made);
    const translation = await vscode.window.showTextDocument(at(root, 'b.md'));
    await vscode.commands.executeCommand('undo');
    await eventually('The translation as it was', () => translation.document.getText() === TRANSLATION);
  });
});
