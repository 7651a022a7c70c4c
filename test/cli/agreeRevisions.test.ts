import assert from 'node:assert/strict';
import { parsed } from './memory.ts';
import { Program, remove } from './program.ts';
import { GIT_VARIABLES, TestRepository } from './repository.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\nbo: {type: person, name: Bo}\n',
  'documents/x.md': 'Ada met Bo.\n',
};
const doc = (entities: string) => `---\nentities: ${entities}\n---\nAda met Bo.\n`;

describe('concord agree in a git repository', function () {
  this.timeout(60_000);
  let program: Program;
  let corpus: TestRepository;
  const agree = (cwd: string, ...args: string[]) => program.run(['agree', ...args], cwd, GIT_VARIABLES);
  const figures = async (cwd: string, ...args: string[]) => {
    const run = await agree(cwd, ...args, '--format', 'json');
    assert.equal(run.code, 0, run.stderr);
    const { a, b, documents, mentions } = parsed(run);
    return [a, b, documents, mentions.found.a, mentions.found.b];
  };

  before(async () => {
    program = await Program.build();
    corpus = new TestRepository().commit(CORPUS);
    corpus.git('checkout', '-q', '-b', 'anna');
    corpus.commit({ 'documents/x.md': doc('[ada, bo]') });
    corpus.git('checkout', '-q', 'main');
    corpus.git('checkout', '-q', '-b', 'work/ben');
    corpus.commit({ 'documents/x.md': doc('[ada]') });
    corpus.write({ 'documents/x.md': doc('[]') });
  });
  after(() => {
    program?.remove();
    if (corpus) remove(corpus.folder);
  });

  it('reads branches as they were committed, from any folder of the corpus', async () => {
    const expected = ['anna', 'ben', ['documents/x.md'], 2, 1];
    assert.deepEqual(await figures(corpus.folder, 'anna', 'work/ben'), expected);
    assert.deepEqual(await figures(corpus.path('entities'), 'anna', 'work/ben'), expected);
  });

  it('holds a branch against the folder, and a folder of a branch against another', async () => {
    assert.deepEqual(await figures(corpus.folder, 'anna', '.'), ['anna', '.', ['documents/x.md'], 2, 0]);
    assert.deepEqual(await figures(corpus.folder, 'anna:documents', 'documents'), [
      'anna:documents',
      'documents',
      ['x.md'],
      2,
      0,
    ]);
  });

  it('says that there is nothing to compare, or no such revision', async () => {
    const main = await agree(corpus.folder, 'main', 'anna');
    assert.deepEqual([main.code, main.stderr], [1, 'concord: there is no document that both have annotated\n']);
    const gone = await agree(corpus.folder, 'anna', 'nobody');
    assert.deepEqual([gone.code, gone.stderr], [2, 'concord: git knows no revision nobody\n']);
    const path = await agree(corpus.folder, 'anna', 'anna:nowhere');
    assert.deepEqual([path.code, path.stderr], [2, 'concord: there is no folder anna:nowhere\n']);
    const option = await agree(corpus.folder, 'anna', '--output=x');
    assert.equal(option.code, 2);
  });
});
