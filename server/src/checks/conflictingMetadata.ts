/** What the front matter says of the document, against a claim about it and the date in its address. */

import type { Document } from '../core/document.ts';
import { setDocumentKey } from '../core/edit.ts';
import { THIS } from '../core/slots.ts';
import { dayNumber, daysInMonth } from '../values/calendar.ts';
import { compareTimes } from '../values/compare.ts';
import { parseTime } from '../values/dates.ts';
import { isProblem } from '../values/problem.ts';
import { dateOf, mayMeet, monthRange, type TimeValue } from '../values/time.ts';
import type { Check, Fix } from './engine/check.ts';
import { edtfOf } from './quoted/edtf.ts';
import { sayingOf } from './quoted/value.ts';

export const conflictingMetadata: Check = {
  code: 'conflicting-metadata',
  severity: 'warning',
  *document({ document, corpus }) {
    const { date: written, claims, source } = document.annotations;
    const date = written && parseTime(written.value);
    if (!document.annotated || !written || !date || isProblem(date)) return;
    const related = [
      { path: document.path, span: written.span, message: 'front-matter-date', params: { 'date@time': written.value } },
    ];
    for (const claim of claims) {
      if (claim.subject?.value !== THIS || claim.property?.value !== 'published-on') continue;
      const said = claim.stance === 'asserts' ? sayingOf(claim, corpus)?.said : undefined;
      if (said?.kind !== 'time' || !claim.value || compareTimes(said.time, date) !== 'conflict') continue;
      const params = { 'value@time': said.time.source, 'date@time': written.value };
      const fixes = () => setting(document, said.time);
      yield { span: claim.value.span, variant: 'claim', params, claim: claim.id?.value, related, fixes };
    }
    const dates = source.url ? datesInAddress(source.url.value) : [];
    if (!source.url || dates.length === 0 || dates.some((one) => mayMeet(one, date))) return;
    const params = { 'value@time': edtfOf(dates[0]!) ?? '', 'date@time': written.value };
    yield { span: source.url.span, variant: 'url', params, related, fixes: () => setting(document, dates[0]!) };
  },
};

const YEAR = '((?:19|20)\\d\\d)';
/** 2019/9/10, 2019-09-10, 20190910, and between slashes 2019/0910 and 2019-09/10: as publishers number their pages. */
const DAYS = [
  new RegExp(`(?<!\\d)${YEAR}([-_/])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, 'g'),
  new RegExp(`(?<!\\d)${YEAR}()(\\d\\d)(\\d\\d)(?!\\d)`, 'g'),
  new RegExp(`/${YEAR}([-/]?)(\\d\\d)[-/]?(\\d\\d)(?=/)`, 'g'),
];
const MONTH = new RegExp(`/${YEAR}[-/]?(1[0-2]|0?[1-9])/`, 'g');

/** The dates of an address, the exact ones only where there are any; of an article's number only what could be one. */
export function datesInAddress(url: string): readonly TimeValue[] {
  const path = url
    .slice(0, 500)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#][\s\S]*$/, '');
  const days = DAYS.flatMap((pattern) => [...path.matchAll(pattern)]).flatMap(([, y, , m, d]) => {
    const [year, month, day] = [Number(y), Number(m), Number(d)];
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return [];
    const at = dayNumber(year, month, day);
    return [dateOf(url, at, at, 'day')];
  });
  if (days.length > 0) return days;
  return [...path.matchAll(MONTH)].flatMap(([, y, m]) => {
    const { earliest, latest } = monthRange(Number(y), Number(m));
    return [dateOf(url, earliest, latest, 'month')];
  });
}

/** Never safe: the claim, the address and the front matter may each be the wrong one. */
function setting(document: Document, time: TimeValue): readonly Fix[] {
  const text = edtfOf(time);
  const edits = text === undefined ? undefined : setDocumentKey(document, 'date', text);
  return edits?.length ? [{ title: 'set-document-date', params: { 'text@time': text }, safe: false, edits }] : [];
}
