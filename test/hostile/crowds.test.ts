/** Much of one thing in one file costs what so much of it may cost: bounded, and not the square of it. */

import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { findingsOf, libraryOf } from '../fixture.ts';
import { CROWDS } from './crowds.ts';

/** Seconds of the processor for reading and checking all of it: several times what a slow machine needs. */
const MOST_SECONDS = 8;
/** And in bytes of memory that is not given back. */
const MOST_GROWTH = 200 * 1024 * 1024;

describe('crowds', function () {
  this.timeout(120_000);

  for (const { name, n, files } of CROWDS)
    it(`${n} ${name}`, () => {
      const all = files(n);
      const before = process.memoryUsage().heapUsed;
      const from = process.cpuUsage();
      const library = libraryOf(all);
      findingsOf(library, all);
      const path = [...all.keys()].findLast((one) => one.endsWith('.md'))!;
      library.update(path, `${all.get(path)!} x`);
      check(library, path);
      const { user } = process.cpuUsage(from);
      assert.ok(user / 1e6 < MOST_SECONDS, `${user / 1e6} s`);
      const growth = process.memoryUsage().heapUsed - before;
      assert.ok(growth < MOST_GROWTH || process.memoryUsage().heapUsed < 2 * MOST_GROWTH, `${growth} bytes`);
    });
});
