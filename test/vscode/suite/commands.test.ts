import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { writeCorpus } from '../../../client/src/commands/createCorpus.ts';
import { copyExample } from '../../../client/src/commands/openExample.ts';
import { corpusBelow } from '../../../client/src/corpusFolder.ts';
import { listFiles, readFile } from '../../../client/src/files.ts';
import { activated, at, eventually, folderWith, stored, write } from './extension.ts';

describe('the commands', () => {
  let concord: ConcordApi;

  before(async () => {
    concord = await activated();
  });

  it('are all there', async () => {
    const extension = vscode.extensions.getExtension('concord.concord-annotations')!;
    const contributed: readonly { readonly command: string }[] = extension.packageJSON.contributes.commands;
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributed.length > 0);
    for (const { command } of contributed) assert.ok(known.has(command), command);
  });

  it('restart the server', async () => {
    await eventually('The server', () => concord.serverState() === 'running');
    await vscode.commands.executeCommand('concord.restartServer');
    assert.equal(concord.serverState(), 'running');
  });

  it('create a corpus in which the server says what it finds', async () => {
    const folder = await folderWith({});
    await vscode.commands.executeCommand('concord.createCorpus', folder);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/concord.yaml'));
    const file = at(folder, 'notes.md');
    await write(file, '---\nentities: [nobody]\n---\nText.\n');
    const { document } = await vscode.window.showTextDocument(file);
    await eventually('The finding', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    assert.equal((await concord.status(document.uri))?.kind, 'document');
  });

  it('leave what is in a folder as it is', async () => {
    const folder = await folderWith({ 'concord.yaml': 'version: 1\n' });
    await writeCorpus(folder);
    assert.equal(await stored(at(folder, 'concord.yaml')), 'version: 1\n');
  });

  it('copy the example, each time to a new folder', async () => {
    const into = await folderWith({});
    const extension = vscode.extensions.getExtension('concord.concord-annotations')!;
    const copies = [];
    for (let i = 0; i < 2; i++) copies.push(await copyExample(extension.extensionUri, into));
    for (const copy of copies) assert.match((await stored(at(copy, 'concord.yaml'))) ?? '', /^[\s\S]*version: 1/);
    assert.notEqual(copies[0]?.path, copies[1]?.path);
  });

  it('print debug information', () => vscode.commands.executeCommand('concord.printDebugInformation'));
});

describe('files through the editor', () => {
  it('are listed without what version control ignores', async () => {
    const root = await folderWith({
      '.gitignore': '*.tmp\n/drafts/\n',
      'a.md': '',
      'b.tmp': '',
      'drafts/c.md': '',
      'kept/.gitignore': '!d.tmp\n',
      'kept/d.tmp': '',
      'kept/drafts/e.md': '',
      'node_modules/f.md': '',
      '.git/g.md': '',
    });
    assert.deepEqual(await listFiles(root), [
      '.gitignore',
      'a.md',
      'kept/.gitignore',
      'kept/d.tmp',
      'kept/drafts/e.md',
    ]);
  });

  it('are looked through for a corpus where there is no search', async () => {
    const root = await folderWith({
      'node_modules/a/concord.yaml': '',
      'texts/notes.md': '',
      'texts/old/concord.yaml': 'version: 1\n',
    });
    assert.equal((await corpusBelow([root]))?.toString(), at(root, 'texts/old').toString());
    assert.equal(await corpusBelow([at(root, 'node_modules/none')]), undefined);
  });

  it('are read as UTF-8 or not at all', async () => {
    const root = await folderWith({ 'mark.md': '\uFEFF水', 'latin.md': new Uint8Array([0x63, 0xe9]) });
    assert.deepEqual(await readFile(at(root, 'mark.md')), { text: '\uFEFF水' });
    assert.deepEqual(await readFile(at(root, 'latin.md')), { problem: 'it is not UTF-8 text' });
    assert.deepEqual(await readFile(at(root, 'none.md')), { problem: 'it is not there any more' });
  });
});
