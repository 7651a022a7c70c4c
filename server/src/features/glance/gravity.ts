/** How gravely what is said of one thing disagrees: enough to put the worst first in a corpus of a million claims. */

import type { View } from '../../checks/engine/check.ts';
import { confront, type Field, fieldOf } from '../../checks/statements/comparisons.ts';
import type { Group } from '../../core/groups.ts';
import type { Records } from '../../core/records.ts';
import type { Settings } from '../../core/settings.ts';
import type { Property } from '../../core/vocabulary.ts';
import { type Gravity, gravityOfRelation, standings } from './standings.ts';
import type { Steps } from './steps.ts';

interface Known {
  readonly settings: Settings;
  readonly records: Records;
  readonly gravity: Gravity;
}

/** By group: it keeps its identity while nobody says anything else in it. */
const known = new WeakMap<Group, Known>();

/** Statements between two steps. */
const STEP = 50;
/** Of a crowd those are looked at: thousands on one thing are no more grave than hundreds. */
const CROWD = 1_000;
const DENIED = 120;

export function* gravityOf(view: View, subject: string, property: Property, group: Group): Steps<Gravity> {
  if (isAlone(group)) return 0;
  const isDenied = deniesSome(group);
  if (!property.single && !isDenied) return 0;
  const { settings, records } = view.corpus;
  const before = known.get(group);
  if (before?.settings === settings && before.records === records) return before.gravity;
  let gravity: Gravity = 0;
  let path: string | undefined;
  const [first = ''] = group.keys();
  let fields: Field | undefined = property.single ? fieldOf(view, first, subject, property.id) : undefined;
  const statements = fields?.gathered.statements ?? [];
  for (let own = 1; fields && own < Math.min(statements.length, CROWD) && gravity < 2; own++) {
    // What translates what depends on whose side one takes.
    const at = statements[own]!.member.head.path;
    if (at !== path) {
      path = at;
      if (at !== fields.path) fields = fieldOf(view, at, subject, property.id) ?? fields;
    }
    confront(fields, own, -1, {
      wrongOnly: true,
      compared: (_, { relation }) => {
        gravity = Math.max(gravity, gravityOfRelation(relation)) as Gravity;
        return gravity < 2;
      },
    });
    if (own % STEP === 0) yield;
  }
  // What is denied no check compares with what asserts it.
  if (isDenied && gravity < 2) {
    const { marked } = standings(view, subject, property, group, DENIED);
    if (marked.some(({ mark }) => mark === 'conflict')) gravity = 2;
  }
  known.set(group, { settings, records, gravity });
  return gravity;
}

function deniesSome(group: Group): boolean {
  for (const { claims } of group.values()) if (claims.some(({ stance }) => stance === 'denies')) return true;
  return false;
}

function isAlone(group: Group): boolean {
  if (group.size !== 1) return group.size === 0;
  for (const { claims } of group.values()) return claims.length === 1;
  return true;
}
