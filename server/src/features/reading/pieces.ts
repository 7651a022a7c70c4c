/** Cuts a body into paragraphs, and those into pieces at every place where a name or a passage begins or ends. Knows no words. */

import type { Span } from '../../core/text.ts';
import type { Highlight } from '../highlights.ts';
import { type ClaimState, type NamePiece, type Paragraph, type Piece, STATES, type TextPiece } from './model.ts';

/** The passage of a claim, by its number. */
export interface Quoted extends Span {
  readonly claim: number;
  readonly state: ClaimState;
  /** The first of its passages, which stands for it. */
  readonly leads: boolean;
}

/** In a heap of passages on one place no reader tells more apart. */
const MOST_CLAIMS = 12;
/** Names within names: deeper ones are left to the text. */
const MOST_NESTED = 12;

/** `names` in order of the text, the longer of two that start together first. Costs what the body and the marks hold. */
export function paragraphsOf(
  text: string,
  body: Span,
  names: readonly Highlight[],
  passages: readonly Quoted[],
): readonly Paragraph[] {
  const sweep = new Sweep(passages);
  const cuts = cutsOf(names, passages);
  const targets = new Set([...names.map(({ span }) => span.start), ...passages.map(({ start }) => start)]);
  const starting = new Map<number, number[]>();
  const paragraphs: Paragraph[] = [];
  const blocks = [...blocksIn(text, body)];
  for (const { claim, start, leads } of passages) {
    if (!leads) continue;
    const at = blockAt(blocks, start);
    const list = starting.get(at);
    if (list) list.push(claim);
    else starting.set(at, [claim]);
  }
  let nextName = 0;
  let nextCut = 0;
  let open: readonly Highlight[] = [];
  for (const [number, block] of blocks.entries()) {
    const inside: Highlight[] = [...open];
    while (nextName < names.length && names[nextName]!.span.start < block.end) {
      const name = names[nextName++]!;
      if (name.span.end > block.start) inside.push(name);
    }
    open = inside.filter(({ span }) => span.end > block.end);
    const builder = new Builder();
    let from = block.start;
    const take = (to: number): void => {
      if (to <= from) return;
      const slice = text.slice(from, to);
      builder.text(sweep.piece(from, to, slice, targets.has(from)));
      from = to;
    };
    const waiting = inside.map((name) => ({ name, start: Math.max(name.span.start, block.start) }));
    let next = 0;
    const enter = (): void => {
      for (; next < waiting.length && waiting[next]!.start <= from; next++) {
        const { name, start } = waiting[next]!;
        builder.enter(name, start, Math.min(name.span.end, block.end));
      }
    };
    while (nextCut < cuts.length && cuts[nextCut]! <= block.start) nextCut++;
    enter();
    for (; nextCut < cuts.length && cuts[nextCut]! < block.end; nextCut++) {
      take(cuts[nextCut]!);
      builder.leave(from);
      enter();
    }
    take(block.end);
    paragraphs.push({
      start: block.start,
      end: block.end,
      heading: /^#{1,6}[ \t]/.test(text.slice(block.start, Math.min(block.end, block.start + 8))),
      pieces: builder.end(),
      claims: starting.get(number) ?? [],
    });
  }
  return paragraphs;
}

function cutsOf(names: readonly Highlight[], passages: readonly Quoted[]): readonly number[] {
  const cuts = new Set<number>();
  for (const { start, end } of [...names.map(({ span }) => span), ...passages]) cuts.add(start).add(end);
  return [...cuts].sort((a, b) => a - b);
}

/** The stretches between blank lines. */
export function* blocksIn(text: string, body: Span): Iterable<Span> {
  let start = -1;
  let end = -1;
  for (let at = body.start; at < body.end; ) {
    let stop = at;
    let blank = true;
    while (stop < body.end && text[stop] !== '\n' && text[stop] !== '\r') {
      const unit = text[stop]!;
      if (unit !== ' ' && unit !== '\t' && unit !== '\u3000' && unit !== '\u00a0' && unit !== '\ufeff') blank = false;
      stop++;
    }
    if (!blank) {
      if (start < 0) start = at;
      end = stop;
    } else if (start >= 0) {
      yield { start, end };
      start = -1;
    }
    at = stop + (text[stop] === '\r' && text[stop + 1] === '\n' ? 2 : 1);
  }
  if (start >= 0) yield { start, end };
}

/** The number of the block that holds a place, or the one before it. */
function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Goes through the passages once, in the order of the text. */
class Sweep {
  private readonly starts: readonly Quoted[];
  private readonly ends: readonly Quoted[];
  private nextStart = 0;
  private nextEnd = 0;
  private readonly active = new Set<Quoted>();
  private readonly counts = new Map<ClaimState, number>();

  constructor(passages: readonly Quoted[]) {
    this.starts = [...passages].sort((a, b) => a.start - b.start || b.end - a.end);
    this.ends = [...passages].sort((a, b) => a.end - b.end);
  }

  /** Nothing begins or ends between `start` and `end`. */
  piece(start: number, end: number, text: string, target: boolean): TextPiece {
    for (; this.nextEnd < this.ends.length && this.ends[this.nextEnd]!.end <= start; this.nextEnd++) {
      if (this.active.delete(this.ends[this.nextEnd]!)) this.count(this.ends[this.nextEnd]!, -1);
    }
    let first = false;
    for (; this.nextStart < this.starts.length && this.starts[this.nextStart]!.start <= start; this.nextStart++) {
      const passage = this.starts[this.nextStart]!;
      if (passage.end <= start) continue;
      this.active.add(passage);
      this.count(passage, 1);
      first ||= passage.start === start;
    }
    const claims: number[] = [];
    for (const { claim } of this.active) {
      if (claims.length >= MOST_CLAIMS) break;
      if (!claims.includes(claim)) claims.push(claim);
    }
    const ends: number[] = [];
    let last = false;
    for (let at = this.nextEnd; at < this.ends.length && this.ends[at]!.end <= end; at++) {
      const ending = this.ends[at]!;
      if (!this.active.has(ending)) continue;
      last = true;
      if (ending.leads && ends.length < MOST_CLAIMS) ends.push(ending.claim);
    }
    return {
      kind: 'text',
      start,
      text,
      claims,
      state: STATES.find((state) => (this.counts.get(state) ?? 0) > 0),
      first,
      last,
      ends: ends.sort((a, b) => a - b),
      target,
    };
  }

  private count({ state }: Quoted, by: number): void {
    this.counts.set(state, (this.counts.get(state) ?? 0) + by);
  }
}

interface Open {
  readonly name: Highlight;
  readonly start: number;
  readonly end: number;
  readonly pieces: Piece[];
}

/** Puts names around texts. One that is begun inside another ends with it, and goes on after it. */
class Builder {
  private readonly pieces: Piece[] = [];
  private readonly open: Open[] = [];

  enter(name: Highlight, start: number, end: number): void {
    if (end <= start || this.open.length >= MOST_NESTED) return;
    this.open.push({ name, start, end, pieces: [] });
  }

  text(piece: TextPiece): void {
    (this.open.at(-1)?.pieces ?? this.pieces).push(piece);
  }

  /** Ends the names that reach to `offset`, with all that was begun inside them. */
  leave(offset: number): void {
    const at = this.open.findIndex(({ end }) => end <= offset);
    if (at < 0) return;
    const ended = this.open.slice(at);
    while (this.open.length > at) this.close(offset);
    for (const { name, end } of ended) if (end > offset) this.enter(name, offset, end);
  }

  end(): readonly Piece[] {
    while (this.open.length > 0) this.close(this.open.at(-1)!.end);
    return this.pieces;
  }

  private close(offset: number): void {
    const { name, start, end, pieces } = this.open.pop()!;
    if (pieces.length === 0) return;
    const { kind, id, coreType, sic, span } = name;
    const piece: NamePiece = {
      kind: kind === 'claim' ? 'mention' : kind,
      start,
      end: Math.min(end, offset),
      id,
      coreType,
      sic: sic === true,
      continued: start > span.start,
      pieces,
    };
    (this.open.at(-1)?.pieces ?? this.pieces).push(piece);
  }
}
