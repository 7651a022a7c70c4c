import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closed, eventually, inCorpus, selected } from './extension.ts';

describe('the corpus at a glance', () => {
  const panels = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('concord.glance')),
    );
  const drawn = () =>
    eventually('The corpus at a glance', async () => (await activated()).glance()?.drawn === 'timeline');
  afterEach(closed);

  it('opens in a panel and is drawn', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    assert.equal(await vscode.commands.executeCommand('concord.showGlance'), true);
    await drawn();
    assert.equal(panels()[0]!.label, 'Corpus at a Glance');
    const { corpus } = (await activated()).glance()!;
    assert.equal(
      corpus,
      inCorpus('.')
        .toString()
        .replace(/\/\.?$/, ''),
    );
  });

  it('is there once, however often it is asked for, and opens again when it was closed', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.showGlance');
    await drawn();
    await vscode.commands.executeCommand('concord.showGlance');
    assert.equal(panels().length, 1);
    await vscode.window.tabGroups.close(panels());
    await eventually('The end of the panel', async () => (await activated()).glance() === undefined);
    // Of several corpora it is the one of the file in the editor: without one a person is asked.
    await eventually('The document', () => vscode.window.activeTextEditor !== undefined);
    await vscode.commands.executeCommand('concord.showGlance');
    await drawn();
  });
});
