import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closed, eventually, inCorpus, selected } from './extension.ts';

describe('the reading view', () => {
  const panels = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('concord.reading')),
    );
  const drawn = (path: string) =>
    eventually(`The view of ${path}`, async () => (await activated()).reading()?.drawn === path);
  afterEach(async () => {
    await closed();
    await vscode.workspace.fs.delete(inCorpus('documents/second.md')).then(undefined, () => {});
  });

  it('opens beside the document, is drawn, and follows to another', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.openReadingView');
    await drawn('documents/harbour.md');
    const [panel] = panels();
    assert.notEqual(panel!.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.match(panel!.label, /^Reading: /);
    const other = inCorpus('documents/second.md');
    await vscode.workspace.fs.writeFile(
      other,
      new TextEncoder().encode('---\nentities: [ada]\n---\nAda Ferro again.\n'),
    );
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.One });
    await drawn('documents/second.md');
    await vscode.commands.executeCommand('concord.openReadingView');
    assert.equal(panels().length, 1, 'there is one of it');
  });

  it('is gone when it is closed, and opens again', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.openReadingView');
    await drawn('documents/harbour.md');
    await vscode.window.tabGroups.close(panels());
    await eventually('The end of the view', async () => (await activated()).reading() === undefined);
    await vscode.commands.executeCommand('concord.openReadingView', inCorpus('documents/harbour.md'));
    await drawn('documents/harbour.md');
  });
});
