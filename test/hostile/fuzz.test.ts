/** A small, fixed share of the fuzzing, the same each time; `npm run fuzz` goes on for as long as it is told. */

import assert from 'node:assert/strict';
import { attempt } from './fuzz/fuzz.ts';
import { TARGETS } from './fuzz/targets.ts';

const RUNS = 40;

describe('inputs that mean harm', function () {
  this.timeout(120_000);

  for (const target of TARGETS) {
    it(`are borne by ${target.name}`, async () => {
      for (let seed = 1; seed <= RUNS; seed++) {
        const failure = await attempt(target, seed);
        if (!failure) continue;
        const { reason, input } = failure;
        const told = reason instanceof Error ? reason.stack : String(reason);
        assert.fail(
          `npm run fuzz -- --target ${target.name} --seed ${seed} --runs 1\n${told}\n${JSON.stringify(input)}`,
        );
      }
    });
    after(() => target.end?.());
  }
});
