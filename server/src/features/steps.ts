/** Work that can be interrupted between its steps: whoever drives it decides when to pause and when to give up. */

export type Steps<T> = Generator<void, T>;

/** Does all of it without a pause. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
