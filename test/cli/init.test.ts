import assert from 'node:assert/strict';
import { concord, parsed } from './memory.ts';

describe('concord init', () => {
  for (const [argv, folder] of [
    [['init'], '/desk'],
    [['init', 'archive/new'], '/desk/archive/new'],
    [['init', '/elsewhere'], '/elsewhere'],
  ] as const) {
    it(`${argv.join(' ')} creates a corpus without a finding`, async () => {
      const { code, stdout, stderr, files } = await concord(argv);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(
        [...files.keys()].sort(),
        ['concord.yaml', 'documents/first.md', 'entities/people.yaml'].map((path) => `${folder}/${path}`),
      );
      assert.match(stdout, /^created .*concord\.yaml\n/);
      const outcome = await concord(['check', '--format', 'json'], { files: Object.fromEntries(files), cwd: folder });
      assert.deepEqual(parsed(outcome), {
        version: 1,
        corpora: [{ root: '.', documents: 1, entities: 1, claims: 1, mentions: 2 }],
        findings: [],
      });
    });
  }

  it('shows settings that are sound when they are no comments any more', async () => {
    const { files } = await concord(['init']);
    const settings = files.get('/desk/concord.yaml')!;
    const lines = settings.split('\n');
    const examples = lines.flatMap((line, at) => {
      const example = /^# {3}(\S.*)$/.exec(line)?.[1];
      return example === undefined ? [] : [[lines[at + 1]!.replace(/\{\}$/, ''), example] as const];
    });
    assert.equal(examples.length, 4);
    for (const [key, example] of examples) {
      const text = settings.replace(`\n${key}{}`, `\n${key}\n  ${example}`);
      assert.notEqual(text, settings);
      const outcome = await concord(['check', '--format', 'json'], { files: { 'concord.yaml': text } });
      assert.deepEqual(parsed(outcome).findings, [], example);
    }
  });

  it('overwrites nothing and says what exists', async () => {
    const { code, stdout, files } = await concord(['init'], { files: { 'documents/first.md': 'mine' } });
    assert.equal(code, 0);
    assert.match(stdout, /^exists {2}documents\/first\.md, left as it is$/m);
    assert.equal(files.get('/desk/documents/first.md'), 'mine');
    assert.ok(files.has('/desk/concord.yaml'));
  });

  it('leaves a corpus alone', async () => {
    const { code, stdout, stderr, files } = await concord(['init'], { files: { 'concord.yaml': '' } });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr, 'concord: . has a concord.yaml already; nothing was changed\n');
    assert.equal(files.size, 1);
  });

  it('refuses a file, and says in one line what the machine objects to', async () => {
    const file = await concord(['init', 'a'], { files: { a: '' } });
    assert.deepEqual([file.code, file.stderr], [2, 'concord: a is not a folder\n']);
    const blocked = await concord(['init'], { files: { documents: '' } });
    assert.deepEqual(
      [blocked.code, blocked.stderr],
      [2, 'concord: /desk/documents/first.md: the system says ENOTDIR\n'],
    );
  });
});
