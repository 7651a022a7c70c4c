import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files, Port, Threads } from '../../server/src/cli/environment.ts';
import { serveShare } from '../../server/src/cli/shares.ts';
import { listFiles } from '../../server/src/nodeFiles.ts';
import { concord } from './memory.ts';
import { CHECKOUT } from './program.ts';

/** Two ends of a line, as between threads: what goes over it is copied. */
function line(): readonly [Port, Port] {
  const ends = [0, 1].map(() => ({ arrived: [] as unknown[], waiting: [] as ((message: unknown) => void)[] }));
  const port = (mine: number): Port => ({
    post(message) {
      const other = ends[1 - mine]!;
      const copy = structuredClone(message);
      const first = other.waiting.shift();
      if (first) first(copy);
      else other.arrived.push(copy);
    },
    next() {
      const { arrived, waiting } = ends[mine]!;
      return arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((resolve) => waiting.push(resolve));
    },
  });
  return [port(0), port(1)];
}

/** Threads that are none, and how many were started. */
function threadsFor(count: number, filesEach: number, started: { count: number }) {
  return (files: Files): Threads => ({
    count,
    filesEach,
    start() {
      started.count++;
      const [ours, theirs] = line();
      void serveShare(theirs, files);
      return { ...ours, end() {} };
    },
  });
}

const EXAMPLE = join(CHECKOUT, 'client/example');
const example = Object.fromEntries(listFiles(EXAMPLE).map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]));

describe('concord check on several threads', () => {
  for (const format of ['json', 'pretty', 'concise']) {
    it(`says what one thread says, as ${format}`, async () => {
      const alone = await concord(['check', '--format', format], { files: example });
      const started = { count: 0 };
      const shared = await concord(['check', '--format', format], {
        files: example,
        threads: threadsFor(3, 4, started),
      });
      assert.equal(started.count, 3);
      assert.ok(alone.stdout.length > 1_000);
      assert.deepEqual(shared, alone);
    });
  }

  it('looks only at the paths that were asked for', async () => {
    const args = ['check', '--format', 'json', 'documents/2023'];
    const started = { count: 0 };
    const shared = await concord(args, { files: example, threads: threadsFor(1, 4, started) });
    assert.equal(started.count, 1);
    assert.deepEqual(shared, await concord(args, { files: example }));
  });

  it('starts none for a few files', async () => {
    const started = { count: 0 };
    await concord(['check'], { files: example, threads: threadsFor(3, 1_000, started) });
    assert.equal(started.count, 0);
  });

  it('does all by itself where a thread dies', async () => {
    const ended: boolean[] = [];
    const threads = (): Threads => ({
      count: 1,
      filesEach: 4,
      start: () => ({
        post() {},
        next: () => Promise.reject(new Error('out of memory')),
        end: () => void ended.push(true),
      }),
    });
    const shared = await concord(['check', '--format', 'json'], { files: example, threads });
    assert.deepEqual(shared, await concord(['check', '--format', 'json'], { files: example }));
    assert.deepEqual(ended, [true]);
  });
});
