import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { activated, eventually } from './extension.ts';

const CLEAN = '---\nentities: [ada]\n---\nAda said so.\n';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': CLEAN,
};

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<{ status(): Promise<void> } | null> };
}

describe('errors in what is staged', () => {
  let root: string;
  let api: ConcordApi;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: root });

  before(async function () {
    api = await activated();
    root = realpathSync(mkdtempSync(join(tmpdir(), 'concord-test-')));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    if (!vscode.extensions.getExtension('vscode.git')) this.skip();
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
  });
  after(() => vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global));

  it('are found as soon as they are staged, and gone when they are not', async () => {
    const extension = vscode.extensions.getExtension<Git>('vscode.git')!;
    const exports = await extension.activate();
    await eventually('Git', () => exports.enabled);
    await vscode.window.showTextDocument(vscode.Uri.file(join(root, 'a.md')));
    await eventually('The server', () => api.serverState() === 'running');
    const repository = await eventually(
      'The repository',
      async () => (await exports.getAPI(1).openRepository(vscode.Uri.file(root))) ?? undefined,
    );
    writeFileSync(join(root, 'a.md'), CLEAN.replace('[ada]', '[ada, nobody]'));
    git('add', 'a.md');
    writeFileSync(join(root, 'a.md'), CLEAN);
    const staged = async () => {
      await repository.status();
      return api.stagedFindings().map(({ path, code }) => `${path} ${code}`);
    };
    const [found] = await eventually('The finding', async () => {
      const findings = await staged();
      return findings.length > 0 && findings;
    });
    assert.equal(found, 'a.md unresolved-entity');
    git('reset', '-q');
    await eventually('The end of the finding', async () => (await staged()).length === 0);
  });
});
