import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, Program, remove, write } from './program.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'documents/a.md': '---\nentities: [ada, adda]\n---\nAda.\n',
};
const SOUND = '---\nentities: [ada]\n---\nAda.\n';

describe('concord check --watch', function () {
  this.timeout(60_000);
  let program: Program;
  let folder: string;
  let child: ChildProcess;
  let stdout: string;
  let stderr: string;
  let ended: Promise<unknown>;

  before(async () => {
    program = await Program.build();
  });
  after(() => program.remove());

  beforeEach(() => {
    folder = folderOf(FILES);
  });
  afterEach(() => {
    child.kill('SIGKILL');
    remove(folder);
  });

  async function start(...args: string[]): Promise<void> {
    child = program.start(['check', '--watch', '--format', 'concise', ...args], folder);
    stdout = '';
    stderr = '';
    child.stdout!.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr!.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    ended = new Promise((done) => child.once('close', done));
    await told(/watching \d+ files; Ctrl\+C ends\n/);
  }

  /** Waits until standard error says it, and answers what has been reported by then; both are forgotten. */
  async function told(what: RegExp): Promise<string> {
    const end = Date.now() + 8_000;
    while (!what.test(stderr)) {
      if (Date.now() > end) assert.fail(`${what} was not told, but: ${stderr} and reported: ${stdout}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    const reported = stdout;
    stdout = '';
    stderr = '';
    return reported;
  }

  it('reports anew what a change touches, and ends cleanly', async () => {
    await start();
    write(folder, { 'documents/a.md': SOUND });
    assert.equal(await told(/^concord: documents\/a\.md changed; watching 3 files/m), '');
    write(folder, { 'entities/p.yaml': 'ada: {type: person, name: Ada}\nada-2: {type: person, name: Ada}\n' });
    assert.match(await told(/entities\/p\.yaml changed/), /alias-ambiguous|ambiguous/);
    write(folder, { 'entities/p.yaml': FILES['entities/p.yaml'], 'documents/b.md': FILES['documents/a.md'] });
    assert.match(
      await told(/documents\/b\.md, entities\/p\.yaml changed; watching 4 files/),
      /^documents\/b\.md:2:17: error/,
    );
    rmSync(join(folder, 'documents/b.md'));
    assert.equal(await told(/documents\/b\.md changed; watching 3 files/), '');
    child.kill('SIGINT');
    assert.equal(await ended, 0);
    assert.equal(stderr, '');
  });

  it('is silent where nothing says anything else', async () => {
    await start();
    write(folder, { 'documents/a.md': FILES['documents/a.md'], 'notes.csv': 'x' });
    await new Promise((done) => setTimeout(done, 400));
    assert.deepEqual([stdout, stderr], ['', '']);
  });

  it('follows new folders, folders that move, files saved by way of another, and settings', async () => {
    await start();
    mkdirSync(join(folder, 'documents/deep/er'), { recursive: true });
    writeFileSync(join(folder, 'documents/deep/er/c.md'), FILES['documents/a.md']);
    assert.match(await told(/documents\/deep\/er\/c\.md changed/), /deep\/er\/c\.md:2:17/);
    renameSync(join(folder, 'documents/deep'), join(folder, 'documents/moved'));
    assert.match(await told(/moved\/er\/c\.md changed/), /moved\/er\/c\.md:2:17/);
    writeFileSync(join(folder, 'documents/moved/er/.c.md.tmp'), SOUND);
    renameSync(join(folder, 'documents/moved/er/.c.md.tmp'), join(folder, 'documents/moved/er/c.md'));
    assert.doesNotMatch(await told(/moved\/er\/c\.md changed/), /moved/);
    write(folder, { 'concord.yaml': 'version: 1\nchecks: {unresolved-entity: off}\n' });
    assert.equal(await told(/read anew; watching 4 files/), '');
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
  });

  it('waits for a path that goes away for a while', async () => {
    await start('documents');
    renameSync(join(folder, 'documents'), join(folder, 'elsewhere'));
    await told(/documents does not exist now; waiting for it/);
    renameSync(join(folder, 'elsewhere'), join(folder, 'documents'));
    write(folder, { 'documents/d.md': FILES['documents/a.md'] });
    assert.match(await told(/documents\/d\.md changed/), /d\.md:2:17/);
  });
});
