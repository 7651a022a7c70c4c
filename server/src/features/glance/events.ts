/** When things happened by what the documents and records of a corpus claim: events, foundings, births, signatures. Draws nothing. */

import type { View } from '../../checks/engine/check.ts';
import { lexiconOf } from '../../checks/statements/comparisons.ts';
import { type Statement, statementsIn } from '../../checks/statements/statement.ts';
import { nameOfSubject } from '../../checks/statements/words.ts';
import type { Property } from '../../core/vocabulary.ts';
import { compareTimes } from '../../values/compare.ts';
import type { TimeValue } from '../../values/time.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { capital } from '../hovers/reader.ts';
import { shortened } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import type { Line } from './axis.ts';
import { daysOf, isNamed, namesDocuments, type Scope } from './scope.ts';
import type { Steps } from './steps.ts';

/** One thing that happened, with the dates that are claimed for it. */
export interface EventRow {
  readonly id: string;
  readonly name: string;
  /** The id of its type; '' without one. */
  readonly type: string;
  /** What the dates say of it, where that is not when it was held. */
  readonly what?: string;
  readonly dates: readonly EventDate[];
  /** How many further dates are claimed. */
  readonly more: number;
  /** Some of the dates cannot both be right. */
  readonly contradictory: boolean;
}

export interface EventDate {
  /** In days since 1970, both inclusive, within the axis. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** How many claims and facts give this date, and one of them. */
  readonly sources: number;
  readonly path: string;
  readonly claim: string;
  /** One of them is a record's. */
  readonly recorded: boolean;
}

interface Claimed extends Pick<EventDate, 'path' | 'claim'> {
  readonly time: TimeValue;
  sources: number;
  recorded: boolean;
}

export interface Event extends Pick<EventRow, 'id' | 'contradictory'> {
  readonly dates: readonly Claimed[];
  on(line: Line): EventRow;
}

const MOST_DATES = 12;
/** Beyond this many different dates a contradiction is looked for among the first only. */
const COMPARED = 200;
const STEP = 500;

/** By their first date; those of which some date may lie in the time that is asked for, and that a chosen document or record gives. */
export function* eventsIn(view: View, scope: Scope, locale: string): Steps<readonly Event[]> {
  const { corpus } = view;
  const properties = [...corpus.vocabulary.properties.values()].filter(
    ({ id, value }) => id !== 'published-on' && value.length === 1 && value[0] === 'time',
  );
  const isChosen = isNamed(scope);
  const recordsToo = !namesDocuments(scope);
  const asked = daysOf(scope);
  const lexicon = lexiconOf(view);
  const events: Event[] = [];
  let looked = 0;
  for (const [subject, groups] of corpus.subjects()) {
    if (++looked % STEP === 0) yield;
    if (subject.startsWith('this:')) continue;
    for (const property of properties) {
      const group = groups.get(property.id);
      if (!group || group.size === 0) continue;
      const statements = statementsIn(group, subject, property, lexicon).filter(
        ({ claim, ended, member: { head } }) =>
          claim.stance === 'asserts' && !ended && (head.kind === 'document' ? isChosen(head) : recordsToo),
      );
      const dates = datesIn(statements);
      const isMeant = dates.some(
        ({ time }) => time.end.latest >= asked.earliest && time.start.earliest <= asked.latest,
      );
      if (isMeant) events.push(eventOf(view, subject, property, dates, locale));
    }
  }
  const first = ({ dates }: Event): number => dates[0]!.time.start.earliest;
  return events.sort((a, b) => order(first(a), first(b)) || order(a.id, b.id));
}

const order = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each date once, the earliest first. */
function datesIn(statements: readonly Statement[]): readonly Claimed[] {
  const dates = new Map<string, Claimed>();
  for (const { member, claim, meaning } of statements) {
    if (meaning.kind !== 'time') continue;
    const { time } = meaning;
    const key = `${time.start.earliest} ${time.start.latest} ${time.end.earliest} ${time.end.latest}`;
    const known = dates.get(key);
    const recorded = member.head.kind === 'record';
    if (known) {
      known.sources++;
      known.recorded ||= recorded;
    } else dates.set(key, { time, sources: 1, recorded, path: member.head.path, claim: claim.key });
  }
  return [...dates.values()].sort(
    (a, b) => order(a.time.start.earliest, b.time.start.earliest) || order(a.time.end.latest, b.time.end.latest),
  );
}

function eventOf(view: View, id: string, property: Property, dates: readonly Claimed[], locale: string): Event {
  const contradictory = contradictoryIn(dates);
  return {
    id,
    dates,
    contradictory,
    on: (line) => ({
      id,
      name: shortened(nameOfSubject(id, view, locale), 200),
      type: view.corpus.records.get(id)?.type?.value ?? '',
      ...(property.id !== 'held-on' && { what: capital(labelIn(property.label, locale, property.id)) }),
      dates: dates.slice(0, MOST_DATES).map(({ time, ...date }) => ({
        ...line.within(time),
        words: timeInWords(time.source, locale),
        ...date,
      })),
      more: Math.max(0, dates.length - MOST_DATES),
      contradictory,
    }),
  };
}

function contradictoryIn(dates: readonly Claimed[]): boolean {
  const some = dates.slice(0, COMPARED);
  return some.some((a, i) => some.slice(0, i).some((b) => compareTimes(a.time, b.time) === 'conflict'));
}
