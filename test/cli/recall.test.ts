import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryFolder, memoryIn } from '../../server/src/nodeMemory.ts';
import { concord } from './memory.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'olm: {type: place, name: Olm}\n',
  'a.md': '---\nentities: [olm, alm]\n---\nOlm.\n',
  'b.md': 'Nobody has annotated this.\n',
  'picture.png': 'no text',
};

describe('what check has printed before', () => {
  it('is printed again for the same files, to the last byte, with the same exit code', async () => {
    const remembered = new Map<string, string>();
    const first = await concord(['check'], { files: FILES, remembered });
    assert.equal(first.code, 1);
    assert.equal(remembered.size, 1);
    const [key] = remembered.keys();
    const again = await concord(['check'], { files: FILES, remembered });
    assert.deepEqual([again.code, again.stdout, again.stderr], [first.code, first.stdout, first.stderr]);
    // It was not found out anew.
    remembered.set(key!, JSON.stringify({ stdout: 'as it was', stderr: 'aside', code: 0 }));
    const told = await concord(['check'], { files: FILES, remembered });
    assert.deepEqual([told.code, told.stdout, told.stderr], [0, 'as it was', 'aside']);
    const anew = await concord(['check', '--no-cache'], { files: FILES, remembered });
    assert.equal(anew.stdout, first.stdout);
  });

  it('is not printed where a file, the request or the terminal is another', async () => {
    const remembered = new Map<string, string>();
    await concord(['check'], { files: FILES, remembered });
    const others = [
      { files: { ...FILES, 'b.md': 'Edited.\n' } },
      { files: { ...FILES, 'c.md': 'New.\n' } },
      { files: { ...FILES, 'entities/e.yaml': `${FILES['entities/e.yaml']}alm: {type: place, name: Alm}\n` } },
      { files: { ...FILES, 'concord.yaml': 'version: 1\nchecks: {unresolved-entity: off}\n' } },
      { files: FILES, columns: 60 },
      { files: FILES, isTTY: true },
      { files: FILES, variables: { NO_COLOR: '1' } },
    ];
    for (const [i, other] of others.entries()) {
      await concord(['check'], { ...other, remembered });
      assert.equal(remembered.size, i + 2, JSON.stringify(other));
    }
    await concord(['check', 'a.md'], { files: FILES, remembered });
    await concord(['check', '--format', 'json'], { files: FILES, remembered });
    assert.equal(remembered.size, others.length + 3);
    // What no corpus has as a document or record says nothing.
    await concord(['check'], { files: { ...FILES, 'picture.png': 'another' }, remembered });
    assert.equal(remembered.size, others.length + 3);
  });

  it('is kept neither of what writes nor of what failed', async () => {
    const remembered = new Map<string, string>();
    for (const argv of [
      ['--fix'],
      ['--diff'],
      ['--baseline', 'base.json', '--write-baseline'],
      ['none.md'],
      ['--no-cache'],
    ])
      await concord(['check', ...argv], { files: FILES, remembered });
    assert.equal(remembered.size, 0);
  });

  it('counts for nothing where it is damaged', async () => {
    const remembered = new Map<string, string>();
    const first = await concord(['check'], { files: FILES, remembered });
    const [key] = remembered.keys();
    for (const damaged of [
      '',
      '{',
      '[]',
      'null',
      '{"stdout":1,"stderr":"","code":0}',
      '{"stdout":"","stderr":"","code":2}',
    ]) {
      remembered.set(key!, damaged);
      const { stdout } = await concord(['check'], { files: FILES, remembered });
      assert.equal(stdout, first.stdout, damaged);
    }
  });

  describe('on a disk', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'concord-test-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('is readable for nobody else, and the oldest goes', () => {
      const kept = join(folder, 'kept');
      const memory = memoryIn(kept, process.argv[1]!)!;
      const key = memory.keyOf(['a']);
      assert.notEqual(key, memory.keyOf(['b']));
      assert.notEqual(memory.keyOf(['ab', 'c']), memory.keyOf(['a', 'bc']));
      assert.equal(memory.recall(key), undefined);
      memory.remember(key, 'text');
      assert.equal(memory.recall(key), 'text');
      assert.equal(statSync(join(kept, `${key}.gz`)).mode & 0o077, 0);
      writeFileSync(join(kept, 'mine.txt'), 'of somebody else');
      for (let i = 0; i < 120; i++) memory.remember(memory.keyOf([String(i)]), 'x');
      assert.equal(readdirSync(kept).length, 101);
      assert.equal(readFileSync(join(kept, 'mine.txt'), 'utf8'), 'of somebody else');
    });

    it('does not matter where it cannot be written', () => {
      writeFileSync(join(folder, 'file'), '');
      const memory = memoryIn(join(folder, 'file', 'below'), 'program')!;
      memory.remember(memory.keyOf([]), 'text');
      assert.equal(memory.recall(memory.keyOf([])), undefined);
    });

    it('is kept where the system keeps such things, elsewhere, or nowhere', () => {
      assert.equal(memoryFolder({ CONCORD_CACHE: 'off' }), undefined);
      assert.equal(memoryFolder({ CONCORD_CACHE: '' }), undefined);
      assert.equal(memoryFolder({ CONCORD_CACHE: folder }), folder);
      if (process.platform === 'linux') {
        assert.equal(memoryFolder({ XDG_CACHE_HOME: folder }), join(folder, 'concord'));
        assert.match(memoryFolder({}) ?? '', /\.cache[/\\]concord$/);
      }
      mkdirSync(join(folder, 'x'));
      assert.ok(!existsSync(join(folder, 'concord')), 'nothing is made before there is something to keep');
    });
  });
});
