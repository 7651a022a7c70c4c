/** Tells which of two versions of things are the same thing, by what they have in common. Knows nothing of what they are. */

/** What a thing is known by; undefined where it has nothing of the sort. */
export type Signature<T> = (thing: T) => string | undefined;

/**
 * For each of `after` the index of the one of `before` that it is: by the first of `kinships`, then the next. Only what is
 * unmistakable counts; several that are alike go in their order, where there are as many on both sides or `anyNumber`
 * says that the rest is nothing else.
 */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  kinships: readonly Signature<T>[],
  anyNumber?: Signature<T>,
): readonly (number | undefined)[] {
  const result: (number | undefined)[] = after.map(() => undefined);
  const taken = new Set<number>();
  for (const kinship of kinships) {
    const [old, now] = [new Map<string, number[]>(), new Map<string, number[]>()];
    const file = (into: Map<string, number[]>, thing: T, i: number) => {
      const own = kinship(thing);
      if (own === undefined) return;
      const known = into.get(own);
      if (known) known.push(i);
      else into.set(own, [i]);
    };
    for (const [i, thing] of before.entries()) if (!taken.has(i)) file(old, thing, i);
    for (const [j, thing] of after.entries()) if (result[j] === undefined) file(now, thing, j);
    for (const [own, js] of now) {
      const is = old.get(own) ?? [];
      if (is.length !== js.length && kinship !== anyNumber) continue;
      for (const [n, j] of js.entries()) {
        const i = is[n];
        if (i === undefined) break;
        result[j] = i;
        taken.add(i);
      }
    }
  }
  return result;
}
