import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { writeCorpus } from '../../../client/src/commands/createCorpus.ts';
import { copyExample } from '../../../client/src/commands/openExample.ts';
import { listFiles, readFile } from '../../../client/src/files.ts';
import { activated, eventually } from './extension.ts';

describe('the commands', () => {
  let concord: ConcordApi;

  before(async () => {
    concord = await activated();
  });

  const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'concord-test-'));

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
    const folder = temporaryFolder();
    await vscode.commands.executeCommand('concord.createCorpus', vscode.Uri.file(folder));
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/concord.yaml'));
    const file = join(folder, 'notes.md');
    writeFileSync(file, '---\nentities: [nobody]\n---\nText.\n');
    const { document } = await vscode.window.showTextDocument(vscode.Uri.file(file));
    await eventually('The finding', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    assert.equal((await concord.status(document.uri))?.kind, 'document');
  });

  it('leave what is in a folder as it is', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'concord.yaml'), 'version: 1\n');
    await writeCorpus(vscode.Uri.file(folder));
    assert.equal(readFileSync(join(folder, 'concord.yaml'), 'utf8'), 'version: 1\n');
  });

  it('copy the example, each time to a new folder', async () => {
    const into = temporaryFolder();
    const extension = vscode.extensions.getExtension('concord.concord-annotations')!;
    const copies = [];
    for (let i = 0; i < 2; i++) copies.push(await copyExample(extension.extensionUri, vscode.Uri.file(into)));
    for (const copy of copies) assert.ok(existsSync(join(copy.fsPath, 'concord.yaml')));
    assert.notEqual(copies[0]?.path, copies[1]?.path);
  });

  it('print debug information', () => vscode.commands.executeCommand('concord.printDebugInformation'));
});

describe('files through the editor', () => {
  const write = (...[files]: [Record<string, string | Buffer>]) => {
    const root = vscode.Uri.file(mkdtempSync(join(tmpdir(), 'concord-test-')));
    const uriOf = (path: string) => vscode.Uri.joinPath(root, path);
    const all = Object.entries(files).map(([path, text]) =>
      vscode.workspace.fs.writeFile(uriOf(path), Buffer.from(text)),
    );
    return Promise.all(all).then(() => ({ root, uriOf }));
  };

  it('are listed without what version control ignores', async () => {
    const { root } = await write({
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

  it('are read as UTF-8 or not at all', async () => {
    const { uriOf } = await write({ 'mark.md': '\uFEFF水', 'latin.md': Buffer.from([0x63, 0xe9]) });
    assert.deepEqual(await readFile(uriOf('mark.md')), { text: '\uFEFF水' });
    assert.deepEqual(await readFile(uriOf('latin.md')), { problem: 'it is not UTF-8 text' });
    assert.deepEqual(await readFile(uriOf('none.md')), { problem: 'it is not there any more' });
  });
});
