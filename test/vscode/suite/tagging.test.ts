import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { activated, at, eventually, folderWith, stored } from './extension.ts';

const LINES = Array.from({ length: 200 }, (_, i) => `Line ${i} of the text.`).join('\n\n');
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml':
    'shen-beili: {type: person, name: {en: Shen Beili}}\nma-zhaoxu: {type: person, name: {en: Ma Zhaoxu, zh: 马朝旭}}\n',
  'known.md': `---\nentities:\n  - shen-beili\n---\nShen Beili came.\n\n${LINES}\n\nThen Ma Zhaoxu spoke to the guests.\n`,
  'new.md': '---\nentities:\n  - shen-beili\n---\nShen Beili met Kilvarra Union.\n',
  'all.md': 'Shen Beili and Ma Zhaoxu.\n',
};

const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

describe('tagging', () => {
  let root: vscode.Uri;
  let concord: ConcordApi;

  before(async () => {
    concord = await activated();
    root = await folderWith(FILES);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Shows a file with `text` selected, once the server knows it. */
  async function select(path: string, text: string): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(at(root, path));
    const { document } = editor;
    await eventually('The server', async () => {
      const status = await concord.status(document.uri);
      return status?.kind === 'document' && !status.indexing;
    });
    const start = document.getText().lastIndexOf(text);
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + text.length));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    return editor;
  }

  /** Presses Enter until `done`: a pick list comes in its own time. */
  const press = (what: string, done: () => boolean) =>
    eventually(what, async () => {
      if (done()) return true;
      await accept();
      return done();
    });

  it('takes the command and Enter for a known name, and leaves the reader where he was', async () => {
    const editor = await select('known.md', 'Ma Zhaoxu');
    await eventually('The scrolling', () => editor.visibleRanges[0]!.start.line > 100);
    const top = editor.visibleRanges[0]!.start.line;
    const selected = editor.document.getText(editor.selection);
    const done = vscode.commands.executeCommand('concord.tag');
    await press('The declaration', () => editor.document.getText().includes('  - ma-zhaoxu\n'));
    assert.equal(await done, true);
    assert.match(editor.document.getText(), /^---\nentities:\n {2}- shen-beili\n {2}- ma-zhaoxu\n---\n/);
    assert.equal(editor.document.getText(editor.selection), selected);
    assert.equal(vscode.window.activeTextEditor, editor);
    await eventually('The passage in its place', () => editor.visibleRanges[0]!.start.line === top + 1);
  });

  it('says what may be chosen without asking, for those that know', async () => {
    const { document } = await select('known.md', 'the guests');
    const given = { id: 'ma-zhaoxu', way: 'here' };
    assert.equal(await vscode.commands.executeCommand('concord.tag', given), true);
    assert.match(document.getText(), /\n {2}- ma-zhaoxu: \{here: \[the guests\]\}\n/);
    assert.equal(await vscode.commands.executeCommand('concord.untag'), true);
    assert.match(document.getText(), /^---\nentities:\n {2}- shen-beili\n {2}- ma-zhaoxu\n---\n/);
  });

  it('creates a record in four steps', async () => {
    const { document } = await select('new.md', 'Kilvarra Union');
    const done = vscode.commands.executeCommand('concord.tag');
    // The line that makes a record, the type, the id.
    await press('The declaration', () => document.getText().includes('kilvarra-union'));
    assert.equal(await done, true);
    assert.match(document.getText(), /\n {2}- kilvarra-union\n/);
    // A union is an organization, and those have a file of their own.
    const records = at(root, 'entities/organizations.yaml');
    assert.match((await stored(records)) ?? '', /^kilvarra-union: *\n? *\{?\s*type: organization/);
  });

  it('tags all known names', async () => {
    const { document } = await select('all.md', 'Shen');
    const done = vscode.commands.executeCommand('concord.tagAll');
    await press('The declarations', () => document.getText().startsWith('---'));
    assert.equal(await done, true);
    assert.equal(document.getText(), `---\nentities: [shen-beili, ma-zhaoxu]\n---\n${FILES['all.md']}`);
  });

  it('has a key that VS Code does not use', async () => {
    const extension = vscode.extensions.getExtension('concord.concord-annotations')!;
    const all: readonly { readonly key: string; readonly when: string }[] =
      extension.packageJSON.contributes.keybindings;
    // Where somebody commits, ours takes the place of VS Code's own, and asks before it does the same.
    const own = all.filter(({ when }) => !when.includes('scmProvider'));
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const defaults = await eventually('The default keys', () =>
      vscode.window.visibleTextEditors.map(({ document }) => document.getText()).find((text) => text.includes('"key"')),
    );
    // What extensions contribute, and so ours, stands there too.
    for (const { key } of own) assert.equal(defaults.split(`"key": "${key}"`).length, 2, key);
  });
});
