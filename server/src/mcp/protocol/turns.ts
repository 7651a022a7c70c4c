/** Drives the work of the desk: one question at a time, with pauses in which a cancellation can arrive. Knows no question. */

import type { Steps } from '../../features/steps.ts';

/** So long nothing else is heard. */
const RUN_MS = 15;

export class Cancelled extends Error {}

export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly pause: () => Promise<void>) {}

  /** Rejects with `Cancelled` once `signal` is aborted; what has been done for it is dropped. */
  run<T>(begin: () => Steps<T>, signal: AbortSignal): Promise<T> {
    const done = this.last.then(() => this.drive(begin, signal));
    this.last = done.catch(() => {});
    return done;
  }

  /** When everything that was asked has been answered. */
  idle(): Promise<unknown> {
    return this.last;
  }

  private async drive<T>(begin: () => Steps<T>, signal: AbortSignal): Promise<T> {
    await this.pause();
    let until = Date.now() + RUN_MS;
    if (signal.aborted) throw new Cancelled();
    const steps = begin();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (Date.now() < until) continue;
      await this.pause();
      if (signal.aborted) throw new Cancelled();
      until = Date.now() + RUN_MS;
    }
  }
}
