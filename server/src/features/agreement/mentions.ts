/** How far two annotators agree on mentions, and where not. Knows no claims. */

import type { Span } from '../../core/text.ts';
import type { Difference, Disagreement, Says } from './disagreement.ts';
import {
  inOrder,
  type LabelFigures,
  labelFigures,
  overlapping,
  type StretchFigures,
  stretchFigures,
} from './figures.ts';
import type { Mark, Pair } from './versions.ts';

export interface MentionFigures {
  /** By type, and all of them. */
  readonly found: StretchFigures;
  readonly types: ReadonlyMap<string, StretchFigures>;
  /** Of the stretches that both have marked: whether as the same type, and as the same entity. */
  readonly sameType: LabelFigures;
  readonly sameEntity: LabelFigures;
}

export function mentionAgreement(pairs: readonly Pair[]): {
  readonly figures: MentionFigures;
  readonly disagreements: readonly Disagreement[];
} {
  const { all, each } = stretchFigures(
    pairs.map(({ length, tokens, a, b }) => ({
      length,
      tokens,
      a: a.mentions.map(({ span, type }) => ({ span, label: type })),
      b: b.mentions.map(({ span, type }) => ({ span, label: type })),
    })),
  );
  const both: (readonly [Mark, Mark])[] = [];
  const disagreements = pairs.flatMap((pair) => {
    const facing = faced(pair.a.mentions, pair.b.mentions);
    both.push(...facing.same);
    return disagreementsIn(pair, facing);
  });
  return {
    figures: {
      found: all,
      types: each,
      sameType: labelFigures(both.map(([a, b]) => [a.type, b.type])),
      sameEntity: labelFigures(both.map(([a, b]) => [a.id, b.id])),
    },
    disagreements,
  };
}

interface Facing {
  /** Of the same stretch. */
  readonly same: readonly (readonly [a: Mark, b: Mark])[];
  /** Of stretches that overlap. */
  readonly overlapping: readonly (readonly [a: Mark, b: Mark])[];
  readonly onlyA: readonly Mark[];
  readonly onlyB: readonly Mark[];
}

/** Each mark beside one of the other annotator: of the same stretch and entity, of the same stretch, else overlapping. */
function faced(a: readonly Mark[], b: readonly Mark[]): Facing {
  const same: (readonly [Mark, Mark])[] = [];
  const match = (left: readonly Mark[], right: readonly Mark[], keyOf: (mark: Mark) => string) => {
    const waiting = new Map<string, Mark[]>();
    for (const mark of [...right].sort(byId).reverse()) {
      const key = keyOf(mark);
      const others = waiting.get(key);
      if (others) others.push(mark);
      else waiting.set(key, [mark]);
    }
    const rest = [...left].sort(byId).filter((mark) => {
      const other = waiting.get(keyOf(mark))?.pop();
      if (other) same.push([mark, other]);
      return !other;
    });
    return [rest, [...waiting.values()].flat()] as const;
  };
  const place = ({ span: { start, end } }: Mark) => `${start} ${end}`;
  const [a1, b1] = match(a, b, (mark) => `${place(mark)} ${mark.id}`);
  const [a2, b2] = match(a1, b1, place);
  const [left, right] = [a2, b2].map((marks) => [...marks].sort((x, y) => inOrder(x.span, y.span))) as [Mark[], Mark[]];
  const near = overlapping(
    left.map(({ span }) => span),
    right.map(({ span }) => span),
  );
  const [usedA, usedB] = [new Set(near.map(([i]) => i)), new Set(near.map(([, j]) => j))];
  return {
    same,
    overlapping: near.map(([i, j]) => [left[i]!, right[j]!]),
    onlyA: left.filter((_, i) => !usedA.has(i)),
    onlyB: right.filter((_, j) => !usedB.has(j)),
  };
}

const byId = (a: Mark, b: Mark): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : inOrder(a.span, b.span));

function disagreementsIn(
  { name, text }: Pair,
  { same, overlapping: near, onlyA, onlyB }: Facing,
): readonly Disagreement[] {
  const found = new Map<string, { disagreement: Disagreement; at: number }>();
  const words = ({ start, end }: Span) => text.slice(start, end);
  const add = (difference: Difference, span: Span, a: Says | undefined, b: Says | undefined) => {
    const passage = words(span);
    // What is said of a name once is said of it wherever it stands.
    const key = JSON.stringify([difference, passage, a?.says, b?.says]);
    const before = found.get(key);
    const first = !before || span.start < before.at;
    const times = (before?.disagreement.times ?? 0) + 1;
    const told = {
      document: name,
      about: 'mention',
      difference,
      passage,
      times,
      ...(a && { a }),
      ...(b && { b }),
    } as const;
    found.set(key, {
      disagreement: first ? told : { ...before.disagreement, times },
      at: first ? span.start : before.at,
    });
  };
  const says = ({ id, type, line }: Mark): Says => ({ says: type === '' ? id : `${id} (${type})`, line });
  const saysOf = (mark: Mark): Says => ({ ...says(mark), says: `${says(mark).says}: ${words(mark.span)}` });
  for (const [a, b] of same) {
    if (a.id !== b.id) add('entity', a.span, says(a), says(b));
    else if (a.type !== b.type) add('type', a.span, says(a), says(b));
  }
  for (const [a, b] of near) {
    const span = { start: Math.min(a.span.start, b.span.start), end: Math.max(a.span.end, b.span.end) };
    add(a.id === b.id ? 'extent' : 'entity', span, saysOf(a), saysOf(b));
  }
  for (const mark of onlyA) add('found', mark.span, says(mark), undefined);
  for (const mark of onlyB) add('found', mark.span, undefined, says(mark));
  return [...found.values()].sort((x, y) => x.at - y.at).map(({ disagreement }) => disagreement);
}
