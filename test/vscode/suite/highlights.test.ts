import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { strokesOf } from '../../../client/src/highlightStyles.ts';
import type { Highlight } from '../../../server/src/lsp/protocol.ts';
import { activated, eventually, shown } from './extension.ts';

describe('highlights', () => {
  let concord: ConcordApi;
  let editor: vscode.TextEditor;

  before(async () => {
    concord = await activated();
    editor = await shown('documents/harbour.md');
  });

  after(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  /** The texts that are highlighted, with what each is. */
  async function highlighted(): Promise<readonly string[]> {
    const { document } = editor;
    const highlights = await eventually('The highlights', () => {
      const known = concord.highlights(document);
      return known && known.length > 0 && known;
    });
    return highlights.map(({ kind, type, range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return `${document.getText(range)}: ${kind} ${type ?? ''}`.trim();
    });
  }

  it('are what the server finds in the text', async () => {
    assert.ok((await highlighted()).includes('Ada Ferro: mention person'));
  });

  it('follow an edit', async () => {
    const before = await highlighted();
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\nLater Ada Ferro left.\n'));
    assert.equal((await highlighted()).length, before.length + 1);
  });

  it('go and come back with the command', async () => {
    await vscode.commands.executeCommand('concord.toggleHighlights');
    assert.equal(concord.highlights(editor.document), undefined);
    await vscode.commands.executeCommand('concord.toggleHighlights');
    assert.ok((await highlighted()).includes('Ada Ferro: mention person'));
  });

  it('put one line under nested mentions, the inner one', () => {
    const mention = (type: string, start: number, end: number): Highlight => ({
      kind: 'mention',
      type,
      range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
    });
    const nested = [mention('position', 0, 20), mention('organization', 9, 20), mention('place', 9, 12)];
    const lines = strokesOf([...nested, mention('person', 22, 25)]).map(
      ({ style, range }) => `${style} ${range.start.character}-${range.end.character}`,
    );
    assert.deepEqual(lines.sort(), [
      'mention.organization 12-20',
      'mention.person 22-25',
      'mention.place 9-12',
      'mention.position 0-9',
    ]);
  });
});
