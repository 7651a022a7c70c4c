/** Statements that say the same, made one, and what of them does not go together. Knows no words and no pictures. */

import type { View } from '../../checks/engine/check.ts';
import { reasonOf, reasonOfDocument } from '../../checks/statements/accepted.ts';
import { compare, isQuiet, overlapOf, scopeOf } from '../../checks/statements/comparison.ts';
import { isTranslation, lexiconOf, translationsOf } from '../../checks/statements/comparisons.ts';
import { containmentIn } from '../../checks/statements/containment.ts';
import { laterDate } from '../../checks/statements/placement.ts';
import { type Meaning, type Statement, sameMeaning } from '../../checks/statements/statement.ts';
import { textKey } from '../../core/textKey.ts';
import type { Disagreement } from './model.ts';

/** Statements between which nothing tells but who makes them. */
export interface Merged {
  readonly key: string;
  readonly first: Statement;
  readonly all: readonly Statement[];
}

/** In the order in which they are first said: records, then documents by date. */
export function merge(statements: readonly Statement[]): readonly Merged[] {
  const byKey = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const same = byKey.get(key);
    if (same) same.push(statement);
    else byKey.set(key, [statement]);
  }
  return [...byKey.values()].map((all) => {
    all.sort(earlierFirst);
    const first = all[0]!;
    const { path } = first.member.head;
    return { key: [first.property.id, path, first.claim.key, first.end ?? ''].join('\u0000'), first, all };
  });
}

/** Where a time that nobody wrote tells nothing apart: “in Geneva” is one fact, whenever a document says it. */
export function timeless(
  all: readonly Merged[],
  disagreements: Disagreements,
): { readonly all: readonly Merged[]; readonly disagreements: Disagreements } {
  const byKey = new Map<string, Merged[]>();
  for (const one of all) {
    const key = keyOf(one.first, true);
    const same = byKey.get(key);
    if (same) same.push(one);
    else byKey.set(key, [one]);
  }
  const joined = new Map(disagreements);
  const result = [...byKey.values()].map((same) => {
    if (same.length === 1) return same[0]!;
    const statements = same.flatMap((one) => one.all).sort(earlierFirst);
    const one = { ...same.find(({ first }) => first === statements[0])!, all: statements };
    const all = new Map(same.flatMap((each) => disagreements.get(each) ?? []).map((each) => [each.other, each]));
    joined.set(one, [...all.values()]);
    return one;
  });
  return { all: result, disagreements: joined };
}

function earlierFirst(a: Statement, b: Statement): number {
  const [left, right] = [a.member.head, b.member.head];
  if (left.kind !== right.kind) return left.kind === 'record' ? -1 : 1;
  return laterDate(left, right) || (left.path < right.path ? -1 : +(left.path > right.path));
}

function keyOf({ subject, property, meaning, time, basis, end, ended, claim }: Statement, timeless = false): string {
  const { stance, certainty, qualifiers } = claim;
  const isTimed = !timeless || claim.at !== undefined;
  const own = basis === 'about' || basis === 'date' ? 'default' : '';
  const at = time
    ? `${time.interval} ${time.start.earliest} ${time.start.latest} ${time.end.earliest} ${time.end.latest}`
    : basis;
  const narrowed = JSON.stringify(Object.entries(qualifiers).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [
    subject,
    property.id,
    meaningKey(meaning),
    ...(isTimed ? [at, own] : []),
    end,
    ended,
    stance,
    certainty === 'possible',
    narrowed,
  ].join('\u0000');
}

function meaningKey(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'quantity': {
      const { hard, soft, unit, ordinal } = meaning.quantity;
      const bounds = [hard, soft].flatMap(({ low, high, lowOpen, highOpen }) => [low, high, lowOpen, highOpen]);
      return [...bounds, unit, ordinal].join(' ');
    }
    case 'time': {
      const { interval, start, end } = meaning.time;
      return [interval, start.earliest, start.latest, end.earliest, end.latest].join(' ');
    }
    case 'entity':
      return meaning.id;
    case 'text':
      return Object.entries(meaning.texts)
        .map(([lang, text]) => `${lang} ${textKey(text)}`)
        .join('\u0001');
    case 'boolean':
      return String(meaning.value);
  }
}

export type Disagreements = ReadonlyMap<
  Merged,
  readonly (Omit<Disagreement, 'value' | 'with'> & { readonly other: Merged })[]
>;

/** Of so many of a property, those most often said, each is held against each. */
const COMPARED = 150;
/** What contradicts everything needs not say so of each. */
const MOST = 12;

/** `all` are of one subject, or of one office. */
export function disagreementsAmong(all: readonly Merged[], view: View): Disagreements {
  const found = new Map<Merged, (Omit<Disagreement, 'value' | 'with'> & { readonly other: Merged })[]>();
  const byProperty = new Map<string, Merged[]>();
  for (const one of all) {
    const name = one.first.property.id;
    const own = byProperty.get(name);
    if (own) own.push(one);
    else byProperty.set(name, [one]);
  }
  const lexicon = lexiconOf(view);
  const contains = containmentIn(view);
  const note = (own: Merged, other: Merged, rest: Omit<Disagreement, 'value' | 'with'>): void => {
    const list = found.get(own);
    if (!list) found.set(own, [{ other, ...rest }]);
    else if (list.length < MOST) list.push({ other, ...rest });
  };
  for (const group of byProperty.values()) {
    const some =
      group.length > COMPARED ? [...group].sort((a, b) => b.all.length - a.all.length).slice(0, COMPARED) : group;
    for (const [i, a] of some.entries()) {
      for (const b of some.slice(0, i)) {
        const compared = verdictOn(a.first, b.first, lexicon, contains);
        if (!compared) continue;
        const verdict = areTranslations(a, b, view) ? ofTranslations(compared) : compared;
        const accepted = reasonFor(a.first, b.first, verdict.relation, view);
        const rest = { ...verdict, ...(accepted !== undefined && { accepted }) };
        note(a, b, rest);
        note(b, a, rest);
      }
    }
  }
  return found;
}

function verdictOn(
  a: Statement,
  b: Statement,
  lexicon: ReturnType<typeof lexiconOf>,
  contains: ReturnType<typeof containmentIn>,
): Pick<Disagreement, 'relation' | 'possible'> | undefined {
  const stances = [a.claim.stance, b.claim.stance];
  if (stances.includes('asserts') && stances.includes('denies') && !a.ended && !b.ended) {
    const overlap = overlapOf(a, b);
    if (overlap === 'none' || !sameMeaning(a.meaning, b.meaning, lexicon)) return undefined;
    const scope = scopeOf(a, b, lexicon);
    if (scope === 'different') return undefined;
    return { relation: 'contradicting-relation', possible: overlap === 'possible' || scope === 'silent' };
  }
  const compared = compare(a, b, lexicon, contains);
  if (typeof compared === 'string' || isQuiet(compared.relation)) return undefined;
  return { relation: compared.relation, possible: compared.doubts.length > 0 };
}

/** The same claim in two languages is a slip, or not the same: whatever the two say, nobody contradicts anybody. */
const ofTranslations = (verdict: Pick<Disagreement, 'relation' | 'possible'>): typeof verdict =>
  verdict.relation === 'wan-yi-slip' ? verdict : { relation: 'translation-mismatch', possible: false };

/** One document and its translation are no two voices. */
function areTranslations(a: Merged, b: Merged, view: View): boolean {
  const translations = translationsOf(view, a.first.member.head.path);
  return (
    translations.size > 0 && a.all.length === 1 && b.all.length === 1 && isTranslation(a.first, b.first, translations)
  );
}

const reasonFor = (a: Statement, b: Statement, relation: string, view: View): string | undefined =>
  reasonOf(a, relation, b, view) ?? reasonOf(b, relation, a, view) ?? reasonOfDocument(a, b, relation, view);
