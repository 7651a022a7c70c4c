/** Offices and who holds them: which position a claim is of, and every claim of a position. Knows no rule about them. */

import type { ValueFacts } from '../../core/facts.ts';
import { type Group, OFFICE, subjectIn } from '../../core/groups.ts';
import type { EntityRecord } from '../../core/record.ts';
import { formsOf, type Records } from '../../core/records.ts';
import type { Property } from '../../core/vocabulary.ts';
import { textKey } from '../../values/compare.ts';
import type { View } from '../check.ts';
import { grouped } from './about.ts';
import { sameQualifier } from './comparison.ts';
import { lexiconOf } from './comparisons.ts';
import { hasEnded } from './former.ts';
import { meetingOf } from './gathered.ts';
import { type Lexicon, type Statement, statementsOf, titleKey } from './statement.ts';

const POSITION = 'position';

export const positionIn = ({ corpus }: View): Property | undefined => corpus.vocabulary.properties.get(POSITION);

/** The position record that a claim of `position` is of, by its id or by a title of it with the same `of`. */
export function officeOf({ meaning, claim }: Statement, { records, settings }: Lexicon): string | undefined {
  if (meaning.kind === 'entity') return meaning.id;
  if (meaning.kind !== 'text') return undefined;
  const offices = officesIn(records);
  return Object.values(meaning.texts)
    .flatMap((text) => offices.get(textKey(text)) ?? [])
    .find(
      ({ type, of }) =>
        type !== undefined &&
        of !== undefined &&
        settings.vocabulary.isA(type.value, POSITION) &&
        names(claim.qualifiers.of, of.value, records),
    )?.id.value;
}

/** Whether two claims are of one office: one position record, or one title of one organization. */
export function sameOffice(a: Statement, b: Statement, lexicon: Lexicon): boolean {
  const [left, right] = [officeOf(a, lexicon), officeOf(b, lexicon)];
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
  const groups = [...new Set([...titles].map(titleKey))].flatMap((title) => view.group(title, OFFICE) ?? []);
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
      const { subject, stance, key } = statement.claim;
      if (subject === undefined || stance !== 'asserts' || officeOf(statement, lexicon) !== office.id.value) continue;
      if (hasEnded(statement, lexicon.records)) continue;
      found.set(`${path}#${key}`, { ...statement, subject: subjectIn(subject, path) });
    }
  }
  const pathOf = ({ member }: Statement) => member.head.path;
  const rank = (one: Statement) => `${one.member.head.kind === 'record' ? 0 : 1}${pathOf(one)}`;
  const all = [...found.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : +(rank(a) > rank(b))));
  return { all, byPath: grouped(all, pathOf), mayMeet: meetingOf(all, position) };
}

function names(of: ValueFacts | undefined, id: string, records: Records): boolean {
  if (of?.kind === 'languages') return Object.values(of.texts).some((text) => records.gazetteer.ids(text).includes(id));
  return of?.kind === 'text' && (of.text === id || records.gazetteer.ids(of.text).includes(id));
}

const offices = new WeakMap<Records, ReadonlyMap<string, readonly EntityRecord[]>>();

/** The records that say what they are a position of, by their titles as texts are compared. */
function officesIn(records: Records): ReadonlyMap<string, readonly EntityRecord[]> {
  const known = offices.get(records);
  if (known) return known;
  const byTitle = new Map<string, EntityRecord[]>();
  for (const record of records.values()) {
    if (!record.of || record.damaged) continue;
    for (const title of new Set(formsOf(record).map(textKey))) {
      byTitle.set(title, [...(byTitle.get(title) ?? []), record]);
    }
  }
  offices.set(records, byTitle);
  return byTitle;
}
