/** Completes the value of a claim: entities, and the figures and dates that its quote holds. */

import { endsOf } from '../../checks/quoted/support.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import { Vocabulary } from '../../core/vocabulary.ts';
import { civilDate } from '../../values/calendar.ts';
import { scanDates } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { scanQuantities } from '../../values/quantity.ts';
import { type DayRange, parseEdtf, type TimeValue } from '../../values/time.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { choiceDrafts } from './choices.ts';
import { entityDrafts } from './entities.ts';
import { type Draft, type Drafts, written } from './item.ts';
import type { Scope } from './scope.ts';

export function valueDrafts(scope: Scope, accepts: readonly string[]): Drafts {
  const items: Draft[] = [];
  if (accepts.includes('quantity')) items.push(...quantities(scope));
  if (accepts.includes('time')) items.push(...times(scope));
  if (accepts.includes('boolean')) items.push(...choiceDrafts(scope, 'boolean'));
  if (!Vocabulary.allowsEntity(accepts)) return { items };
  const entities = entityDrafts(scope, { accepts });
  return { items: [...items, ...entities.items], more: entities.more };
}

function quantities(scope: Scope): readonly Draft[] {
  const { claim, view, reader } = scope;
  if (!claim?.quote) return [];
  const quote = claim.quote.replace(/\s+/g, ' ');
  const found = scanQuantities(quote, unitsOf(view.settings), view.settings.widths).filter(({ ordinal }) => !ordinal);
  const textOf = ({ start, end }: { start: number; end: number }) => quote.slice(start, end);
  const change = endsOf(found).map(([from, to]) => `${textOf(from.numberSpan)} -> ${textOf(to.numberSpan)}`);
  const texts = new Set([...change, ...found.map(({ span }) => textOf(span))]);
  return [...texts].map((text) => ({
    label: text,
    kind: 'text',
    detail: reader.words.fromBody,
    insert: written(scope, text, 'value'),
  }));
}

/** The dates of the quote, resolved by the document's date, then those that the document knows. */
function times(scope: Scope): readonly Draft[] {
  const { claim, view, path, reader } = scope;
  const date = view.corpus.documents.get(path)?.date;
  const documentDate = date === undefined ? undefined : parseEdtf(date);
  const context = documentDate && !isProblem(documentDate) ? { documentDate } : {};
  const found = claim?.quote ? scanDates(claim.quote, context) : [];
  const edtf = new Set(found.flatMap(({ time }) => (time ? (edtfOf(time) ?? []) : [])));
  const drafts = [...edtf].map(
    (text): Draft => ({
      label: text,
      kind: 'text',
      detail: timeInWords(text, reader.locale),
      insert: written(scope, text, 'value'),
    }),
  );
  return [...drafts, ...choiceDrafts(scope, 'time').filter(({ label }) => !edtf.has(label))];
}

/** A time as the front matter writes it; undefined for one that its notation has no short form for. */
export function edtfOf({ start, end, precision, interval }: TimeValue): string | undefined {
  if (interval) {
    const [from, to] = [endOf(start), endOf(end)];
    return from === undefined || to === undefined || (from === '..' && to === '..') ? undefined : `${from}/${to}`;
  }
  const first = civilDate(start.earliest);
  if (precision === 'day') return dayOf(start.earliest);
  if (!Number.isFinite(start.earliest) || first.year < 0) return undefined;
  if (precision === 'month') return dayOf(start.earliest)?.slice(0, 7);
  return precision === 'year' ? dayOf(start.earliest)?.slice(0, 4) : undefined;
}

/** An end of an interval: a day, a month, a year, or open. */
function endOf({ earliest, latest }: DayRange): string | undefined {
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return '..';
  const [first, last] = [dayOf(earliest), dayOf(latest)];
  if (first === undefined || last === undefined || earliest === latest) return first;
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  const next = dayOf(latest + 1);
  return first.endsWith('-01') && first.slice(0, 7) === last.slice(0, 7) && next?.endsWith('-01')
    ? first.slice(0, 7)
    : undefined;
}

function dayOf(days: number): string | undefined {
  if (!Number.isFinite(days)) return undefined;
  const { year, month, day } = civilDate(days);
  if (year < 0 || year > 9999) return undefined;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
