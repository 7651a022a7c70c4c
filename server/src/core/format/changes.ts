/** Which lines of a text differ from those of another: the shortest edit script, as whole lines. Knows nothing of YAML. */

/** Lines `start` to `end` of the old text, which lines `newStart` to `newEnd` of the new one take the place of. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Texts that differ in more lines are one change: the script would cost more than it tells. */
const MOST = 1_000;

/**
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the greedy search for the shortest script, in time
 * and memory bounded by the lines that differ.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const a = before.slice(start, before.length - tail);
  const b = after.slice(start, after.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  const kept = a.length > 0 && b.length > 0 ? commonLines(a, b) : [];
  const changes: LineChange[] = [];
  let [x, y] = [0, 0];
  for (const [i, j] of [...kept, [a.length, b.length] as const]) {
    if (i > x || j > y) changes.push({ start: start + x, end: start + i, newStart: start + y, newEnd: start + j });
    [x, y] = [i + 1, j + 1];
  }
  return changes;
}

/** The lines of a longest common subsequence, as their indices in both; none where the texts differ too much. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const most = Math.min(a.length + b.length, MOST);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const middle = most + 1;
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = down ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[middle + k] = x;
      if (x >= a.length && y >= b.length) return walkedBack(trace, a.length, b.length);
    }
  }
  return [];
}

function walkedBack(
  trace: readonly Int32Array[],
  length: number,
  newLength: number,
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  let [x, y] = [length, newLength];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!;
    const at = (k: number): number => reach[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const [fromX, fromY] = d === 0 ? [0, 0] : [at(before), at(before) - before];
    while (x > fromX && y > fromY) kept.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return kept.reverse();
}
