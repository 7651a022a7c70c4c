/** Quantities as values: what one is, and the reading of a whole `value:`. Knows no claims, properties or documents. */

import type { Span } from '../core/text.ts';
import { DEFAULT_WIDTHS, type Denotation, type Hedge, type Widths } from './denotation.ts';
import { fold } from './folding.ts';
import { type Problem, problem } from './problem.ts';
import { scanQuantities as scan } from './quantities/scan.ts';
import { readWholeQuantity } from './quantities/whole.ts';
import { remembered } from './remembered.ts';
import type { Units } from './units.ts';

/** All quantities in running text; see `quantities/scan.ts`. */
export const scanQuantities = remembered(scan);

/** A number, or several, under the words around it. `hard` and `soft` are H and S of section 6, in `unit`. */
export interface Quantity extends Denotation {
  /** The number as written, hedge and rounding apart; both ends of a range; none for a vague one (十几, dozens). */
  readonly nominal: readonly number[];
  /** The class of the table; absent for exact, rounded and vague numbers and for ranges without one. */
  readonly hedge?: Hedge;
  /** Written with fewer than three significant digits before a multiplier. */
  readonly rounded: boolean;
  /** The id of the unit; absent for a measure word and for a noun that names none. `ordinal` for ordinals. */
  readonly unit?: string;
  /** The unit, measure word or noun as written. */
  readonly unitText?: string;
  /** fourth, 4th, 第四: a place in an order, never a count. */
  readonly ordinal: boolean;
}

/** A quantity in running text, or in a quote. */
export interface QuantityExpression extends Quantity {
  /** From its first hedge to its unit. */
  readonly span: Span;
  /** The numeral alone; of a range, both. */
  readonly numberSpan: Span;
  readonly hedgeSpan?: Span;
  readonly unitSpan?: Span;
  /** In "from 172 to 181" and 从172增至181, the ends of a change; in "by 10" and 增加10, its size. */
  readonly role?: 'from' | 'to' | 'by';
  /** An ordinal that may mean "for the first time": it can say which of a series something is, and can contradict nothing. */
  readonly adverbial?: true;
  /** What let a weak numeral (三, 百, one, both) count as a quantity: a unit, a measure word or plain noun, a hedge. */
  readonly leansOn?: 'unit' | 'counter' | 'hedge';
}

export type QuantityValue =
  | (Quantity & { readonly kind: 'quantity' })
  /** Two values, at the start and at the end of `at`. Each has the other's unit if it names none. */
  | { readonly kind: 'change'; readonly from: Quantity; readonly to: Quantity };

/**
 * The whole of a `value:`: `more than 200 people`, `330多`, `>=200`, `12 %`, `40 to 50`, `172 -> 181`. Problems: `empty`,
 * `not-a-quantity`, `several-values`, `exponent`, `too-many-digits`.
 */
export const parseQuantity = remembered(readValue);

function readValue(source: string, units: Units, widths: Widths = DEFAULT_WIDTHS): QuantityValue | Problem {
  if (source.trim() === '') return problem('empty', source);
  const parts = endsOfChange(source);
  if (!parts) {
    const plain = readWholeQuantity(source, units, widths);
    return 'problem' in plain ? plain : { ...plain, kind: 'quantity' };
  }
  const [from, to] = parts.map((span) => ({
    span,
    read: readWholeQuantity(source.slice(span.start, span.end), units, widths),
  }));
  for (const end of [from!, to!]) {
    if ('problem' in end.read)
      return problem(end.read.problem === 'empty' ? 'not-a-quantity' : end.read.problem, source, end.span);
  }
  const [left, right] = [from!.read as Quantity, to!.read as Quantity];
  return { kind: 'change', from: withUnitOf(left, right), to: withUnitOf(right, left) };
}

function withUnitOf(quantity: Quantity, other: Quantity): Quantity {
  if (quantity.unit !== undefined || other.unit === undefined || other.ordinal) return quantity;
  return { ...quantity, unit: other.unit, unitText: quantity.unitText ?? other.unitText };
}

const ARROWS = ['->', '→', '⟶', '⇒', '=>'];
/** Verbs between the ends of a Chinese change: 从172个增加到181个. */
const ROSE = /(?:增加|增长|上升|下降|减少|提高|降低|扩大|增|升|降|减)?[到至]/g;

/** The two ends of `a -> b`, "from a to b", 从a增至b; undefined for a plain value. */
function endsOfChange(source: string): readonly [Span, Span] | undefined {
  const folded = fold(source);
  for (const arrow of ARROWS) {
    const at = folded.indexOf(arrow);
    if (at >= 0)
      return [
        { start: 0, end: at },
        { start: at + arrow.length, end: source.length },
      ];
  }
  const start = folded.length - folded.trimStart().length;
  if (folded.startsWith('from ', start)) {
    const at = folded.indexOf(' to ', start);
    return at < 0
      ? undefined
      : [
          { start: start + 5, end: at },
          { start: at + 4, end: source.length },
        ];
  }
  if (folded[start] !== '从' && folded[start] !== '由') return undefined;
  ROSE.lastIndex = start;
  const match = ROSE.exec(folded);
  return match
    ? [
        { start: start + 1, end: match.index },
        { start: match.index + match[0].length, end: source.length },
      ]
    : undefined;
}
