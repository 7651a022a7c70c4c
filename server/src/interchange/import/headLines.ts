/** What the first lines of a text say of it: its title, a date, a source, an author, an address. Invents none of them. */

import { edtfOf } from '../../checks/quoted/edtf.ts';
import { type DateExpression, scanDates } from '../../values/dates.ts';
import { boilerplateIn, type Line, linesIn } from './boilerplate.ts';
import type { Candidate, Candidates, Field, Format, Stretch } from './raw.ts';

export interface HeadLines {
  readonly candidates: Candidates;
  /** What stands beside a date and may be who published the text. */
  readonly beside: readonly Candidate[];
  /** A date on a line of its own that lacks its year: it cannot be proposed, but it can be told. */
  readonly incomplete?: Candidate;
}

/** So many lines with text are looked at; a text says who it is at its beginning. */
const HEAD = 12;
/** And so many at its end. */
const TAIL = 3;
const LONGEST_CLOSING = 100;
const LONGEST_TITLE = 250;
const LONGEST_LINE = 1_000;

const LABELS: Readonly<Record<string, Field>> = {
  title: 'title',
  headline: 'title',
  'original title': 'title',
  标题: 'title',
  原标题: 'title',
  原题: 'title',
  date: 'date',
  published: 'date',
  'published on': 'date',
  'published at': 'date',
  'publication date': 'date',
  'release time': 'date',
  'release date': 'date',
  released: 'date',
  posted: 'date',
  'posted on': 'date',
  发布时间: 'date',
  发布日期: 'date',
  发表时间: 'date',
  发稿时间: 'date',
  日期: 'date',
  时间: 'date',
  source: 'publisher',
  publisher: 'publisher',
  来源: 'publisher',
  來源: 'publisher',
  稿源: 'publisher',
  信息来源: 'publisher',
  文章来源: 'publisher',
  稿件来源: 'publisher',
  author: 'author',
  作者: 'author',
  url: 'url',
  link: 'url',
  'original link': 'url',
  链接: 'url',
  原文链接: 'url',
  网址: 'url',
};

const LABEL = new RegExp(
  `(?:^|[\\s|·,;，；(（])(${Object.keys(LABELS)
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replace(' ', '[ ]'))
    .join('|')})[ ]?[:：]`,
  'giu',
);

/** `stretches`: what of the body is no part of the text, and says nothing of it. */
export function headLinesOf(
  body: string,
  format: Format,
  stretches: readonly Stretch[] = boilerplateIn(body),
): HeadLines {
  const found: Partial<Record<Field, Candidate[]>> = {};
  const add = (field: Field, value: string, from: string) => {
    const text = value
      .replace(/^[\s:：|,，;；(（[【]+|(?<![\s|,，;；)）\]】])[\s|,，;；)）\]】]+$/g, '')
      .replace(/\s+/g, ' ');
    if (text === '' || text.length > LONGEST_TITLE) return;
    found[field] ??= [];
    const known = found[field];
    if (!known.some((one) => one.value === text)) known.push({ value: text, from });
  };
  const beside: Candidate[] = [];
  let incomplete: Candidate | undefined;
  const lines = headOf(body, stretches);
  let facts = lines.length;
  for (const [i, { text, number }] of lines.entries()) {
    const from = `line ${number}`;
    const labelled = labelledIn(text);
    for (const [field, value] of labelled) {
      if (field === 'date') {
        const date = fullDate(scanDates(value.slice(0, 100))[0]);
        if (date) add('date', date, from);
      } else if (field !== 'url' || ADDRESS.test(value))
        add(field, field === 'url' ? ADDRESS.exec(value)![0] : value, from);
    }
    const dated = labelled.some(([field]) => field === 'date') ? undefined : datedLine(beforeLabels(text));
    if (dated?.date !== undefined) add('date', dated.date, from);
    else if (dated) incomplete ??= { value: dated.written, from };
    if (dated?.agency !== undefined) add('publisher', dated.agency, from);
    beside.push(...(dated?.beside ?? []).map((value) => ({ value, from })));
    const alone = new RegExp(`^${ADDRESS.source}$`, 'i').exec(text)?.[0];
    if (alone) add('url', alone, from);
    if (labelled.length > 0 || dated || alone) facts = Math.min(facts, i);
  }
  const closing = found.date || incomplete ? undefined : closingDate(body, stretches);
  if (closing?.date !== undefined) add('date', closing.date, closing.from);
  else if (closing) incomplete = { value: closing.written, from: closing.from };
  const [title] = (found.title ?? []).length > 0 ? [] : titlesIn(lines, facts, format);
  if (title)
    add('title', format === 'text' ? title.text : title.text.replace(/\*\*|`|~~/g, ''), `line ${title.number}`);
  return { candidates: found, beside, ...(found.date === undefined && incomplete && { incomplete }) };
}

const ADDRESS = /https?:\/\/[^\s<>"]{1,2000}/i;

interface HeadLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  readonly isHeading: boolean;
  /** Something that is no part of the text stands right before it. */
  readonly afterStretch: boolean;
}

function headOf(body: string, stretches: readonly Stretch[]): readonly HeadLine[] {
  const head: HeadLine[] = [];
  let next = 0;
  let afterStretch = false;
  // A body of one line without end is no reason to look at all of it.
  for (const [i, { start, text }] of linesIn(body.slice(0, 40_000)).entries() as Iterable<[number, Line]>) {
    while (next < stretches.length && stretches[next]!.span.end <= start) next++;
    const stretch = stretches[next];
    const isOutside = stretch !== undefined && stretch.span.start <= start;
    afterStretch ||= isOutside;
    if (text.trim() === '' || isOutside) continue;
    const bare = text.replace(/^\ufeff/, '').trim();
    const isHeading = /^#{1,6}\s/.test(bare);
    head.push({ text: bare.replace(/^#{1,6}\s+/, '').slice(0, LONGEST_LINE), number: i + 1, isHeading, afterStretch });
    afterStretch = false;
    if (head.length === HEAD) break;
  }
  return head;
}

/** “(Our agency, Beijing, October 20)”, in brackets at the end of a text that says nowhere else when it was written. */
function closingDate(body: string, stretches: readonly Stretch[]): (Dated & { readonly from: string }) | undefined {
  const lines = linesIn(body);
  let left = TAIL;
  for (let i = lines.length - 1; i >= 0 && left > 0; i--) {
    const { start, text } = lines[i]!;
    const line = text.length <= LONGEST_CLOSING ? text.trim() : '';
    if (text.trim() === '' || stretches.some(({ span }) => span.start <= start && start < span.end)) continue;
    left--;
    const dated = /^[（(].*[）)]$/.test(line) ? datedLine(line.slice(1, -1)) : undefined;
    if (dated) return { ...dated, from: `line ${i + 1}` };
  }
  return undefined;
}

/** A line up to its first label. */
function beforeLabels(line: string): string {
  const label = line.length <= 300 ? line.search(LABEL) : -1;
  return label < 0 ? line : line.slice(0, label);
}

/** Each label of a line with what follows it, up to the next one. */
function labelledIn(line: string): readonly (readonly [Field, string])[] {
  if (line.length > 300) return [];
  const labels = [...line.matchAll(LABEL)];
  return labels.map(({ 0: whole, 1: label, index }, i) => {
    const value = line.slice(index + whole.length, labels[i + 1]?.index ?? line.length);
    return [LABELS[label!.toLowerCase()] ?? 'title', value.split(/\s{2,}|\||\t/)[0] || value] as const;
  });
}

interface Dated {
  /** EDTF; undefined where the year is missing. */
  readonly date?: string;
  readonly written: string;
  /** The news agency of a dateline. */
  readonly agency?: string;
  /** What else stands on the line. */
  readonly beside?: readonly string[];
}

/** A line that gives a date and hardly anything else, or a paragraph that begins with a dateline. */
function datedLine(line: string): Dated | undefined {
  return line.length <= 150 ? shortLine(line) : dateline(line.slice(0, 200));
}

const CLOCK = /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:GMT|UTC|BJT|CST)[+-]?\d{0,2}\)?)?/gi;
/** A line with more words besides its date is a sentence or a title. */
const LONGEST_REST = 40;

function shortLine(line: string): Dated | undefined {
  const found = line.split(/[|｜│\t]|\s{2,}/).flatMap((piece) => {
    const [expression, ...more] = scanDates(piece).filter(({ relative }) => !relative);
    if (!expression || more.length > 0 || !hasDay(piece, expression)) return [];
    const rest = `${piece.slice(0, expression.span.start)} ${piece.slice(expression.span.end)}`
      .replace(CLOCK, ' ')
      .replace(/\b(?:updated|published|posted|on|at|by)\b/gi, ' ');
    const names = rest
      .split(/[,，;；:：()（）·]|\s-{1,2}\s|—/)
      .map((name) => name.trim())
      .filter((name) => /\p{L}/u.test(name));
    if (names.join(' ').length > LONGEST_REST || /[.!?。！？]\s*$/.test(rest)) return [];
    const written = piece.slice(expression.span.start, expression.span.end);
    return [{ date: fullDate(expression), written, beside: names }];
  });
  return found.find(({ date }) => date !== undefined) ?? found[0] ?? dateline(line);
}

/** "BEIJING, Oct. 20, 2022 (Xinhua) -- …", 新华社北京2022年10月20日电 …. */
function dateline(line: string): Dated | undefined {
  const [expression] = scanDates(line.slice(0, 80));
  if (!expression || expression.relative || expression.span.start > 40 || !hasDay(line, expression)) return undefined;
  const before = line.slice(0, expression.span.start);
  const after = line.slice(expression.span.end);
  const written = line.slice(expression.span.start, expression.span.end);
  const wire = /^[,.]?\s?\(([\p{L} .&]{2,40})\)\s?(?:--?|–|—)/u.exec(after);
  if (wire) return { date: fullDate(expression), written, agency: wire[1]! };
  const agency = /^\s?(?:[（(][^（）()]{0,40}[）)])?\s?[电電讯訊]/.test(after)
    ? /^[\p{Script=Han}]{2,8}?社/u.exec(before.trim())
    : null;
  return agency ? { date: fullDate(expression), written, agency: agency[0] } : undefined;
}

const hasDay = (text: string, { span, time, supplied, impossible }: DateExpression): boolean =>
  !impossible &&
  (time === undefined ? supplied.length > 0 : !time.interval) &&
  /\d/.test(text.slice(span.start, span.end));

/** A date that gives its year itself, down to the month at least. */
function fullDate(expression: DateExpression | undefined): string | undefined {
  if (!expression?.time || expression.supplied.length > 0 || expression.relative || expression.impossible)
    return undefined;
  const { precision } = expression.time;
  return precision === 'day' || precision === 'month' ? edtfOf(expression.time) : undefined;
}

/** A heading before all, else the first line above the facts that reads as one: a paragraph is no title. */
function titlesIn(lines: readonly HeadLine[], facts: number, format: Format): readonly HeadLine[] {
  const headings = format === 'text' ? [] : lines.filter(({ isHeading }) => isHeading);
  if (headings.length > 0) return headings;
  const above = lines.slice(0, Math.max(1, facts === lines.length ? 1 : facts));
  // What stands above a trail of pages is the name of the site.
  const inside = above.slice(
    Math.max(
      0,
      above.findLastIndex(({ afterStretch }) => afterStretch),
    ),
  );
  return inside.filter(({ text }) => isTitle(text));
}

function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || !/\p{L}/u.test(text) || ADDRESS.test(text)) return false;
  // Of Chinese a paragraph is short in characters.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 60 || /[:：,，;；]$/.test(text)) return false;
  return !/[。]$/.test(text) && !(text.length > 60 && /[.!?！？]["”’)]?$/.test(text));
}
