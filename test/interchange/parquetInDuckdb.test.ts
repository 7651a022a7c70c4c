/**
 * The tables as DuckDB sees them: types, nulls, lists, days, and texts of every script. Texts are compared as bytes, since the
 * way from DuckDB into JavaScript drops a byte order mark at the beginning of one.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parquet } from '../../server/src/interchange/formats/parquet/parquet.ts';
import { parquet as bytesOf } from '../../server/src/interchange/formats/parquet/table.ts';
import { Database } from './duckdb.ts';
import { corpusOf, exported, FORUM, randomCorpus } from './exchanged.ts';

describe('Parquet in DuckDB', function () {
  this.timeout(60_000);
  let database: Database;
  before(async () => {
    database = await Database.of((await exported(parquet, corpusOf(FORUM))).files);
  });
  after(() => database.close());

  const typesOf = async (table: string): Promise<Readonly<Record<string, unknown>>> =>
    Object.fromEntries(
      (await database.rows(`DESCRIBE SELECT * FROM '${table}.parquet'`)).map((row) => [
        String(row.column_name),
        row.column_type,
      ]),
    );

  it('has the types that the columns mean', async () => {
    const { path, is_annotated, declared, characters, body } = await typesOf('documents');
    assert.deepEqual(
      { path, is_annotated, declared, characters, body },
      { path: 'VARCHAR', is_annotated: 'BOOLEAN', declared: 'VARCHAR[]', characters: 'INTEGER', body: 'VARCHAR' },
    );
    const { low, low_open, first_day, quote, qualifiers, item } = await typesOf('claims');
    assert.deepEqual(
      { low, low_open, first_day, quote, qualifiers, item },
      {
        low: 'DOUBLE',
        low_open: 'BOOLEAN',
        first_day: 'DATE',
        quote: 'VARCHAR[]',
        qualifiers: 'VARCHAR',
        item: 'INTEGER',
      },
    );
    const { start_earliest, base_low, is_fact, place, statement } = await typesOf('statements');
    assert.deepEqual(
      { start_earliest, base_low, is_fact, place, statement },
      { start_earliest: 'DOUBLE', base_low: 'DOUBLE', is_fact: 'BOOLEAN', place: 'INTEGER', statement: 'VARCHAR' },
    );
  }); // prettier-ignore

  it('answers questions that are asked of it', async () => {
    const rows = await database.rows(
      `SELECT key, low, low_open, high, quote[1] AS piece, len(quote) AS pieces
       FROM 'claims.parquet' WHERE kind = 'quantity' AND low >= 200 AND low_open`,
    );
    assert.deepEqual(rows, [
      { key: 'crowd', low: 200, low_open: true, high: null, piece: 'more than 200 people', pieces: 2n },
    ]);
    const days = await database.rows(
      `SELECT CAST(first_day AS VARCHAR) AS day, last_day - first_day AS more FROM 'claims.parquet' WHERE key = 'when'`,
    );
    assert.deepEqual(days, [{ day: '2022-10-20', more: 0n }]);
    const places = await database.rows(
      `SELECT count(*) AS wrong FROM 'mentions.parquet' m JOIN 'documents.parquet' d ON d.path = m.document
       WHERE substr(d.body, m.start_char + 1, m.end_char - m.start_char) <> m.text`,
    );
    assert.deepEqual(places, [{ wrong: 0n }], 'offsets count code points, as DuckDB does');
  });

  it('tells nothing from empty, and unbounded from both', async () => {
    const content = {
      text: [undefined, '', '人', '😀'],
      texts: [undefined, [], [''], ['a', '', '人']],
      number: [undefined, Number.NEGATIVE_INFINITY, 0, 1e29],
      truth: [undefined, false, true, undefined],
      integer: [undefined, 0, -1, 2_147_483_647],
      day: [undefined, '0001-01-01', '2024-02-29', 'never'],
    };
    const columns = {
      text: 'text',
      texts: 'texts',
      number: 'number',
      truth: 'truth',
      integer: 'integer',
      day: 'day',
    } as const;
    const rows = [0, 1, 2, 3].map((i) =>
      Object.fromEntries(Object.entries(content).map(([name, all]) => [name, all[i]])),
    );
    const bytes = new Uint8Array(Buffer.concat([...bytesOf(columns, rows, 'test')]));
    const other = await Database.of(new Map([['t.parquet', bytes]]));
    try {
      const seen = await other.rows("SELECT * REPLACE (CAST(day AS VARCHAR) AS day) FROM 't.parquet'");
      assert.deepEqual(seen, [
        { text: null, texts: null, number: null, truth: null, integer: null, day: null },
        { text: '', texts: [], number: Number.NEGATIVE_INFINITY, truth: false, integer: 0, day: '0001-01-01' },
        { text: '人', texts: [''], number: 0, truth: true, integer: -1, day: '2024-02-29' },
        { text: '😀', texts: ['a', '', '人'], number: 1e29, truth: null, integer: 2_147_483_647, day: null },
      ]);
    } finally {
      other.close();
    }
  }); // prettier-ignore

  it('holds every text of every corpus', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true }), async (corpus) => {
        const { files } = await exported(parquet, corpus);
        const other = await Database.of(files);
        try {
          const { documents, entities } = corpus.all;
          const bytes = (text: string | undefined) =>
            text === undefined ? null : Buffer.from(text).toString('hex').toUpperCase();
          assert.deepEqual(
            await other.rows(
              "SELECT hex(encode(path)) AS path, hex(encode(body)) AS body, hex(encode(title)) AS title FROM 'documents.parquet'",
            ),
            documents.map(({ path, body, title }) => ({ path: bytes(path), body: bytes(body), title: bytes(title) })),
          );
          assert.deepEqual(
            await other.rows("SELECT entity, hex(encode(text)) AS text, lang FROM 'names.parquet'"),
            entities.flatMap(({ id, names, aliases, description }) =>
              [...names, ...aliases, ...description].map(({ text, lang }) => ({
                entity: id,
                text: bytes(text),
                lang: lang ?? null,
              })),
            ),
          );
          assert.deepEqual(
            await other.rows(
              `SELECT list_transform(quote, lambda one: hex(encode(one))) AS quote, list_transform(see, lambda one: hex(encode(one))) AS see
               FROM 'claims.parquet'`,
            ),
            [...documents.flatMap(({ claims }) => claims), ...entities.flatMap(({ facts }) => facts)].map(
              ({ quote, see }) => ({ quote: quote?.pieces.map(bytes) ?? null, see: see.map(bytes) }),
            ),
          );
        } finally {
          other.close();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('reads a table without rows, and one of several groups', async () => {
    const many = function* () {
      for (let i = 0; i < 45_000; i++) yield { number: i, text: `第${i}行`, texts: i % 3 === 0 ? undefined : [`${i}`] };
    };
    const columns = { number: 'integer', text: 'text', texts: 'texts' } as const;
    const pack = (rows: Iterable<object>) => new Uint8Array(Buffer.concat([...bytesOf(columns, rows, 'test')]));
    const other = await Database.of(
      new Map([
        ['many.parquet', pack(many())],
        ['none.parquet', pack([])],
      ]),
    );
    try {
      assert.deepEqual(
        await other.rows("SELECT count(*) AS n, sum(number) AS sum, count(texts) AS texts FROM 'many.parquet'"),
        [{ n: 45_000n, sum: 1_012_477_500n, texts: 30_000n }],
      );
      assert.deepEqual(await other.rows("SELECT text, texts FROM 'many.parquet' WHERE number = 44999"), [
        { text: '第44999行', texts: ['44999'] },
      ]);
      assert.deepEqual(await other.rows("SELECT * FROM 'none.parquet'"), []);
    } finally {
      other.close();
    }
  }); // prettier-ignore
});
