/** Takes in many texts, a little at a time, so that what else waits has its turn. Knows neither files nor corpora. */

export interface Text {
  readonly path: string;
  readonly text: string;
}

export interface Work {
  /** The text at a path; undefined where there is nothing to take in. */
  textOf(path: string): Promise<string | undefined>;
  take(batch: readonly Text[]): void;
  /** Whether each batch makes all that is there be sorted anew. */
  isSorted?(path: string): boolean;
  pause(): Promise<void>;
  stop(): boolean;
  progress?(done: number): void;
}

/** Milliseconds of work between two pauses. */
const SLICE = 8;
/** UTF-16 units of a batch, at first and at most: while the engine is cold it needs ten times as long. */
const BATCH = { first: 4_000, most: 60_000 };

export async function inSlices(paths: readonly string[], work: Work): Promise<void> {
  let since = Date.now();
  let batch: Text[] = [];
  let units = 0;
  let taken = 0;
  let most = BATCH.first;
  const flush = () => {
    if (batch.length === 0) return;
    const start = performance.now();
    work.take(batch);
    const pace = units / Math.max(performance.now() - start, 0.1);
    most = Math.min(BATCH.most, Math.max(BATCH.first, pace * (SLICE / 2)));
    batch = [];
    taken += units;
    units = 0;
  };
  for (const [i, path] of paths.entries()) {
    const text = await work.textOf(path);
    if (text !== undefined) {
      batch.push({ path, text });
      units += text.length;
    }
    // Batches that grow with what is there keep repeated sorting linear.
    if (units >= (work.isSorted?.(path) ? Math.max(most, taken / 4) : most)) flush();
    if (Date.now() - since < SLICE) continue;
    work.progress?.(i + 1);
    await work.pause();
    if (work.stop()) return;
    since = Date.now();
  }
  flush();
}
