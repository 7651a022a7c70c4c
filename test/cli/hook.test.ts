import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { Program, remove, temporaryFolder, write } from './program.ts';
import { GIT_VARIABLES, TestRepository } from './repository.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\ndocuments: "**/*.{md,txt}"\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
};
const CLEAN = '---\nentities: [ada]\n---\nAda said so.\n';
const BROKEN = '---\nentities: [ada, nobody]\n---\nAda said so.\n';

describe('concord hook', function () {
  this.timeout(60_000);
  let program: Program;
  const folders: string[] = [];
  const folder = (): string => {
    const made = temporaryFolder();
    folders.push(made);
    return made;
  };
  const repository = (): TestRepository => new TestRepository(folder()).commit(CORPUS);
  const hook = (cwd: string, args: readonly string[], variables: Record<string, string> = {}) =>
    program.run(['hook', ...args], cwd, { ...GIT_VARIABLES, ...variables });
  const install = async (cwd: string, ...args: string[]) => {
    const { code, stderr } = await hook(cwd, ['install', ...args]);
    assert.deepEqual([code, stderr], [0, '']);
  };
  const commit = (it: TestRepository, files: Record<string, string>) => {
    it.write(files).git('add', '-A');
    return it.try({}, 'commit', '-qm', 'x');
  };

  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    for (const made of folders) remove(made);
  });

  it('stops a commit that brings an error, and no other', async () => {
    const it = repository();
    await install(it.folder);
    const stopped = commit(it, { 'a.md': BROKEN });
    assert.equal(stopped.code, 1);
    assert.match(stopped.stdout + stopped.stderr, /unresolved-entity/);
    const other = commit(it, { 'a.md': CLEAN });
    assert.equal(other.code, 0);
    it.write({ 'b.md': BROKEN });
    it.git('add', 'b.md');
    // What is committed, not what else is staged.
    it.write({ 'a.md': CLEAN.replace('so', 'this') });
    assert.equal(it.try({}, 'commit', '-qm', 'x', 'a.md').code, 0);
    assert.equal(it.try({}, 'commit', '-qam', 'x').code, 1);
    assert.equal(it.try({}, 'commit', '-qam', 'x', '--no-verify').code, 0);
  });

  it('says nothing of a commit that is none of its business', async () => {
    const it = new TestRepository(folder()).commit({ 'sub/concord.yaml': 'version: 1\n' });
    await install(it.folder);
    const done = commit(it, { 'README.md': 'x\n' });
    assert.deepEqual([done.code, done.stderr], [0, '']);
  });

  it('works from a subfolder, in a further working tree, and where core.hooksPath says', async () => {
    const it = repository();
    mkdirSync(it.path('texts'));
    await install(it.path('texts'));
    const side = `${folder()}/w x`;
    it.git('worktree', 'add', '-q', '-b', 'side', side);
    const tree = new TestRepository(side);
    assert.equal(commit(tree, { 'a.md': BROKEN }).code, 1);
    const again = await hook(side, ['install']);
    assert.match(again.stdout, /^the hook is there already: /);

    const other = repository();
    other.git('config', 'core.hooksPath', '.hooks here');
    await install(other.folder);
    assert.ok(statSync(other.path('.hooks here/pre-commit')).mode & 0o100);
    other.git('add', 'concord.yaml');
    assert.equal(commit(other, { 'a.md': BROKEN }).code, 1);
  });

  it('never overwrites a hook, and runs it first if told to', async () => {
    const it = repository();
    const path = it.path('.git/hooks/pre-commit');
    const own = '#!/bin/sh\necho mine >> ran\nexit $(cat fails 2>/dev/null || echo 0)\n';
    write(it.folder, { '.git/hooks/pre-commit': own });
    chmodSync(path, 0o755);
    const refused = await hook(it.folder, ['install']);
    assert.equal(refused.code, 2);
    assert.match(
      refused.stderr,
      /^concord: there is a hook already, and it stays: [^\n]*"concord check --staged \|\| exit"[^\n]*\n$/,
    );
    assert.equal(readFileSync(path, 'utf8'), own);
    const foreign = await hook(it.folder, ['uninstall']);
    assert.equal(foreign.code, 2);

    await install(it.folder, '--force');
    assert.equal(commit(it, { 'a.md': BROKEN }).code, 1);
    assert.equal(readFileSync(it.path('ran'), 'utf8'), 'mine\n');
    write(it.folder, { fails: '3' });
    const failing = commit(it, { 'a.md': CLEAN });
    assert.deepEqual([failing.code, failing.stdout], [1, '']);

    const { stdout } = await hook(it.folder, ['uninstall']);
    assert.match(stdout, /^removed: .*\nput back: .*\n$/);
    assert.equal(readFileSync(path, 'utf8'), own);
    assert.ok(!existsSync(`${path}.before-concord`));
  });

  it('leaves alone a link, and what it has put aside before', async () => {
    const it = repository();
    symlinkSync('nowhere', it.path('.git/hooks/pre-commit'));
    assert.equal((await hook(it.folder, ['install'])).code, 2);
    write(it.folder, { '.git/hooks/pre-commit.before-concord': 'x' });
    const { code, stderr } = await hook(it.folder, ['install', '--force']);
    assert.equal(code, 2);
    assert.match(stderr, /cannot be put aside/);
  });

  it('is not put where the hooks of all repositories are, unless told to', async () => {
    const it = repository();
    const home = folder();
    write(home, { config: `[core]\n\thooksPath = ${home}/hooks\n` });
    const variables = { GIT_CONFIG_GLOBAL: `${home}/config` };
    const { code, stderr } = await hook(it.folder, ['install'], variables);
    assert.equal(code, 2);
    assert.match(stderr, /hooks of every repository/);
    assert.equal((await hook(it.folder, ['install', '--force'], variables)).code, 0);
    assert.ok(existsSync(`${home}/hooks/pre-commit`));
  });

  it('can be taken away again', async () => {
    const it = repository();
    await install(it.folder, '--merge-driver');
    assert.equal((await hook(it.folder, ['uninstall'])).code, 0);
    assert.equal(it.try({}, 'config', '--get-regexp', '^merge\\.').stdout, '');
    assert.equal(commit(it, { 'a.md': BROKEN }).code, 0);
    assert.match((await hook(it.folder, ['uninstall'])).stdout, /^there is no hook: /);
  });

  it('stops the commit where concord is gone', async () => {
    const it = repository();
    await install(it.folder);
    const path = it.path('.git/hooks/pre-commit');
    write(it.folder, { '.git/hooks/pre-commit': readFileSync(path, 'utf8').replaceAll(program.script, '/gone') });
    const { code, stderr } = commit(it, { 'a.md': CLEAN });
    assert.equal(code, 1);
    assert.match(stderr, /concord: not found, so that nothing has been checked/);
  });

  it('names the files for the merge driver once, and keeps what is there', async () => {
    const it = repository();
    write(it.folder, { '.gitattributes': '* text=auto\r\n*.md merge=concord' });
    await install(it.folder, '--merge-driver');
    const attributes = () => readFileSync(it.path('.gitattributes'), 'utf8');
    const expected =
      '* text=auto\r\n*.md merge=concord\r\n*.txt merge=concord\r\n*.yaml merge=concord\r\n*.yml merge=concord\r\n';
    assert.equal(attributes(), expected);
    await install(it.folder, '--merge-driver');
    assert.equal(attributes(), expected);
  });

  it('is refused outside of a repository, and for what it does not know', async () => {
    const outside = folder();
    assert.equal((await hook(outside, ['install'])).code, 2);
    const { stderr } = await hook(outside, ['instal']);
    assert.equal(stderr, 'concord: hook has no "instal"; did you mean install?\n');
  });
});
