/** Turns the nodes of the `yaml` library into plain ones. Knows no text beyond what a node came from. */

import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Span } from '../text.ts';
import type { YamlFault } from './known.ts';
import { type Entry, shiftSpan, type YamlNode } from './nodes.ts';

/** More nodes than this through aliases is an attack, not an annotation. */
const ALIAS_BUDGET = 100_000;

/** A part refers to what another holds: only the whole can be read. */
export class NeedsWhole extends Error {}

/** Turns the library's nodes into ours, aliases replaced by what they stand for. */
export class Reader {
  /** Nodes read inside what aliases stand for. */
  private expanded = 0;
  private targets: ReadonlyMap<Alias, Node> | undefined;
  private readonly open = new Set<Node>();

  constructor(
    private readonly document: Document,
    private readonly source: string,
    private readonly whole: boolean,
    private readonly damage: Span,
    private readonly faults: YamlFault[],
    private readonly base: number,
  ) {}

  /** Whether something that was read stands for something elsewhere. */
  get linked(): boolean {
    return this.targets !== undefined;
  }

  read(node: unknown): YamlNode | undefined {
    if (this.open.size > 0 && ++this.expanded > ALIAS_BUDGET) return undefined;
    if (isAlias(node)) return this.follow(node);
    if (isScalar(node)) return this.scalar(node.value, node.type, this.spanOf(node));
    if (isMap(node)) {
      const entries: Entry[] = [];
      for (const pair of node.items) {
        const key = this.read(pair.key);
        if (key?.kind !== 'scalar') continue;
        const { end } = key.span;
        const value = this.read(pair.value);
        // What is not written has no place of its own: the library puts it before or after a comment.
        const written = value && (value.kind !== 'missing' || value.span.end > value.span.start);
        entries.push({ key, value: written ? value : { kind: 'missing', span: { start: end, end } } });
      }
      return { kind: 'map', entries, flow: node.flow === true, span: this.tight(node, entries.at(-1)?.value.span) };
    }
    if (isSeq(node)) {
      const span = this.spanOf(node);
      const items = node.items.map((item): YamlNode => this.read(item) ?? { kind: 'missing', span });
      return { kind: 'seq', items, flow: node.flow === true, span: this.tight(node, items.at(-1)?.span) };
    }
    return undefined;
  }

  private scalar(value: unknown, type: string | undefined | null, span: Span): YamlNode {
    const plain = type === 'PLAIN' || type == null;
    const text = typeof value === 'string' ? value : '';
    if (text === '' && type === 'BLOCK_FOLDED' && this.open.size === 0) this.judgeHeader(span);
    if (plain && (text === '' || text === '~' || text === 'null')) return { kind: 'missing', span };
    const style = plain ? 'plain' : type?.startsWith('BLOCK') ? 'block' : 'quoted';
    return { kind: 'scalar', value: text, style, span };
  }

  /** `>2` with no text below it is right in YAML and a figure to whoever wrote it. */
  private judgeHeader(span: Span): void {
    const written = this.source.slice(span.start - this.base, span.end - this.base);
    if (/^>[1-9](?=[ \t\r\n]|$)/.test(written))
      this.fault('EMPTY_BLOCK_SCALAR', { start: span.start, end: span.start + 2 });
  }

  private follow(alias: Alias): YamlNode {
    const span = this.spanOf(alias);
    this.targets ??= targetsOf(this.document);
    const target = this.targets.get(alias);
    if (!target) {
      if (!this.whole) throw new NeedsWhole();
      this.fault('BAD_ALIAS', span);
      return { kind: 'missing', span };
    }
    if (this.open.has(target) || this.expanded >= ALIAS_BUDGET) {
      this.fault('ALIAS_LIMIT', span);
      return { kind: 'missing', span };
    }
    this.open.add(target);
    const node = this.read(target);
    this.open.delete(target);
    // The alias is what stands here: a finding about it belongs here, not at the anchor.
    return node ? { ...node, span } : { kind: 'missing', span };
  }

  private fault(code: string, span: Span): void {
    if (this.faults.length >= 1_000) return;
    this.faults.push({ code, span: shiftSpan(span, -this.base), damage: this.damage });
  }

  /** A block collection ends where its last part does; the library counts what follows up to the next line in. */
  private tight(node: Node & { flow?: boolean }, last: Span | undefined): Span {
    const span = this.spanOf(node);
    return node.flow || !last || last.end > span.end || last.end < span.start
      ? span
      : { start: span.start, end: last.end };
  }

  private spanOf({ range }: Node): Span {
    const { base } = this;
    return range ? { start: base + range[0], end: base + range[1] } : { start: base, end: base };
  }
}

/** What each alias stands for: the node that last had its anchor. In one pass, where the library makes one for each alias. */
function targetsOf(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      return;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isSeq(node)) node.items.forEach(visit);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      visit(key);
      visit(value);
    }
  };
  visit(document.contents);
  return targets;
}
