/** FollowTheMoney: by its own model, there and back for what it can hold, and what others write. */

import assert from 'node:assert/strict';
import model from '@alephdata/followthemoney/dist/defaultModel.json';
import fc from 'fast-check';
import type { ExchangeEntity } from '../../server/src/interchange/exchange/model.ts';
import { followTheMoney } from '../../server/src/interchange/formats/ftm/ftm.ts';
import { entityId, idIn } from '../../server/src/interchange/formats/ftm/ids.ts';
import { isDate, LANGUAGES, SCHEMATA } from '../../server/src/interchange/formats/ftm/schemata.ts';
import { corpusOf, exported, FORUM, imported, randomCorpus } from './exchanged.ts';

interface Line {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}
interface Schema {
  readonly extends: readonly string[];
  readonly properties: Readonly<Record<string, { readonly type: string; readonly range?: string }>>;
  readonly required?: readonly string[];
  readonly abstract?: boolean;
}
const SCHEMAS = model.schemata as unknown as Readonly<Record<string, Schema>>;

const linesOf = (files: ReadonlyMap<string, Uint8Array>): readonly Line[] =>
  Buffer.from([...files.values()][0]!)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const ancestors = (name: string): readonly string[] => [name, ...(SCHEMAS[name]?.extends ?? []).flatMap(ancestors)];

/** By the model that FollowTheMoney publishes for programs. `proof` of an interval is younger than that publication. */
function assertValid(lines: readonly Line[]): void {
  const schemata = new Map(lines.map(({ id, schema }) => [id, schema]));
  assert.equal(schemata.size, lines.length, 'an id stands twice');
  for (const { id, schema, properties } of lines) {
    assert.match(id, /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
    const known = SCHEMAS[schema];
    assert.ok(known && !known.abstract, schema);
    const all = Object.assign(
      {},
      ...ancestors(schema).map((name) => SCHEMAS[name]!.properties),
    ) as Schema['properties'];
    for (const [name, values] of Object.entries(properties)) {
      const property = all[name];
      if (name === 'proof' && !property) continue;
      assert.ok(property, `${schema} has no ${name}`);
      assert.ok(values.length > 0);
      for (const value of values) {
        if (property.type === 'date') assert.match(value, /^\d{4}(-\d\d(-\d\d)?)?$/);
        if (property.type === 'language') assert.ok(value in model.types.language.values!, value);
        if (property.type === 'entity' && schemata.has(value))
          assert.ok(ancestors(schemata.get(value)!).includes(property.range!), `${name} is a ${schemata.get(value)}`);
      }
    }
    const required = ancestors(schema).flatMap((name) => SCHEMAS[name]!.required ?? []);
    for (const name of required) assert.ok(properties[name], `${schema} ${id} has no ${name}`);
  }
}

describe('FollowTheMoney', () => {
  it('is valid by its model, and links what is asserted', async () => {
    const { files, losses } = await exported(followTheMoney, corpusOf(FORUM));
    const lines = linesOf(files);
    assertValid(lines);
    const of = (schema: string) => lines.filter((line) => line.schema === schema).map(({ properties }) => properties);
    assert.deepEqual(
      of('Occupancy').map(({ holder, post, startDate, endDate }) => [holder, post, startDate, endDate]),
      [[['ada'], ['vice-minister'], ['2020'], ['2023']]],
    );
    assert.deepEqual(of('Person')[0]!.birthDate, ['1970-05-01']);
    assert.deepEqual(
      of('UnknownLink').map(({ subject, object, role, description }) => [subject, object, role, description]),
      [[['forum'], ['beijing'], ['held-at'], ['opened in Beijing']]],
    );
    assert.ok(of('Note').some(({ description }) => description![0] === 'Peace Union — dissolved on: 2021 (denies)'));
    assert.deepEqual(
      of('Mention').map(({ resolved, name }) => [resolved, name]),
      [
        [['ada'], ['Ada Lin', 'the minister']],
        [['ministry'], ['Ministry of Tyes']],
      ],
    );
    assert.ok(losses.some(({ what }) => what === 'languages of names and descriptions'));
  });

  it('comes back with claims in the documents that prove them', async () => {
    const { files } = await exported(followTheMoney, corpusOf(FORUM));
    const { documents, entities, problems } = await imported(followTheMoney, files);
    assert.deepEqual(problems, []);
    const forum = documents.find(({ path }) => path === 'documents/forum.md')!;
    assert.deepEqual(
      forum.claims.map(({ subject, property, value, quote }) => [subject, property, value, quote?.pieces]),
      [['forum', 'held-at', { kind: 'text', text: 'beijing' }, ['opened in Beijing']]],
    );
    assert.deepEqual(
      forum.mentions.map(({ entity, text }) => [entity, text]),
      [
        ['ada', 'Ada Lin'],
        ['ada', 'the minister'],
        ['ministry', 'Ministry of Tyes'],
      ],
    );
    const ada = entities.find(({ id }) => id === 'ada')!;
    assert.deepEqual(
      ada.facts.map(({ property, at, sources }) => [property, at, sources]),
      [
        ['born-on', undefined, []],
        ['position', '2020/2023', ['documents/forum.md']],
      ],
    );
    assert.deepEqual(
      [
        entities.find(({ id }) => id === 'vice-minister')!.of,
        entities.find(({ id }) => id === 'vice-minister')!.holders,
      ],
      ['ministry', 1],
    );
  });

  it('gives back what it can hold, whatever a corpus holds', async () => {
    const texts = (all: readonly { readonly text: string }[]) => [...new Set(all.map(({ text }) => text))];
    const held = (entity: ExchangeEntity, names = texts(entity.names)) => ({
      id: entity.id,
      type: entity.type,
      names: names.length > 0 ? names : [entity.id],
      aliases: texts(entity.aliases),
      sameAs: entity.sameAs.filter((one) => one.includes('wikidata')),
    });
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) => {
        const { files } = await exported(followTheMoney, corpus);
        assertValid(linesOf(files));
        const back = await imported(followTheMoney, files);
        assert.deepEqual(back.problems, []);
        const { entities, documents } = corpus.all;
        assert.deepEqual(
          back.entities.map((one) => held(one)),
          entities
            .filter(({ type }) => type !== undefined && SCHEMATA[type])
            .map((one) => ({ ...held(one), sameAs: [...new Set(held(one).sameAs)] })),
        );
        assert.deepEqual(
          back.documents.map(({ path, body, title, date, lang, author }) => [path, body, title, date, lang, author]),
          documents
            .filter(({ body }) => body !== '')
            .map(({ path, body, title, date, lang, author }) => [
              path,
              body,
              title,
              date && isDate(date) ? date : undefined,
              lang && LANGUAGES[lang.split('-')[0]!] ? lang.split('-')[0] : undefined,
              author,
            ]),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('turns every id into one that it takes, and back', () => {
    const id = fc.oneof(
      fc.stringMatching(/^[\p{L}\p{N}._-]{1,12}$/u),
      fc.constantFrom('id-a', 'claim-x-1', '-a', 'a-'),
    );
    fc.assert(
      fc.property(id, id, (a, b) => {
        assert.equal(idIn(entityId(a)), a);
        assert.equal(entityId(a) === entityId(b), a === b);
      }),
    );
  });

  describe('of others', () => {
    const read = (...lines: readonly unknown[]) =>
      imported(followTheMoney, [
        ['x.json', lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')],
      ]);
    const person = {
      id: 'NK-1',
      schema: 'Person',
      properties: { name: ['Ann Lee', 'LEE Ann'], wikidataId: ['Q5'], nationality: ['us'] },
    };
    const company = { id: 'c0ffee', schema: 'Company', properties: { name: ['Acme'], incorporationDate: ['1999-05'] } };

    it('are entities, facts, and counted where there is no place for them', async () => {
      const { entities, problems, losses } = await read(
        person,
        { id: 'NK-1', schema: 'Person', properties: { alias: ['Annie'] } },
        company,
        {
          id: 'm',
          schema: 'Membership',
          properties: {
            member: ['NK-1'],
            organization: ['c0ffee'],
            startDate: ['2001'],
            sourceUrl: ['https://example.org/s'],
          },
        },
        { id: 'o', schema: 'Ownership', properties: { owner: ['NK-1'], asset: ['c0ffee'] } },
        { id: 'u', schema: 'UnknownLink', properties: { subject: ['NK-1'], object: ['c0ffee'], role: ['friend'] } },
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(
        entities.map(({ id, type, names, aliases, sameAs }) => [id, type, names.length, aliases.length, sameAs]),
        [
          ['NK-1', 'person', 2, 1, ['https://www.wikidata.org/wiki/Q5']],
          ['c0ffee', 'organization', 1, 0, []],
        ],
      );
      assert.deepEqual(
        entities[0]!.facts.map(({ property, value, at, sources }) => [property, value, at, sources]),
        [['member-of', { kind: 'text', text: 'c0ffee' }, '2001/..', ['https://example.org/s']]],
      );
      assert.deepEqual(
        entities[1]!.facts.map(({ property }) => property),
        ['founded-on'],
      );
      assert.deepEqual(losses.map(({ what }) => what).sort(), [
        'entities of the schema Ownership, which have no name',
        'links of the schema UnknownLink whose role is no property here',
        'nationality of entities',
      ]);
    });

    for (const [what, lines, message] of [
      ['no schema', [{ id: 'a', properties: {} }], /an id and a schema/],
      ['no properties', [{ id: 'a', schema: 'Person', properties: [] }], /properties is missing/],
      ['two schemata', [person, { ...person, schema: 'Company' }], /is a Person on another line/],
      ['no JSON', ['{"id": '], /no JSON/],
    ] as const) {
      it(`tell of ${what}`, async () => {
        assert.match((await read(...lines)).problems[0]!.message, message);
      });
    }

    it('never throw', async () => {
      const id = fc.constantFrom('a', 'b', '__proto__');
      const values = fc.oneof(
        fc.array(fc.oneof(id, fc.constantFrom('2020', 'x', '')), { maxLength: 3 }),
        fc.jsonValue({ maxDepth: 2 }),
      );
      const properties = fc.dictionary(
        fc.constantFrom(
          'name',
          'holder',
          'post',
          'resolved',
          'document',
          'bodyText',
          'proof',
          'description',
          'numberOfSeats',
          '__proto__',
        ),
        values,
      );
      const line = fc.record({
        id,
        schema: fc.constantFrom('Person', 'Mention', 'Occupancy', 'PlainText', 'Position', 'constructor'),
        properties,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => void (await read(...lines))),
        { numRuns: 300 },
      );
    });
  });
});
