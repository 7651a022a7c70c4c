/** Agreement on where stretches of a text begin and end: Krippendorff's α_U. Knows lengths, no texts and no labels. */

import type { Span } from '../../core/text.ts';
import type { Coefficient } from './coefficients.ts';

/** What α_U is made of, which adds up over categories. */
export interface Unitizing {
  /** The observed disagreement D_o and the expected one D_e. */
  readonly observed: number;
  readonly expected: number;
  /** How many units there are, of both annotators. */
  readonly units: number;
}

/**
 * The disagreements of two annotators who have marked units of one category in a continuum of `length`. Units of one
 * annotator lie apart, in order and not empty; what is between them is a gap. Two units that meet differ by the squares of
 * the distances of their beginnings and of their ends; a unit that lies in a gap differs by the square of its length.
 * K. Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology 25 (1995), with the expected
 * disagreement as corrected in Content Analysis (2nd ed. 2004), section 11.6, for two annotators.
 */
export function unitizing(a: readonly Span[], b: readonly Span[], length: number): Unitizing {
  if (length === 0) return { observed: 0, expected: 0, units: 0 };
  return {
    observed: observedDistance(a, b, length) / (length * length),
    expected: expectedDisagreement([a, b], length),
    units: a.length + b.length,
  };
}

/** α_U = 1 − ΣD_o / ΣD_e over the categories. */
export function alphaU(categories: readonly Unitizing[]): Coefficient {
  let [observed, expected, units] = [0, 0, 0];
  for (const one of categories) {
    observed += one.observed;
    expected += one.expected;
    units += one.units;
  }
  if (units === 0) return 'nothing';
  return expected === 0 ? 'no-choice' : 1 - observed / expected;
}

/** A unit, or a gap between units. */
interface Section extends Span {
  readonly isUnit: boolean;
}

function observedDistance(a: readonly Span[], b: readonly Span[], length: number): number {
  const [left, right] = [sectionsOf(a, length), sectionsOf(b, length)];
  let sum = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i]!, right[j]!];
    sum += distance(one, other);
    if (one.end <= other.end) i++;
    if (other.end <= one.end) j++;
  }
  return sum;
}

function distance(one: Section, other: Section): number {
  if (one.isUnit && other.isUnit) return (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
  if (one.isUnit === other.isUnit) return 0;
  const [unit, gap] = one.isUnit ? [one, other] : [other, one];
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

function sectionsOf(units: readonly Span[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const { start, end } of units) {
    if (start > from) sections.push({ start: from, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    from = end;
  }
  if (from < length) sections.push({ start: from, end: length, isUnit: false });
  return sections;
}

/** Every unit at every place that it could take in the gaps of both, and against every other unit. */
function expectedDisagreement(annotators: readonly (readonly Span[])[], length: number): number {
  const lengths = annotators.flat().map(({ start, end }) => end - start);
  const gaps = annotators
    .flatMap((units) => sectionsOf(units, length))
    .flatMap(({ start, end, isUnit }) => (isUnit ? [] : [end - start]))
    .sort((x, y) => y - x);
  const sums = [0];
  for (const gap of gaps) sums.push(sums.at(-1)! + gap);
  let sum = 0;
  let itself = 0;
  for (const own of lengths) {
    const wide = firstBelow(gaps, own);
    const places = sums[wide]! - wide * (own - 1);
    sum += ((lengths.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own) + own ** 2 * places;
    itself += own * (own - 1);
  }
  const all = annotators.length * length;
  const pairs = all * (all - 1) - itself;
  return pairs === 0 ? 0 : (2 * sum) / length / pairs;
}

/** How many of the descending `lengths` are at least `least`. */
function firstBelow(lengths: readonly number[], least: number): number {
  let [low, high] = [0, lengths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lengths[middle]! >= least) low = middle + 1;
    else high = middle;
  }
  return low;
}
