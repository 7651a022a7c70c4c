import assert from 'node:assert/strict';
import type { Steps } from '../../server/src/features/steps.ts';
import { Cancelled, Turns } from '../../server/src/mcp/protocol/turns.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const never = new AbortController().signal;

/** Work of `count` steps, each of which takes a few milliseconds. */
function* work<T>(count: number, result: T, note: (step: number) => void = () => {}): Steps<T> {
  for (let step = 0; step < count; step++) {
    note(step);
    for (const end = Date.now() + 4; Date.now() < end; );
    yield;
  }
  return result;
}

describe('turns of questions', () => {
  it('come one after the other, whatever becomes of those before', async () => {
    const turns = new Turns(pause);
    const order: string[] = [];
    const noting = (name: string) => () => void order.push(name);
    const first = turns.run(() => work(3, 'a', noting('a')), never);
    const failing = turns.run(() => {
      throw new Error('no');
    }, never);
    const last = turns.run(() => work(3, 'b', noting('b')), never);
    await assert.rejects(failing, /^Error: no$/);
    assert.deepEqual([await first, await last], ['a', 'b']);
    assert.deepEqual(order, ['a', 'a', 'a', 'b', 'b', 'b']);
    await turns.idle();
  });

  it('end at the next pause once nobody waits, or before they begin', async () => {
    const turns = new Turns(pause);
    const gone = new AbortController();
    let steps = 0;
    const asked = turns.run(() => work(1_000, 0, () => steps++), gone.signal);
    const queued = turns.run(() => work(1, 0, () => (steps += 10_000)), gone.signal);
    setTimeout(() => gone.abort(), 20);
    await assert.rejects(asked, Cancelled);
    await assert.rejects(queued, Cancelled);
    assert.ok(steps > 0 && steps < 500, `${steps}`);
    assert.equal(await turns.run(() => work(1, 'next'), never), 'next');
  });

  it('tell now and then that they go on', async () => {
    const told: number[] = [];
    const begin = Date.now();
    await new Turns(pause).run(
      () => work(300, 0),
      never,
      (steps) => told.push(steps),
    );
    assert.ok(told.length >= 1 && told.length <= (Date.now() - begin) / 1_000, `${told}`);
    assert.deepEqual(
      told,
      [...told].sort((a, b) => a - b),
    );
  });
});
