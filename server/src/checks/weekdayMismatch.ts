/** A weekday beside a full date that fell on another day of the week: in a quote, or in a value written in words. */

import type { Claim } from '../core/claim.ts';
import type { Quote } from '../core/quote.ts';
import type { Span } from '../core/text.ts';
import { weekdayOf } from '../values/calendar.ts';
import type { DateExpression } from '../values/dates.ts';
import type { Check, DocumentContext, Report } from './engine/check.ts';
import { edtfOf } from './quoted/edtf.ts';
import { valueFix } from './quoted/fixes.ts';
import { datesIn, passageOf, wordsAt } from './quoted/passage.ts';
import { sayingOf } from './quoted/value.ts';

export const weekdayMismatch: Check = {
  code: 'weekday-mismatch',
  severity: 'error',
  *document(context) {
    const { document, corpus } = context;
    const seen = new Set<number>();
    const quotes = new Set<Quote>();
    for (const claim of document.annotations.claims) {
      if (claim.damaged) continue;
      const read = claim.quote && quotes.has(claim.quote);
      if (claim.quote) quotes.add(claim.quote);
      const passage = read ? [] : withWeekday(passageOf(claim, document), document.text);
      for (const date of datesIn(passage, document)) {
        if (date.cut || !date.weekday || seen.has(date.weekday.span.start)) continue;
        // "… October 20, 2022. Monday was calm": the next sentence begins with a day of its own.
        if (/[.。]\s*$/.test(document.text.slice(date.span.start, date.weekday.span.start))) continue;
        seen.add(date.weekday.span.start);
        yield* mismatch(date, date.weekday.span, wordsAt(document, date.span), claim);
      }
      const said = sayingOf(claim, corpus)?.said;
      if (said?.kind !== 'time' || claim.value?.kind !== 'text') continue;
      const { span, text } = claim.value;
      const date = { ...said.time, time: said.time, supplied: [] };
      for (const report of mismatch(date, span, text, claim)) {
        yield { ...report, fixes: () => inEdtf(claim, edtfOf(said.time), context) };
      }
    }
  },
};

const WEEKDAY = /(?:mon|tue|wed|thu|fri|sat|sun)|[周週]|星期|礼拜|禮拜/i;

/** Most quotes name no weekday, and need no dates. */
const withWeekday = (passage: readonly Span[], text: string): readonly Span[] =>
  passage.filter(({ start, end }) => WEEKDAY.test(text.slice(start, end)));

function* mismatch(
  { time, supplied, weekday }: Pick<DateExpression, 'time' | 'supplied' | 'weekday'>,
  span: Span,
  text: string,
  claim: Claim,
): Iterable<Report> {
  if (!weekday || !time || supplied.length > 0 || time.precision !== 'day') return;
  const right = weekdayOf(time.start.earliest);
  if (right === weekday.weekday) return;
  yield {
    span,
    variant: String(right),
    params: { date: text, 'day@time': edtfOf(time) ?? text },
    claim: claim.id?.value,
    entity: claim.subject?.value,
  };
}

/** The body stays as its author wrote it; a value needs no weekday. */
function inEdtf(claim: Claim, date: string | undefined, { document }: DocumentContext) {
  return date === undefined || !claim.value
    ? []
    : valueFix(document, claim, claim.value.span, date, 'set-date', { 'text@time': date });
}
