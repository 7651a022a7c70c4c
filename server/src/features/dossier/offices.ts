/** The offices of a dossier as lanes of terms: what a person holds, who holds a position, who is somebody in an organization. */

import type { View } from '../../checks/engine/check.ts';
import { nameOf, nameOfId } from '../../checks/engine/entityName.ts';
import { isAsserted } from '../../checks/statements/about.ts';
import { lexiconOf } from '../../checks/statements/comparisons.ts';
import { officeOf, positionIn } from '../../checks/statements/offices.ts';
import { type Statement, statementsIn, statementsOf } from '../../checks/statements/statement.ts';
import { OFFICE, subjectIn } from '../../core/groups.ts';
import type { EntityRecord } from '../../core/record.ts';
import { textKey } from '../../core/textKey.ts';
import { type Audience, writtenValue } from '../explanation/said.ts';
import { shortened } from '../markdown.ts';
import type { Appearances } from './appearances.ts';
import { type Disagreements, type Merged, merge } from './merged.ts';
import type { Crowd, OfficeLane, Offices } from './model.ts';
import { detailOf, tell } from './telling.ts';

/** Terms of one lane that are drawn. */
const TERMS = 12;

/** `positions` are what is said under that property of the entity itself. */
export function officesOf(
  view: View,
  id: string,
  positions: readonly Merged[],
  disagreements: Disagreements,
  appearances: Appearances,
  most: number,
  audience: Audience,
): Offices | undefined {
  if (positions.length > 0) {
    const lanes = lanesOf(positions, laneOfOffice(audience), disagreements, most, audience);
    return { kind: 'positions', ...lanes, crowds: [] };
  }
  const record = view.corpus.records.get(id);
  if (!record) return undefined;
  const holders = merge(holding(view, record));
  if (holders.length > 0) {
    const seats = record.holders;
    const lanes = lanesOf(holders, laneOfPerson(audience), disagreements, most, audience);
    const crowds = seats === undefined ? [] : crowdsAmong(holders, seats, audience);
    return { kind: 'holders', ...(seats !== undefined && { seats }), ...lanes, crowds };
  }
  const staff = merge(staffOf(view, id, appearances));
  if (staff.length === 0) return undefined;
  return { kind: 'staff', ...lanesOf(staff, laneOfPerson(audience), disagreements, most, audience), crowds: [] };
}

/** Every claim and fact by which somebody holds, held or will hold the position. */
function holding(view: View, office: EntityRecord): readonly Statement[] {
  const position = positionIn(view);
  if (!position) return [];
  const lexicon = lexiconOf(view);
  const titles = new Set(
    [office.id.value, ...[...office.names, ...office.aliases].map(({ text }) => text)].map(textKey),
  );
  const found = new Map<string, Statement>();
  for (const title of titles) {
    for (const member of view.group(title, OFFICE)?.values() ?? []) {
      const { path } = member.head;
      for (const statement of statementsOf(member, '', position, lexicon)) {
        const { subject, key } = statement.claim;
        if (subject === undefined || officeOf(statement) !== office.id.value) continue;
        found.set(`${path}#${key}`, { ...statement, subject: subjectIn(subject, path) });
      }
    }
  }
  return [...found.values()];
}

/** Of the claims that name the organization those that put somebody into a position of it. */
function staffOf(view: View, id: string, { claims }: Appearances): readonly Statement[] {
  const position = positionIn(view);
  if (!position) return [];
  const subjects = new Set<string>();
  for (const { path, claim } of claims) {
    if (claim.property === position.id && claim.subject !== undefined && claim.subject !== id) {
      subjects.add(subjectIn(claim.subject, path));
    }
  }
  const lexicon = lexiconOf(view);
  return [...subjects].flatMap((subject) =>
    statementsIn(view.group(subject, position.id), subject, position, lexicon).filter(({ claim }) => {
      const { of } = claim.qualifiers;
      return of?.kind === 'text' && of.text === id;
    }),
  );
}

type Laned = (one: Merged) => Pick<OfficeLane, 'key' | 'entity' | 'name' | 'detail'>;

const laneOfOffice =
  (audience: Audience): Laned =>
  ({ first }) => {
    const entity = officeOf(first);
    const name = writtenValue(first, audience);
    const detail = detailOf(first, audience);
    return {
      key: `${entity ?? textKey(name)}\u0000${detail}`,
      ...(entity !== undefined && { entity }),
      name: shortened(name, 200),
      detail,
    };
  };

const laneOfPerson =
  (audience: Audience): Laned =>
  ({ first }) => {
    const { view, locale } = audience;
    const { subject } = first;
    const name = nameOfId(view, subject, locale);
    return { key: subject, entity: subject, name: shortened(name, 200), detail: '' };
  };

function lanesOf(
  all: readonly Merged[],
  laneOf: Laned,
  disagreements: Disagreements,
  most: number,
  audience: Audience,
): { readonly lanes: readonly OfficeLane[]; readonly more: number } {
  const lanes = new Map<string, { readonly lane: ReturnType<Laned>; readonly terms: Merged[] }>();
  for (const one of all) {
    const lane = laneOf(one);
    const known = lanes.get(lane.key);
    if (known) known.terms.push(one);
    else lanes.set(lane.key, { lane, terms: [one] });
  }
  // Those of whom most is said are shown; among them the first comes first.
  const weight = (terms: readonly Merged[]): number => terms.reduce((sum, { all }) => sum + all.length, 0);
  const shown = [...lanes.values()]
    .sort((a, b) => weight(b.terms) - weight(a.terms))
    .slice(0, most)
    .sort((a, b) => beginOf(a.terms) - beginOf(b.terms));
  return {
    lanes: shown.map(({ lane, terms }) => ({
      ...lane,
      terms: [...terms]
        .sort((a, b) => b.all.length - a.all.length)
        .slice(0, TERMS)
        .sort((a, b) => beginOf([a]) - beginOf([b]))
        .map((one) => tell(one, disagreements, audience)),
      more: Math.max(0, terms.length - TERMS),
    })),
    more: Math.max(0, lanes.size - most),
  };
}

const beginOf = (terms: readonly Merged[]): number =>
  terms.reduce((least, { first }) => Math.min(least, first.time?.start.earliest ?? Number.POSITIVE_INFINITY), Infinity);

/** A term as plain numbers: from when, until when, and whose. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly person: string;
}

/** The times at which more persons hold an office than it has room for: surely, or if coarse dates are read so. */
function crowdsAmong(holders: readonly Merged[], seats: number, { view, locale }: Audience): readonly Crowd[] {
  const terms = holders.map(({ first }) => first).filter((one) => isAsserted(one) && one.basis !== 'unknown');
  const possible = terms.map(
    ({ time, subject }): Stretch => ({
      start: time?.start.earliest ?? Number.NEGATIVE_INFINITY,
      end: time?.end.latest ?? Number.POSITIVE_INFINITY,
      person: subject,
    }),
  );
  // Some instant of a coarse date is no stretch of which anything is sure; a default is never sure.
  const certain = terms.flatMap(({ time, subject, basis }): readonly Stretch[] => {
    if (basis === 'about' || basis === 'date') return [];
    const [start, end] = [
      time?.start.latest ?? Number.NEGATIVE_INFINITY,
      time?.end.earliest ?? Number.POSITIVE_INFINITY,
    ];
    return start <= end ? [{ start, end, person: subject }] : [];
  });
  const nameOfPerson = (person: string): string => {
    const record = view.corpus.records.get(person);
    return shortened(record ? nameOf(record, locale) : person, 120);
  };
  const told = (stretches: readonly Stretch[], isCertain: boolean): readonly Crowd[] =>
    crowded(stretches, seats)
      .slice(0, TERMS)
      .map(({ start, end, persons }) => ({
        start: Number.isFinite(start) ? start : null,
        end: Number.isFinite(end) ? end : null,
        certain: isCertain,
        names: [...persons].slice(0, 6).map(nameOfPerson),
      }));
  return [...told(certain, true), ...told(possible, false)];
}

/** The longest stretches of days on which more than `seats` persons are there: a sweep over their beginnings and ends. */
function crowded(
  stretches: readonly Stretch[],
  seats: number,
): readonly { readonly start: number; readonly end: number; readonly persons: ReadonlySet<string> }[] {
  const events = stretches.flatMap(({ start, end, person }) => [
    { day: start, change: 1, person },
    { day: end + 1, change: -1, person },
  ]);
  events.sort((a, b) => (a.day === b.day ? a.change - b.change : a.day < b.day ? -1 : 1));
  const present = new Map<string, number>();
  const found: { start: number; end: number; persons: Set<string> }[] = [];
  let open: { start: number; persons: Set<string> } | undefined;
  for (const [i, { day, change, person }] of events.entries()) {
    const count = (present.get(person) ?? 0) + change;
    if (count > 0) present.set(person, count);
    else present.delete(person);
    if (events[i + 1]?.day === day) continue;
    if (present.size > seats) {
      open ??= { start: day, persons: new Set() };
      for (const one of present.keys()) open.persons.add(one);
    } else if (open) {
      found.push({ ...open, end: day - 1 });
      open = undefined;
    }
  }
  return found;
}
