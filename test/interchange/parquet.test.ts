/** Parquet: read back by another reader (arrow-rs), which shares no code with the writer. */

import assert from 'node:assert/strict';
import { type Table, tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { readParquet } from 'parquet-wasm';
import { CHECKS } from '../../server/src/checks/index.ts';
import { parquet } from '../../server/src/interchange/formats/parquet/parquet.ts';
import { parquet as bytesOf } from '../../server/src/interchange/formats/parquet/table.ts';
import { corpusOf, exported, FORUM, randomCorpus } from './exchanged.ts';

const read = (bytes: Uint8Array): Table => tableFromIPC(readParquet(bytes).intoIPCStream());

/** Plain rows; lists as arrays. */
const rows = (table: Table): readonly Record<string, unknown>[] =>
  table
    .toArray()
    .map((row) =>
      JSON.parse(JSON.stringify(row.toJSON(), (_, value) => (typeof value === 'bigint' ? Number(value) : value))),
    );

/** Arrow's reader in JavaScript drops a byte order mark at the beginning of a text; the file has it. */
const asSeen = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'string' ? one.replace(/^\ufeff/, '') : one)));

async function tables(corpus: Parameters<typeof exported>[1]) {
  const { files, losses } = await exported(parquet, corpus);
  const tables = [...files].filter(([path]) => path.endsWith('.parquet'));
  const all = new Map(tables.map(([path, bytes]) => [path.replace('.parquet', ''), read(bytes)]));
  return { all, of: (name: string) => rows(all.get(name)!), losses };
}

describe('Parquet', () => {
  it('has the tables of a corpus, as another reader sees them', async () => {
    const { all, of, losses } = await tables(corpusOf(FORUM));
    assert.deepEqual(losses, []);
    assert.deepEqual(
      [...all].map(([name, table]) => `${name} ${table.numRows}`),
      [
        ...['documents 2', 'entities 7', 'names 12', 'mentions 6', 'claims 7'],
        ...['statements 8', 'statement_texts 0', 'statement_scopes 4', 'acceptances 0', 'translations 0'],
        `severities ${CHECKS.filter(({ beyond }) => beyond).length}`,
      ],
    );
    const [forum] = of('documents');
    assert.equal(forum!.title, 'The forum opens');
    assert.equal(forum!.is_annotated, true);
    assert.deepEqual(forum!.declared, ['ada', 'ministry', 'beijing', 'forum', 'peace-union']);
    assert.equal(of('entities').find(({ id }) => id === 'hopeful')!.core_type, 'organization');
    for (const { document, start_char, end_char, text } of of('mentions')) {
      const { body } = of('documents').find(({ path }) => path === document)!;
      assert.equal([...String(body)].slice(Number(start_char), Number(end_char)).join(''), text);
    }
    const claims = new Map(of('claims').map((claim) => [String(claim.key), claim]));
    const ties = claims.get('ties')!;
    assert.deepEqual(
      [ties.kind, ties.number, ties.number_to, ties.value, ties.qualifiers],
      ['quantity', 172, 181, '172 -> 181', '{"of":"agreements"}'],
    );
    const crowd = claims.get('crowd')!;
    assert.deepEqual(
      [crowd.low, crowd.low_open, crowd.high, crowd.quote],
      [200, true, null, ['more than 200 people', 'attended']],
    );
    const day = Number(claims.get('when')!.first_day);
    assert.equal(new Date(day > 1e6 ? day : day * 86_400_000).toISOString().slice(0, 10), '2022-10-20');
    assert.deepEqual(
      of('claims')
        .filter(({ record }) => record === 'ada')
        .map(({ property, sources }) => [property, sources]),
      [
        ['position', ['documents/forum.md#ties']],
        ['born-on', []],
      ],
    );
    assert.match(String(all.get('claims')!.schema.fields.find(({ name }) => name === 'first_day')!.type), /Date32/);
  });

  it('holds every text of every corpus', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true }), async (corpus) => {
        const { of, losses } = await tables(corpus);
        assert.deepEqual(losses, []);
        const { documents, entities } = corpus.all;
        assert.deepEqual(
          of('documents').map(({ path, body, title }) => [path, body, title]),
          asSeen(documents.map(({ path, body, title }) => [path, body, title ?? null])),
        );
        assert.deepEqual(
          of('names').map(({ entity, text, lang }) => [entity, text, lang]),
          asSeen(
            entities.flatMap(({ id, names, aliases, description }) =>
              [...names, ...aliases, ...description].map(({ text, lang }) => [id, text, lang ?? null]),
            ),
          ),
        );
        assert.deepEqual(
          of('claims').map(({ document, record, key, stance, note, quote, see }) => [
            document ?? record,
            key,
            stance,
            note,
            quote,
            see,
          ]),
          asSeen(
            [
              ...documents.flatMap(({ path, claims }) => claims.map((claim) => [path, claim] as const)),
              ...entities.flatMap(({ id, facts }) => facts.map((fact) => [id, fact] as const)),
            ].map(([of, { key, stance, note, quote, see }]) => [
              of,
              key,
              stance,
              note ?? null,
              quote?.pieces ?? null,
              see,
            ]),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('tells of halves of characters', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ halves: true }), async (corpus) => {
        const { all, losses } = await tables(corpus);
        assert.equal(all.size, 11);
        if (/\\ud[89a-f]../.test(JSON.stringify([...corpus.all.documents.map(({ body }) => body)])))
          assert.ok(losses.length > 0);
      }),
      { numRuns: 20 },
    );
  });

  it('may be long, in several groups of rows', () => {
    const many = function* () {
      for (let i = 0; i < 45_000; i++) yield { number: i, text: `row ${i}`, texts: i % 3 === 0 ? undefined : [`${i}`] };
    };
    const pieces = [...bytesOf({ number: 'integer', text: 'text', texts: 'texts' }, many(), 'test')];
    assert.equal(pieces.length, 4);
    const table = read(new Uint8Array(Buffer.concat(pieces)));
    assert.equal(table.numRows, 45_000);
    assert.deepEqual({ ...rows(table.slice(44_999))[0] }, { number: 44_999, text: 'row 44999', texts: ['44999'] });
  });
});
