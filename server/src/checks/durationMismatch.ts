/** How long something is said to last, against its first and last day. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import { disjoint, type Interval, interval } from '../values/interval.ts';
import type { Quantity, QuantityExpression } from '../values/quantity.ts';
import type { TimeValue } from '../values/time.ts';
import type { Units } from '../values/units.ts';
import type { Check, DocumentContext, Report } from './engine/check.ts';
import { valueFix } from './quoted/fixes.ts';
import { mentionsIn, passageOf, quantitiesIn, wordsAt } from './quoted/passage.ts';
import { type KnownTime, timesOf } from './quoted/times.ts';
import { sayingOf } from './quoted/value.ts';
import { unitsOf } from './valueKind.ts';

export const durationMismatch: Check = {
  code: 'duration-mismatch',
  severity: 'warning',
  beyond: true,
  *document(context) {
    const { document, corpus } = context;
    const seen = new Set<number>();
    const passages = new Set<string>();
    for (const claim of document.annotations.claims) {
      if (claim.damaged || claim.group || !claim.subject) continue;
      if (claim.property?.value !== 'duration') yield* besideName(claim, claim.subject.value, seen, passages, context);
      else {
        for (const report of stated(claim, claim.subject.value, corpus, document)) {
          yield { ...report, fixes: () => fixes(claim, context) };
        }
      }
    }
  },
  *records({ corpus, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) {
        if (fact.property?.value !== 'duration') continue;
        for (const report of stated(fact, id.value, corpus, undefined)) yield { ...report, entity: id.value };
      }
    }
  },
};

function* stated(claim: Claim, subject: string, corpus: Corpus, document: Document | undefined): Iterable<Report> {
  const said = claim.stance === 'asserts' ? sayingOf(claim, corpus)?.said : undefined;
  if (said?.kind !== 'quantity' || !claim.value) return;
  const against = contradicting(said.quantity, timesOf(subject, 'held-on', corpus, document), corpus);
  if (!against) return;
  const text = claim.value.kind === 'text' ? claim.value.text : '';
  yield { ...report(claim, text, against), span: claim.value.span };
}

/** "The three-day forum", 为期三天的论坛: right beside the name of the subject, and nowhere else. */
function* besideName(
  claim: Claim,
  subject: string,
  seen: Set<number>,
  passages: Set<string>,
  { document, corpus, analysis }: DocumentContext,
): Iterable<Report> {
  const times = timesOf(subject, 'held-on', corpus, document);
  if (times.length === 0) return;
  // Claims that share a passage and a subject have the same names in it.
  const key = JSON.stringify([claim.quote?.span.start, subject]);
  if (claim.quote && passages.has(key)) return;
  passages.add(key);
  const passage = passageOf(claim, document);
  const names = mentionsIn(passage, analysis).filter(({ id }) => id === subject);
  if (names.length === 0) return;
  const units = unitsOf(corpus.settings);
  let next = 0;
  for (const length of quantitiesIn(passage, document, corpus.settings)) {
    if (length.unit === undefined || !units.convertible(length.unit, 'day') || seen.has(length.span.start)) continue;
    while (next < names.length && names[next]!.span.start < length.span.end) next++;
    const beside = [names[next - 1], names[next]];
    if (!beside.some((name) => name && describes(length, name.span, document.text))) continue;
    const against = contradicting(length, times, corpus);
    if (!against) continue;
    seen.add(length.span.start);
    yield { ...report(claim, wordsAt(document, length.span), against), span: length.span };
  }
}

function describes({ span }: QuantityExpression, name: { start: number; end: number }, text: string): boolean {
  if (span.end <= name.start)
    return /^(?:的|[\s“”"‘’'《「*_]){0,4}$/.test(text.slice(span.end, Math.min(name.start, span.end + 9)));
  if (name.end > span.start) return false;
  return /^[”"’'》」*_\s]{0,4}(?:为期|會期|会期|历时|歷時|持续|持續|,? ?(?:lasted|lasts|lasting))[\s了]{0,2}$/.test(
    text.slice(name.end, Math.min(span.start, name.end + 24)),
  );
}

function report(claim: Claim, text: string, { time, claim: source, path }: KnownTime): Report {
  const days = daysOf(time)!;
  return {
    span: claim.head,
    params: {
      value: text,
      'held@time': time.source,
      days: days.low === days.high ? days.low : `${days.low}–${days.high}`,
    },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    related: [
      {
        path,
        span: source.value?.span ?? source.head,
        message: 'held-on',
        params: { 'value@time': time.source },
        ...(source.id && { claim: source.id.value }),
      },
    ],
  };
}

/** The first of the known times that the length fits not, if it fits none. */
function contradicting(length: Quantity, times: readonly KnownTime[], { settings }: Corpus): KnownTime | undefined {
  const said = inDays(length, unitsOf(settings));
  const known = times.filter(({ time }) => daysOf(time) !== undefined);
  if (!said || known.length === 0 || length.ordinal) return undefined;
  return known.every(({ time }) => disjoint(said, daysOf(time)!)) ? known[0] : undefined;
}

/** Both ends count. A single date may be the first day of several, and a month says nothing of days. */
function daysOf({ interval: through, bounded, start, end }: TimeValue): Interval | undefined {
  if (!through || !bounded || ![start.earliest, end.latest].every(Number.isFinite)) return undefined;
  return interval('[', Math.max(1, end.earliest - start.latest + 1), end.latest - start.earliest + 1, ']');
}

/** Longer units are used loosely, to a day; hours may begin on one day and end on the next. */
function inDays(length: Quantity, units: Units): Interval | undefined {
  const unit = length.unit ?? 'day';
  const days = units.convert(length.hard, unit, 'day');
  if (!days || unit === 'day') return days;
  const shorter = units.convert({ low: 1, high: 1, lowOpen: false, highOpen: false }, unit, 'day')!.high < 1;
  return { ...days, low: shorter ? days.low : days.low - 1, high: days.high + 1 };
}

function fixes(claim: Claim, { document, corpus }: DocumentContext) {
  const [known] = timesOf(claim.subject?.value ?? '', 'held-on', corpus, document).filter(({ time }) => daysOf(time));
  const days = known && daysOf(known.time);
  if (!days || days.low !== days.high || claim.value?.kind !== 'text') return [];
  const han = /\p{Script=Han}/u.test(claim.value.text);
  const unit = claim.unit ? '' : han ? '天' : days.low === 1 ? ' day' : ' days';
  return claim.unit && claim.unit.value !== 'day'
    ? []
    : valueFix(document, claim, claim.value.span, `${days.low}${unit}`, 'set-duration');
}
