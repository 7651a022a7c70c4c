/** What two texts share and where they differ: stretches that stand against one another. Knows no quotes and no lines. */

/** `before.slice(from)` of one text stands where the other has `after`; what lies between two stretches is the same. */
export interface Hunk {
  readonly before: Stretch;
  readonly after: Stretch;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** More differences than this are one: nobody wants to read them apart, and finding them costs their square. */
const MOST = 1_000;

/**
 * The stretches of two lists of tokens that differ, in order: the shortest script by Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986). Where there are too many, all from the first to the last is one.
 */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let [left, right] = [before.length, after.length];
  while (left > head && right > head && before[left - 1] === after[right - 1]) {
    left--;
    right--;
  }
  if (left === head && right === head) return [];
  const whole = { before: { start: head, end: left }, after: { start: head, end: right } };
  if (left === head || right === head) return [whole];
  const pairs = commonPairs(before, after, whole);
  if (!pairs) return [whole];
  const hunks: Hunk[] = [];
  let [x, y] = [head, head];
  for (const [atBefore, atAfter] of [...pairs, [left, right] as const]) {
    if (atBefore > x || atAfter > y) {
      hunks.push({ before: { start: x, end: atBefore }, after: { start: y, end: atAfter } });
    }
    [x, y] = [atBefore + 1, atAfter + 1];
  }
  return hunks;
}

/** The pairs of equal tokens on a shortest way through the table; undefined where it is too long. */
function commonPairs(
  before: readonly string[],
  after: readonly string[],
  { before: { start: x0, end: x1 }, after: { start: y0, end: y1 } }: Hunk,
): readonly (readonly [number, number])[] | undefined {
  const [n, m] = [x1 - x0, y1 - y0];
  const trace: Int32Array[] = [];
  let furthest = new Int32Array([0]);
  for (let d = 0; d <= Math.min(n + m, MOST); d++) {
    // Diagonal k is at `d + k`; those of one parity only are used.
    const next = new Int32Array(2 * d + 1);
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : stepOf(furthest, d, k);
      while (x < n && x - k < m && before[x0 + x] === after[y0 + x - k]) x++;
      next[d + k] = x;
      if (x >= n && x - k >= m) return walkedBack(trace, d, k, x, [x0, y0]);
    }
    trace.push(next);
    furthest = next;
  }
  return undefined;
}

/** How far the way on diagonal `k` comes with its step number `d`: from the one above or below, whichever is further. */
function stepOf(furthest: Int32Array, d: number, k: number): number {
  const at = (diagonal: number) => furthest[d - 1 + diagonal]!;
  return isDown(furthest, d, k) ? at(k + 1) : at(k - 1) + 1;
}

const isDown = (furthest: Int32Array, d: number, k: number): boolean =>
  k === -d || (k !== d && furthest[d - 1 + k - 1]! < furthest[d - 1 + k + 1]!);

function walkedBack(
  trace: readonly Int32Array[],
  steps: number,
  diagonal: number,
  end: number,
  [x0, y0]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let x = end;
  let k = diagonal;
  for (let d = steps; d >= 0; d--) {
    const furthest = trace[d - 1];
    const from = furthest ? stepOf(furthest, d, k) : 0;
    for (; x > from; x--) pairs.push([x0 + x - 1, y0 + x - k - 1]);
    if (!furthest) break;
    const down = isDown(furthest, d, k);
    if (!down) x--;
    k += down ? 1 : -1;
  }
  return pairs.reverse();
}
