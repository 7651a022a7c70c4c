/** A body as TEI paragraphs with the names and dates marked in it, to the last character. Knows no header and no claims. */

import { edtfOf } from '../../../checks/quoted/edtf.ts';
import type { Span } from '../../../core/text.ts';
import { parseTime, scanDates } from '../../../values/dates.ts';
import { isProblem } from '../../../values/problem.ts';
import type { ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';
import type { Xml } from './xml.ts';

/** A stretch of the body with an element around it. */
interface Mark extends Span {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

export interface Marked {
  /** The paragraphs. */
  readonly xml: string;
  /** Mentions that no element can be put around: in several pieces, across others, or of a type that is no word. */
  readonly others: readonly ExchangeMention[];
}

export const NAME_ELEMENTS: Readonly<Record<string, string>> = {
  person: 'persName',
  organization: 'orgName',
  place: 'placeName',
  event: 'eventName',
};

export interface Marking {
  readonly xml: Xml;
  /** The core type that a type is, or is a kind of. */
  coreType(type: string): string;
  /** Where the record of an entity is. */
  reference(id: string): string;
}

export function markedBody(document: ExchangeDocument, marking: Marking): Marked {
  const { body } = document;
  const others: ExchangeMention[] = [];
  const marks: Mark[] = [];
  const open: Mark[] = [];
  for (const mention of document.mentions) {
    const mark = markOf(mention, marking);
    while (mark && open.length > 0 && open.at(-1)!.end <= mark.start) open.pop();
    const around = open.at(-1);
    const last = marks.at(-1);
    if (!mark || (around && mark.end > around.end) || (last && mark.start < last.start)) others.push(mention);
    else {
      marks.push(mark);
      open.push(mark);
    }
  }
  return { xml: paragraphs(body, withDates(marks, document), marking.xml), others };
}

/** Undefined where the mention is not one that an element can say all of. */
function markOf(mention: ExchangeMention, { coreType, reference }: Marking): Mark | undefined {
  const { spans, entity, type, kind } = mention;
  const [span] = spans;
  const isPlain = type === undefined ? kind === 'name' : /^[\p{L}\p{N}_.:-]+$/u.test(type);
  if (spans.length !== 1 || !span || span.start >= span.end || !isPlain) return undefined;
  return {
    ...span,
    name: (type !== undefined && NAME_ELEMENTS[coreType(type)]) || 'name',
    attributes: {
      ...(entity !== undefined && { ref: reference(entity) }),
      type,
      ...(kind !== 'name' && { subtype: kind }),
    },
  };
}

/** With the dates that lie wholly beside or inside of what is marked already. */
function withDates(marks: readonly Mark[], { body, date }: ExchangeDocument): readonly Mark[] {
  const time = date === undefined ? undefined : parseTime(date);
  const dates = scanDates(body, time && !isProblem(time) ? { documentDate: time } : {}).flatMap(
    ({ span, time: meant, impossible }): Mark[] => {
      const written = meant && !impossible ? datable(edtfOf(meant)) : undefined;
      return written ? [{ ...span, name: 'date', attributes: written }] : [];
    },
  );
  const all: Mark[] = [];
  const open: Mark[] = [];
  let next = 0;
  const takeUntil = (end: number) => {
    for (; next < marks.length && marks[next]!.start < end; next++) {
      while (open.length > 0 && open.at(-1)!.end <= marks[next]!.start) open.pop();
      open.push(marks[next]!);
      all.push(marks[next]!);
    }
  };
  for (const found of dates) {
    takeUntil(found.start + 1);
    const from = next;
    while (open.length > 0 && open.at(-1)!.end <= found.start) open.pop();
    const around = open.at(-1);
    let crosses = around !== undefined && around.end < found.end;
    for (let i = from; i < marks.length && marks[i]!.start < found.end; i++) crosses ||= marks[i]!.end > found.end;
    if (!crosses) all.push(found);
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return all;
}

/** The attributes of TEI that say a time; undefined for one that they do not say. */
export function datable(edtf: string | undefined): Readonly<Record<string, string>> | undefined {
  if (edtf === undefined) return undefined;
  const [from, to] = edtf.split('/');
  const isDay = (text: string | undefined): text is string =>
    text !== undefined && /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text);
  if (!isDay(from)) return undefined;
  if (to === undefined) return { when: from };
  return isDay(to) ? { from, to } : undefined;
}

/** Every character of the body lies in a paragraph, the blank lines at the end of the one before. */
function paragraphs(body: string, marks: readonly Mark[], xml: Xml): string {
  const out: string[] = ['<p>'];
  const open: Mark[] = [];
  let at = 0;
  let next = 0;
  const write = (to: number) => {
    while (at < to) {
      if (next <= at) next = paragraphEnd(body, at);
      const end = open.length > 0 ? to : Math.min(to, next);
      out.push(xml.text(body.slice(at, end)));
      at = end;
      if (open.length === 0 && at < body.length && isParagraphEnd(body, at)) out.push('</p><p>');
    }
  };
  const closeUntil = (start: number) => {
    while (open.length > 0 && open.at(-1)!.end <= start) {
      write(open.at(-1)!.end);
      const { name } = open.pop()!;
      out.push(`</${name}>`);
      if (open.length === 0 && at < body.length && isParagraphEnd(body, at)) out.push('</p><p>');
    }
  };
  for (const mark of marks) {
    closeUntil(mark.start);
    write(mark.start);
    out.push(`<${mark.name}${xml.attributes(mark.attributes)}>`);
    open.push(mark);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  write(body.length);
  return `${out.join('')}</p>`;
}

/** Behind a blank line, before one that is not blank. */
function isParagraphEnd(body: string, at: number): boolean {
  if (body[at - 1] !== '\n' || body[at] === '\n' || body[at] === '\r') return false;
  const before = body[at - 2] === '\r' ? at - 3 : at - 2;
  return body[before] === '\n';
}

function paragraphEnd(body: string, from: number): number {
  for (let at = body.indexOf('\n', from); at >= 0; at = body.indexOf('\n', at + 1)) {
    if (isParagraphEnd(body, at + 1)) return at + 1;
  }
  return body.length;
}
