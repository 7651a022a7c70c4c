import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, closed, eventually, folderWith, selected, stored, write } from './extension.ts';

const BODY = 'Shen Beili met more than 200 delegates.\n\nMa Zhaoxu left.\n';
const DOCUMENT = `---\ndate: 2020-05-04\nentities:\n  - shen-beili\n---\n${BODY}`;
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/a.yaml': 'shen-beili: {type: person, name: Shen Beili}\nma-zhaoxu: {type: person, name: Ma Zhaoxu}\n',
  // The same record once more.
  'entities/b.yaml': 'ma-zhaoxu: {type: person, name: Ma Zhaoxu}\n',
  'a.md': DOCUMENT,
};
const COMMANDS = ['concord.tag', 'concord.makeClaim'] as const;
const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

describe('what cannot be written', () => {
  let uri: vscode.Uri;

  before(activated);
  beforeEach(async () => {
    uri = at(await folderWith(CORPUS), 'a.md');
  });
  afterEach(closed);

  /** Runs a command, does something while it asks, and takes whatever its lists propose. */
  async function refuses(command: string, meanwhile?: () => Thenable<unknown>): Promise<void> {
    let result: unknown;
    const running = vscode.commands.executeCommand(command).then((value) => {
      result = value;
    });
    if (meanwhile) {
      await new Promise((done) => setTimeout(done, 1_000)); // until it has asked the first question
      assert.equal(result, undefined, 'it asks');
      await meanwhile();
    }
    await eventually(`The end of ${command}`, async () => {
      if (result === undefined) await accept();
      return result !== undefined;
    });
    await running;
    assert.equal(result, false);
  }

  async function isAsItWas({ document }: vscode.TextEditor, text = DOCUMENT): Promise<void> {
    assert.equal(document.getText(), text);
    assert.equal(await stored(uri), text);
    assert.equal(document.isDirty, false);
  }

  for (const command of COMMANDS) {
    describe(command, () => {
      it('a file that the settings say is read-only', async () => {
        const settings = vscode.workspace.getConfiguration('files');
        await settings.update('readonlyInclude', { [uri.fsPath]: true }, vscode.ConfigurationTarget.Global);
        try {
          const editor = await selected(uri, 'more than 200 delegates');
          await refuses(command);
          await isAsItWas(editor);
        } finally {
          await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
        }
      });

      it('an editor that is read-only for now', async () => {
        const editor = await selected(uri, 'more than 200 delegates');
        await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
        try {
          await refuses(command);
          await isAsItWas(editor);
        } finally {
          await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
        }
      });

      it('a file that changes on disk while one is asked', async () => {
        const editor = await selected(uri, 'more than 200 delegates');
        const other = DOCUMENT.replace('met', 'saw');
        await refuses(command, async () => {
          await write(uri, other);
          await eventually('The new text', () => editor.document.getText() === other);
        });
        await isAsItWas(editor, other);
      });

      it('a text that is edited while one is asked', async () => {
        const editor = await selected(uri, 'more than 200 delegates');
        await refuses(command, () => editor.edit((edit) => edit.insert(new vscode.Position(7, 0), 'So ')));
        assert.equal(editor.document.getText(), DOCUMENT.replace('\n\nMa', '\n\nSo Ma'));
      });

      it('front matter that cannot be read', async () => {
        const broken = DOCUMENT.replace('  - shen-beili', '  - [shen-beili');
        await write(uri, broken);
        const editor = await selected(uri, 'more than 200 delegates');
        await refuses(command);
        await isAsItWas(editor, broken);
      });

      for (const [what, from, to] of [
        ['lies in the front matter', 'shen-beili', 'shen-beili'],
        ['begins in the front matter', 'entities', 'more than 200'],
        ['is empty, between paragraphs', '\n\nMa', ''],
      ] as const) {
        it(`a selection that ${what}`, async () => {
          const editor = await selected(uri, 'met');
          const { document } = editor;
          const start = DOCUMENT.indexOf(from) + (to === '' ? 1 : 0);
          const end = to === '' ? start : DOCUMENT.indexOf(to) + to.length;
          editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
          await refuses(command);
          await isAsItWas(editor);
        });
      }
    });
  }

  it('a record that stands in two files is one to tag with all the same', async () => {
    const editor = await selected(uri, 'Ma Zhaoxu');
    const tagged = vscode.commands.executeCommand('concord.tag', { id: 'ma-zhaoxu', way: 'name' });
    assert.equal(await tagged, true);
    assert.equal(editor.document.getText(), DOCUMENT.replace('shen-beili\n', 'shen-beili\n  - ma-zhaoxu\n'));
  });
});
