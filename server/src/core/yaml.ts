/**
 * The adapter of the `yaml` library, which nothing else knows: YAML text in, plain nodes with spans out.
 * Scalars stay the text that was written (`0123`, `1.10`, `no` mean what they say). Knows nothing of Concord's keys.
 */

import { Composer, type CST, Parser, Schema, type YAMLError } from 'yaml';
import type { Span } from './text.ts';
import { type Block, splitBlocks } from './yaml/blocks.ts';
import { type BlockCache, KnownBlocks, type ParsedBlock, type YamlFault } from './yaml/known.ts';
import { type Entry, shift, shiftSpan, type YamlNode } from './yaml/nodes.ts';
import { NeedsWhole, Reader } from './yaml/reader.ts';

export type { BlockCache, YamlFault } from './yaml/known.ts';
export type { Entry, Missing, Scalar, YamlMap, YamlNode, YamlSeq } from './yaml/nodes.ts';

export interface YamlTree {
  readonly root: YamlNode | undefined;
  readonly faults: readonly YamlFault[];
  readonly cache: BlockCache;
}

/**
 * Parses the part `span` of `text`. Never throws.
 * The text is cut into blocks at its top level, and one level below it where a key stands alone on its line, so that a
 * fault stays in its block and an edit re-reads the block it touched: `previous` is the cache of the version before.
 */
export function parseYaml(text: string, span: Span, previous?: BlockCache): YamlTree {
  const source = withoutLoneReturns(text.slice(span.start, span.end));
  if (!previous) {
    // Nothing is known yet: one parse of all is faster than many, and only a fault needs blocks to be kept in.
    const whole = parseBlock(source, true, span.start);
    const shaped = whole.root === undefined || whole.root.kind === 'map' || whole.root.kind === 'seq';
    if (whole.faults.length === 0 && shaped) {
      const { root, linked } = whole;
      const cache = root?.kind === 'map' && !root.flow && !linked ? new KnownBlocks(source, root, span.start) : NONE;
      return { root: spanning(root, span), faults: [], cache };
    }
  }
  const cache = new Map<string, ParsedBlock>();
  const blocks = splitBlocks(source);
  if (blocks) {
    try {
      const faults: YamlFault[] = [];
      const entries = blocks.flatMap((block) => readBlock(block, span.start, faults, cache, previous));
      if (entries.length === 0 && faults.length === 0) return { root: undefined, faults, cache };
      return { root: { kind: 'map', entries, flow: false, span }, faults, cache };
    } catch (reason) {
      // Anchors that reach from one block into another need the text as a whole.
      if (!(reason instanceof NeedsWhole)) throw reason;
    }
  }
  const parsed = parseBlock(source, true, span.start);
  const faults = confine(parsed.faults, blocks).map((fault) => shiftFault(fault, span.start));
  return { root: spanning(parsed.root, span), faults, cache: NONE };
}

/** The root of a text that was parsed as a whole: a map spans all of it, as one of blocks does. */
const spanning = (root: YamlNode | undefined, span: Span): YamlNode | undefined =>
  root?.kind === 'map' ? { ...root, span } : root;

const NONE: BlockCache = new Map();

/** The first fault of each block, its damage that block, where the lines tell the blocks apart. */
function confine(faults: readonly YamlFault[], blocks: readonly Block[] | undefined): readonly YamlFault[] {
  if (!blocks) return faults.slice(0, 1);
  const seen = new Set<number>();
  return faults.flatMap((fault) => {
    const block = blocks.findLast(({ start }) => start <= fault.span.start);
    const child = block?.children?.findLast(({ start }) => start <= fault.span.start);
    const start = child?.start ?? block?.start ?? 0;
    if (seen.has(start)) return [];
    seen.add(start);
    return [
      { ...fault, damage: { start, end: child ? start + child.source.length : (block?.end ?? fault.damage.end) } },
    ];
  });
}

/** The library knows no line break that is a carriage return alone; a line feed in its place keeps every offset. */
const withoutLoneReturns = (source: string): string =>
  source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;

function readBlock(
  block: Block,
  base: number,
  faults: YamlFault[],
  cache: Map<string, ParsedBlock>,
  previous: BlockCache | undefined,
): readonly Entry[] {
  const parse = (source: string, start: number): YamlNode | undefined => {
    const parsed = cache.get(source) ?? previous?.get(source) ?? parseBlock(source, false);
    cache.set(source, parsed);
    for (const fault of parsed.faults) faults.push(shiftFault(fault, base + start));
    return parsed.root && shift(parsed.root, base + start);
  };
  if (block.children) {
    const head = parse(block.head, block.start);
    const key = head?.kind === 'map' ? head.entries[0]?.key : undefined;
    const before = faults.length;
    const parts = block.children.map((child) => parse(child.source, child.start));
    const kind = parts.find((part) => part !== undefined)?.kind;
    const regular = parts.every((part) => part === undefined || (part.kind === kind && !isFlow(part)));
    if (key && regular && (kind === 'map' || kind === 'seq')) {
      const present = parts.filter((part) => part !== undefined);
      const entries = present.flatMap((part) => (part.kind === 'map' ? part.entries : []));
      const items = present.flatMap((part) => (part.kind === 'seq' ? part.items : []));
      const last = entries.at(-1)?.value ?? items.at(-1) ?? present.at(-1)!;
      const span = { start: present[0]!.span.start, end: last.span.end };
      const value: YamlNode =
        kind === 'map' ? { kind, flow: false, span, entries } : { kind, flow: false, span, items };
      return [{ key, value }];
    }
    faults.length = before;
  }
  const root = parse(block.source, block.start);
  if (root?.kind === 'map' && !root.flow) return root.entries;
  if (root) {
    const damage = { start: base + block.start, end: base + block.end };
    if (!faults.some((fault) => fault.damage.start === damage.start)) {
      faults.push({ code: 'NOT_A_KEY', span: root.span, damage });
    }
  }
  return [];
}

const isFlow = (node: YamlNode): boolean => (node.kind === 'map' || node.kind === 'seq') && node.flow;

const OPTIONS = {
  // One schema for all: the library would make one for each block.
  schema: new Schema({ schema: 'failsafe' }),
  uniqueKeys: false, // quadratic in the library; the decoder looks for repeated keys itself
};

/** `base` is where the source stands: the nodes' spans count from there, the faults' do not. */
function parseBlock(source: string, whole: boolean, base = 0): ParsedBlock & { readonly linked?: boolean } {
  const damage = { start: 0, end: source.length };
  const tokens = [...new Parser().parse(source)];
  const outcast = refusedIn(tokens);
  if (outcast) {
    const span = { start: outcast.at, end: Math.min(outcast.at + 1, damage.end) };
    return { root: undefined, faults: [{ code: outcast.code, span, damage }] };
  }
  const composer = new Composer(OPTIONS);
  const [document, another] = composer.compose(tokens, true, source.length);
  if (!document) return { root: undefined, faults: [] };
  const faults = document.errors.map((error) => faultOf(error, damage));
  if (another)
    faults.push({
      code: 'MULTIPLE_DOCS',
      span: { start: another.range[0], end: another.range[1] },
      damage,
    });
  const reader = new Reader(document, source, whole, damage, faults, base);
  const root = reader.read(document.contents);
  return { root, faults: whole ? faults : faults.slice(0, 1), linked: reader.linked };
}

/**
 * No annotation nests deeper. The library gives up by itself when the stack is full, but a regular expression that the
 * engine compiles with little stack left ends the whole process: depth is refused before anything recurses.
 */
const DEPTH_LIMIT = 200;

/**
 * What the library should not be given: tokens that nest too deep, and a key whose colon stands on a later line, which it
 * takes or refuses by what stands before, so that a part would not read as it does in the whole.
 */
function refusedIn(tokens: readonly CST.Token[]): { readonly code: string; readonly at: number } | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEPTH_LIMIT) return { code: 'RESOURCE_EXHAUSTION', at: token.offset };
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { start, key, sep, value } of token.items) {
      if (key && token.type === 'block-map' && sep?.some(isBreak) && !start.some(isComplexKey)) {
        const colon = sep.findIndex(({ type }) => type === 'map-value-ind');
        if (sep.findIndex(isBreak) < colon) return { code: 'MULTILINE_IMPLICIT_KEY', at: key.offset };
      }
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

const isBreak = ({ type }: CST.SourceToken): boolean => type === 'newline';
const isComplexKey = ({ type }: CST.SourceToken): boolean => type === 'explicit-key-ind';

function faultOf(error: YAMLError, damage: Span): YamlFault {
  const start = Math.min(error.pos[0], damage.end);
  return {
    code: isUnclosed(error) ? 'MISSING_CHAR' : error.code,
    span: { start, end: Math.min(error.pos[1], damage.end) },
    damage,
  };
}

/** A bracket that is never closed is, within a block, an objection to its indentation; only the words tell. */
const isUnclosed = ({ code, message }: YAMLError): boolean =>
  code === 'BAD_INDENT' && / and end with a [\]}]/.test(message);

function shiftFault(fault: YamlFault, by: number): YamlFault {
  return { ...fault, span: shiftSpan(fault.span, by), damage: shiftSpan(fault.damage, by) };
}
