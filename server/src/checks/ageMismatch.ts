/** An age or anniversary against the day of birth or founding. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import { civilDate } from '../values/calendar.ts';
import { disjoint, type Interval, interval } from '../values/interval.ts';
import type { Quantity } from '../values/quantity.ts';
import type { TimeValue } from '../values/time.ts';
import type { Check, Report } from './engine/check.ts';
import { type KnownTime, timeOfClaim, timesOf } from './quoted/times.ts';
import { sayingOf } from './quoted/value.ts';
import { unitsOf } from './valueKind.ts';

export const ageMismatch: Check = {
  code: 'age-mismatch',
  severity: 'warning',
  beyond: true,
  *document({ document, corpus }) {
    for (const claim of document.annotations.claims) {
      if (claim.subject) yield* mismatch(claim, claim.subject.value, corpus, document);
    }
  },
  *records({ corpus, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) {
        for (const report of mismatch(fact, id.value, corpus, undefined)) yield { ...report, entity: id.value };
      }
    }
  },
};

/** An anniversary counts calendar years; 虚岁 counts otherwise, and differs from place to place. */
const ANNIVERSARY = /周年|週年|anniversar|jubilee/i;
const OTHER_COUNT = /虚岁|虚龄|虛歲|享年|年届/;

function* mismatch(claim: Claim, subject: string, corpus: Corpus, document: Document | undefined): Iterable<Report> {
  if (claim.property?.value !== 'age' || claim.stance !== 'asserts') return;
  const said = sayingOf(claim, corpus)?.said;
  const at = timeOfClaim(claim, document);
  if (said?.kind !== 'quantity' || said.quantity.ordinal || !at || !claim.value) return;
  const written = [
    claim.value.kind === 'text' ? claim.value.text : '',
    ...(claim.quote?.pieces ?? []).map((p) => p.value),
  ];
  if (written.some((text) => OTHER_COUNT.test(text))) return;
  const age = unitsOf(corpus.settings).convert(said.quantity.hard, said.quantity.unit ?? 'year', 'year');
  const births = ['born-on', 'founded-on'].flatMap((property) => timesOf(subject, property, corpus, document));
  if (!age || births.length === 0) return;
  const anniversary = written.some((text) => ANNIVERSARY.test(text));
  const ages = births.map((birth) => possibleAges(birth.time, at, anniversary, said.quantity));
  if (ages.some((possible) => possible === undefined || !disjoint(age, possible))) return;
  yield report(claim, births[0]!, ages[0]!, at, anniversary);
}

/** Undefined where one of the two has no end that is known. */
function possibleAges(
  birth: TimeValue,
  at: TimeValue,
  anniversary: boolean,
  { hedge }: Quantity,
): Interval | undefined {
  const days = [birth.start.earliest, birth.end.latest, at.start.earliest, at.end.latest] as const;
  if (!days.every(Number.isFinite)) return undefined;
  const [firstBirth, lastBirth, first, last] = days;
  const low = anniversary ? yearOf(first) - yearOf(lastBirth) : fullYears(lastBirth, first);
  const high = anniversary ? yearOf(last) - yearOf(firstBirth) : fullYears(firstBirth, last);
  if (high < low) return undefined;
  // "More than sixty" is true of sixty and a half.
  return hedge === undefined || anniversary ? interval('[', low, high, ']') : interval('[', low, high + 1, ')');
}

const yearOf = (day: number): number => civilDate(day).year;

function fullYears(from: number, to: number): number {
  const [a, b] = [civilDate(from), civilDate(to)];
  return b.year - a.year - (b.month < a.month || (b.month === a.month && b.day < a.day) ? 1 : 0);
}

function report(claim: Claim, birth: KnownTime, ages: Interval, at: TimeValue, anniversary: boolean): Report {
  const high = ages.highOpen ? ages.high - 1 : ages.high;
  const founded = birth.claim.property?.value === 'founded-on';
  return {
    span: claim.value!.span,
    variant: anniversary ? 'anniversary' : founded ? 'founded' : '',
    params: {
      value: claim.value?.kind === 'text' ? claim.value.text : '',
      'birth@time': birth.time.source,
      'at@time': at.source,
      age: ages.low === high ? ages.low : `${ages.low}–${high}`,
    },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    related: [
      {
        path: birth.path,
        span: birth.claim.value?.span ?? birth.claim.head,
        message: founded ? 'founded-on' : 'born-on',
        params: { 'value@time': birth.time.source },
        ...(birth.claim.id && { claim: birth.claim.id.value }),
      },
    ],
  };
}
