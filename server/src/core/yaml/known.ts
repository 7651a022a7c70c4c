/** The blocks of a text whose tree is known already, so that its next version parses only what changed. Parses nothing. */

import type { Span } from '../text.ts';
import { type Block, splitBlocks } from './blocks.ts';
import { type Entry, shift, type YamlMap, type YamlNode } from './nodes.ts';

/** What the library objected to, by its own name for it. */
export interface YamlFault {
  readonly code: string;
  readonly span: Span;
  /** The lines that the fault may have spoilt: nothing is concluded from what they lack. */
  readonly damage: Span;
}

/** One block of a text, its spans counted from its own start. */
export interface ParsedBlock {
  readonly root: YamlNode | undefined;
  readonly faults: readonly YamlFault[];
}

/** The parsed blocks of one text, by their text. */
export type BlockCache = Pick<ReadonlyMap<string, ParsedBlock>, 'get'>;

/**
 * The blocks of `source`, which was parsed as a whole, without faults and without aliases, into `root`, whose spans count
 * from `base` before it. Nothing is cut before a block is asked for: most texts are never edited.
 */
export class KnownBlocks implements BlockCache {
  private blocks: ReadonlyMap<string, () => ParsedBlock> | undefined;

  constructor(
    private readonly source: string,
    private readonly root: YamlMap,
    private readonly base: number,
  ) {}

  get(text: string): ParsedBlock | undefined {
    this.blocks ??= new Map(this.cut());
    return this.blocks.get(text)?.();
  }

  private *cut(): Iterable<readonly [string, () => ParsedBlock]> {
    const { entries } = this.root;
    let next = 0;
    for (const block of splitBlocks(this.source) ?? []) {
      const from = next;
      while (next < entries.length && entries[next]!.key.span.start - this.base < block.end) next++;
      const own = entries[from];
      if (!own || next !== from + 1) continue;
      yield [block.source, () => this.parsed(block, mapOf(own))];
      yield* this.inner(block, own);
    }
  }

  /** The key that stands alone on its line, and each part of what is below it. */
  private *inner(block: Block, { key, value }: Entry): Iterable<readonly [string, () => ParsedBlock]> {
    const { children, head, start } = block;
    if (!children || (value.kind !== 'map' && value.kind !== 'seq') || value.flow) return;
    const { end } = key.span;
    const alone = mapOf({ key, value: { kind: 'missing', span: { start: end, end } } });
    yield [head, () => this.parsed({ start }, alone)];
    const count = value.kind === 'map' ? value.entries.length : value.items.length;
    const startOf = (i: number) => (value.kind === 'map' ? value.entries[i]!.key : value.items[i]!).span.start;
    let next = 0;
    for (const child of children) {
      const from = next;
      while (next < count && startOf(next) - this.base < child.start + child.source.length) next++;
      // What has no place of its own among several is left to be parsed.
      if (next !== from + 1 || startOf(from) - this.base < child.start) continue;
      const part = value.kind === 'map' ? mapOf(value.entries[from]!) : seqOf(value.items[from]!, this.dashOf(child));
      yield [child.source, () => this.parsed(child, part)];
    }
  }

  private parsed({ start }: { readonly start: number }, root: YamlNode): ParsedBlock {
    return { root: shift(root, -this.base - start), faults: [] };
  }

  private dashOf({ start, source }: { readonly start: number; readonly source: string }): number {
    return this.base + start + source.search(/[^ ]/);
  }
}

const mapOf = (entry: Entry): YamlMap => ({
  kind: 'map',
  entries: [entry],
  flow: false,
  span: { start: entry.key.span.start, end: entry.value.span.end },
});

const seqOf = (item: YamlNode, start: number): YamlNode => ({
  kind: 'seq',
  items: [item],
  flow: false,
  span: { start, end: item.span.end },
});
