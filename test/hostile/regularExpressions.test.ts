/** No regular expression of the program can be made slow by what it is applied to: each is judged by recheck, here and now. */

import assert from 'node:assert/strict';
import { check, type Diagnostics } from 'recheck';
import { composed, type Expression, literals } from './expressions.ts';

/**
 * Expressions that are worse than linear and meet nothing longer than so many characters, because what they are applied
 * to is cut before. By how they begin, and where they stand.
 */
const CUT: readonly (readonly [file: string, beginning: string, most: number])[] = [
  ['interchange/import/decoding.ts', '<meta[^>]{0,200}?charset', 2048],
  ['checks/statements/former.ts', '(?:\\b(?:[Tt]hen|[Ll]ate)[- ]', 60],
  // Whatever stands before or behind a name is cut to that there.
  ['checks/speech/speakers.ts', '', 140],
];
/** Milliseconds that the worst such text may take. */
const WORST = 20;
/** How many are judged at a time. */
const TOGETHER = 2;

describe('regular expressions', function () {
  this.timeout(600_000);

  it('are linear, or meet only short texts', async () => {
    const all = [...literals(), ...composed()];
    assert.ok(all.length > 400, `only ${all.length} were found`);
    const wrong: string[] = [];
    const queue = [...all];
    await Promise.all(
      Array.from({ length: TOGETHER }, async () => {
        for (let one = queue.pop(); one; one = queue.pop()) {
          const objection = objectionTo(one, await judged(one));
          if (objection) wrong.push(`${one.place}: /${one.source}/${one.flags}: ${objection}`);
        }
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it('a slow one is known as such', async () => {
    const slow = { source: '(?:a+)+$', flags: '', place: 'x.ts' };
    assert.match(objectionTo(slow, await judged(slow)) ?? '', /exponential/);
  });
});

/** `d` and `v` change nothing about how an expression of ours is matched, and are not known to the judge. */
const judged = ({ source, flags }: Expression): Promise<Diagnostics> =>
  check(source, flags.replace('v', 'u').replace('d', ''), { timeout: 90_000, randomSeed: 1 });

function objectionTo({ source, flags, place }: Expression, judgement: Diagnostics): string | undefined {
  if (judgement.status === 'safe') return undefined;
  if (judgement.status === 'unknown') return `cannot be judged: ${JSON.stringify(judgement.error)}`;
  const most = CUT.find(([file, beginning]) => place.includes(file) && source.startsWith(beginning))?.[2];
  const { attack, complexity } = judgement;
  if (most === undefined) return `${complexity.summary}, for instance on ${attack.pattern}`;
  const from = performance.now();
  new RegExp(source, flags).exec(attack.string.slice(0, most));
  const took = performance.now() - from;
  return took > WORST ? `${Math.round(took)} ms on ${most} characters` : undefined;
}
