/** Drives the work of the desk: one question at a time, with pauses in which a cancellation can arrive. Knows no question. */

import type { Steps } from '../../features/steps.ts';

/** So long nothing else is heard. */
const RUN_MS = 15;
/** How often whoever waits is told that the work goes on. */
const TELL_MS = 1_000;

export class Cancelled extends Error {}

export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly pause: () => Promise<void>) {}

  /** Rejects with `Cancelled` once `signal` is aborted. `tell` is told now and then how many steps have been done. */
  run<T>(begin: () => Steps<T>, signal: AbortSignal, tell?: (steps: number) => void): Promise<T> {
    const done = this.last.then(() => this.drive(begin, signal, tell));
    this.last = done.catch(() => {});
    return done;
  }

  /** When everything that was asked has been answered. */
  idle(): Promise<unknown> {
    return this.last;
  }

  private async drive<T>(
    begin: () => Steps<T>,
    signal: AbortSignal,
    tell: ((steps: number) => void) | undefined,
  ): Promise<T> {
    await this.pause();
    let until = Date.now() + RUN_MS;
    if (signal.aborted) throw new Cancelled();
    const steps = begin();
    let told = Date.now();
    for (let count = 1; ; count++) {
      const step = steps.next();
      if (step.done) return step.value;
      if (Date.now() < until) continue;
      await this.pause();
      if (signal.aborted) throw new Cancelled();
      const now = Date.now();
      until = now + RUN_MS;
      if (now < told + TELL_MS) continue;
      told = now;
      tell?.(count);
    }
  }
}
