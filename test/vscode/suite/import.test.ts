import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, eventually, folderWith, inCorpus, stored } from './extension.ts';

describe('importing', () => {
  const made: vscode.Uri[] = [];

  before(async () => {
    const concord = await activated();
    await eventually('The server', () => concord.serverState() === 'running');
  });
  after(async () => {
    for (const uri of made) await vscode.workspace.fs.delete(uri);
  });

  it('makes a document of a page, with the line ends and the text that it has', async () => {
    const root = await folderWith({
      'page.html': '<!DOCTYPE html><title>The old quay</title><p>The <b>quay</b>\nis old.',
    });
    const run = () =>
      vscode.commands.executeCommand<readonly vscode.Uri[]>('concord.importDocument', [at(root, 'page.html')], true);
    const uris = await run();
    made.push(...uris);
    assert.equal(uris.length, 1);
    assert.equal(uris[0]!.toString(), inCorpus('documents/the-old-quay.md').toString());
    const text = (await stored(uris[0]!)) ?? '';
    assert.match(
      text,
      /^---\ntitle: The old quay\nsource: \{digest: "sha256:\w{64}"\}\n---\nThe \*\*quay\*\* is old\.\n$/,
    );
    await eventually('The second import to find the first', async () => (await run()).length === 0);
  });

  it('makes a document of the clipboard, to the last byte', async () => {
    const before = await vscode.env.clipboard.readText();
    await vscode.env.clipboard.writeText('A new quay\r\n\r\nIt is new.\r\n');
    try {
      const uri = await vscode.commands.executeCommand<vscode.Uri>('concord.newFromClipboard', true);
      made.push(uri);
      assert.match(
        (await stored(uri)) ?? '',
        /^---\r\ntitle: A new quay\r\n[\s\S]*\r\n---\r\nA new quay\r\n\r\nIt is new\.\r\n$/,
      );
    } finally {
      await vscode.env.clipboard.writeText(before);
    }
  });

  it('asks in steps that Enter accepts', async () => {
    const root = await folderWith({ 'steps.txt': 'A third quay\n\nIt is the third.\n' });
    const running = vscode.commands.executeCommand<readonly vscode.Uri[]>('concord.importDocument', [
      at(root, 'steps.txt'),
    ]);
    let done = false;
    void running.then(() => {
      done = true;
    });
    await eventually('The document', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    const uris = await running;
    made.push(...uris);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uris[0]?.toString());
    assert.match(vscode.window.activeTextEditor!.document.getText(), /^---\ntitle: A third quay\n/);
  });
});
