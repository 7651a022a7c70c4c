/** How each of the statements on one thing stands to the others, and on which side where they contradict one another. Knows no columns. */

import type { View } from '../../checks/engine/check.ts';
import { isQuiet, overlapOf, type Relation, scopeOf } from '../../checks/statements/comparison.ts';
import { confront, type Field, fieldOf, lexiconOf } from '../../checks/statements/comparisons.ts';
import { type Statement, sameMeaning } from '../../checks/statements/statement.ts';
import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';

/**
 * `conflict`: some other contradicts it; `tension`: both may be right and yet hardly are; `refinement`: another says the same
 * less or more exactly; `agreement`: another says the same; `alone`: there is none that it could be held against.
 */
export type Mark = 'conflict' | 'tension' | 'refinement' | 'agreement' | 'alone';

/** 2: some contradict one another; 1: some are in tension, or leave out a hedge; 0: neither. */
export type Gravity = 0 | 1 | 2;

export interface Standings {
  readonly marked: readonly Marked[];
  readonly sides: number;
  /** How many statements were left out. */
  readonly left: number;
}

export interface Marked {
  readonly statement: Statement;
  readonly mark: Mark;
  readonly side?: number;
}

export const gravityOfRelation = (relation: Relation): Gravity =>
  isQuiet(relation) ? 0 : relation === 'tension' || relation === 'hedge-dropped' ? 1 : 2;

const ORDER: readonly Mark[] = ['alone', 'agreement', 'refinement', 'tension', 'conflict'];

/** Facts first, then the statements in the order of their documents' dates; of more than `limit` the last ones. */
export function standings(view: View, subject: string, property: Property, group: Group, limit: number): Standings {
  const fields = new Map<string, Field>();
  const fieldFor = (path: string): Field | undefined => {
    let field = fields.get(path);
    if (!field) {
      field = fieldOf(view, path, subject, property.id);
      if (field) fields.set(path, field);
    }
    return field;
  };
  const [first = ''] = group.keys();
  const all = fieldFor(first)?.gathered.statements ?? [];
  const lexicon = lexiconOf(view);
  const from = Math.max(0, all.length - limit);
  const marks = new Map<number, Mark>();
  const against = new Map<number, Set<number>>();
  const beside = new Map<number, Set<number>>();
  const stand = (at: number, mark: Mark): void => {
    if (ORDER.indexOf(mark) > ORDER.indexOf(marks.get(at) ?? 'alone')) marks.set(at, mark);
  };
  const meet = (a: number, b: number, mark: Mark): void => {
    stand(a, mark);
    stand(b, mark);
    if (mark === 'tension') return;
    const relation = mark === 'conflict' ? against : beside;
    put(relation, a, b);
    put(relation, b, a);
  };
  for (let own = from; own < all.length; own++) {
    const field = fieldFor(all[own]!.member.head.path);
    if (!field) continue;
    confront(field, own, -1, {
      compared: (other, { relation }) => {
        if (other < from) return false;
        const gravity = gravityOfRelation(relation);
        const quiet = relation === 'refinement' ? 'refinement' : 'agreement';
        meet(own, other, gravity === 2 ? 'conflict' : gravity === 1 ? 'tension' : quiet);
        return true;
      },
    });
    // What has several true values, or is denied, is compared by no check, and yet one says what another says.
    for (let other = from; other < own; other++) {
      const mark = likeness(all[own]!, all[other]!, field);
      if (mark) meet(own, other, mark);
    }
  }
  const sides = sidesOf(against, beside, (a, b) => sameMeaning(all[a]!.meaning, all[b]!.meaning, lexicon));
  return {
    marked: all.slice(from).map((statement, i) => {
      const [at, mark] = [from + i, marks.get(from + i) ?? 'alone'];
      const side = sides.get(at);
      return { statement, mark, ...(side !== undefined && { side }) };
    }),
    sides: sides.size === 0 ? 0 : Math.max(...sides.values()) + 1,
    left: from,
  };
}

/** Of two statements that say the same or deny it. */
function likeness(a: Statement, b: Statement, { lexicon }: Field): Mark | undefined {
  const stances = [a.claim.stance, b.claim.stance];
  const denied = stances.includes('denies') && stances.includes('asserts');
  const asserted = stances.every((stance) => stance === 'asserts') && !a.property.single;
  if (!(denied || asserted) || a.ended || b.ended) return undefined;
  if (a.member.head.path === b.member.head.path && !denied) return undefined;
  if (!sameMeaning(a.meaning, b.meaning, lexicon) || scopeOf(a, b, lexicon) === 'different') return undefined;
  if (overlapOf(a, b) === 'none') return undefined;
  return denied ? 'conflict' : 'agreement';
}

type Relatives = ReadonlyMap<number, ReadonlySet<number>>;

/** Each of those that are contradicted joins the first side on which nobody does so and somebody says the same, in their order. */
function sidesOf(
  against: Relatives,
  beside: Relatives,
  isSame: (a: number, b: number) => boolean,
): ReadonlyMap<number, number> {
  const members: number[][] = [];
  const sides = new Map<number, number>();
  for (const at of [...against.keys()].sort((a, b) => a - b)) {
    const [foes, friends] = [against.get(at)!, beside.get(at)];
    const fits = (side: readonly number[]): boolean =>
      !side.some((other) => foes.has(other)) && side.some((other) => friends?.has(other) || isSame(at, other));
    const joined = members.findIndex(fits);
    const side = joined < 0 ? members.push([]) - 1 : joined;
    members[side]!.push(at);
    sides.set(at, side);
  }
  return sides;
}

function put(relatives: Map<number, Set<number>>, one: number, other: number): void {
  const others = relatives.get(one);
  if (others) others.add(other);
  else relatives.set(one, new Set([other]));
}
