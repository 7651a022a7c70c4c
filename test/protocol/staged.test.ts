import assert from 'node:assert/strict';
import { unlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { STAGED_FINDINGS, type StagedFindings } from '../../server/src/lsp/protocol.ts';
import { write } from '../cli/program.ts';
import { TestRepository } from '../cli/repository.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

const CLEAN = '---\nentities: [ada]\n---\nAda said so.\n';
const BROKEN = '---\nentities: [ada, nobody]\n---\nAda said so.\n';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': CLEAN,
  'b.md': CLEAN,
};

describe('what is staged', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const start = async () => {
    const editor = await (await Editor.on(FILES)).settled();
    const repository = new TestRepository(editor.root);
    const staged = async () => {
      const { findings, errors } = await editor.ask<StagedFindings>(STAGED_FINDINGS, {
        uri: pathToFileURL(editor.root).href,
      });
      assert.equal(errors, findings.filter(({ severity }) => severity === 'error').length);
      return findings.map(({ path, code }) => `${path} ${code}`);
    };
    return { editor, repository, staged };
  };

  it('is judged as it is staged, whatever the folder and the editor have', async () => {
    const { editor, repository, staged } = await start();
    assert.deepEqual(await staged(), []);
    repository.commit();
    assert.deepEqual(await staged(), []);
    write(editor.root, { 'a.md': BROKEN });
    repository.git('add', 'a.md');
    write(editor.root, { 'a.md': CLEAN, 'b.md': BROKEN });
    assert.deepEqual(await staged(), ['a.md unresolved-entity']);
    editor.open('a.md');
    editor.change('a.md', { text: CLEAN.replace('so', 'more') });
    assert.deepEqual(await staged(), ['a.md unresolved-entity']);
    repository.git('reset', '-q');
    assert.deepEqual(await staged(), []);
  });

  it('is held against the records that the commit has', async () => {
    const { editor, repository, staged } = await start();
    repository.commit();
    write(editor.root, {
      'c.md': CLEAN.replace('[ada]', '[bo]').replace('Ada', 'Bo'),
      'entities/q.yaml': 'bo: {type: person, name: Bo}\n',
    });
    repository.git('add', 'c.md');
    editor.watched({ 'c.md': 'created', 'entities/q.yaml': 'created' });
    await editor.settled();
    assert.deepEqual(await staged(), ['c.md unresolved-entity']);
    repository.git('add', '-A');
    assert.deepEqual(await staged(), []);
    unlinkSync(repository.path('entities/p.yaml'));
    repository.git('add', '-A');
    write(editor.root, { ...FILES, 'a.md': CLEAN.replace('so', 'more') });
    repository.git('add', 'a.md');
    assert.deepEqual(await staged(), ['a.md unresolved-entity']);
  });

  it('is nothing where there is no repository', async () => {
    const editor = await (await Editor.on(FILES)).settled();
    const answer = await editor.ask<StagedFindings>(STAGED_FINDINGS, { uri: pathToFileURL(editor.root).href });
    assert.deepEqual(answer, { findings: [], errors: 0, warnings: 0 });
  });
});
