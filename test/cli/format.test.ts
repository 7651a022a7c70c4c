import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { concord } from './memory.ts';
import { CHECKOUT, folderOf, Program, remove } from './program.ts';

const BODY = 'Words   of  the *text*.\r\n';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'ada:\n    name: Ada\n    type: person\n',
  'a.md': `---\r\nentities: [ ada ]\r\ndate: 2020\r\n---\r\n${BODY}`,
  'b.md': '---\nentities: [ada]\n---\n',
  'c.md': '---\ntags:   [x]\n---\n',
  'broken.md': '---\nentities: [\n---\n',
};
const A = `---\r\ndate: 2020\r\nentities: [ada]\r\n---\r\n${BODY}`;
const E = 'ada:\n  type: person\n  name: Ada\n';

describe('concord format', () => {
  it('writes what is not in order, and names what it leaves', async () => {
    const { code, stdout, stderr, files } = await concord(['format'], { files: FILES });
    assert.equal(stdout, 'formatted a.md\nformatted entities/e.yaml\n');
    assert.match(stderr, /^concord: broken\.md: The annotations cannot be read as YAML/);
    assert.match(stderr, /\nconcord: 2 formatted, 3 in order, 1 left as they are\n$/);
    assert.equal(code, 1);
    assert.equal(files.get('/desk/a.md'), A);
    assert.equal(files.get('/desk/entities/e.yaml'), E);
    for (const path of ['b.md', 'c.md', 'broken.md', 'concord.yaml'] as const) {
      assert.equal(files.get(`/desk/${path}`), FILES[path]);
    }
  });

  it('formats the paths it is given, and is done the second time', async () => {
    const first = await concord(['format', 'a.md', 'entities'], { files: FILES });
    assert.equal(first.code, 0);
    const again = await concord(['format', 'a.md', 'entities'], { files: Object.fromEntries(first.files) });
    assert.deepEqual([again.code, again.stdout, again.stderr], [0, '', 'concord: 0 formatted, 2 in order\n']);
  });

  it('--check writes nothing, and fails where there is something to do', async () => {
    const { code, stdout, stderr, files } = await concord(['format', '--check', 'a.md', 'b.md'], { files: FILES });
    assert.deepEqual([code, stdout, stderr], [1, 'not in order a.md\n', 'concord: 1 not in order, 1 in order\n']);
    assert.equal(files.get('/desk/a.md'), FILES['a.md']);
    assert.equal((await concord(['format', '--check', 'b.md'], { files: FILES })).code, 0);
  });

  it('--diff shows what would change, and fails only with --check', async () => {
    const { code, stdout, files } = await concord(['format', '--diff', 'a.md'], { files: FILES });
    assert.equal(
      stdout,
      '--- a/a.md\n+++ b/a.md\n@@ -1,5 +1,5 @@\n ---\n-entities: [ ada ]\n date: 2020\n+entities: [ada]\n ---\n Words   of  the *text*.\n',
    );
    assert.equal(code, 0);
    assert.equal(files.get('/desk/a.md'), FILES['a.md']);
    const both = await concord(['format', '--diff', '--check', 'a.md'], { files: FILES });
    assert.deepEqual([both.code, both.stdout], [1, stdout]);
    const colours = await concord(['format', '--diff', 'a.md'], { files: FILES, isTTY: true });
    assert.match(colours.stdout, /\x1b\[1;31m-entities: \[ ada \]\x1b\[0m/);
  });

  it('keeps changes that are far apart in hunks of their own', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `k${i}: {a: 1}\n`);
    const text = ['entities: []\n', ...lines].join('').replace('k2: ', 'k2:   ').replace('k25: {a', 'k25: { a');
    const files = { 'concord.yaml': 'version: 1\n', 'a.md': `---\n${text}---\n` };
    const { stdout } = await concord(['format', '--diff', 'a.md'], { files });
    assert.deepEqual(stdout.match(/^@@.*/gm), ['@@ -2,7 +2,7 @@', '@@ -25,7 +25,7 @@']);
  });

  it('shows and unifies line ends where a file has both', async () => {
    const files = { 'concord.yaml': 'version: 1\n', 'a.md': '---\r\ndate: 2020\nentities: []\r\n---\nText\n' };
    const { stdout } = await concord(['format', '--diff', 'a.md'], { files });
    assert.match(stdout, /\n-date: 2020\n\+date: 2020␍\n/);
  });

  it('writes nothing where a file has changed meanwhile', async () => {
    const { code, stdout, stderr, files } = await concord(['format', 'a.md'], { files: FILES, changing: true });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /a\.md: it has changed meanwhile, and stays as it is/);
    assert.equal(files.get('/desk/a.md'), FILES['a.md']);
  });

  it('finds in order what Concord itself writes, and its example', async () => {
    const { files } = await concord(['init']);
    const again = await concord(['format', '--check', '--diff'], { files: Object.fromEntries(files) });
    assert.deepEqual([again.code, again.stdout], [0, '']);
    const folder = join(CHECKOUT, 'client/example');
    const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
      /\.(?:md|txt|yaml)$/.test(path),
    );
    const example = Object.fromEntries(
      paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
    );
    const { code, stdout, stderr } = await concord(['format', '--check', '--diff'], { files: example });
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^concord: 0 not in order, 2\d in order\n$/);
  });

  it('says which files are none of a corpus', async () => {
    const files = { ...FILES, 'notes.csv': 'a' };
    const { code, stderr } = await concord(['format', 'notes.csv'], { files });
    assert.equal(code, 0);
    assert.match(stderr, /not formatted, because no corpus has it as document or record: notes\.csv/);
    assert.equal((await concord(['format', 'nowhere.md'], { files })).code, 2);
  });

  it('writes on a disk in one step, through links, and keeps the mode of a file', async function () {
    this.timeout(60_000);
    const program = await Program.build();
    const folder = folderOf({ ...FILES, 'broken.md': '' });
    try {
      chmodSync(join(folder, 'a.md'), 0o640);
      symlinkSync('a.md', join(folder, 'link.md'));
      const { code, stdout } = await program.run(['format'], folder);
      assert.equal(code, 0);
      assert.match(stdout, /formatted a\.md/);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), A);
      assert.equal(statSync(join(folder, 'a.md')).mode & 0o777, 0o640);
      assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
      assert.ok(!readdirSync(folder).some((name) => name.startsWith('.')), readdirSync(folder).join());
    } finally {
      program.remove();
      remove(folder);
    }
  });
});
