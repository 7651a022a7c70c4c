import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, eventually, folderWith, write } from './extension.ts';

const BODY = 'The   *body*\n';
const LOOSE = `---\nentities: [ ada ]   # who\ndate: 2020\nclaims:\n-   subject: ada\n    quote: body\n---\n${BODY}`;
const ORDERED = `---\ndate: 2020\nentities: [ada]   # who\nclaims:\n  - quote: body\n    subject: ada\n---\n${BODY}`;

describe('formatting annotations', () => {
  let root: vscode.Uri;

  const open = async (name: string, text: string): Promise<vscode.TextEditor> => {
    await write(at(root, name), text);
    return vscode.window.showTextDocument(at(root, name));
  };
  /** The server has to know the file first. */
  const format = async (): Promise<boolean> => vscode.commands.executeCommand<boolean>('concord.format');

  before(async () => {
    const api = await activated();
    root = await folderWith({ 'concord.yaml': 'version: 1\n' });
    const { document } = await open('first.md', LOOSE);
    await eventually('The corpus', async () => (await api.status(document.uri))?.kind === 'document');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('orders a whole file, once, and never its body', async () => {
    const { document } = await open('a.md', LOOSE);
    await eventually('The edit', async () => format());
    assert.equal(document.getText(), ORDERED);
    assert.equal(await format(), false);
    assert.equal(document.getText(), ORDERED);
  });

  it('formats what is selected', async () => {
    const editor = await open('b.md', LOOSE);
    editor.selection = new vscode.Selection(4, 0, 5, 10);
    await eventually('The edit', async () => format());
    assert.equal(
      editor.document.getText(),
      LOOSE.replace('-   subject: ada\n    quote: body', '- quote: body\n  subject: ada'),
    );
  });

  it('is a source action, and no formatter of Markdown', async () => {
    const { document } = await open('c.md', LOOSE);
    const action = await eventually('The action', async () => {
      const [found] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        'source.organizeAnnotations',
      );
      return found;
    });
    assert.equal(action.title, 'Format annotations');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    assert.deepEqual(edits ?? [], []);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.equal(document.getText(), ORDERED);
  });

  it('leaves what cannot be read as it is', async () => {
    const broken = '---\nentities: [\n---\n';
    const { document } = await open('d.md', broken);
    assert.equal(await format(), false);
    assert.equal(document.getText(), broken);
  });
});
