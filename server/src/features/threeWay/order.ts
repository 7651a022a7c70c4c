/** Which entries or items remain of three lists, and in which order. Knows keys and ranks, not what they stand for. */

/** The keys that are to stand in the result. */
export interface Lists {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * The keys of `kept` in order: those of the base as they stood, or as the one side has put them that has moved them; new
 * ones after what they were put after. Where both sides have put something in one place, `precedes` decides, so that it
 * does not matter which side is which.
 */
export function arranged(
  { base, ours, theirs }: Lists,
  kept: ReadonlySet<string>,
  precedes: (a: string, b: string) => number,
): readonly string[] {
  const known = new Set(base);
  const [a, b] = [ours, theirs].map((side) => side.filter((key) => known.has(key)));
  const moved = (side: readonly string[]) => {
    const present = new Set(side);
    const before = base.filter((key) => present.has(key));
    return before.some((key, i) => side[i] !== key);
  };
  const backbone = moved(a!) ? (moved(b!) ? lesser(a!, b!) : a!) : moved(b!) ? b! : base;
  const spine = withMissing(backbone, base).filter((key) => kept.has(key));

  const runs = new Map<string | undefined, (readonly string[])[]>();
  for (const side of [ours, theirs]) {
    let after: string | undefined;
    let run: string[] = [];
    const close = () => {
      if (run.length > 0) runs.set(after, [...(runs.get(after) ?? []), run]);
      run = [];
    };
    for (const key of side) {
      if (known.has(key)) {
        // What is gone has left its place to what stood before it.
        if (!kept.has(key)) continue;
        close();
        after = key;
      } else if (kept.has(key)) run.push(key);
    }
    close();
  }
  const placed = new Set<string>();
  const result: string[] = [];
  const put = (key: string) => {
    if (!placed.has(key)) result.push(key);
    placed.add(key);
  };
  const putRuns = (after: string | undefined) => {
    const here = runs.get(after) ?? [];
    const sorted = [...here].sort((x, y) => precedes(x[0]!, y[0]!) || (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
    for (const run of sorted) for (const key of run) put(key);
  };
  putRuns(undefined);
  for (const key of spine) {
    put(key);
    putRuns(key);
  }
  return result;
}

/** The keys of `base` that a side has taken out, back after the ones that they followed. */
function withMissing(side: readonly string[], base: readonly string[]): readonly string[] {
  const present = new Set(side);
  const result = [...side];
  for (const [i, key] of base.entries()) {
    if (present.has(key)) continue;
    const before = base[i - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key);
    present.add(key);
  }
  return result;
}

const lesser = (a: readonly string[], b: readonly string[]): readonly string[] =>
  JSON.stringify(a) <= JSON.stringify(b) ? a : b;
