/**
 * Tables in Apache Parquet for DuckDB, pandas and their like: documents, entities, names, mentions, claims; and beside them
 * what claims are compared by, with the query that does it. Offsets are code points.
 */

import { claimWords, valueWords } from '../../exchange/claimWords.ts';
import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument, ExchangeMeaning } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { knownIn } from '../../linked/corpusGraph.ts';
import { addressesFrom, wellFormed } from '../../linked/names.ts';
import { claimObject } from '../jsonl/write.ts';
import { COMPARISON_TABLES, type ComparisonTable, comparisonRows } from './comparison.ts';
import { DIALECTS, findingsScript } from './sql/dialects.ts';
import { parquet as bytesOf, type Columns, type Row } from './table.ts';

export const parquet: ExchangeFormat = {
  exporter: {
    single: false,
    *files(corpus, losses): Iterable<OutFile> {
      const table = <C extends Columns>(name: string, columns: C, rows: Iterable<Row<C>>): OutFile => ({
        path: `${name}.parquet`,
        content: bytesOf(columns, wellFormedRows(rows, losses), `${name}, version 1`),
      });
      yield table('documents', DOCUMENTS, documents(corpus));
      yield table('entities', ENTITIES, entities(corpus));
      yield table('names', NAMES, names(corpus));
      yield table('mentions', MENTIONS, mentions(corpus));
      yield table('claims', CLAIMS, claims(corpus));
      for (const name of Object.keys(COMPARISON_TABLES) as ComparisonTable[])
        yield table(name, COMPARISON_TABLES[name] as Columns, comparisonRows(name, corpus.comparable));
      for (const dialect of DIALECTS) yield { path: `findings.${dialect}.sql`, content: [findingsScript(dialect)] };
    },
  },
};

/** Text is UTF-8 there. */
function* wellFormedRows<C extends Columns>(rows: Iterable<Row<C>>, losses: Losses): Iterable<Row<C>> {
  const whole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'string') return value;
    const text = wellFormed(value);
    if (text !== value) losses.add('halves of characters, written as U+FFFD', JSON.stringify(value.slice(0, 60)));
    return text;
  };
  for (const row of rows)
    yield Object.fromEntries(Object.entries(row).map(([name, value]) => [name, whole(value)])) as Row<C>;
}

const DOCUMENTS = {
  path: 'text',
  title: 'text',
  date: 'text',
  about: 'text',
  lang: 'text',
  publisher: 'text',
  author: 'text',
  url: 'text',
  retrieved: 'text',
  recorded_digest: 'text',
  digest: 'text',
  translation_of: 'text',
  is_annotated: 'truth',
  declared: 'texts',
  declarations: 'json',
  accept: 'json',
  characters: 'integer',
  body: 'text',
} as const;

function* documents(corpus: ExchangeCorpus): Iterable<Row<typeof DOCUMENTS>> {
  for (const document of corpus.documents()) {
    const { path, title, date, about, lang, publisher, author, url, retrieved, digest, accept, body } = document;
    const { declarations } = document;
    yield {
      ...{ path, title, date, about, lang, publisher, author, url, retrieved, digest, body },
      recorded_digest: document.recordedDigest,
      translation_of: document.translationOf,
      is_annotated: declarations !== undefined,
      declared: declarations?.map(({ id }) => id),
      declarations,
      accept: accept.length > 0 ? accept : undefined,
      characters: new Offsets(body, 'code-point').length,
    };
  }
}

const ENTITIES = {
  id: 'text',
  type: 'text',
  core_type: 'text',
  name: 'text',
  same_as: 'texts',
  distinct_from: 'texts',
  position_of: 'text',
  holders: 'integer',
} as const;

function* entities(corpus: ExchangeCorpus): Iterable<Row<typeof ENTITIES>> {
  const { coreType } = knownIn(corpus, addressesFrom());
  for (const { id, type, names: all, sameAs, distinctFrom, of, holders } of corpus.entities())
    yield {
      ...{ id, type, holders },
      core_type: type === undefined ? undefined : coreType(type),
      name: all[0]?.text,
      same_as: sameAs,
      distinct_from: distinctFrom,
      position_of: of,
    };
}

const NAMES = { entity: 'text', kind: 'text', lang: 'text', text: 'text' } as const;

function* names(corpus: ExchangeCorpus): Iterable<Row<typeof NAMES>> {
  for (const { id, names: all, aliases, description } of corpus.entities()) {
    for (const one of all) yield { entity: id, kind: 'name', ...one };
    for (const one of aliases) yield { entity: id, kind: 'alias', ...one };
    for (const one of description) yield { entity: id, kind: 'description', ...one };
  }
}

const MENTIONS = {
  document: 'text',
  mention: 'integer',
  piece: 'integer',
  entity: 'text',
  type: 'text',
  kind: 'text',
  start_char: 'integer',
  end_char: 'integer',
  text: 'text',
} as const;

/** A row for each piece; nearly every mention has one. */
function* mentions(corpus: ExchangeCorpus): Iterable<Row<typeof MENTIONS>> {
  for (const document of corpus.documents()) {
    const offsets = new Offsets(document.body, 'code-point');
    for (const [i, { spans, entity, type, kind }] of document.mentions.entries())
      for (const [j, { start, end }] of spans.entries())
        yield {
          ...{ entity, type, kind },
          document: document.path,
          mention: i + 1,
          piece: j + 1,
          start_char: offsets.fromUtf16(start),
          end_char: offsets.fromUtf16(end),
          text: document.body.slice(start, end),
        };
  }
}

const CLAIMS = {
  document: 'text',
  record: 'text',
  key: 'text',
  id: 'text',
  within: 'text',
  is_group: 'truth',
  has_parts: 'truth',
  item: 'integer',
  subject: 'text',
  property: 'text',
  value: 'text',
  value_data: 'json',
  unit_written: 'text',
  words: 'text',
  kind: 'text',
  number: 'number',
  low: 'number',
  low_open: 'truth',
  high: 'number',
  high_open: 'truth',
  expected_low: 'number',
  expected_high: 'number',
  number_to: 'number',
  low_to: 'number',
  high_to: 'number',
  unit: 'text',
  first_day: 'day',
  last_day: 'day',
  value_entity: 'text',
  value_truth: 'truth',
  at: 'text',
  holds_at: 'text',
  ended: 'truth',
  by_entity: 'text',
  by_text: 'text',
  stance: 'text',
  certainty: 'text',
  qualifiers: 'json',
  quote: 'texts',
  quote_data: 'json',
  start_char: 'integer',
  end_char: 'integer',
  items: 'json',
  items_partial: 'truth',
  see: 'texts',
  sources: 'texts',
  note: 'text',
  accept: 'json',
} as const;

function* claims(corpus: ExchangeCorpus): Iterable<Row<typeof CLAIMS>> {
  for (const document of corpus.documents()) {
    const offsets = new Offsets(document.body, 'code-point');
    for (const claim of document.claims)
      yield { document: document.path, ...claimRow(claim, corpus, document, offsets) };
  }
  for (const { id, facts } of corpus.entities())
    for (const fact of facts) yield { record: id, ...claimRow(fact, corpus, undefined, undefined) };
}

function claimRow(
  claim: ExchangeClaim,
  corpus: ExchangeCorpus,
  document: ExchangeDocument | undefined,
  offsets: Offsets | undefined,
): Row<typeof CLAIMS> {
  const { key, id, subject, property, at, ended, stance, certainty, note, value, quote, by } = claim;
  const places = ({ start, end }: { start: number; end: number }): readonly [number, number] | undefined => {
    const [from, to] = [offsets?.fromUtf16(start), offsets?.fromUtf16(end)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };
  const plain = claimObject(claim, places) as Readonly<Record<string, unknown>>;
  const spans = quote?.spans.map(places) ?? [];
  return {
    ...{ key, id, subject, property, at, ended, stance, certainty, note },
    ...readings(claim.meanings ?? []),
    within: claim.outer,
    is_group: claim.group,
    has_parts: claim.parts,
    item: claim.nth,
    value: value && valueWords(value),
    value_data: value && value.kind !== 'text' ? plain.value : undefined,
    unit_written: claim.unit,
    words: claimWords(claim, corpus, document),
    holds_at: claim.holdsAt,
    by_entity: by && 'id' in by ? by.id : undefined,
    by_text: by && 'text' in by ? by.text : undefined,
    qualifiers: plain.qualifiers,
    quote: quote?.pieces,
    quote_data: plain.quote,
    start_char: spans[0]?.[0],
    end_char: spans.at(-1)?.[1],
    items: plain.items,
    items_partial: claim.itemsPartial,
    see: claim.see,
    sources: claim.sources,
    accept: claim.accept.length > 0 ? claim.accept : undefined,
  };
}

/** What the value denotes: of a change, its start, and its end in the columns that end in `_to`. */
function readings([first, second]: readonly ExchangeMeaning[]): Row<typeof CLAIMS> {
  switch (first?.kind) {
    case undefined:
      return {};
    case 'quantity': {
      const { hard, expected, number, unit } = first;
      const to = second?.kind === 'quantity' ? second : undefined;
      return {
        ...{ kind: first.kind, number, unit, low: hard.low, high: hard.high },
        low_open: hard.lowOpen,
        high_open: hard.highOpen,
        expected_low: expected.low,
        expected_high: expected.high,
        number_to: to?.number,
        low_to: to?.hard.low,
        high_to: to?.hard.high,
      };
    }
    case 'time':
      return { kind: first.kind, first_day: first.first, last_day: first.last };
    case 'entity':
      return { kind: first.kind, value_entity: first.id };
    case 'boolean':
      return { kind: first.kind, value_truth: first.value };
    case 'text':
      return { kind: first.kind };
  }
}
