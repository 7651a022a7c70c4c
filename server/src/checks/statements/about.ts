/** What is said of a subject under a property, sorted by who says it and how; remembered while nothing of it changes. */

import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { View } from '../engine/check.ts';
import { Alike } from './alike.ts';
import { lexiconOf } from './comparisons.ts';
import { oncePerGroup } from './remembered.ts';
import { type Lexicon, type Statement, statementsIn } from './statement.ts';

export interface About {
  readonly property: Property;
  readonly all: readonly Statement[];
  /** By records. */
  readonly facts: readonly Statement[];
  /** What is said to hold, and holds still. */
  readonly asserted: readonly Statement[];
  readonly denied: readonly Statement[];
  in(path: string): readonly Statement[];
  /** Those among the asserted, or the denied, whose value may be equal to that of `statement`; in order, few others. */
  alike(statement: Statement, among: 'asserted' | 'denied'): readonly Statement[];
  /** The facts whose value is the entity. */
  factsOf(id: string): readonly Statement[];
}

export function about(view: View, subject: string, name: string): About | undefined {
  const property = view.corpus.vocabulary.properties.get(name);
  const group = property && view.group(subject, name);
  return group && read(group, subject, property, lexiconOf(view));
}

const read = oncePerGroup((group: Group, subject: string, property: Property, lexicon: Lexicon): About => {
  const all = statementsIn(group, subject, property, lexicon);
  const byPath = grouped(all, ({ member }) => member.head.path);
  const facts = all.filter(({ member }) => member.head.kind === 'record');
  const byStance = {
    asserted: all.filter(isAsserted),
    denied: all.filter(({ claim, ended }) => claim.stance === 'denies' && !ended),
  };
  const alike: { asserted?: Alike; denied?: Alike } = {};
  let byEntity: ReadonlyMap<string, readonly Statement[]> | undefined;
  return {
    property,
    all,
    facts,
    ...byStance,
    in: (path) => byPath.get(path) ?? NONE,
    alike: (statement, among) => {
      if (byStance[among].length === 0) return NONE;
      alike[among] ??= new Alike(byStance[among], lexicon);
      return alike[among].numbers(statement).map((i) => byStance[among][i]!);
    },
    factsOf: (id) => {
      byEntity ??= grouped(facts, ({ meaning }) => (meaning.kind === 'entity' ? meaning.id : ''));
      return byEntity.get(id) ?? NONE;
    },
  };
});

/** Said to hold, and to hold still. */
export const isAsserted = ({ claim, ended }: Statement): boolean => claim.stance === 'asserts' && !ended;

const NONE: readonly Statement[] = [];

/** In their order, by a key of each. */
export function grouped(
  all: readonly Statement[],
  key: (one: Statement) => string,
): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of all) {
    const group = groups.get(key(statement));
    if (group) group.push(statement);
    else groups.set(key(statement), [statement]);
  }
  return groups;
}
