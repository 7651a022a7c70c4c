/** Terms of office as intervals that somebody has written: their words, and the edits that end or extend one. */

import { setClaimKey } from '../../core/edit.ts';
import type { Params } from '../../core/problem.ts';
import { addMonths, civilDate } from '../../values/calendar.ts';
import { before } from '../../values/time.ts';
import type { Fix, View } from '../engine/check.ts';
import { fileAt } from '../engine/files.ts';
import { claimOf } from './placement.ts';
import { edtf, type Statement } from './statement.ts';
import { languageOf, nameOfSubject } from './words.ts';

/** When a statement holds, as it is written; open at both ends where it always does. */
export function timeText({ claim, member, basis }: Statement): string {
  if (claim.at !== undefined) return claim.at;
  if (basis === 'about' || basis === 'date') return member.head[basis] ?? '';
  return basis === 'always' ? '../..' : '';
}

/**
 * The fix that ends the earlier of two terms right before the later one begins: offered where both are intervals, one
 * begins surely first, and the later one's beginning is a day or a month.
 */
export function endingBefore(view: View, a: Statement, b: Statement): readonly Fix[] {
  const [earlier, later] = beginsFirst(a, b) ? [a, b] : beginsFirst(b, a) ? [b, a] : [];
  if (!earlier?.claim.at || !later?.claim.at) return [];
  const [start] = earlier.claim.at.split('/');
  const [next] = later.claim.at.split('/');
  const last = dayOrMonthBefore(next ?? '');
  return last === undefined ? [] : retimed(view, earlier, `${start}/${last}`, 'end-term', { 'last@time': last });
}

/** The fix that gives a claim or fact another `at`, which has to be one. */
export function retimed(view: View, statement: Statement, at: string, title: string, params: Params): readonly Fix[] {
  const file = fileAt(view, statement.member.head.path);
  const claim = claimOf(statement, view);
  if (!file || !('path' in file) || file.kind === 'settings' || !claim || !edtf(at)) return [];
  const edits = setClaimKey(file, claim, 'at', at);
  const person = nameOfSubject(statement.subject, view, languageOf(statement));
  return edits?.length ? [{ title, params: { ...params, person, 'text@time': at }, safe: false, edits }] : [];
}

function beginsFirst(a: Statement, b: Statement): boolean {
  if (!a.time?.interval || !b.time?.interval || a.basis !== 'own' || b.basis !== 'own') return false;
  const start = (time: NonNullable<Statement['time']>) => ({ ...time, end: time.start });
  return before(start(a.time), start(b.time)) === 'certain';
}

function dayOrMonthBefore(date: string): string | undefined {
  const time = edtf(date);
  if (!time || time.uncertain || time.approximate || (time.precision !== 'day' && time.precision !== 'month')) return;
  const first = time.start.earliest;
  const { year, month, day } = civilDate(time.precision === 'day' ? first - 1 : addMonths(first, -1));
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  if (year < 1 || year > 9999) return;
  const yearAndMonth = `${pad(year, 4)}-${pad(month, 2)}`;
  return time.precision === 'day' ? `${yearAndMonth}-${pad(day, 2)}` : yearAndMonth;
}
