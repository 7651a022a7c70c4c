import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../server/src/cli/environment.ts';
import { Overtaken, Transaction } from '../../server/src/cli/transaction.ts';
import { readFile } from '../../server/src/nodeFiles.ts';
import { stage } from '../../server/src/stagedFiles.ts';
import { folderOf, remove } from './program.ts';

const files = { read: readFile, stage } as unknown as Files;

describe('several files that are written together', () => {
  let folder: string;
  const at = (path: string) => join(folder, path);
  const all = () => (readdirSync(folder, { recursive: true }) as string[]).sort();
  beforeEach(() => {
    folder = folderOf({ 'a.txt': 'a', 'b.txt': 'b' });
  });
  afterEach(() => remove(folder));

  it('come into their places at the end, and leave nothing beside them', async () => {
    const transaction = new Transaction(files);
    await transaction.add(at('new/deep/c.txt'), ['c', new Uint8Array([0x21])]);
    await transaction.add(at('b.txt'), ['B'], true);
    transaction.change(at('a.txt'), 'a', 'A');
    assert.equal(readFileSync(at('a.txt'), 'utf8'), 'a');
    transaction.commit();
    assert.deepEqual(all(), ['a.txt', 'b.txt', 'new', 'new/deep', 'new/deep/c.txt']);
    assert.deepEqual(
      ['a.txt', 'b.txt', 'new/deep/c.txt'].map((path) => readFileSync(at(path), 'utf8')),
      ['A', 'B', 'c!'],
    );
  });

  it('are all as they were where the last of them cannot be written', async () => {
    const transaction = new Transaction(files);
    await transaction.add(at('new/deep/c.txt'), ['c']);
    await transaction.add(at('b.txt'), ['B'], true);
    await transaction.add(at('d.txt'), ['d']);
    mkdirSync(at('d.txt'));
    assert.throws(() => transaction.commit(), Overtaken);
    transaction.discard();
    assert.deepEqual(all(), ['a.txt', 'b.txt', 'd.txt']);
    assert.equal(readFileSync(at('b.txt'), 'utf8'), 'b');
  });

  it('are not written where one of them has changed meanwhile', () => {
    const transaction = new Transaction(files);
    transaction.create(at('c.txt'), 'c');
    transaction.change(at('a.txt'), 'a', 'A');
    writeFileSync(at('a.txt'), 'mine');
    assert.throws(() => transaction.commit(), /a\.txt has changed meanwhile: nothing was written/);
    transaction.discard();
    assert.deepEqual([all(), readFileSync(at('a.txt'), 'utf8')], [['a.txt', 'b.txt'], 'mine']);
  });

  it('take nobody’s place', () => {
    const transaction = new Transaction(files);
    transaction.create(at('c.txt'), 'c');
    writeFileSync(at('c.txt'), 'mine');
    assert.throws(() => transaction.commit(), Overtaken);
    transaction.discard();
    assert.equal(readFileSync(at('c.txt'), 'utf8'), 'mine');
  });

  it('go where a link leads', () => {
    symlinkSync('a.txt', at('link.txt'));
    const transaction = new Transaction(files);
    transaction.change(at('link.txt'), 'a', 'A');
    transaction.commit();
    assert.deepEqual([all(), readFileSync(at('a.txt'), 'utf8')], [['a.txt', 'b.txt', 'link.txt'], 'A']);
  });

  it('are forgotten where the writing breaks off', async () => {
    const transaction = new Transaction(files);
    const broken = (function* () {
      yield 'half';
      throw new Error('broken off');
    })();
    await assert.rejects(transaction.add(at('x/c.txt'), broken), /broken off/);
    transaction.discard();
    assert.deepEqual(all(), ['a.txt', 'b.txt']);
  });
});
