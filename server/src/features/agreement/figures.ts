/** Figures of agreement on marked stretches and on labels. Knows spans and labels, neither mentions nor claims. */

import type { Span } from '../../core/text.ts';
import { tokensIn } from './bodies.ts';
import { type Coefficient, Confusion, cohenKappa, f1, nominalAlpha, observedAgreement } from './coefficients.ts';
import { alphaU, unitizing } from './unitizing.ts';

/** A stretch that an annotator has marked, under a label such as the type of an entity. */
export interface Stretch {
  readonly span: Span;
  readonly label: string;
}

/** The stretches of both annotators in one document. */
export interface Stretches {
  readonly length: number;
  readonly tokens: readonly Span[];
  readonly a: readonly Stretch[];
  readonly b: readonly Stretch[];
}

export interface StretchFigures {
  /** How many either has marked. */
  readonly a: number;
  readonly b: number;
  /** Marked by both with the same beginning, end and label. */
  readonly exact: number;
  /** Those, and others of the same label that overlap, each with one of the other annotator. */
  readonly overlapping: number;
  readonly f1: Coefficient;
  readonly overlapF1: Coefficient;
  /** Of tokens, by the label of the longest stretch that each is in, or none. */
  readonly kappa: Coefficient;
  /** Krippendorff's α_U, of characters. */
  readonly alpha: Coefficient;
}

/** All labels together, and each by itself. */
export function stretchFigures(documents: readonly Stretches[]): {
  readonly all: StretchFigures;
  readonly each: ReadonlyMap<string, StretchFigures>;
} {
  const labels = [...new Set(documents.flatMap(({ a, b }) => [...a, ...b].map(({ label }) => label)))].sort();
  const byLabel = labels.map((label) => ofLabel(documents, label));
  const sum = (key: 'a' | 'b' | 'exact' | 'overlapping') => byLabel.reduce((total, one) => total + one.counts[key], 0);
  const all = counted(
    { a: sum('a'), b: sum('b'), exact: sum('exact'), overlapping: sum('overlapping') },
    tokenConfusion(documents),
    alphaU(byLabel.map((one) => one.units)),
  );
  const each = byLabel.map(({ label, counts, tokens, units }): [string, StretchFigures] => [
    label,
    counted(counts, tokens, alphaU([units])),
  ]);
  return { all, each: new Map(each) };
}

interface Counts {
  a: number;
  b: number;
  exact: number;
  overlapping: number;
}

const counted = (counts: Counts, tokens: Confusion, alpha: Coefficient): StretchFigures => ({
  ...counts,
  f1: f1(counts.exact, counts.a, counts.b),
  overlapF1: f1(counts.overlapping, counts.a, counts.b),
  kappa: cohenKappa(tokens),
  alpha,
});

function ofLabel(documents: readonly Stretches[], label: string) {
  const counts: Counts = { a: 0, b: 0, exact: 0, overlapping: 0 };
  const units: { readonly a: Span[]; readonly b: Span[] } = { a: [], b: [] };
  const mine = documents.map(({ a, b, ...document }): Stretches => {
    const of = (stretches: readonly Stretch[]) => stretches.filter((one) => one.label === label);
    return { ...document, a: of(a), b: of(b) };
  });
  // The documents are laid end to end, as one continuum.
  let from = 0;
  for (const { a, b, length } of mine) {
    counts.a += a.length;
    counts.b += b.length;
    const paired = pairSpans(a.map(spanOf), b.map(spanOf));
    counts.exact += paired.exact;
    counts.overlapping += paired.exact + paired.overlapping;
    for (const [letter, stretches] of [
      ['a', a],
      ['b', b],
    ] as const)
      for (const { start, end } of apart(stretches.map(spanOf)))
        units[letter].push({ start: from + start, end: from + end });
    from += length;
  }
  return { label, counts, tokens: tokenConfusion(mine), units: unitizing(units.a, units.b, from) };
}

const spanOf = ({ span }: Stretch): Span => span;

/** One span for every row of spans that overlap: units of one annotator lie apart. */
export function apart(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(inOrder)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

export const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** How many spans of two lists are equal, and how many of the rest overlap, each with one of the other list. */
function pairSpans(a: readonly Span[], b: readonly Span[]): { readonly exact: number; readonly overlapping: number } {
  const rest = new Map<string, Span[]>();
  for (const span of b) {
    const key = `${span.start} ${span.end}`;
    const same = rest.get(key);
    if (same) same.push(span);
    else rest.set(key, [span]);
  }
  const left = a.filter(({ start, end }) => rest.get(`${start} ${end}`)?.pop() === undefined);
  const right = [...rest.values()].flat().sort(inOrder);
  return { exact: a.length - left.length, overlapping: overlapping([...left].sort(inOrder), right).length };
}

/** Pairs of the numbers of spans that overlap, each in one pair at most, from the front. Both lists are in order. */
export function overlapping(a: readonly Span[], b: readonly Span[]): readonly (readonly [a: number, b: number])[] {
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i]!, b[j]!];
    if (one.start < other.end && other.start < one.end) found.push([i++, j++]);
    else if (one.end <= other.end) i++;
    else j++;
  }
  return found;
}

/** The label of a token that is in no stretch: no label can be that. */
const NONE = '\0';

function tokenConfusion(documents: readonly Stretches[]): Confusion {
  const confusion = new Confusion();
  for (const { tokens, a, b } of documents) {
    const [left, right] = [labelled(tokens, a), labelled(tokens, b)];
    for (const i of tokens.keys()) confusion.add(left[i] ?? NONE, right[i] ?? NONE);
  }
  return confusion;
}

/** The label of the longest stretch that each token is in. */
function labelled(tokens: readonly Span[], stretches: readonly Stretch[]): readonly (string | undefined)[] {
  const labels: (string | undefined)[] = new Array(tokens.length).fill(undefined);
  const length = ({ span: { start, end } }: Stretch) => end - start;
  // The longest first, and what a longer one covers is passed over: however deep they nest, each token is set once.
  const next = new Free(tokens.length);
  const order = (x: Stretch, y: Stretch) =>
    length(y) - length(x) || x.span.start - y.span.start || (x.label < y.label ? -1 : x.label > y.label ? 1 : 0);
  for (const { span, label } of [...stretches].sort(order)) {
    const [from, to] = tokensIn(tokens, span);
    for (let i = next.from(from); i < to; i = next.from(i)) {
      labels[i] = label;
      next.take(i);
    }
  }
  return labels;
}

/** The first free place at or behind another, found in nearly constant time however many are taken (union-find). */
class Free {
  private readonly next: Int32Array;

  constructor(length: number) {
    this.next = Int32Array.from({ length: length + 1 }, (_, i) => i);
  }

  from(place: number): number {
    let at = place;
    while (this.next[at] !== at) {
      this.next[at] = this.next[this.next[at]!]!;
      at = this.next[at]!;
    }
    return at;
  }

  take(place: number): void {
    this.next[place] = place + 1;
  }
}

/** How far two annotators give the same things the same labels. */
export interface LabelFigures {
  readonly compared: number;
  readonly agreed: number;
  readonly share: Coefficient;
  readonly kappa: Coefficient;
  readonly alpha: Coefficient;
}

export function labelFigures(pairs: Iterable<readonly [a: string, b: string]>): LabelFigures {
  const confusion = new Confusion();
  for (const [a, b] of pairs) confusion.add(a, b);
  return {
    compared: confusion.total,
    agreed: confusion.agreed,
    share: observedAgreement(confusion),
    kappa: cohenKappa(confusion),
    alpha: nominalAlpha(confusion),
  };
}
