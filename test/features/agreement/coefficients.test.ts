/** The coefficients against worked examples that their authors published, and against what has to hold of all of them. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/src/core/text.ts';
import {
  type Coefficient,
  Confusion,
  cohenKappa,
  f1,
  isDefined,
  nominalAlpha,
  observedAgreement,
} from '../../../server/src/features/agreement/coefficients.ts';
import { alphaU, unitizing } from '../../../server/src/features/agreement/unitizing.ts';

const close = (actual: Coefficient, expected: number, within = 0.0005) => {
  assert.ok(isDefined(actual) && Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);
};

/** From the labels of two annotators, in the same order. */
function confusionOf(a: string, b: string): Confusion {
  const confusion = new Confusion();
  const [left, right] = [a.split(' '), b.split(' ')];
  assert.equal(left.length, right.length);
  for (const [i, label] of left.entries()) confusion.add(label, right[i]!);
  return confusion;
}

/** From a table of counts, a row for each label of the first annotator. */
function table(...rows: readonly (readonly number[])[]): Confusion {
  const confusion = new Confusion();
  for (const [i, row] of rows.entries()) for (const [j, times] of row.entries()) confusion.add(`${i}`, `${j}`, times);
  return confusion;
}

describe("Cohen's kappa", () => {
  it('is what Cohen (1960) worked out', () => {
    close(cohenKappa(table([25, 13, 12], [12, 2, 16], [3, 15, 2])), -0.0923);
    close(cohenKappa(table([44, 5, 1], [7, 20, 3], [9, 5, 6])), 0.4915);
  });

  it('is what other programs give', () => {
    close(cohenKappa(table([20, 5], [10, 15])), 0.4);
    const confusion = confusionOf('neg pos neg neu pos', 'neg pos neg neu neg');
    close(cohenKappa(confusion), 0.6875);
    close(observedAgreement(confusion), 0.8);
  });

  it('is what Krippendorff (1995) gives for units taken apart into characters', () => {
    const bertha = '0 0 1 1 1 1 1 1 1 1 0 0 0 0 1 1 1 1 1 1 0 0 0 0';
    const bill = '0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0';
    close(cohenKappa(confusionOf(bertha, bill)), 0.385);
    close(nominalAlpha(confusionOf(bertha, bill)), 0.329);
  });

  it('is nothing where there is nothing, and undefined where all have one label', () => {
    assert.equal(cohenKappa(new Confusion()), 'nothing');
    assert.equal(cohenKappa(confusionOf('x x x', 'x x x')), 'no-choice');
    assert.equal(cohenKappa(confusionOf('x x x', 'x y x')), 0);
  });
});

describe("Krippendorff's alpha", () => {
  it('is what Krippendorff (2011) worked out', () => {
    close(nominalAlpha(confusionOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')), 0.095);
    close(nominalAlpha(confusionOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d')), 0.692);
  });

  it('is nothing where there is nothing, and undefined where all have one label', () => {
    assert.equal(nominalAlpha(new Confusion()), 'nothing');
    assert.equal(nominalAlpha(confusionOf('x x', 'x x')), 'no-choice');
  });
});

describe('F1', () => {
  it('is the share of what either marked that both did', () => {
    assert.equal(f1(0, 0, 0), 'nothing');
    assert.equal(f1(0, 3, 0), 0);
    assert.equal(f1(2, 3, 5), 0.5);
    assert.equal(f1(4, 4, 4), 1);
  });
});

/** Units by their beginnings and lengths. */
const units = (...pairs: readonly (readonly [number, number])[]): readonly Span[] =>
  pairs.map(([start, length]) => ({ start, end: start + length }));
const stretched = (spans: readonly Span[], by: number) =>
  spans.map(({ start, end }) => ({ start: start * by, end: end * by }));

describe("Krippendorff's alpha for units", () => {
  // The four pairs of annotators of Krippendorff (1995), of 24 characters each.
  const A = [units([2, 8], [14, 6]), units([4, 4], [15, 2])] as const;
  const B = [units([0, 18]), units([0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])] as const;
  const C = [units([2, 6], [10, 2], [14, 4], [20, 2]), units([0, 2], [4, 4], [10, 4], [16, 2], [20, 2])] as const;
  const D = [
    units([0, 2], [2, 8], [10, 4], [14, 6], [20, 4]),
    units([0, 4], [4, 4], [8, 7], [15, 2], [17, 7]),
  ] as const;

  it('has the observed disagreement of Krippendorff (1995)', () => {
    const published = [0.03125, 2.26736, 0.02777, 0.38715];
    for (const [i, [a, b]] of [A, B, C, D].entries()) close(unitizing(a, b, 24).observed, published[i]!, 0.00001);
  });

  it('tends to the figures of Krippendorff (1995) as the characters become finer', () => {
    const published = [0.553, -0.926, 0.679, 0.066];
    const expected = [0.0699, 1.17731, 0.08642, 0.41445];
    for (const [i, [a, b]] of [A, B, C, D].entries()) {
      const found = unitizing(stretched(a, 10_000), stretched(b, 10_000), 240_000);
      // The expected disagreement of the article is a little off, by a sign that the book of 2004 corrects.
      close(found.expected, expected[i]!, 0.005);
      close(alphaU([found]), published[i]!, 0.015);
    }
  });

  it('is what Krippendorff (2004) worked out for two categories', () => {
    const c = unitizing(units([75, 70], [220, 30]), units([70, 80], [205, 20], [250, 20]), 300);
    const k = unitizing(units([30, 60], [150, 50]), units([30, 60], [150, 50]), 300);
    close(c.observed, 0.0144, 0.0001);
    close(c.expected, 0.0532, 0.0001);
    close(k.observed, 0);
    close(k.expected, 0.049, 0.0001);
    close(alphaU([c]), 0.7286, 0.0015);
    close(alphaU([k]), 1);
    close(alphaU([c, k]), 0.8591, 0.0015);
  });

  it('is nothing where nobody marked anything', () => {
    assert.equal(alphaU([unitizing([], [], 100)]), 'nothing');
    assert.equal(alphaU([unitizing([], [], 0)]), 'nothing');
    assert.equal(alphaU([]), 'nothing');
  });
});

describe('all coefficients', () => {
  const labels = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), { maxLength: 40 });
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
    .map((steps) => {
      let at = 0;
      return steps.map(([gap, length]): Span => {
        const start = at + gap;
        at = start + length;
        return { start, end: at };
      });
    });
  const endOf = (...all: readonly (readonly Span[])[]) => Math.max(1, ...all.map((one) => one.at(-1)?.end ?? 0)) + 3;

  it('are 1 for an annotator against himself, or undefined', () => {
    fc.assert(
      fc.property(labels, (pairs) => {
        const confusion = new Confusion();
        for (const [a] of pairs) confusion.add(a, a);
        for (const coefficient of [cohenKappa, nominalAlpha]) {
          const value = coefficient(confusion);
          assert.ok(!isDefined(value) || Math.abs(value - 1) < 1e-12);
        }
      }),
    );
    fc.assert(
      fc.property(spans, (own) => {
        const value = alphaU([unitizing(own, own, endOf(own))]);
        assert.ok(own.length === 0 ? value === 'nothing' : value === 1);
      }),
    );
  });

  it('do not depend on who comes first', () => {
    fc.assert(
      fc.property(labels, (pairs) => {
        const [one, other] = [new Confusion(), new Confusion()];
        for (const [a, b] of pairs) {
          one.add(a, b);
          other.add(b, a);
        }
        assert.equal(cohenKappa(one), cohenKappa(other));
        assert.equal(nominalAlpha(one), nominalAlpha(other));
      }),
    );
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const length = endOf(a, b);
        const [one, other] = [alphaU([unitizing(a, b, length)]), alphaU([unitizing(b, a, length)])];
        assert.ok(one === other || (isDefined(one) && isDefined(other) && Math.abs(one - other) < 1e-9));
      }),
    );
  });

  it('are never more than 1, and always a number or a reason', () => {
    fc.assert(
      fc.property(spans, spans, labels, (a, b, pairs) => {
        const confusion = new Confusion();
        for (const [left, right] of pairs) confusion.add(left, right);
        for (const value of [alphaU([unitizing(a, b, endOf(a, b))]), cohenKappa(confusion), nominalAlpha(confusion)])
          assert.ok(!isDefined(value) || (Number.isFinite(value) && value <= 1 + 1e-12));
      }),
    );
  });

  it('are near nothing for annotators who throw dice', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const confusion = new Confusion();
    for (let i = 0; i < 20_000; i++) confusion.add('abc'[random(3)]!, 'abc'[random(3)]!);
    close(cohenKappa(confusion), 0, 0.03);
    close(nominalAlpha(confusion), 0, 0.03);
    const dice = () => {
      const made: Span[] = [];
      for (let at = random(20); at < 200_000; at = made.at(-1)!.end + 1 + random(39)) {
        made.push({ start: at, end: at + 1 + random(9) });
      }
      return made;
    };
    close(alphaU([unitizing(dice(), dice(), 200_100)]), 0, 0.06);
  });
});
