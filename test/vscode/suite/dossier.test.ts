import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closed, eventually, inCorpus, selected } from './extension.ts';

describe('the dossier', () => {
  const root = () =>
    inCorpus('.')
      .toString()
      .replace(/\/\.?$/, '');
  const panels = () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('concord.dossier')),
    );
  const drawn = (id: string) =>
    eventually(`The dossier of ${id}`, async () => {
      const state = (await activated()).dossier();
      return state?.id === id && state.drawn;
    });
  afterEach(closed);

  it('opens beside the text with the entity at the cursor, and is drawn', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    assert.equal(await vscode.commands.executeCommand('concord.openDossier'), true);
    await drawn('ada');
    const [panel] = panels();
    assert.equal(panel!.label, 'Ada Ferro');
    assert.notEqual(
      panel!.group.viewColumn,
      vscode.window.activeTextEditor?.viewColumn,
      'it stands in the other column',
    );
  });

  it('opens with what the side bar gives it, in the same panel', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    const given = { kind: 'entity', corpus: { uri: root() }, entity: { id: 'ada' } };
    assert.equal(await vscode.commands.executeCommand('concord.openDossier', given), true);
    await drawn('ada');
    assert.equal(await vscode.commands.executeCommand('concord.openDossier', { corpus: root(), id: 'nobody' }), true);
    await drawn('nobody');
    assert.equal(panels().length, 1);
    assert.equal((await activated()).dossier()!.follows, false);
  });

  it('is gone when it is closed, and opens again', async () => {
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.openDossier');
    await drawn('ada');
    await vscode.window.tabGroups.close(panels());
    await eventually('The end of the panel', async () => (await activated()).dossier() === undefined);
    await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.openDossier');
    await drawn('ada');
  });

  it('says in a hover where it is', async () => {
    const editor = await selected(inCorpus('documents/harbour.md'), 'Ada Ferro');
    const at = editor.selection.start.translate(0, 1);
    await eventually('The link', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        at,
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === 'string' ? part : part.value)),
      );
      return texts.some((text) => text.includes('command:concord.openDossier?'));
    });
  });
});
