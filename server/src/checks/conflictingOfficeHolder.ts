/** More persons in an office at once than it has room for. */

import { listed } from '../core/problem.ts';
import type { EntityRecord } from '../core/record.ts';
import type { Likelihood } from '../values/time.ts';
import type { Check, Report, View } from './engine/check.ts';
import { nameOf } from './engine/entityName.ts';
import { about } from './statements/about.ts';
import { isNamedAcceptance } from './statements/accepted.ts';
import { doubtsOf, overlapOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf, translationsOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { type Holders, holdersOf, officeOf, positionIn } from './statements/offices.ts';
import { otherSide, standsOn } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';
import { endingBefore, timeText } from './statements/terms.ts';
import { languageOf, nameOfSubject } from './statements/words.ts';

export const conflictingOfficeHolder: Check = {
  code: 'conflicting-office-holder',
  severity: 'error',
  beyond: true,
  document: ({ view, document }) => crowds(view, document.path),
  records: ({ view, file }) => crowds(view, file.path),
};

/** A claim that contradicts everything needs not be told so of each: the first ones say it. */
const MOST = 20;
/** Among so many rivals of one claim a crowd is sought, where an office has room for several. */
const RIVALS = 60;

function* crowds(view: View, path: string): Iterable<Report> {
  for (const office of officesIn(view, path)) {
    const seats = office.holders;
    const position = positionIn(view);
    if (seats === undefined || !position) continue;
    const holders = holdersOf(view, office, position);
    const translations = translationsOf(view, path);
    const lexicon = lexiconOf(view);
    for (const own of holders.byPath.get(path) ?? []) {
      const isTranslation = (other: Statement) =>
        own.claim.id !== undefined && own.claim.id === other.claim.id && translations.has(other.member.head.path);
      const most = seats > 1 ? RIVALS : MOST;
      const rivals: Statement[] = [];
      let open = 0;
      for (const one of rivalsOf(own, holders, view)) {
        if (isTranslation(one)) continue;
        rivals.push(one);
        if (!isNamedAcceptance(own, one, 'conflicting-office-holder', lexicon) && ++open >= most) break;
      }
      if (seats > 1) {
        const crowd = crowdOf(own, rivals, seats);
        if (crowd) yield report(view, own, crowd.others, crowd.overlap, office);
        continue;
      }
      for (const rival of rivals) yield report(view, own, [rival], overlapOf(own, rival), office);
    }
  }
}

/** The others who hold the office at some time with `own`, as far as the finding on the two is to stand on `own`. */
function* rivalsOf(own: Statement, { all, mayMeet }: Holders, view: View): Iterable<Statement> {
  const place = all.indexOf(own);
  for (const [i, one] of all.entries()) {
    if (one.subject === own.subject || !mayMeet(place, i) || overlapOf(own, one) === 'none') continue;
    if (standsOn(own, one, view)) yield one;
  }
}

/** The offices with a record that the file claims somebody to hold, each once. */
function officesIn(view: View, path: string): Iterable<EntityRecord> {
  const position = positionIn(view);
  const found = new Map<string, EntityRecord>();
  const lexicon = lexiconOf(view);
  for (const [subject, name] of position ? groupsOf(view, path) : []) {
    if (name !== position!.id) continue;
    for (const own of about(view, subject, name)?.in(path) ?? []) {
      const office = officeOf(own);
      const record = office === undefined ? undefined : lexicon.records.get(office);
      if (record) found.set(record.id.value, record);
    }
  }
  return found.values();
}

interface Crowd {
  readonly others: readonly Statement[];
  readonly overlap: Likelihood;
}

/**
 * As many other persons as there are seats, who all hold the office at one time with `own`: surely if it can be, else
 * possibly. Times that meet in pairs meet all at once.
 */
function crowdOf(own: Statement, rivals: readonly Statement[], seats: number): Crowd | undefined {
  for (const overlap of ['certain', 'possible'] as const) {
    const meets = (a: Statement, b: Statement): boolean => {
      const found = overlapOf(a, b);
      return found === 'certain' || (overlap === 'possible' && found === 'possible');
    };
    const near = rivals.filter((rival) => meets(own, rival));
    for (const first of near) {
      const others = [first];
      for (const next of near) {
        if (others.length === seats) break;
        if (others.every((one) => one.subject !== next.subject && meets(one, next))) others.push(next);
      }
      if (others.length === seats) return { others, overlap };
    }
  }
  return undefined;
}

function report(
  view: View,
  own: Statement,
  others: readonly Statement[],
  overlap: Likelihood,
  office: EntityRecord,
): Report {
  const [other] = others as readonly [Statement];
  const doubts = new Set(others.flatMap((one) => doubtsOf(own, one, false, overlap === 'possible')));
  const isAlways = [own, other].some(({ basis }) => basis === 'always');
  const lang = languageOf(own);
  const base = reportOn(view, own, other, {
    severity: 'error',
    doubts: [...doubts],
    variant: others.length > 1 ? 'several' : isAlways ? 'always' : doubts.has('speaker') ? 'speakers' : '',
    params: {
      person: nameOfSubject(own.subject, view, lang),
      ...listed(
        'others',
        others.map(({ subject }) => nameOfSubject(subject, view, lang)),
      ),
      'at@time': timeText(own),
      'otherAt@time': timeText(other),
      office: nameOf(office, lang),
      holders: office.holders,
    },
  });
  if (others.length > 1) {
    return { ...base, sides: undefined, related: others.map((one) => otherSide(one, view, 'other-side')) };
  }
  return { ...base, fixes: () => endingBefore(view, own, other) };
}
