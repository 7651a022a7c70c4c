/**
 * Dates in running text, resolved: which days they mean, and which year, month or day had to be supplied and from where
 * (section 6 of the format). Knows no claims and no documents beyond the date of one.
 */

import { type DateExpression, Resolver } from './dates/resolve.ts';
import { scanDateMatches } from './dates/scan.ts';
import { fold, isLineBreak } from './folding.ts';
import { type Problem, problem } from './problem.ts';
import { parseEdtf, type TimeValue } from './time.ts';

export type { DateExpression, Source, Supplied } from './dates/resolve.ts';

export interface DateContext {
  readonly documentDate?: TimeValue;
}

/** In the order of the text, without overlaps. Paragraphs are separated by line breaks. */
export function scanDates(text: string, context: DateContext = {}): readonly DateExpression[] {
  const folded = fold(text);
  const resolver = new Resolver(context.documentDate);
  const found: DateExpression[] = [];
  let end = 0;
  for (const match of scanDateMatches(text, folded)) {
    if (hasLineBreak(text, end, match.start)) resolver.newParagraph();
    end = match.end;
    if (match.shape.kind === 'clock' || match.shape.kind === 'number') continue;
    found.push(resolver.resolve(match, text));
  }
  return found;
}

/**
 * The whole of a front matter value: EDTF, or one date in words that lacks nothing ("Monday, August 31, 2020",
 * 2020年8月31日). `weekday` is there if one is written. Problems: those of `parseEdtf`.
 */
export function parseTime(source: string): (TimeValue & Pick<DateExpression, 'weekday'>) | Problem {
  const edtf = parseEdtf(source);
  if (!('problem' in edtf) || edtf.problem !== 'not-a-time') return edtf;
  const dates = scanDates(source);
  const [date] = dates;
  if (!date) return edtf;
  if (dates.length > 1) return problem('several-values', source);
  const outside = source.slice(0, date.span.start) + source.slice(date.span.end);
  if (/[^\s.,。，]/.test(outside.replace(/^\s*(on|in|the|on the)\s/i, ''))) return edtf;
  if (date.impossible) return problem('impossible-date', source);
  if (date.supplied.length > 0 || date.relative || !date.time) return problem('no-year', source);
  return { ...date.time, source, weekday: date.weekday };
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineBreak(text.charCodeAt(i))) return true;
  return false;
}
