/** Agreement of two annotators in figures that correct for chance. Knows labels and counts, no documents. */

/**
 * A coefficient, or why there is none: `nothing` was there to compare; or there was `no-choice`, since all of it had one
 * label and chance alone would have agreed as well.
 */
export type Coefficient = number | Undefined;
export type Undefined = 'nothing' | 'no-choice';

export const isDefined = (coefficient: Coefficient): coefficient is number => typeof coefficient === 'number';

/** How often two annotators gave which labels to the same things. */
export class Confusion {
  /** By the label of the first annotator, then of the second. */
  private readonly counts = new Map<string, Map<string, number>>();
  total = 0;

  add(a: string, b: string, times = 1): void {
    if (times === 0) return;
    const row = this.counts.get(a) ?? new Map<string, number>();
    this.counts.set(a, row);
    row.set(b, (row.get(b) ?? 0) + times);
    this.total += times;
  }

  /** How often both gave the same. */
  get agreed(): number {
    let sum = 0;
    for (const [label, row] of this.counts) sum += row.get(label) ?? 0;
    return sum;
  }

  /** How often each annotator gave each label. */
  margins(): ReadonlyMap<string, readonly [a: number, b: number]> {
    const margins = new Map<string, [number, number]>();
    const of = (label: string) => {
      const known = margins.get(label) ?? [0, 0];
      margins.set(label, known);
      return known;
    };
    for (const [a, row] of this.counts)
      for (const [b, times] of row) {
        of(a)[0] += times;
        of(b)[1] += times;
      }
    return margins;
  }
}

/** The share of things that both labelled the same. */
export const observedAgreement = (confusion: Confusion): Coefficient =>
  confusion.total === 0 ? 'nothing' : confusion.agreed / confusion.total;

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e), where chance p_e is that of two annotators who each keep their own share of every
 * label. J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
 */
export function cohenKappa(confusion: Confusion): Coefficient {
  const { total, agreed } = confusion;
  if (total === 0) return 'nothing';
  let chance = 0;
  for (const [a, b] of confusion.margins().values()) chance += a * b;
  const square = total * total;
  return chance === square ? 'no-choice' : (agreed * total - chance) / (square - chance);
}

/**
 * Krippendorff's α for nominal data of two annotators without gaps: 1 − D_o / D_e, where chance draws two of all labels
 * that were given, whoever gave them. K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section B.
 */
export function nominalAlpha(confusion: Confusion): Coefficient {
  const given = 2 * confusion.total;
  if (given === 0) return 'nothing';
  let alike = 0;
  for (const [a, b] of confusion.margins().values()) alike += (a + b) * (a + b - 1);
  const expected = given * (given - 1) - alike;
  const observed = 2 * (confusion.total - confusion.agreed);
  return expected === 0 ? 'no-choice' : 1 - ((given - 1) * observed) / expected;
}

/**
 * F₁ of two annotators, either of whom is held against the other: 2·matched / (a + b). Where what neither marked cannot be
 * counted, κ goes towards it. G. Hripcsak and A. S. Rothschild, Agreement, the F-measure, and reliability in information
 * retrieval, JAMIA 12 (2005).
 */
export const f1 = (matched: number, a: number, b: number): Coefficient =>
  a + b === 0 ? 'nothing' : (2 * matched) / (a + b);
