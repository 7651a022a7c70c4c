import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, activated, at, closed, eventually, folderWith, selected, stored } from './extension.ts';

const DOCUMENT = '---\r\nentities:\r\n  - shen-beili # who came\r\n---\r\nShen Beili met Kilvarra Union.\r\n';
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/people.yaml': 'shen-beili: {type: person, name: {en: Shen Beili}}\n',
  'a.md': DOCUMENT,
};
const OTHERS = '# ours\nzeta: {type: organization, name: {en: Zeta}}\n';
const RECORD = 'kilvarra-union: {type: organization, name: {en: Kilvarra Union}}\n';

describe('the file of a new record', () => {
  before(activated);
  afterEach(closed);

  /** A corpus, with `before` done in it, in which the name is tagged with a new record. */
  async function tagged(organizations?: string, before?: (records: vscode.Uri) => Promise<void>) {
    const root = await folderWith({
      ...CORPUS,
      ...(organizations && { 'entities/organizations.yaml': organizations }),
    });
    const uri = at(root, 'entities/organizations.yaml');
    await before?.(uri);
    const { document } = await selected(at(root, 'a.md'), 'Kilvarra Union');
    assert.equal(await accepting('concord.tag'), true);
    assert.equal(document.getText(), DOCUMENT.replace('came\r\n', 'came\r\n  - kilvarra-union\r\n'));
    return {
      document,
      uri,
      onDisk: () => stored(uri),
      opened: () => vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()),
    };
  }

  /** Once, in the document, which is then as it was to the byte. */
  async function undone(document: vscode.TextDocument): Promise<void> {
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('undo');
    await eventually('The text as it was', () => document.getText() === DOCUMENT);
    assert.equal(document.isDirty, false);
  }

  it('is on disk, and gone again with one undo', async () => {
    const { document, onDisk, opened } = await tagged();
    assert.equal(await onDisk(), 'kilvarra-union:\n  type: organization\n  name: {en: Kilvarra Union}\n');
    await undone(document);
    await eventually('The end of the file', async () => (await onDisk()) === undefined);
    await vscode.commands.executeCommand('redo');
    await eventually('The file', async () => (await onDisk())?.startsWith('kilvarra-union:'));
    assert.notEqual(opened()?.isDirty, true);
  });

  it('stays when it has been written in since', async () => {
    const { document, uri, onDisk } = await tagged();
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    await editor.document.save();
    await undone(document);
    assert.match((await onDisk()) ?? '', /^# mine\nkilvarra-union:/);
  });

  it('that has others is saved where nobody is at work in it, and saved again when that is undone', async () => {
    const { document, onDisk, opened } = await tagged(OTHERS);
    assert.equal(await onDisk(), OTHERS + RECORD);
    await undone(document);
    await eventually('The records as they were', async () => (await onDisk()) === OTHERS);
    // The file is written before the editor knows that it has saved it.
    await eventually('The end of saving', () => opened()?.isDirty !== true);
    await vscode.commands.executeCommand('redo');
    await eventually('The record', async () => (await onDisk()) === OTHERS + RECORD);
  });

  it('is left to be saved by whoever has it before him', async () => {
    const { document, onDisk, opened } = await tagged(OTHERS, async (records) => {
      await vscode.window.showTextDocument(records, { viewColumn: vscode.ViewColumn.Two });
    });
    assert.equal(opened()?.getText(), OTHERS + RECORD);
    assert.equal(await onDisk(), OTHERS);
    await undone(document);
    await eventually('The records as they were', () => opened()?.getText() === OTHERS);
  });

  it('is not saved with what somebody has left unsaved in it', async () => {
    const { document, onDisk, opened } = await tagged(OTHERS, async (records) => {
      const editor = await vscode.window.showTextDocument(records, { preview: false });
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    });
    assert.equal(opened()?.getText(), `# mine\n${OTHERS}${RECORD}`);
    assert.equal(await onDisk(), OTHERS);
    await undone(document);
    await eventually('The records as they were', () => opened()?.getText() === `# mine\n${OTHERS}`);
    assert.equal(await onDisk(), OTHERS);
  });
});
