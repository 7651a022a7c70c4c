/** Counts how often two of many things meet: tens of millions of meetings in a few typed arrays. Knows not what meets. */

export class Pairs {
  private left = new Uint32Array(1 << 12);
  private right = new Uint32Array(1 << 12);
  private count = 0;
  private starts: Uint32Array | undefined;
  private others = new Uint32Array(0);

  constructor(private readonly things: number) {}

  /** Once for each time that the two meet. */
  add(a: number, b: number): void {
    if (this.count === this.left.length) {
      this.left = doubled(this.left);
      this.right = doubled(this.right);
    }
    this.left[this.count] = a;
    this.right[this.count++] = b;
  }

  /** All that `thing` has met, once for each time. Nothing is to be added afterwards. */
  metBy(thing: number): Uint32Array {
    this.starts ??= this.sort();
    return this.others.subarray(this.starts[thing], this.starts[thing + 1]);
  }

  /** By counting: each meeting is filed under both. */
  private sort(): Uint32Array {
    const { left, right, count, things } = this;
    const starts = new Uint32Array(things + 1);
    for (let i = 0; i < count; i++) {
      starts[left[i]! + 1]!++;
      starts[right[i]! + 1]!++;
    }
    for (let i = 0; i < things; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    this.others = new Uint32Array(2 * count);
    for (let i = 0; i < count; i++) {
      this.others[next[left[i]!]!++] = right[i]!;
      this.others[next[right[i]!]!++] = left[i]!;
    }
    this.left = this.right = new Uint32Array(0);
    return starts;
  }
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
