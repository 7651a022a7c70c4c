/** Tables for spreadsheets and data frames: documents, entities, mentions and claims. Offsets are code points. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeEntity } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { claimObject } from '../jsonl/write.ts';
import { type Cell, rowOf } from './cells.ts';
import { CLAIM_COLUMNS, CLAIM_READINGS, DOCUMENT_COLUMNS, MENTION_COLUMNS, TEXTS_COLUMNS } from './columns.ts';
import { readCsv } from './read.ts';

export const csv: ExchangeFormat = {
  exporter: { single: false, files },
  importer: { endings: ['.csv'], read: readCsv },
};

function* files(corpus: ExchangeCorpus, losses: Losses): Iterable<OutFile> {
  yield { path: 'documents.csv', content: documents(corpus, losses) };
  yield { path: 'entities.csv', content: entities(corpus) };
  yield { path: 'mentions.csv', content: mentions(corpus) };
  yield { path: 'claims.csv', content: claims(corpus) };
}

function* documents(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  yield rowOf(DOCUMENT_COLUMNS);
  for (const document of corpus.documents()) {
    const { path, title, date, about, lang, publisher, author, url, retrieved, translationOf } = document;
    const { recordedDigest, accept, body, declarations } = document;
    const unused = (declarations ?? []).filter(({ id }) => !document.mentions.some(({ entity }) => entity === id));
    if (unused.length > 0) losses.add('declared entities that are nowhere mentioned', path, unused.length);
    yield rowOf([
      ...[path, title, date, about, lang, publisher, author, url, retrieved, recordedDigest, translationOf],
      accept.length > 0 ? JSON.stringify(accept) : undefined,
      declarations !== undefined,
      body,
    ]);
  }
}

function* entities(corpus: ExchangeCorpus): Iterable<string> {
  const languages = languagesOf(corpus);
  const columns = TEXTS_COLUMNS.flatMap((column) =>
    languages.map((lang) => (lang === '' ? column : `${column}@${lang}`)),
  );
  yield rowOf(['id', 'type', ...columns, 'same-as', 'distinct-from', 'of', 'holders']);
  for (const entity of corpus.entities()) {
    const texts = [entity.names, entity.aliases, entity.description].flatMap((all) =>
      languages.map((lang) => joined(all.filter((one) => (one.lang ?? '') === lang).map(({ text }) => text))),
    );
    const { id, type, sameAs, distinctFrom, of, holders } = entity;
    yield rowOf([id, type, ...texts, joined(sameAs), joined(distinctFrom), of, holders]);
  }
}

/** Those of the corpus, then whatever else a name is in; the empty one for texts of no language. */
function languagesOf(corpus: ExchangeCorpus): readonly string[] {
  const languages = new Set(['', ...corpus.languages]);
  for (const { names, aliases, description } of corpus.entities())
    for (const { lang } of [...names, ...aliases, ...description]) languages.add(lang ?? '');
  return [...languages];
}

/** Several texts in one cell; a bar that belongs to a text has a backslash. */
const joined = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join(' | ');

function* mentions(corpus: ExchangeCorpus): Iterable<string> {
  yield rowOf(MENTION_COLUMNS);
  for (const { path, body, mentions: all } of corpus.documents()) {
    const offsets = new Offsets(body, 'code-point');
    for (const { spans, entity, type, text, kind } of all) {
      const pairs = spans.map(({ start, end }) => [offsets.fromUtf16(start), offsets.fromUtf16(end)] as const);
      const pieces = pairs.length > 1 ? pairs.map(([start, end]) => `${start}-${end}`).join(' ') : undefined;
      yield rowOf([path, pairs[0]![0], pairs.at(-1)![1], entity, type, text, kind, pieces]);
    }
  }
}

function* claims(corpus: ExchangeCorpus): Iterable<string> {
  yield rowOf([...CLAIM_COLUMNS, ...CLAIM_READINGS]);
  for (const { path, body, claims: all } of corpus.documents()) {
    const offsets = new Offsets(body, 'code-point');
    for (const claim of all) yield claimRow(path, claim, offsets);
  }
  for (const entity of corpus.entities()) yield* factRows(entity);
}

function* factRows({ facts }: ExchangeEntity): Iterable<string> {
  for (const fact of facts) yield claimRow(undefined, fact, undefined);
}

function claimRow(path: string | undefined, claim: ExchangeClaim, offsets: Offsets | undefined): string {
  const places = ({ start, end }: { start: number; end: number }): readonly [number, number] | undefined => {
    const [from, to] = [offsets?.fromUtf16(start), offsets?.fromUtf16(end)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };
  const fields = claimObject(claim, places) as Record<string, unknown>;
  return rowOf([path, ...CLAIM_COLUMNS.slice(1).map((column) => cellFor(fields[column])), ...readings(claim, places)]);
}

/** A text, number or truth as itself; anything else as JSON. */
function cellFor(value: unknown): Cell {
  if (value === undefined || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  // A text that looks like JSON is written as JSON, so that it comes back as a text.
  return /^\s*[[{"]/.test(value) ? JSON.stringify(value) : value;
}

/** What a data frame computes with: where the quote is, and what the value denotes. */
function readings(
  claim: ExchangeClaim,
  places: (span: { start: number; end: number }) => readonly [number, number] | undefined,
): readonly Cell[] {
  const { quote, meanings = [] } = claim;
  const ends = quote?.spans.map(places) ?? [];
  const [first, second] = meanings;
  const quantity = first?.kind === 'quantity' ? first : undefined;
  const last = second?.kind === 'quantity' ? second : quantity;
  const time = first?.kind === 'time' ? first : undefined;
  return [
    quote?.pieces.join(' … '),
    ends[0]?.[0],
    ends.at(-1)?.[1],
    first?.kind,
    quantity?.number,
    second?.kind === 'quantity' ? second.number : undefined,
    quantity?.hard.low,
    last?.hard.high,
    quantity?.expected.low,
    last?.expected.high,
    quantity?.unit,
    time?.first,
    time?.last,
    first?.kind === 'entity' ? first.id : undefined,
  ];
}
