import assert from 'node:assert/strict';
import { concord, parsed } from './memory.ts';

const BROKEN = '---\nentities: [nobody]\n---\nx\n';

/** A corpus at the root, one inside it, and one beside that; every document has one error. */
const FILES = {
  'one/concord.yaml': 'version: 1\n',
  'one/a.md': BROKEN,
  'one/texts/b.md': BROKEN,
  'one/inner/concord.yaml': 'version: 1\n',
  'one/inner/c.md': BROKEN,
  'one/inner/deep/d.md': BROKEN,
  'one/texts/other/concord.yaml': 'version: 1\n',
  'one/texts/other/e.md': BROKEN,
  'two/concord.yaml': 'version: 1\n',
  'two/f.md': BROKEN,
  'two/.hidden/concord.yaml': 'version: 1\n',
  'two/.hidden/g.md': BROKEN,
  'none/h.md': BROKEN,
};

interface Expected {
  readonly corpora: readonly string[];
  readonly files: readonly string[];
  readonly stderr?: RegExp;
}

const cases: readonly [name: string, cwd: string, paths: readonly string[], expected: Expected][] = [
  [
    'no path: every corpus below the working directory, each file under the nearest',
    '/desk',
    [],
    {
      corpora: ['one', 'one/inner', 'one/texts/other', 'two'],
      files: [
        'one/a.md',
        'one/inner/c.md',
        'one/inner/deep/d.md',
        'one/texts/b.md',
        'one/texts/other/e.md',
        'two/f.md',
      ],
    },
  ],
  ['no path: the working directory itself is one', '/desk/two', [], { corpora: ['.'], files: ['f.md'] }],
  ['no path: else the one above', '/desk/one/inner/deep', [], { corpora: ['..'], files: ['d.md'] }],
  ['a file', '/desk', ['one/texts/b.md'], { corpora: ['one'], files: ['one/texts/b.md'] }],
  ['a file of an inner corpus', '/desk', ['one/inner/c.md'], { corpora: ['one/inner'], files: ['one/inner/c.md'] }],
  ['an absolute path', '/desk/two', ['/desk/one/a.md'], { corpora: ['../one'], files: ['../one/a.md'] }],
  ['a folder in a corpus', '/desk', ['one/inner/deep'], { corpora: ['one/inner'], files: ['one/inner/deep/d.md'] }],
  [
    'a folder with a corpus in it: that one, and a word on the other',
    '/desk',
    ['one/texts'],
    {
      corpora: ['one/texts/other'],
      files: ['one/texts/other/e.md'],
      stderr: /^concord: not checked: the rest of one\/texts, which is part of one\n$/,
    },
  ],
  ['concord.yaml', '/desk', ['two/concord.yaml'], { corpora: ['two'], files: [] }],
  [
    'several paths in one corpus',
    '/desk',
    ['one/a.md', 'one/texts/b.md'],
    { corpora: ['one'], files: ['one/a.md', 'one/texts/b.md'] },
  ],
  ['one path twice', '/desk', ['two', './two/', 'two/f.md'], { corpora: ['two'], files: ['two/f.md'] }],
  [
    'a hidden folder that is asked for',
    '/desk',
    ['two/.hidden'],
    { corpora: ['two/.hidden'], files: ['two/.hidden/g.md'] },
  ],
  ['no corpus', '/desk', ['none'], { corpora: [], files: [], stderr: /^concord: no corpus found for none[^\n]*\n$/ }],
  [
    'one path with and one without a corpus',
    '/desk',
    ['none/h.md', 'two/f.md'],
    { corpora: ['two'], files: ['two/f.md'], stderr: /^concord: no corpus found for none\/h\.md[^\n]*\n$/ },
  ],
];

describe('the corpora that paths belong to', () => {
  for (const [name, cwd, paths, { corpora, files, stderr }] of cases) {
    it(name, async () => {
      const outcome = await concord(['check', '--format', 'json', ...paths], { files: FILES, cwd });
      const report = parsed(outcome);
      assert.deepEqual(
        report.corpora.map(({ root }: { root: string }) => root),
        corpora,
      );
      assert.deepEqual(
        report.findings.map(({ file }: { file: string }) => file),
        files,
      );
      if (stderr) assert.match(outcome.stderr, stderr);
      else assert.equal(outcome.stderr, '');
    });
  }

  it('are read whole where one file is asked for', async () => {
    const files = {
      'concord.yaml': 'version: 1\n',
      'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
      'a.md': '---\nentities: [ada]\n---\nAda.\n',
      'b.md': '---\nentities: [ada, nobody]\n---\nAda.\n',
    };
    const { corpora, findings } = parsed(await concord(['check', '--format', 'json', 'a.md'], { files }));
    assert.deepEqual(findings, []);
    assert.deepEqual(corpora, [{ root: '.', documents: 2, entities: 1, claims: 0, mentions: 2 }]);
  });

  it('are asked for in vain on one line', async () => {
    const files = Object.fromEntries(['a.md', 'b.md', 'c.md', 'd.md', 'e.md'].map((path) => [path, '']));
    const { code, stdout, stderr } = await concord(['check', ...Object.keys(files)], { files });
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^concord: no corpus found for a\.md, b\.md, c\.md and 2 more: [^\n]*\n$/);
  });

  it('say so when a file that is asked for is none of theirs', async () => {
    const files = { 'concord.yaml': 'version: 1\n', 'picture.png': '' };
    const { code, stderr } = await concord(['check', 'picture.png'], { files });
    assert.equal(code, 0);
    assert.equal(stderr, 'concord: not checked, because no corpus has it as document or record: picture.png\n');
  });
});
