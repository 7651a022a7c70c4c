/** The days that a date in running text means, with what had to be supplied: section 6 of the format. Reads no text. */

import type { Span } from '../../core/text.ts';
import { addMonths, civilDate, dayNumber, weekdayOf } from '../calendar.ts';
import type { CalendarUnit } from '../tables/dates.ts';
import { type DayRange, type Duration, dateOf, intervalOf, monthRange, type TimeValue, yearRange } from '../time.ts';
import type { DateMatch, DateShape } from './match.ts';
import { type DateParts, daysOfParts, isImpossible, type MissingPart, missingParts } from './parts.ts';

/** Where a missing part was taken from, in the order in which they are asked. */
export type Source = 'range' | 'paragraph' | 'document' | 'document-date';

export interface Supplied {
  readonly part: MissingPart;
  readonly from: Source;
}

export interface DateExpression {
  readonly span: Span;
  /** Nothing where the document's date is missing or too coarse to decide, and for a day that does not exist. */
  readonly time?: TimeValue;
  /** Parts that the expression leaves to its surroundings. Empty: an explicit full date, however coarse. */
  readonly supplied: readonly Supplied[];
  /** Counted from the document's date, or from the date last named: yesterday, the past ten years, 去年, 同年. */
  readonly relative: boolean;
  /** No calendar has this day: February 30. */
  readonly impossible: boolean;
  /** A weekday written beside the date; Monday is 1. */
  readonly weekday?: { readonly weekday: number; readonly span: Span };
}

interface Known {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

interface Resolved extends DayRange {
  readonly time: TimeValue;
  readonly supplied: readonly Supplied[];
}

/** Takes the dates of one text in their order, and remembers them for those that lack something. */
export class Resolver {
  /** The nearest date before that gives a year; one that gives a month; one that gives a day. */
  private inParagraph: Readonly<Partial<Record<MissingPart, Known>>> = {};
  private inDocument: Readonly<Partial<Record<MissingPart, Known>>> = {};
  private readonly written: Known | undefined;

  constructor(private readonly documentDate: TimeValue | undefined) {
    this.written = documentDate && knownOf(documentDate);
  }

  newParagraph(): void {
    this.inParagraph = {};
  }

  resolve(match: DateMatch, text: string): DateExpression {
    const { shape } = match;
    const source = text.slice(match.start, match.end);
    const resolved = this.shape(shape, source, undefined);
    const impossible =
      isImpossibleShape(shape) ||
      (resolved === undefined && shape.kind === 'parts' && missingParts(shape.parts).length === 0);
    return {
      span: { start: match.start, end: match.end },
      time: impossible ? undefined : resolved?.time,
      supplied: resolved?.supplied ?? unresolved(shape),
      relative: isRelative(shape),
      impossible,
      weekday: match.weekday,
    };
  }

  private shape(shape: DateShape, source: string, other: DateParts | undefined): Resolved | undefined {
    switch (shape.kind) {
      case 'parts':
        return this.parts(shape.parts, source, other);
      case 'range':
        return this.range(shape.from, shape.to, source);
      case 'offset':
        return this.offset(shape, source);
      case 'weekday':
        return this.weekday(shape, source);
      case 'span':
        return this.span(shape.length, shape.direction, source);
      case 'ago':
        return this.ago(shape.length, source);
      case 'same':
        return this.same(shape.unit, shape.parts, source);
      default:
        return undefined;
    }
  }

  /** Section 6: the other end of the range, the paragraph, the document, the document's date. */
  private parts(parts: DateParts, source: string, other: DateParts | undefined): Resolved | undefined {
    const missing = missingParts(parts);
    let full = parts;
    const supplied: Supplied[] = [];
    if (missing.length > 0) {
      const finest = missing[missing.length - 1]!;
      const from = this.fuller(finest, missing, other);
      if (!from) return undefined;
      full = {
        ...parts,
        year: parts.year ?? from.known.year,
        month: missing.includes('month') ? from.known.month : parts.month,
      };
      for (const part of missing) supplied.push({ part, from: from.source });
    }
    const days = daysOfParts(full);
    if (!days) return undefined;
    if (full.year !== undefined) this.remember({ year: full.year, month: full.month, day: full.day });
    return { ...days, time: dateOf(source, days.earliest, days.latest, days.precision), supplied };
  }

  private fuller(
    part: MissingPart,
    missing: readonly MissingPart[],
    other: DateParts | undefined,
  ): { readonly known: Known; readonly source: Source } | undefined {
    if (other?.year !== undefined && (part === 'year' || other.month !== undefined)) {
      return { known: { year: other.year, month: other.month }, source: 'range' };
    }
    const paragraph = this.inParagraph[part];
    // The other end may know the month and lack the year as well: both ends then take it from the same place.
    if (part === 'month' && other?.month !== undefined && missing.includes('year')) {
      const year = this.fuller('year', ['year'], undefined);
      return year && { known: { year: year.known.year, month: other.month }, source: 'range' };
    }
    if (paragraph) return { known: paragraph, source: 'paragraph' };
    const document = this.inDocument[part];
    if (document) return { known: document, source: 'document' };
    return this.written && (part === 'year' || this.written.month !== undefined)
      ? { known: this.written, source: 'document-date' }
      : undefined;
  }

  private range(from: DateShape, to: DateShape, source: string): Resolved | undefined {
    const [left, right] = [partsOf(from), partsOf(to)];
    // What the second end has and the first lacks is written once, at the end: 22-24 June 2020.
    let first: Resolved | undefined;
    if (left && right && missingParts(left).length > 0 && (right.year !== undefined || right.month !== undefined)) {
      first = this.parts(left, source, right);
    } else first = this.shape(from, source, right);
    if (!first) return undefined;
    const start = civilDate(first.earliest);
    const known: DateParts = {
      year: start.year,
      month: left?.month ?? (left?.year === undefined ? start.month : left.month),
    };
    const second = this.shape(to, source, left ? known : undefined);
    if (!second || second.latest < first.earliest) return undefined;
    const time = intervalOf(source, range(first), range(second));
    // Both ends take a part from outside in the same way: it is supplied once.
    const supplied = [...first.supplied];
    for (const one of second.supplied)
      if (!supplied.some(({ part }) => part === one.part) && one.from !== 'range') supplied.push(one);
    const outside = supplied.filter(({ from: place }) => place !== 'range');
    return { earliest: first.earliest, latest: second.latest, time, supplied: outside };
  }

  private offset({ offset, parts }: Extract<DateShape, { kind: 'offset' }>, source: string): Resolved | undefined {
    const base = this.written;
    if (!base) return undefined;
    if (offset.unit === 'year') {
      const full: DateParts = { ...parts, year: base.year + offset.by };
      const days = daysOfParts(full);
      return (
        days &&
        this.relative(
          source,
          days,
          full.month === undefined ? ['year'] : ['year'],
          { year: full.year!, month: full.month, day: full.day },
          days.precision,
        )
      );
    }
    if (base.month === undefined) return undefined;
    if (offset.unit === 'month') {
      const total = base.year * 12 + base.month - 1 + offset.by;
      let [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
      if (parts?.month !== undefined) {
        // "last October": the nearest one before the document's month, "next" after it, "this" of its year.
        const step =
          offset.by < 0 ? (parts.month >= base.month ? -1 : 0) : offset.by > 0 && parts.month <= base.month ? 1 : 0;
        [year, month] = [base.year + step, parts.month];
      }
      const full: DateParts = { ...parts, year, month };
      const days = daysOfParts(full);
      return days && this.relative(source, days, ['year', 'month'], { year, month, day: full.day }, days.precision);
    }
    if (base.day === undefined) return undefined;
    const today = dayNumber(base.year, base.month, base.day);
    if (offset.unit === 'day') return this.oneDay(source, today + offset.by);
    const monday = today - (weekdayOf(today) - 1) + 7 * offset.by;
    return this.relative(source, { earliest: monday, latest: monday + 6 }, ['year', 'month', 'day'], undefined, 'day');
  }

  /** With "last" the nearest before the document's date, with "next" after it; alone, the last one up to it; 上周三, of the week before. */
  private weekday(
    { weekday, week, nearest }: Extract<DateShape, { kind: 'weekday' }>,
    source: string,
  ): Resolved | undefined {
    const base = this.written;
    if (base?.month === undefined || base.day === undefined) return undefined;
    const today = dayNumber(base.year, base.month, base.day);
    if (week !== undefined) return this.oneDay(source, today - (weekdayOf(today) - 1) + 7 * week + weekday - 1);
    const back = (weekdayOf(today) - weekday + 7) % 7;
    if (nearest === 1) return this.oneDay(source, today + (7 - back));
    return this.oneDay(source, today - (nearest === -1 && back === 0 ? 7 : back));
  }

  /** Up to the document's date, or from it: its ends are no finer than the unit that was counted. */
  private span(length: Duration, direction: 1 | -1, source: string): Resolved | undefined {
    const now = this.documentDate;
    const base = this.written;
    if (
      !now ||
      !base ||
      (length.days > 0 && base.day === undefined) ||
      (length.months % 12 !== 0 && base.month === undefined)
    )
      return undefined;
    const at = (shift: 1 | -1 | 0): DayRange => {
      const days = addMonths(now.start.earliest, shift * length.months) + shift * length.days;
      const { year, month } = civilDate(days);
      if (length.days > 0) return { earliest: days, latest: days };
      return length.months % 12 === 0 ? yearRange(year) : monthRange(year, month);
    };
    const [start, end] = direction < 0 ? [at(-1), at(0)] : [at(0), at(1)];
    const time = intervalOf(source, start, end);
    return { earliest: start.earliest, latest: end.latest, time, supplied: fromDocument(['year', 'month', 'day']) };
  }

  private ago(length: Duration, source: string): Resolved | undefined {
    const span = this.span(length, -1, source);
    if (!span) return undefined;
    const { start } = span.time;
    const precision = length.days > 0 ? 'day' : length.months % 12 === 0 ? 'year' : 'month';
    return { ...start, time: dateOf(source, start.earliest, start.latest, precision), supplied: span.supplied };
  }

  private same(unit: CalendarUnit, parts: DateParts | undefined, source: string): Resolved | undefined {
    const part: MissingPart = unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day';
    // Beyond the paragraph "that day" may be any day that was told of.
    const known = this.inParagraph[part];
    if (!known) return undefined;
    const kept: DateParts = {
      year: known.year,
      month: unit === 'year' ? undefined : known.month,
      day: unit === 'day' ? known.day : undefined,
    };
    const full: DateParts = { ...kept, ...parts };
    const days = daysOfParts(full);
    if (!days) return undefined;
    this.remember({ year: known.year, month: full.month, day: full.day });
    const supplied = (['year', 'month', 'day'] as const)
      .filter((one) => kept[one] !== undefined)
      .map((one) => ({ part: one, from: 'paragraph' as const }));
    return { ...days, time: dateOf(source, days.earliest, days.latest, days.precision), supplied };
  }

  private oneDay(source: string, days: number): Resolved {
    const { year, month, day } = civilDate(days);
    return this.relative(
      source,
      { earliest: days, latest: days },
      ['year', 'month', 'day'],
      { year, month, day },
      'day',
    );
  }

  private relative(
    source: string,
    days: DayRange,
    parts: readonly MissingPart[],
    known: Known | undefined,
    precision: TimeValue['precision'],
  ): Resolved {
    if (known) this.remember(known);
    return {
      ...range(days),
      time: dateOf(source, days.earliest, days.latest, precision),
      supplied: fromDocument(parts),
    };
  }

  private remember(known: Known): void {
    const note: Partial<Record<MissingPart, Known>> = { year: known };
    if (known.month !== undefined) note.month = known;
    if (known.day !== undefined) note.day = known;
    this.inParagraph = { ...this.inParagraph, ...note };
    this.inDocument = { ...this.inDocument, ...note };
  }
}

const range = ({ earliest, latest }: DayRange): DayRange => ({ earliest, latest });
const fromDocument = (parts: readonly MissingPart[]): readonly Supplied[] =>
  parts.map((part) => ({ part, from: 'document-date' }));
const partsOf = (shape: DateShape): DateParts | undefined => (shape.kind === 'parts' ? shape.parts : undefined);
const isRelative = (shape: DateShape): boolean =>
  shape.kind === 'range' ? isRelative(shape.from) || isRelative(shape.to) : shape.kind !== 'parts';
const isImpossibleShape = (shape: DateShape): boolean =>
  shape.kind === 'range'
    ? isImpossibleShape(shape.from) || isImpossibleShape(shape.to)
    : shape.kind === 'parts' && isImpossible(shape.parts);

/** What an expression lacks that nothing could supply. */
function unresolved(shape: DateShape): readonly Supplied[] {
  if (shape.kind === 'range') return unresolved(shape.from);
  return fromDocument(shape.kind === 'parts' ? missingParts(shape.parts) : ['year', 'month', 'day']);
}

/** The parts that a document's date decides: all of its days have them in common. */
function knownOf({ start, end }: TimeValue): Known | undefined {
  if (!Number.isFinite(start.earliest) || !Number.isFinite(end.latest)) return undefined;
  const [first, last] = [civilDate(start.earliest), civilDate(end.latest)];
  if (first.year !== last.year) return undefined;
  if (first.month !== last.month) return { year: first.year };
  return first.day === last.day ? first : { year: first.year, month: first.month };
}
