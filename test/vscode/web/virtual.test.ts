import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { PAGE_SCHEME } from '../../../server/src/lsp/protocol.ts';
import { activated, at, closed, eventually, inCorpus, selected, stored, write } from '../suite/extension.ts';

const codesIn = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('in a browser', () => {
  let concord: ConcordApi;
  const archive = (path: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![1]!.uri, path);

  before(async () => {
    concord = await activated();
    await eventually('The server', () => concord.serverState() === 'running');
  });
  afterEach(closed);

  it('there is no Node', () => assert.equal(typeof process === 'object' && process.release?.name === 'node', false));

  it('each root is a corpus of its own', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    for (const uri of [inCorpus('documents/harbour.md'), archive('documents/harbour.md')]) {
      await eventually('The finding', () => codesIn(uri).includes('unresolved-entity'));
      const status = await concord.status(uri);
      assert.equal(status?.corpus?.name, uri.scheme === 'sealed' ? 'archive' : 'workspace');
    }
  });

  it('what cannot be written can be read, and is left as it is', async () => {
    const uri = archive('documents/harbour.md');
    const before = await stored(uri);
    const { document } = await selected(uri, 'Ada Ferro');
    await eventually('The highlights', () => (concord.highlights(document)?.length ?? 0) > 0);
    assert.equal(await vscode.commands.executeCommand('concord.tag', { id: 'ada', way: 'here' }), false);
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('a text that is in no file is left alone', async () => {
    const content = '---\nentities: [nobody]\n---\nAda Ferro.\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    assert.equal(await vscode.commands.executeCommand('concord.format'), false);
    assert.deepEqual(codesIn(document.uri), []);
    assert.equal(document.getText(), content);
  });

  it('the page of a check is shown', async () => {
    const uri = vscode.Uri.from({ scheme: PAGE_SCHEME, path: '/unresolved-entity.md' });
    const page = await eventually('The page', async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      return document.getText().startsWith('# ') && document;
    });
    assert.match(page.getText(), /^# unresolved-entity\n/);
  });

  it('files that are made, changed and taken away are heeded', async () => {
    const [document, records] = [inCorpus('documents/harbour.md'), inCorpus('entities/authorities.yaml')];
    const isMissing = () => codesIn(document).includes('unresolved-entity');
    await eventually('The finding', isMissing);
    await write(records, 'port-authority: {type: organization, name: Port Authority}\n');
    await eventually('Its end', () => !isMissing());
    await write(records, 'another: {type: organization, name: Port Authority}\n');
    await eventually('The finding', isMissing);
    await vscode.workspace.fs.delete(records);
    await write(inCorpus('documents/new.md'), '---\nentities: [nobody]\n---\nNobody came.\n');
    await eventually('That of a new file', () => codesIn(inCorpus('documents/new.md')).includes('unresolved-entity'));
    await vscode.workspace.fs.delete(inCorpus('documents/new.md'));
    await eventually('Its end', () => codesIn(inCorpus('documents/new.md')).length === 0);
  });

  it('the worker that is started again knows what is open', async () => {
    const uri = inCorpus('documents/harbour.md');
    await selected(uri, 'Ada Ferro');
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('concord.restartServer');
    assert.equal(concord.serverState(), 'running');
    await eventually('The finding', () => codesIn(uri).includes('unresolved-entity'));
    assert.equal(codesIn(uri).filter((code) => code === 'unresolved-entity').length, 1);
  });

  it('what is asked and withdrawn keeps nothing from being answered', async () => {
    const uri = inCorpus('documents/harbour.md');
    const { document } = await selected(uri, 'Ada Ferro');
    const place = document.positionAt(document.getText().lastIndexOf('Ada Ferro'));
    const source = new vscode.CancellationTokenSource();
    const asked = Array.from({ length: 20 }, () =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', uri, place),
    );
    source.cancel();
    const answers = await Promise.allSettled(asked);
    assert.equal(answers.length, 20);
    const hovers = await eventually('The hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
      return found.length > 0 && found;
    });
    assert.ok(hovers.length > 0);
  });

  it('what needs git says so, and changes no setting', async () => {
    for (const command of ['commit', 'commitAnyway', 'askBeforeCommit']) {
      assert.ok(!(await vscode.commands.executeCommand(`concord.${command}`)), command);
    }
  });

  it('the example is there to be tried, in memory', async () => {
    const example = vscode.Uri.parse('concord-example:/concord-example');
    assert.match((await stored(at(example, 'concord.yaml'))) ?? '', /version: 1/);
    const names = (await vscode.workspace.fs.readDirectory(at(example, 'documents'))).map(([name]) => name);
    assert.ok(names.includes('2023'));
    const uri = at(example, 'documents/2023/forum-opens.md');
    const { document } = await selected(uri, 'forum');
    await eventually('The highlights', () => (concord.highlights(document)?.length ?? 0) > 0);
    await write(at(example, 'documents/new.md'), 'New.\n');
    assert.equal(await stored(at(example, 'documents/new.md')), 'New.\n');
  });
});
