/** Documents: listed by date, and read, with the numbers of their lines. */

import { edtf } from '../checks/statements/statement.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { anchor } from '../core/anchor.ts';
import type { DocumentFacts } from '../core/facts.ts';
import { LineIndex } from '../core/text.ts';
import { foldName } from '../features/names.ts';
import { asAnnotated } from '../features/proposing/propose.ts';
import type { Steps } from '../features/steps.ts';
import { type Answer, NOTICE, type Page, type Paged, pageInWords, pageOf, Refused } from './answer.ts';
import { timeOf } from './claims.ts';
import { documentPath, recordOf } from './places.ts';
import { cut, inline, line, quoted, whole } from './shown.ts';

export interface DocumentFilter extends Page {
  readonly query?: string;
  readonly entity?: string;
  readonly from?: string;
  readonly to?: string;
  readonly annotated?: boolean;
}

export interface DocumentRow {
  readonly path: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly lang: string | null;
  readonly publisher: string | null;
  readonly translation_of: string | null;
  readonly annotated: boolean;
  readonly entities: number;
  readonly mentions: number;
  readonly claims: number;
}

export interface DocumentList extends Paged {
  readonly documents: readonly DocumentRow[];
}

/** The latest first, then those without a date. Throws `Refused`. */
export function* listDocuments(corpus: WorkingCorpus, filter: DocumentFilter): Steps<Answer<DocumentList>> {
  const { query, entity, annotated } = filter;
  if (entity !== undefined) recordOf(corpus, entity);
  const [from, to] = [timeOf('from', filter.from), timeOf('to', filter.to)];
  const sought = query === undefined ? '' : foldName(query);
  const found: { readonly facts: DocumentFacts; readonly day: number }[] = [];
  for (const facts of corpus.library.corpus.documents.values()) {
    const time = edtf(facts.date);
    if ((from || to) && !time) continue;
    if (from && time!.end.latest < from.start.earliest) continue;
    if (to && time!.start.earliest > to.end.latest) continue;
    if (annotated !== undefined && facts.annotated !== annotated) continue;
    if (entity !== undefined && !speaksOf(facts, entity)) continue;
    if (sought !== '' && !foldName(`${facts.title ?? ''} ${facts.path}`).includes(sought)) continue;
    found.push({ facts, day: time?.start.earliest ?? Number.NEGATIVE_INFINITY });
  }
  yield;
  found.sort((a, b) => (a.day === b.day ? (a.facts.path < b.facts.path ? -1 : 1) : a.day < b.day ? 1 : -1));
  const { items, ...paged } = pageOf(found, filter);
  const documents = items.map(({ facts }) => documentRow(facts));
  const lines = documents.map(
    (row) =>
      `- ${row.path}: ${[row.title === null ? 'no title' : quoted(row.title, 160), ...said(row)].join(', ')} [${row.annotated ? `${row.mentions} mentions, ${row.claims} claims` : 'not annotated'}]`,
  );
  return {
    data: { documents, ...paged },
    text: [pageInWords(paged, filter, documents.length, 'Documents'), ...lines].join('\n'),
  };
}

const speaksOf = ({ declared, mentions, claims }: DocumentFacts, id: string): boolean =>
  declared.includes(id) || Object.hasOwn(mentions, id) || claims.some(({ ids }) => ids.includes(id));

const said = ({ date, lang, publisher, translation_of: original }: DocumentRow): readonly string[] => [
  ...(date === null ? [] : [cut(date, 40)]),
  ...(lang === null ? [] : [cut(lang, 20)]),
  ...(publisher === null ? [] : [`from ${cut(publisher, 120)}`]),
  ...(original === null ? [] : [`a translation of ${cut(original, 200)}`]),
];

export const documentRow = (facts: DocumentFacts): DocumentRow => ({
  path: facts.path,
  title: facts.title === undefined ? null : inline(facts.title),
  date: facts.date ?? null,
  lang: facts.lang ?? null,
  publisher: facts.publisher ?? null,
  translation_of: facts.translationOf ?? null,
  annotated: facts.annotated,
  entities: facts.declared.length,
  mentions: Object.values(facts.mentions).reduce((sum, times) => sum + times, 0),
  claims: facts.claims.length,
});

export interface Reading {
  readonly document: string;
  readonly part: 'body' | 'front-matter' | 'all';
  /** From 1, in the whole file; the first line of the part by default. */
  readonly start_line?: number;
  /** From 0: where in that line to go on. */
  readonly start_character?: number;
  readonly max_lines: number;
  /** Words around which to read. */
  readonly quote?: string;
  readonly nth?: number;
}

export interface TextPage {
  readonly document: DocumentRow & {
    readonly about: string | null;
    readonly url: string | null;
    readonly author: string | null;
    readonly retrieved: string | null;
    readonly declared: readonly string[];
    /** Lines of the whole file, and the first one of its body. */
    readonly lines: number;
    readonly body_line: number;
  };
  /** Verbatim but for characters that show nothing, which are written as ⟨U+…⟩. */
  readonly lines: readonly { readonly line: number; readonly text: string; readonly cut: boolean }[];
  /** Where to go on; null at the end of the part. */
  readonly next: { readonly start_line: number; readonly start_character: number } | null;
}

/** Characters of one answer. */
const MOST_CHARACTERS = 24_000;
const LINES_BEFORE = 5;

/** A document's text with the numbers of its lines. Throws `Refused`. */
export function* readDocument(corpus: WorkingCorpus, reading: Reading): Steps<Answer<TextPage>> {
  const path = documentPath(corpus, reading.document);
  yield;
  const document = corpus.library.document(path);
  const facts = corpus.library.facts(path);
  if (!document || !facts) throw new Refused(`${path} cannot be read now; ask again.`);
  const { text, body } = document;
  // What front matter says without annotations is known once there are some, and wanted before.
  const { annotations } = asAnnotated(document);
  const index = new LineIndex(text);
  // A line break at the end of a file begins no line of its own.
  const lineCount = /[\n\r]$/.test(text) ? index.lineCount - 1 : index.lineCount;
  const bodyLine = Math.min(index.lineAt(body.start) + 1, Math.max(1, lineCount));
  const first = reading.part === 'body' ? bodyLine : 1;
  const last = reading.part === 'front-matter' ? bodyLine - 1 : lineCount;
  const start = reading.quote === undefined ? (reading.start_line ?? first) : lineOfQuote(reading, document, index);
  const from = Math.max(first, reading.quote === undefined ? start : start - LINES_BEFORE);
  const lines: TextPage['lines'][number][] = [];
  let next: TextPage['next'] = null;
  let room = MOST_CHARACTERS;
  for (let number = from; number <= last; number++) {
    const { start: lineStart, end } = index.lineSpan(number - 1);
    const skipped = number === reading.start_line && reading.quote === undefined ? (reading.start_character ?? 0) : 0;
    const content = text.slice(Math.min(lineStart + skipped, end), end);
    if (lines.length >= reading.max_lines || (lines.length > 0 && content.length > room)) {
      next = { start_line: number, start_character: skipped };
      break;
    }
    const isCut = content.length > room;
    const taken = isCut ? whole(content, room) : content.length;
    lines.push({ line: number, text: line(content.slice(0, taken)), cut: isCut || skipped > 0 });
    room -= taken;
    if (isCut) {
      next = { start_line: number, start_character: skipped + taken };
      break;
    }
  }
  const { source } = annotations;
  const about = annotations.about?.value ?? null;
  const head = {
    ...documentRow(facts),
    title: annotations.title === undefined ? null : inline(annotations.title.value),
    date: annotations.date?.value ?? null,
    lang: annotations.lang?.value ?? null,
    publisher: source.publisher?.value ?? null,
    about,
    url: source.url?.value ?? null,
    author: source.author?.value ?? null,
    retrieved: source.retrieved?.value ?? null,
    declared: facts.declared.slice(0, 500),
    lines: lineCount,
    body_line: bodyLine,
  };
  return { data: { document: head, lines, next }, text: pageText(head, lines, next) };
}

function lineOfQuote(
  { quote, nth }: Reading,
  { bodyText, path }: NonNullable<ReturnType<WorkingCorpus['library']['document']>>,
  index: LineIndex,
): number {
  const found = anchor(bodyText, { pieces: [quote!], ...(nth !== undefined && { nth }) });
  if (found.kind === 'missing')
    throw new Refused(`${JSON.stringify(cut(quote!, 120))} does not stand in the text of ${path}, to the letter.`);
  return index.lineAt(found.spans[0]!.start) + 1;
}

function pageText(head: TextPage['document'], lines: TextPage['lines'], next: TextPage['next']): string {
  const about = [head.title === null ? 'no title' : quoted(head.title, 200), ...said(head)];
  const width = String(lines.at(-1)?.line ?? 1).length;
  return [
    `${head.path}: ${about.join(', ')}. ${head.lines} lines; its text begins in line ${head.body_line}.`,
    ...(head.url === null ? [] : [`Address: ${cut(head.url, 300)}`]),
    ...(head.declared.length === 0 ? [] : [`Entities declared: ${head.declared.map((id) => cut(id, 80)).join(', ')}`]),
    NOTICE,
    ...lines.map(({ line: number, text }) => `${String(number).padStart(width)} | ${text}`),
    next === null
      ? 'That is the end of this part.'
      : `There is more: go on with start_line ${next.start_line}${next.start_character > 0 ? ` and start_character ${next.start_character}` : ''}.`,
  ].join('\n');
}
