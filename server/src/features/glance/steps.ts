/** Long work in small steps, so that whoever runs it may let others have their turn, or give it up. Knows no work. */

/** Yields between two steps and returns what it was all for. */
export type Steps<T> = Generator<void, T, void>;

/** All of it at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
