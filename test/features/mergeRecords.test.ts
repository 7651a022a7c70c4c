/** Two records made one: what is written everywhere, what is said before, and when it is refused. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../server/src/checks/engine/run.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import { placesInDocument, placesInRecords } from '../../server/src/features/entityPlaces.ts';
import { type Merging, mergeRecords } from '../../server/src/features/mergeRecords.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { applied } from './notation.ts';

interface Merged {
  readonly files: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

const shown = ({ message, params }: Extract<Merging, { notes: unknown }>['notes'][number]): string =>
  `${message} ${Object.values(params).join(' | ')}`;

function merge(source: string, from: string, into: string, convert = (text: string) => text): Merged {
  const files = new Map([...parseFixture(source).files].map(([path, text]) => [path, convert(text)]));
  const made = mergeRecords(libraryOf(files), from, into);
  assert.ok('edits' in made, JSON.stringify(made));
  return { files, after: applied(files, made.edits), notes: made.notes.map(shown) };
}

function refused(source: string, from: string, into: string): string {
  const made = mergeRecords(libraryOf(parseFixture(source).files), from, into);
  return 'problem' in made ? `${made.problem} ${made.params.path ?? made.params.id ?? ''}`.trim() : 'merged';
}

const CORPUS = `-- entities/people.yaml --
# The people of the forum.
shen-beili:
  type: person
  name: {en: Shen Beili}
  aliases: {en: [Ms. Shen]} # as she signs
  facts:
    - {property: position, value: Vice Minister, of: idcpc}

shen-b:
  type: person
  name: {en: Shen Bei-li, zh: 沈蓓莉}
  aliases: [Ms. Shen, Madame Shen]
  same-as: ["https://www.wikidata.org/wiki/Q1"]
  distinct-from: [wang]
  facts:
    - {property: position, of: idcpc, value: Vice Minister}
    - {id: born, property: born-on, value: 1960}

wang: {type: person, name: Wang Wei, distinct-from: [shen-b, "shen-beili"], facts: [{property: member-of, value: idcpc, see: "#born"}]}
-- entities/other.yaml --
idcpc: {type: organization, name: IDCPC}
chair: {type: position, name: Chair, of: idcpc, facts: [{property: part-of, value: shen-b, source: entities/people.yaml#shen-b.2}]}
-- documents/a.md --
---
source: {publisher: shen-b}
entities: [idcpc, shen-b] # who is there
claims:
  - {id: c1, quote: said so, subject: shen-b, property: said, value: so, by: 'shen-b', to: shen-b}
  - {quote: came, subject: idcpc, property: participant, value: [shen-b, wang], accept: {tension: {with: shen-b, reason: known}}}
accept: {unused-entity: {with: shen-b, reason: kept}}
---
shen-b: Shen Bei-li said so and came.
-- documents/b.md --
---
entities:
  - shen-beili: {as: [our guest], not: [Shen Beili Road]}
  - shen-b: {as: [our guest, the guest, Shen Bei-li], sic: [Shen Belli], not: [Shen Bei-li Street], here: [she, {quote: her, nth: 2}]}
---
Our guest Shen Beili of Shen Beili Road met her. Shen Belli, the guest, said she saw her in Shen Bei-li Street.
-- documents/c.md --
---
entities: [idcpc]
claims:
  - {quote: IDCPC, subject: idcpc, property: count, value: 1, see: "entities/people.yaml#born"}
---
IDCPC, and shen-b.
`;

describe('merging records', () => {
  for (const [lineEnds, convert] of [
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
  ] as const) {
    it(`unites the records and lets everything follow (${lineEnds})`, () => {
      const { after, notes } = merge(CORPUS, 'shen-b', 'shen-beili', convert);
      assert.equal(
        after.get('entities/people.yaml'),
        convert(`# The people of the forum.
shen-beili:
  type: person
  name: {en: Shen Beili, zh: 沈蓓莉}
  aliases: {en: [Ms. Shen, Shen Bei-li, Madame Shen]} # as she signs
  same-as: [https://www.wikidata.org/wiki/Q1]
  distinct-from: [wang]
  facts:
    - {property: position, value: Vice Minister, of: idcpc}
    - {id: born, property: born-on, value: 1960}

wang: {type: person, name: Wang Wei, distinct-from: ["shen-beili"], facts: [{property: member-of, value: idcpc, see: "#born"}]}
`),
      );
      assert.equal(
        after.get('entities/other.yaml'),
        convert(`idcpc: {type: organization, name: IDCPC}
chair: {type: position, name: Chair, of: idcpc, facts: [{property: part-of, value: shen-beili, source: entities/people.yaml#born}]}
`),
      );
      assert.equal(
        after.get('documents/a.md'),
        convert(`---
source: {publisher: shen-beili}
entities: [idcpc, shen-beili] # who is there
claims:
  - {id: c1, quote: said so, subject: shen-beili, property: said, value: so, by: 'shen-beili', to: shen-beili}
  - {quote: came, subject: idcpc, property: participant, value: [shen-beili, wang], accept: {tension: {with: shen-beili, reason: known}}}
accept: {unused-entity: {with: shen-beili, reason: kept}}
---
shen-b: Shen Bei-li said so and came.
`),
      );
      assert.equal(
        after.get('documents/b.md'),
        convert(`---
entities:
  - shen-beili: {as: [our guest, the guest], sic: [Shen Belli], not: [Shen Beili Road, Shen Bei-li Street], here: [she, {quote: her, nth: 2}]}
---
Our guest Shen Beili of Shen Beili Road met her. Shen Belli, the guest, said she saw her in Shen Bei-li Street.
`),
      );
      assert.equal(after.get('documents/c.md'), convert(parseFixture(CORPUS).files.get('documents/c.md')!));
      assert.deepEqual(notes, ['merge-id-gone shen-b | shen-beili']);
    });
  }

  it('leaves no id behind, and no finding that was not there', () => {
    const { files, after } = merge(CORPUS, 'shen-b', 'shen-beili');
    const codes = (of: ReadonlyMap<string, string>) =>
      [...of.keys()]
        .flatMap((path) => check(libraryOf(of), path).map(({ code }) => `${path} ${code}`))
        .filter((one) => /unresolved|duplicate|wrong-shape|invalid/.test(one));
    const before = codes(files);
    assert.deepEqual(
      codes(after).filter((one) => !before.includes(one)),
      [],
    );
  });

  it('goes the other way round as well, between files', () => {
    const source = `-- entities/a.yaml --
un: {type: organization, name: UN, facts: [{id: f, property: founded-on, value: 1945, see: "#g"}, {property: part-of, value: world}]}
world: {type: concept, name: World, facts: [{id: g, property: part-of, value: un}]}
-- entities/b.yaml --
united-nations:
  type: organization
  name: United Nations # in full
-- documents/a.md --
---
entities: [un]
claims: [{quote: UN, subject: un, property: count, value: 1, see: [entities/a.yaml#f, entities/a.yaml#un.2, entities/a.yaml#g]}]
---
UN
`;
    const { after, notes } = merge(source, 'un', 'united-nations');
    assert.equal(
      after.get('entities/a.yaml'),
      'world: {type: concept, name: World, facts: [{id: g, property: part-of, value: united-nations}]}\n',
    );
    assert.equal(
      after.get('entities/b.yaml'),
      `united-nations:
  type: organization
  name: United Nations # in full
  aliases: [UN]
  facts:
    - {id: f, property: founded-on, value: 1945, see: "entities/a.yaml#g"}
    - {property: part-of, value: world}
`,
    );
    assert.match(
      after.get('documents/a.md')!,
      /see: \[entities\/b\.yaml#f, entities\/b\.yaml#united-nations\.2, entities\/a\.yaml#g\]/,
    );
    assert.deepEqual(notes, ['merge-id-gone un | united-nations']);
  });

  it('tells what contradicts, what is not kept and what goes', () => {
    const source = `-- entities/a.yaml --
forum:
  type: event
  name: Delta Forum
  description: the first
  facts: [{property: attendance, value: 40}, {property: held-on, value: 2020-05}]
论坛:
  type: organization # or is it an event?
  name: River Forum
  description: 'the "second" # one'
  facts: [{property: attendance, value: 42}, {property: held-on, value: 2020-05-04}, {property: part-of, value: forum}]
`;
    const { after, notes } = merge(source, '论坛', 'forum');
    assert.deepEqual(notes, [
      'merge-conflict attendance | 40 | 42',
      'merge-id-alias 论坛 | forum',
      'merge-other-value type | forum | event | organization',
      'merge-other-value description | forum | the first | the "second" # one',
      'merge-comment 论坛 | or is it an event?',
      'merge-self part-of | forum',
    ]);
    assert.equal(
      after.get('entities/a.yaml'),
      `forum:
  type: event
  name: Delta Forum
  aliases: [River Forum, 论坛]
  description: the first
  facts:
    - {property: attendance, value: 40}
    - {property: held-on, value: 2020-05}
    - {property: attendance, value: 42}
    - {property: held-on, value: 2020-05-04}
    - {property: part-of, value: forum}
`,
    );
  });

  it('drops an exclusion that told the two apart', () => {
    const source = `-- entities/a.yaml --
wang: {type: person, name: Wang Wei}
wang-2: {type: person, name: Wang Wei}
-- documents/a.md --
---
entities:
  wang: {not: [Wang Wei of the north]}
  wang-2: {not: [Wang Wei of the south]} # the "#2" of two
---
Wang Wei of the south met Wang Wei of the north.
`;
    const { after, notes } = merge(source, 'wang-2', 'wang');
    assert.match(after.get('documents/a.md')!, /^---\nentities:\n {2}wang:\n---\n/);
    assert.deepEqual(notes, [
      'merge-id-gone wang-2 | wang',
      'merge-comment wang-2 | the "#2" of two',
      'merge-not documents/a.md | Wang Wei of the north',
      'merge-not documents/a.md | Wang Wei of the south',
    ]);
  });

  const two = '-- entities/a.yaml --\na: {type: person, name: A, facts: [{id: f, property: born-on, value: 1960}]}\n';
  const refusals: readonly [name: string, source: string, expected: string][] = [
    ['a record that is not there', two, 'merge-no-record b'],
    [
      'two records of one id',
      `${two}b: {type: person, name: B}\nb: {type: person, name: C}\n-- entities/c.yaml --\nb: {type: person, name: B}\n`,
      'merge-several b',
    ],
    ['records that are marked as two', `${two}b: {type: person, name: B, distinct-from: [a]}\n`, 'merge-distinct'],
    [
      'a document that is broken where it may name one',
      `${two}b: {type: person, name: B}\n-- d.md --\n---\nentities: [a]\nclaims:\n  - {quote: x, subject: a, property: said, value: [a\n---\nA\n`,
      'merge-broken d.md',
    ],
    [
      'facts of one id',
      `${two}b: {type: person, name: B, facts: [{id: f, property: died-on, value: 1990}]}\n`,
      'merge-fact-id f',
    ],
    [
      'an anchor that others use',
      '-- entities/a.yaml --\na: &x {type: person, name: A}\nb: {type: person, name: B}\nc: *x\n',
      'cannot-edit entities/a.yaml',
    ],
  ];
  for (const [name, source, expected] of refusals) {
    it(`is refused for ${name}`, () => assert.equal(refused(source, 'a', 'b'), expected));
  }

  it('is refused for one record, and before all documents are read', () => {
    assert.equal(refused(two, 'a', 'a'), 'merge-same');
    const view = libraryOf(parseFixture(`${two}b: {type: person, name: B}\n`).files);
    const made = mergeRecords(Object.assign(Object.create(view), { complete: false }), 'a', 'b');
    assert.ok('problem' in made && made.problem === 'merge-unread');
  });

  it('leaves no place of the id, every body and every comment outside of the record, in whatever style things are written', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const form = fc.constantFrom('Anna', '安娜', '"no"', "'it''s'", 'Mrs. A', 'Ann\u00e9');
    const lists = fc.constantFrom('as', 'sic', 'not', 'here');
    const declaration = fc.oneof(
      id.map((one) => `  - ${one}\n`),
      fc.tuple(id, form).map(([one, text]) => `  - ${one}: ${text} # said of ${one}\n`),
      fc.tuple(id, lists, form, form).map(([one, list, ...texts]) => `  - ${one}: {${list}: [${texts.join(', ')}]}\n`),
      fc.tuple(id, lists, form).map(([one, list, text]) => `  - ${one}:\n      ${list}:\n        - ${text}\n`),
    );
    const claim = fc.oneof(
      fc.tuple(id, id).map(([s, o]) => `  - {quote: Anna, subject: ${s}, property: part-of, value: ${o}}\n`),
      fc
        .tuple(id, id)
        .map(
          ([s, o]) => `  - quote: Anna\n    subject: "${s}" # who\n    property: said\n    value: so\n    to: ${o}\n`,
        ),
      fc
        .tuple(id, id)
        .map(
          ([s, o]) =>
            `  - quote: Anna\n    subject: ${s}\n    claims:\n      - {property: part-of, value: [x, '${o}']}\n    accept:\n      tension: {with: ${o}, reason: known}\n`,
        ),
    );
    const fact = fc.oneof(
      id.map((one) => `    - {property: part-of, value: ${one}}\n`),
      id.map((one) => `    - property: member-of\n      value: ${one} # as listed\n`),
    );
    const record = (own: string) =>
      fc
        .tuple(form, fc.array(form, { maxLength: 3 }), fc.array(fact, { maxLength: 3 }), fc.boolean())
        .map(([name, aliases, facts, byLanguage]) => {
          const [names, others] = byLanguage ? [`{en: ${name}}`, `{en: [${aliases}], zh: []}`] : [name, `[${aliases}]`];
          return `${own}:\n  type: concept\n  name: ${names}\n  aliases: ${others}\n${facts.length > 0 ? `  facts:\n${facts.join('')}` : ''}\n`;
        });
    const corpus = fc.tuple(
      fc.tuple(record('a'), record('b'), record('c')),
      fc.uniqueArray(declaration, { maxLength: 4, selector: (text) => text.trim().match(/[abc]/)![0] }),
      fc.array(claim, { maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
    );
    let merged = 0;
    fc.assert(
      fc.property(corpus, ([records, declarations, claims, crlf, apart]) => {
        const eol = (text: string) => (crlf ? text.replace(/\n/g, '\r\n') : text);
        const entities = declarations.length > 0 ? `entities:\n${declarations.join('')}` : '';
        const body = 'Anna, 安娜, Mrs. A: a, b and c.\n';
        const files = new Map([
          ['e.md', eol(`---\n# of a and b\n${entities}claims:\n${claims.join('') || '  []\n'}---\n${body}`)],
          ['entities/1.yaml', eol(apart ? records[0] : records.join(''))],
          ['entities/2.yaml', eol(apart ? records[1] + records[2] : '')],
        ]);
        const view = libraryOf(files);
        const made = mergeRecords(view, 'a', 'b');
        assert.ok('edits' in made, JSON.stringify(made));
        merged++;
        const after = applied(files, made.edits);
        const now = libraryOf(after);
        const document = parseDocument('e.md', after.get('e.md')!);
        assert.deepEqual(placesInDocument(view, document, 'a'), []);
        assert.equal(after.get('e.md')!.slice(document.body.start), eol(body));
        assert.equal(
          after.get('e.md')!.match(/# (?:of|who)/g)?.length,
          files.get('e.md')!.match(/# (?:of|who)/g)?.length,
        );
        for (const file of now.corpus.records.files.values()) {
          assert.deepEqual(file.problems, []);
          assert.deepEqual(placesInRecords(view, file, 'a'), []);
        }
        assert.equal(now.corpus.records.get('a'), undefined);
        assert.ok(!crlf || [...after.values()].every((text) => !/[^\r]\n/.test(text)));
      }),
      { numRuns: 150 },
    );
    assert.ok(merged > 0);
  });
});
