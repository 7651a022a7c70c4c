import assert from 'node:assert/strict';
import { ReadAhead } from '../../server/src/lsp/readAhead.ts';

describe('reading ahead', () => {
  const paths = Array.from({ length: 100 }, (_, i) => `${i}.md`);

  it('asks for some before their turn, for each once, and for none before the first is wanted', async () => {
    const asked: string[] = [];
    const ahead = new ReadAhead(paths, async (path) => {
      asked.push(path);
      return path;
    });
    assert.deepEqual(asked, []);
    assert.equal(await ahead.take('0.md'), '0.md');
    assert.equal(asked.length, 32);
    for (const path of paths.slice(1)) assert.equal(await ahead.take(path), path);
    assert.deepEqual(asked, paths);
  });

  it('passes over what nobody takes, and does not ask for what lies far behind it', async () => {
    const asked: string[] = [];
    const ahead = new ReadAhead(paths, async (path) => {
      asked.push(path);
      return path;
    });
    assert.equal(await ahead.take('0.md'), '0.md');
    assert.equal(await ahead.take('90.md'), '90.md');
    assert.deepEqual(asked.slice(32), paths.slice(90));
    assert.equal(await ahead.take('other.md'), 'other.md');
  });

  it('fails for whoever takes what could not be had, and for nobody else', async () => {
    const ahead = new ReadAhead(['a', 'b', 'c'], async (path) => {
      if (path !== 'a') throw new Error(path);
      return path;
    });
    assert.equal(await ahead.take('a'), 'a');
    await assert.rejects(ahead.take('c'), /c/);
  });
});
