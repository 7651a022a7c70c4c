/** The way from normalised text back to the verbatim one: runs of units that stand one for one, and single ones that do not. */

export class OffsetMap {
  constructor(
    private readonly ats: readonly number[],
    private readonly froms: readonly number[],
    private readonly untils: readonly number[],
    private readonly length: number,
    private readonly shift: number,
  ) {}

  startOf(at: number): number {
    if (this.ats.length === 0) return this.shift;
    if (at >= this.length) return this.endOf(this.length - 1);
    const i = this.pieceOf(at);
    return this.shift + this.froms[i]! + (this.untils[i]! < 0 ? at - this.ats[i]! : 0);
  }

  /** Where the verbatim text of the unit `at` ends. */
  endOf(at: number): number {
    if (this.ats.length === 0) return this.shift;
    const i = this.pieceOf(at);
    return this.shift + (this.untils[i]! < 0 ? this.froms[i]! + at - this.ats[i]! + 1 : this.untils[i]!);
  }

  firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.endOf(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  shifted(by: number): OffsetMap {
    return new OffsetMap(this.ats, this.froms, this.untils, this.length, this.shift + by);
  }

  private pieceOf(at: number): number {
    let low = 0;
    let high = this.ats.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.ats[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
