import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, eventually, inCorpus } from './extension.ts';

describe('the side bar', () => {
  before(() => activated());
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has its views, which can be gone to by name', async () => {
    for (const view of ['entities', 'claims', 'findings', 'documents']) {
      await vscode.commands.executeCommand(`concord.${view}.focus`);
    }
  });

  it('opens the record of an entity, and the places that mention it', async () => {
    const corpus = {
      uri: inCorpus('.')
        .toString()
        .replace(/\/\.?$/, ''),
      name: '',
      documents: 1,
      types: [],
    };
    const entity = { id: 'ada', name: 'Ada Ferro', otherNames: [], uri: inCorpus('entities/people.yaml').toString() };
    const node = {
      kind: 'entity',
      corpus,
      icon: 'person',
      entity: { ...entity, documents: 1, mentions: 1, claims: 0 },
    };
    await vscode.commands.executeCommand('concord.openRecord', node);
    const opened = () => vscode.window.activeTextEditor;
    await eventually('The record', () => opened()?.document.uri.path.endsWith('people.yaml') === true);
    assert.equal(opened()!.document.getText(opened()!.selection), 'ada');
    await vscode.commands.executeCommand('concord.showMentions', node);
  });

  it('goes from a claim to its words and to its place in the front matter', async () => {
    const range = (line: number, end: number) => ({ start: { line, character: 0 }, end: { line, character: end } });
    const node = { uri: inCorpus('documents/harbour.md'), claim: { range: range(8, 9), head: range(1, 5) } };
    await vscode.commands.executeCommand('concord.goToQuote', node);
    const text = () => vscode.window.activeTextEditor!.document.getText(vscode.window.activeTextEditor!.selection);
    assert.equal(text(), 'Ada Ferro');
    await vscode.commands.executeCommand('concord.goToClaim', node);
    assert.equal(text(), 'title');
  });
});
