/** Two statements held against one another: section 9 of the format. Says what relates them and how sure that is. */

import type { ValueFacts } from '../../core/facts.ts';
import { compareQuantities, compareTexts, compareTimes, wanYiRatio } from '../../values/compare.ts';
import { type Likelihood, overlapHolding } from '../../values/time.ts';
import { unitsOf } from '../valueKind.ts';
import { holdsOf, type Lexicon, type Statement, textsIn } from './statement.ts';

export type Relation =
  | 'agreement'
  | 'refinement'
  | 'tension'
  | 'hedge-dropped'
  | 'conflicting-quantity'
  | 'conflicting-date'
  | 'conflicting-value'
  | 'wan-yi-slip';

/** Nothing is wrong, and nothing is reported. */
export type Quiet = 'agreement' | 'refinement';
export const isQuiet = (relation: Relation): relation is Quiet => relation === 'agreement' || relation === 'refinement';

/** Why a finding is one severity lower than its kind. */
export type Doubt = 'time' | 'scope' | 'speaker' | 'certainty' | 'date';

export interface Comparison {
  readonly relation: Relation;
  readonly doubts: readonly Doubt[];
}

/** Whether some place contains another, or some whole a part: what a value may differ by without contradiction. */
export type Containment = (inner: string, outer: string) => boolean;

/**
 * Why two statements of one subject and property are not compared: the property has many true values; another scope or
 * time; one of them asserts nothing, or says what is over; one is a part of the other's value; values that cannot be held
 * against one another, such as units that do not convert.
 */
export type Obstacle = 'many' | 'scope' | 'time' | 'stance' | 'ended' | 'parts' | 'kind';

/** What relates two statements of one subject and property, or why they are not compared. */
export function compare(a: Statement, b: Statement, lexicon: Lexicon, contains: Containment): Comparison | Obstacle {
  if (!a.property.single) return 'many';
  if (a.claim.stance !== 'asserts' || b.claim.stance !== 'asserts') return 'stance';
  if (a.claim.ended || b.claim.ended) return 'ended';
  if (arePartsOfOne(a, b)) return 'parts';
  const scope = scopeOf(a, b, lexicon);
  if (scope === 'different') return 'scope';
  const overlap = overlapOf(a, b);
  if (overlap === 'none') return 'time';
  const relation = relationOf(a, b, lexicon, contains);
  return relation ? { relation, doubts: doubtsOf(a, b, scope === 'silent', overlap === 'possible') } : 'kind';
}

/** A part is compared neither with its whole nor with another part of it. */
export function arePartsOfOne(a: Statement, b: Statement): boolean {
  if (a.member.head.path !== b.member.head.path) return false;
  const [left, right] = [a.claim, b.claim];
  return (
    (left.partOf !== undefined && (left.partOf === right.key || left.partOf === right.partOf)) ||
    right.partOf === left.key ||
    (left.key === right.key && a.end !== b.end)
  );
}

/** How the qualifiers that separate lie: the same, one side silent on some, or different. */
export function scopeOf(a: Statement, b: Statement, lexicon: Lexicon): 'same' | 'silent' | 'different' {
  let silent = false;
  for (const name of a.property.separates) {
    const [left, right] = [a.claim.qualifiers[name], b.claim.qualifiers[name]];
    if (!left && !right) continue;
    if (!left || !right) silent = true;
    else if (!sameQualifier(left, right, a, b, lexicon)) return 'different';
  }
  return silent ? 'silent' : 'same';
}

/** Texts without a language in common cannot be told to be the same, so they count as different. */
export function sameQualifier(
  left: ValueFacts,
  right: ValueFacts,
  a: Statement,
  b: Statement,
  lexicon: Lexicon,
): boolean {
  if (left.kind === 'text' && right.kind === 'text' && left.text === right.text) return true;
  if (JSON.stringify(left) === JSON.stringify(right)) return true;
  if (left.kind === 'list' || right.kind === 'list' || left.kind === 'change' || right.kind === 'change') return false;
  const { records } = lexicon;
  const ids = [left, right].map((value) => (value.kind === 'text' && records.get(value.text) ? value.text : undefined));
  if (ids[0] !== undefined && ids[1] !== undefined) return ids[0] === ids[1];
  const named = ids[0] ?? ids[1];
  if (named !== undefined) {
    const text = ids[0] === undefined ? left : right;
    const names = text.kind === 'text' ? [text.text] : Object.values(text.texts);
    return names.some((name) => records.gazetteer.ids(name).includes(named));
  }
  return compareTexts(textsIn(left, a.member, lexicon), textsIn(right, b.member, lexicon)) === 'equal';
}

/** Whether both hold at some time: surely, possibly or never. */
export function overlapOf(a: Statement, b: Statement): Likelihood {
  if (a.property.time === 'permanent' || a.property.time === 'event') return 'certain';
  if (a.basis === 'unknown' || b.basis === 'unknown') return 'none';
  if (!a.time || !b.time)
    return a.basis === 'always' && b.basis === 'always' ? 'certain' : lessIfDefault(a, b, 'certain');
  return lessIfDefault(a, b, overlapHolding(a.time, b.time, holdsOf(a.property)));
}

/** What rests on a document's default is possible only; but two claims of one document that share it hold together. */
function lessIfDefault(a: Statement, b: Statement, overlap: Likelihood): Likelihood {
  const isDefault = ({ basis }: Statement) => basis === 'about' || basis === 'date';
  if (!isDefault(a) && !isDefault(b)) return overlap;
  if (isDefault(a) && isDefault(b) && a.member.head.path === b.member.head.path) return 'certain';
  return overlap === 'certain' ? 'possible' : overlap;
}

function relationOf(a: Statement, b: Statement, lexicon: Lexicon, contains: Containment): Relation | undefined {
  const [left, right] = [a.meaning, b.meaning];
  if (left.kind === 'quantity' && right.kind === 'quantity') {
    const units = unitsOf(lexicon.settings);
    if (left.quantity.ordinal !== right.quantity.ordinal) return undefined;
    const verdict = compareQuantities(left.quantity, right.quantity, units);
    if (verdict !== 'conflict') return verdict === 'equal' ? 'agreement' : verdict;
    return wanYiRatio(left.quantity, right.quantity, units) === undefined ? 'conflicting-quantity' : 'wan-yi-slip';
  }
  if (left.kind === 'time' && right.kind === 'time') {
    const verdict = compareTimes(left.time, right.time);
    return verdict === 'equal' ? 'agreement' : verdict === 'conflict' ? 'conflicting-date' : 'refinement';
  }
  if (left.kind === 'entity' && right.kind === 'entity') {
    if (left.id === right.id) return 'agreement';
    return contains(left.id, right.id) || contains(right.id, left.id) ? 'refinement' : 'conflicting-value';
  }
  if (left.kind === 'text' && right.kind === 'text') {
    const verdict = compareTexts(left.texts, right.texts);
    return verdict === 'equal' ? 'agreement' : verdict === 'different' ? 'conflicting-value' : undefined;
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    return left.value === right.value ? 'agreement' : 'conflicting-value';
  }
  return undefined;
}

/** What makes a finding on the two less sure, beside what they say; used by every check that compares two claims. */
export function doubtsOf(a: Statement, b: Statement, silent: boolean, possible: boolean): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (possible) doubts.push('time');
  if (silent) doubts.push('scope');
  if (a.claim.by !== undefined && b.claim.by !== undefined && a.claim.by !== b.claim.by) doubts.push('speaker');
  if (a.claim.certainty === 'possible' || b.claim.certainty === 'possible') doubts.push('certainty');
  if (isUncertain(a) || isUncertain(b)) doubts.push('date');
  return doubts;
}

const isUncertain = ({ time, meaning }: Statement): boolean =>
  time?.uncertain === true || (meaning.kind === 'time' && meaning.time.uncertain);
