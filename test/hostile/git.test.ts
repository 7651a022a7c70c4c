/** A repository that somebody has sent names programs wherever git lets it; none of them is ever started. */

import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stagedFiles } from '../../server/src/nodeStaged.ts';
import { Program, remove, temporaryFolder } from '../cli/program.ts';
import { GIT_VARIABLES, TestRepository } from '../cli/repository.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': '---\nentities: [ada]\n---\nAda.\n',
  'b.md': '---\nentities: [ada]\n---\nAda.\n',
  'c.md': new Uint8Array([0x80, 0x81]),
};

describe('a repository that means harm', function () {
  this.timeout(60_000);
  let program: Program;
  let it_: TestRepository;
  let evil: string;
  let mark: string;
  const ran = () => existsSync(mark);

  before(async () => {
    program = await Program.build();
    it_ = new TestRepository(temporaryFolder());
    mark = join(it_.folder, '.git', 'ran');
    evil = join(it_.folder, '.git', 'evil');
    it_.commit(FILES);
    writeFileSync(evil, `#!/bin/sh\necho "$0 $*" >>'${mark}'\ncat\n`);
    chmodSync(evil, 0o777);
    arm(it_, evil);
    it_.write({ '.gitattributes': '*.md filter=evil diff=evil merge=evil\n' });
    writeFileSync(it_.path('a.md'), '---\nentities: [ada, bo]\n---\nAda.\n');
    // What git is called by, in the folder that it is called in.
    for (const name of ['git', 'git.exe', 'git.cmd']) {
      writeFileSync(it_.path(name), `#!/bin/sh\necho "$0" >>'${mark}'\nexit 1\n`);
      chmodSync(it_.path(name), 0o777);
    }
  });
  after(() => {
    program?.remove();
    remove(it_.folder);
  });
  afterEach(() => assert.equal(ran(), false, 'a program of the repository was started'));

  const variables = { ...GIT_VARIABLES, PATH: `.:${process.env.PATH}` };

  for (const args of [
    ['check', '--since', 'HEAD'],
    ['check', '--staged'],
    ['diff', 'HEAD'],
    ['check'],
    ['list', 'claims'],
    ['hook', 'uninstall'],
  ])
    it(`concord ${args.join(' ')}`, async () => {
      const { stderr } = await program.run(args, it_.folder, variables);
      assert.doesNotMatch(stderr, /internal|TypeError/);
    });

  it('starts a filter for whoever trusts the repository', async () => {
    await program.run(['check', '--since', 'HEAD'], it_.folder, { ...variables, CONCORD_TRUST_GIT: '1' });
    assert.equal(ran(), true);
    remove(mark);
  });

  it('finds what has changed all the same', async () => {
    const { stdout } = await program.run(['check', '--since', 'HEAD', '--format', 'json'], it_.folder, variables);
    assert.match(stdout, /unresolved-entity/);
  });

  it('the server, which asks what is staged', () => {
    const before = { ...process.env };
    Object.assign(process.env, variables);
    try {
      const files = stagedFiles(it_.folder);
      assert.ok(files);
      for (const path of ['a.md', 'c.md']) files.read(path);
    } finally {
      process.env = before;
    }
  });

  it('fetches nothing into a partial clone', async () => {
    it_.git('config', 'extensions.partialClone', 'origin');
    it_.git('config', 'remote.origin.promisor', 'true');
    it_.git('config', 'remote.origin.url', it_.folder);
    it_.git('config', 'remote.origin.uploadpack', evil);
    const object = it_.git('rev-parse', 'HEAD:b.md').trim();
    remove(it_.path('.git/objects', object.slice(0, 2), object.slice(2)));
    const { stdout } = await program.run(['diff', 'HEAD'], it_.folder, variables);
    assert.equal(typeof stdout, 'string');
    await program.run(['check', '--staged'], it_.folder, variables);
  });
});

/** Whatever git starts by its configuration. */
function arm(repository: TestRepository, evil: string): void {
  const settings = {
    'filter.evil.clean': evil,
    'filter.evil.smudge': evil,
    'filter.evil.process': evil,
    'filter.evil.required': 'true',
    'diff.evil.command': evil,
    'diff.evil.textconv': evil,
    'diff.external': evil,
    'merge.evil.driver': evil,
    'core.fsmonitor': evil,
    'core.pager': evil,
    'core.editor': evil,
    'core.sshCommand': evil,
    'core.alternateRefsCommand': evil,
    'credential.helper': evil,
    'gpg.program': evil,
    'interactive.diffFilter': evil,
    'uploadpack.packObjectsHook': evil,
    'alias.ls-files': `!${evil}`,
    'pager.diff': evil,
  };
  for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
  const hooks = repository.path('.git', 'evil-hooks');
  mkdirSync(hooks);
  repository.git('config', 'core.hooksPath', hooks);
  for (const name of [
    'post-index-change',
    'pre-commit',
    'post-checkout',
    'fsmonitor-watchman',
    'reference-transaction',
  ]) {
    writeFileSync(join(hooks, name), `#!/bin/sh\n'${evil}' </dev/null\n`);
    chmodSync(join(hooks, name), 0o777);
  }
}
