/** Offices and who holds them: which position a claim is of, and every claim of a position. Knows no rule about them. */

import { type Group, OFFICE, subjectIn } from '../../core/groups.ts';
import type { EntityRecord } from '../../core/record.ts';
import { textKey } from '../../core/textKey.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { View } from '../engine/check.ts';
import { grouped, isAsserted } from './about.ts';
import { sameQualifier } from './comparison.ts';
import { lexiconOf } from './comparisons.ts';
import { meetingOf } from './gathered.ts';
import { type Lexicon, type Statement, statementsOf } from './statement.ts';

const POSITION = 'position';

export const positionIn = ({ corpus }: View): Property | undefined => corpus.vocabulary.properties.get(POSITION);

/** The position record that a claim of `position` is of, by its id or by a title of it with the same `of`. */
export const officeOf = ({ meaning }: Statement): string | undefined =>
  meaning.kind === 'entity' ? meaning.id : undefined;

/** Whether two claims are of one office: one position record, or one title of one organization. */
export function sameOffice(a: Statement, b: Statement, lexicon: Lexicon): boolean {
  const [left, right] = [officeOf(a), officeOf(b)];
  const [of, otherOf] = [a.claim.qualifiers.of, b.claim.qualifiers.of];
  const same = of && otherOf ? sameQualifier(of, otherOf, a, b, lexicon) : undefined;
  if (left !== undefined || right !== undefined) return left === right && same !== false;
  if (a.meaning.kind !== 'text' || b.meaning.kind !== 'text') return false;
  const titles = new Set(Object.values(a.meaning.texts).map(textKey));
  return (same ?? of === otherOf) && Object.values(b.meaning.texts).some((text) => titles.has(textKey(text)));
}

/** Every claim and fact by which somebody holds the office, and has not only held it. */
export interface Holders {
  /** Facts first, then by path: the same whatever the files were read in. */
  readonly all: readonly Statement[];
  readonly byPath: ReadonlyMap<string, readonly Statement[]>;
  /** Whether some instant may belong to the times of two, by their places among all. */
  mayMeet(a: number, b: number): boolean;
}

interface Remembered {
  readonly groups: readonly Group[];
  readonly lexicon: Lexicon;
  readonly holders: Holders;
}

const remembered = new WeakMap<EntityRecord, Remembered>();

/** Remembered while nobody says anything else of the office. */
export function holdersOf(view: View, office: EntityRecord, position: Property): Holders {
  const lexicon = lexiconOf(view);
  const titles = new Set([office.id.value, ...[...office.names, ...office.aliases].map(({ text }) => text)]);
  const groups = [...new Set([...titles].map(textKey))].flatMap((title) => view.group(title, OFFICE) ?? []);
  const before = remembered.get(office);
  const isSame =
    before?.lexicon.settings === lexicon.settings &&
    before.lexicon.records === lexicon.records &&
    before.groups.length === groups.length &&
    before.groups.every((group, i) => group === groups[i]);
  if (before && isSame) return before.holders;
  const holders = read(groups, office, position, lexicon);
  remembered.set(office, { groups, lexicon, holders });
  return holders;
}

function read(groups: readonly Group[], office: EntityRecord, position: Property, lexicon: Lexicon): Holders {
  const found = new Map<string, Statement>();
  for (const member of groups.flatMap((group) => [...group.values()])) {
    const { path } = member.head;
    for (const statement of statementsOf(member, '', position, lexicon)) {
      const { subject, key } = statement.claim;
      if (subject === undefined || !isAsserted(statement) || officeOf(statement) !== office.id.value) continue;
      found.set(`${path}#${key}`, { ...statement, subject: subjectIn(subject, path) });
    }
  }
  const pathOf = ({ member }: Statement) => member.head.path;
  const rank = (one: Statement) => `${one.member.head.kind === 'record' ? 0 : 1}${pathOf(one)}`;
  const all = [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : +(rank(a) > rank(b))));
  return { all, byPath: grouped(all, pathOf), mayMeet: meetingOf(all, position) };
}
