/** Which blocks of a page surround its text: by what elements say of themselves, by links and nothing else, by what lies around an article. */

import type { BoilerplateKind, Stretch } from '../raw.ts';
import type { Block, Blocks } from './blocks.ts';
import { chromeIn } from './chrome.ts';

interface Region {
  readonly kind: BoilerplateKind;
  readonly from: number;
  to: number;
}

interface Main {
  readonly rank: number;
  readonly from: number;
  to: number;
}

/** An article shorter than this, in characters, is a teaser. */
const SHORTEST_ARTICLE = 200;
/** So many blocks in a row that are links and nothing else are a menu. */
const MENU = 3;
const MOST = 10_000;

export class Regions {
  private readonly found: Region[] = [];
  private readonly mains: Main[] = [];
  private readonly ends: (Region | Main)[] = [];
  private inside = 0;

  constructor(private readonly blocks: Blocks) {}

  /** An element begins; undefined, or what its end is to be told by. */
  begin(name: string, attributes: ReadonlyMap<string, string>): number | undefined {
    if (this.ends.length >= MOST) return undefined;
    const from = this.blocks.all.length;
    const rank = rankOf(name, attributes);
    const kind = rank === 0 && this.inside === 0 ? chromeIn(name, attributes) : undefined;
    if (rank === 0 && !kind) return undefined;
    if (kind) {
      this.inside++;
      this.ends.push({ kind, from, to: from });
    } else this.ends.push({ rank, from, to: from });
    return this.ends.length - 1;
  }

  end(index: number): void {
    const region = this.ends[index]!;
    region.to = this.blocks.all.length;
    if ('kind' in region) {
      this.inside--;
      if (region.to > region.from) this.found.push(region);
    } else this.mains.push(region);
  }

  /** The blocks from `at` on have become one. */
  forgetFrom(at: number): void {
    for (let last = this.found.at(-1); last && last.from >= at; last = this.found.at(-1)) this.found.pop();
    const { length } = this.blocks.all;
    for (const main of this.mains) main.to = Math.min(main.to, length);
  }

  /** The first-level headings that stand in no such region. */
  firstHeadings(): readonly string[] {
    const kinds = this.kinds();
    return this.blocks.all
      .filter(({ level }, i) => level === 1 && (kinds[i] === undefined || kinds[i] === 'outside'))
      .slice(0, 10)
      .map(({ text }) => text.replace(/^[> ]*# /, '').replace(/\*\*|[*`]|~~/g, ''));
  }

  /** `starts`: where each block begins in `body`. */
  stretches(starts: readonly number[], body: string): readonly Stretch[] {
    const stretches: Stretch[] = [];
    const kinds = this.kinds();
    for (let from = 0; from < kinds.length; ) {
      const kind = kinds[from];
      let to = from + 1;
      while (to < kinds.length && kinds[to] === kind) to++;
      if (kind) {
        const last = starts[to - 1]! + this.blocks.all[to - 1]!.text.length;
        stretches.push({ kind, span: { start: starts[from]!, end: Math.min(body.length, last + 1) } });
      }
      from = to;
    }
    return stretches;
  }

  private kinds(): readonly (BoilerplateKind | undefined)[] {
    const { all } = this.blocks;
    const kinds: (BoilerplateKind | undefined)[] = new Array(all.length).fill(undefined);
    const sums = [0];
    for (const { characters } of all) sums.push(sums.at(-1)! + characters);
    const size = (from: number, to: number) => sums[to]! - sums[from]!;
    const whole = size(0, all.length);
    for (const { kind, from, to } of this.found) {
      // Whatever it is called: what holds most of the text, or its heading, is the text.
      if (2 * size(from, to) > whole || all.slice(from, Math.min(to, from + 50)).some(({ level }) => level === 1))
        continue;
      kinds.fill(kind, from, to);
    }
    for (let from = 0; from < all.length; ) {
      let to = from;
      while (to < all.length && isLinks(all[to]!)) to++;
      if (to - from >= MENU) for (let i = from; i < to; i++) kinds[i] ??= 'navigation';
      from = Math.max(to, from + 1);
    }
    const main = this.text(size);
    if (main) {
      for (const [i, { level }] of all.entries())
        if ((i < main.from || i >= main.to) && level !== 1) kinds[i] ??= 'outside';
    }
    return kinds;
  }

  /** The element that holds the text: the one of the highest rank, if there is just one that is no teaser. */
  private text(size: (from: number, to: number) => number): Main | undefined {
    const { length } = this.blocks.all;
    const long = this.mains.filter(({ from, to }) => to <= length && from <= to && size(from, to) >= SHORTEST_ARTICLE);
    for (const rank of [2, 1]) {
      const same = long.filter((main) => main.rank === rank);
      const outer = same.filter(
        (one) => !same.some((other) => other !== one && other.from <= one.from && one.to <= other.to),
      );
      if (outer.length === 1) return outer[0];
      if (outer.length > 1) return undefined;
    }
    return undefined;
  }
}

const isLinks = ({ characters, linked }: Block): boolean => linked > 0 && linked >= 0.9 * characters;

function rankOf(name: string, attributes: ReadonlyMap<string, string>): number {
  if (name === 'article' || attributes.get('role') === 'article') return 2;
  return name === 'main' || attributes.get('role') === 'main' ? 1 : 0;
}
