/** An immutable map by path or id whose copies share what did not change. Knows nothing of what it holds. */

const BUCKETS = 256;

/** `with` and `without` cost one bucket: the square root's neighbourhood of a corpus, never all of it. */
export class PersistentMap<V> {
  static readonly empty = new PersistentMap<never>(new Array(BUCKETS).fill(undefined), 0);

  private constructor(
    private readonly buckets: readonly (ReadonlyMap<string, V> | undefined)[],
    readonly size: number,
  ) {}

  get(key: string): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: string, value: V): PersistentMap<V> {
    return this.withAll([[key, value]]);
  }

  /** All at once, each touched bucket copied once. */
  withAll(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const buckets = this.buckets.slice();
    const fresh = new Map<number, Map<string, V>>();
    let { size } = this;
    for (const [key, value] of entries) {
      const at = bucketOf(key);
      let bucket = fresh.get(at);
      if (!bucket) {
        bucket = new Map(buckets[at]);
        fresh.set(at, bucket);
        buckets[at] = bucket;
      }
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new PersistentMap(buckets, size);
  }

  without(key: string): PersistentMap<V> {
    const at = bucketOf(key);
    if (!this.buckets[at]?.has(key)) return this;
    const buckets = this.buckets.slice();
    const bucket = new Map(buckets[at]);
    bucket.delete(key);
    buckets[at] = bucket;
    return new PersistentMap(buckets, this.size - 1);
  }

  *keys(): Iterable<string> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.keys();
  }

  /** What it is made of: a copy shares all in which nothing has changed, so what was concluded of each can be kept. */
  *parts(): Iterable<ReadonlyMap<string, V>> {
    for (const bucket of this.buckets) if (bucket) yield bucket;
  }

  *values(): Iterable<V> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.values();
  }
}

/** FNV-1a over the UTF-16 units, folded to a bucket. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
