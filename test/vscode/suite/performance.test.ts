import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closed, eventually, inCorpus, selected } from './extension.ts';

describe('what took how long', () => {
  before(async () => {
    const concord = await activated();
    await eventually('The server', () => concord.serverState() === 'running');
    await selected(inCorpus('documents/harbour.md'), 'Ferro');
  });
  after(closed);

  it('is shown as a text that cannot be changed', async () => {
    await vscode.commands.executeCommand('concord.showPerformance');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'concord-performance');
    assert.match(document.getText(), /^\| concord\/status \| \d+ \| /m);
  });

  it('is part of a report that names no file and quotes no text', async () => {
    await vscode.commands.executeCommand('concord.writeBugReport');
    const { document } = vscode.window.activeTextEditor!;
    const text = document.getText();
    assert.ok(document.isUntitled);
    assert.match(text, /^## Versions and settings$/m);
    assert.match(text, /^- Server: running/m);
    assert.doesNotMatch(text, /harbour|Ferro|file:\/\/|\/tmp\//);
  });
});
