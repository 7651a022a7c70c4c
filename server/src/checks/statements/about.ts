/** What is said of a subject under a property, sorted by who says it and how; remembered while nothing of it changes. */

import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { View } from '../check.ts';
import { lexiconOf } from './comparisons.ts';
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
}

interface Remembered {
  readonly lexicon: Lexicon;
  readonly about: About;
}

const remembered = new WeakMap<Group, Remembered>();

export function about(view: View, subject: string, name: string): About | undefined {
  const property = view.corpus.vocabulary.properties.get(name);
  const group = property && view.group(subject, name);
  if (!group) return undefined;
  const lexicon = lexiconOf(view);
  const before = remembered.get(group);
  if (before && before.lexicon.settings === lexicon.settings && before.lexicon.records === lexicon.records) {
    return before.about;
  }
  const all = statementsIn(group, subject, property, lexicon);
  const byPath = new Map<string, Statement[]>();
  for (const statement of all) {
    const { path } = statement.member.head;
    const own = byPath.get(path);
    if (own) own.push(statement);
    else byPath.set(path, [statement]);
  }
  const known: About = {
    property,
    all,
    facts: all.filter(({ member }) => member.head.kind === 'record'),
    asserted: all.filter(isAsserted),
    denied: all.filter(({ claim }) => claim.stance === 'denies' && !claim.ended),
    in: (path) => byPath.get(path) ?? NONE,
  };
  remembered.set(group, { lexicon, about: known });
  return known;
}

/** Said to hold, and to hold still. */
export const isAsserted = ({ claim }: Statement): boolean => claim.stance === 'asserts' && !claim.ended;

const NONE: readonly Statement[] = [];
