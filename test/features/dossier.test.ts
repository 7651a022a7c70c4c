import assert from 'node:assert/strict';
import { DEFAULT_LIMITS, dossier } from '../../server/src/features/dossier/dossier.ts';
import type { Assertion, Dossier } from '../../server/src/features/dossier/model.ts';
import { libraryOf, parseFixture } from '../fixture.ts';

const RECORDS = `-- concord.yaml --
properties:
  ships: {label: {en: ships, zh: 船数}, subject: [place], value: quantity, time: state}
-- entities/e.yaml --
olm: {type: place, name: {en: Olm, zh: 奥尔姆}, aliases: {en: [the Port]}, description: {en: A port., zh: 一座港口。}}
ada: {type: person, name: Ada Reed}
ben: {type: person, name: Ben Holm}
cay: {type: person, name: Cay Lund}
guild: {type: organization, name: Guild}
mayor: {type: position, name: {en: Mayor, zh: 市长}, of: olm, holders: 1}
fair:
  type: event
  name: Fair
  facts:
    - {property: held-on, value: 2022-05-04, source: documents/a.md#day}
    - {property: held-at, value: olm}
`;

const document = (path: string, date: string, claims: string, body: string, more = ''): string =>
  `-- ${path} --\n---\ntitle: Title of ${path}\n${date === '' ? '' : `date: ${date}\n`}lang: en\nsource: {publisher: guild}\n${more}entities: [olm, ada, ben, cay, fair]\nclaims:\n${claims}---\n${body}\n`;

const read = (text: string, id: string, options: Parameters<typeof dossier>[2] = {}): Dossier => {
  const found = dossier(libraryOf(parseFixture(RECORDS + text).files), id, options);
  assert.ok(found);
  return found;
};

/** An assertion in one line: what, when, how many say it, what it does not go together with. */
const line = ({ value, detail, when, sources, moreSources, disagreements, stance, ended }: Assertion): string =>
  [
    [value, detail].filter(Boolean).join(', '),
    when ? `${when.words}${when.basis === 'own' ? '' : ` [${when.basis}]`}` : 'undated',
    ...(stance === 'asserts' ? [] : [stance]),
    ...(ended ? ['ended'] : []),
    `by ${sources.length + moreSources}`,
    ...disagreements.map(({ relation, value, possible, accepted }) =>
      [relation, value, possible ? 'possibly' : '', accepted === undefined ? '' : `accepted: ${accepted}`]
        .filter(Boolean)
        .join(' '),
    ),
  ].join(' | ');

describe('the dossier', () => {
  it('says who an entity is, in the language of the reader, with its names in each', () => {
    const { name, names, aliases, type, description, record, usage, unknown } = read('', 'olm', { locale: 'zh-CN' });
    assert.equal(name, '奥尔姆');
    assert.deepEqual(names, [
      { text: 'Olm', lang: 'en' },
      { text: '奥尔姆', lang: 'zh' },
    ]);
    assert.deepEqual(aliases, [{ text: 'the Port', lang: 'en' }]);
    assert.deepEqual(
      [type, description, unknown],
      [{ id: 'place', label: '地点', core: 'place' }, '一座港口。', false],
    );
    assert.deepEqual([record?.path, record!.end - record!.start], ['entities/e.yaml', 3]);
    assert.deepEqual(usage, { documents: 0, mentions: 0, claims: 0 });
  });

  it('knows nothing of what the corpus does not name, and little of what has no record', () => {
    const library = libraryOf(
      parseFixture(
        RECORDS + document('documents/a.md', '2022', '  - {subject: dan, property: age, value: 40, quote: x}\n', 'x'),
      ).files,
    );
    assert.equal(dossier(library, 'nobody'), undefined);
    const dan = dossier(library, 'dan')!;
    assert.deepEqual([dan.unknown, dan.name, dan.figures.length], [true, 'dan', 1]);
  });

  it('makes one of what several say, records first, and leads to each of them', () => {
    const day = '  - {id: day, subject: fair, property: held-on, value: 2022-05-04, quote: on 4 May}\n';
    const { facts } = read(
      document('documents/b.md', '2022-05-06', day, 'on 4 May 2022') +
        document('documents/a.md', '2022-05-05', day, 'on 4 May 2022'),
      'fair',
    );
    const [heldOn, heldAt] = facts;
    assert.deepEqual(heldOn!.assertions.map(line), ['4 May 2022 | 4 May 2022 [value] | by 3']);
    const { sources } = heldOn!.assertions[0]!;
    assert.deepEqual(
      sources.map(({ path, claim, fact, title, by, date, quote }) => [path, claim, fact, title, by, date, quote]),
      [
        ['entities/e.yaml', 'fair.1', true, '', undefined, undefined, ''],
        ['documents/a.md', 'day', false, 'Title of documents/a.md', 'Guild', '5 May 2022', 'on 4 May'],
        ['documents/b.md', 'day', false, 'Title of documents/b.md', 'Guild', '6 May 2022', 'on 4 May'],
      ],
    );
    assert.deepEqual(sources[0]!.rests, [{ text: 'Title of documents/a.md', path: 'documents/a.md', claim: 'day' }]);
    assert.deepEqual(
      heldAt!.assertions.map(({ entity, value }) => [entity, value]),
      [['olm', 'Olm']],
    );
  });

  it('gives figures their certain and their expected range, and marks what does not go together', () => {
    const claims = (value: string, at: string, more = ''): string =>
      `  - {id: s, subject: olm, property: ships, value: ${value}, at: ${at}, quote: ships${more}}\n`;
    const { figures, open, timeline } = read(
      document('documents/a.md', '2022-01-02', claims('more than 200', '2022-01-01'), 'ships') +
        document('documents/b.md', '2022-01-03', claims('183', '2022-01-01'), 'ships') +
        document('documents/c.md', '2022-01-04', claims('250', '2022-01-01'), 'ships') +
        document('documents/d.md', '2023-01-04', claims('99', '2023-01-01', ', stance: expects'), 'ships'),
      'olm',
    );
    assert.deepEqual(
      figures.map(({ label, assertions }) => [label, ...assertions.map(line)]),
      [
        [
          'ships',
          'more than 200 | 1 January 2022 | by 1 | conflicting-quantity 183',
          '183 | 1 January 2022 | by 1 | conflicting-quantity more than 200 | conflicting-quantity 250',
          '250 | 1 January 2022 | by 1 | conflicting-quantity 183',
          '99 | 1 January 2023 | expects | by 1',
        ],
      ],
    );
    assert.deepEqual(figures[0]!.assertions[0]!.quantity, {
      hard: { low: 200, high: null, lowOpen: true, highOpen: true },
      soft: { low: 200, high: 300, lowOpen: true, highOpen: false },
      nominal: [200],
      words: 'more than 200',
    });
    assert.equal(open, 2);
    assert.equal(timeline.assertions.length, 4);
    assert.deepEqual(JSON.parse(JSON.stringify(figures)), figures, 'survives JSON');
  });

  it('says with what reason a contradiction is accepted, and counts it no longer', () => {
    const accept = '\n    accept:\n      conflicting-quantity: a later count';
    const { figures, open } = read(
      document(
        'documents/a.md',
        '2022-01-02',
        '  - {id: s, subject: olm, property: ships, value: 3, at: 2022, quote: ships}\n',
        'ships',
      ) +
        document(
          'documents/b.md',
          '2022-01-03',
          `  - id: s\n    subject: olm\n    property: ships\n    value: 4\n    at: 2022\n    quote: ships${accept}\n`,
          'ships',
        ),
      'olm',
    );
    assert.equal(
      line(figures[0]!.assertions[0]!),
      '3 | 2022 | by 1 | conflicting-quantity 4 possibly accepted: a later count',
    );
    assert.equal(open, 0);
  });

  it('holds what is asserted against what is denied', () => {
    const claim = (stance: string): string =>
      `  - {subject: guild, property: supports, value: olm, at: 2022, stance: ${stance}, quote: Olm}\n`;
    const { facts, open } = read(
      document('documents/a.md', '2022', claim('asserts'), 'Olm') +
        document('documents/b.md', '2022', claim('denies'), 'Olm'),
      'guild',
    );
    assert.deepEqual(facts[0]!.assertions.map(line), [
      'Olm | 2022 | by 1 | contradicting-relation Olm possibly',
      'Olm | 2022 | denies | by 1 | contradicting-relation Olm possibly',
    ]);
    assert.equal(open, 1);
  });

  it('keeps a document and its translation from contradicting one another', () => {
    const claim = (value: number): string =>
      `  - {id: s, subject: olm, property: ships, value: ${value}, at: 2022-01-01, quote: ships}\n`;
    const { open } = read(
      document('documents/a.md', '2022', claim(3), 'ships') +
        document('documents/b.md', '2022', claim(4), 'ships', 'translation-of: documents/a.md\n'),
      'olm',
    );
    assert.equal(open, 0);
  });

  describe('of offices', () => {
    const term = (person: string, at: string): string =>
      `  - {subject: ${person}, property: position, value: mayor, at: ${at}, quote: Olm}\n`;
    const text =
      document('documents/a.md', '2022-01-02', term('ada', '2018/2021-06-30') + term('cay', '2010/2012'), 'Olm') +
      document('documents/b.md', '2022-01-02', term('ben', '2021-01-01/..'), 'Olm');

    it('has the holders of a position in lanes, and says when there are too many', () => {
      const { offices } = read(text, 'mayor');
      assert.deepEqual([offices!.kind, offices!.seats], ['holders', 1]);
      assert.deepEqual(
        offices!.lanes.map(({ entity, name, terms }) => [entity, name, ...terms.map(({ when }) => when!.words)]),
        [
          ['cay', 'Cay Lund', '2010–2012'],
          ['ada', 'Ada Reed', '2018 – 30 June 2021'],
          ['ben', 'Ben Holm', 'since 1 January 2021'],
        ],
      );
      const [first] = offices!.crowds;
      assert.deepEqual(
        [first!.certain, first!.names, first!.end! - first!.start! + 1],
        [true, ['Ada Reed', 'Ben Holm'], 181],
      );
    });

    it('has the positions of a person, and who is in the positions of an organization', () => {
      const { offices, facts } = read(text, 'ada');
      assert.deepEqual(
        [offices!.kind, offices!.lanes.map(({ name }) => name), facts.length],
        ['positions', ['Mayor'], 0],
      );
      const staff = read(
        document(
          'documents/a.md',
          '2022',
          '  - {subject: ada, property: position, value: Clerk, of: guild, at: 2020, quote: Olm}\n',
          'Olm',
        ),
        'guild',
      );
      assert.deepEqual([staff.offices!.kind, staff.offices!.lanes[0]!.entity], ['staff', 'ada']);
    });
  });

  it('says who appears with it, those whom claims join before those whom documents do', () => {
    const { company } = read(
      document(
        'documents/a.md',
        '2022',
        '  - {subject: ada, property: member-of, value: guild, quote: Ada Reed}\n',
        'Ada Reed and Ben Holm in Olm.',
      ) +
        document(
          'documents/b.md',
          '2022',
          '  - {subject: olm, property: ships, value: 3, quote: Olm}\n',
          'Ada Reed in Olm.',
        ),
      'ada',
    );
    assert.deepEqual(
      company.companions.map(({ id, documents, claims, examples }) => [
        id,
        documents,
        claims,
        examples[0]!.claim !== undefined,
      ]),
      [
        ['guild', 0, 1, true],
        ['olm', 2, 0, false],
        ['ben', 1, 0, false],
      ],
    );
  });

  it('shows sensibly what has no dates', () => {
    const { figures, timeline } = read(
      document(
        'documents/a.md',
        '',
        '  - {subject: olm, property: ships, value: 3, quote: Olm}\n  - {subject: olm, property: ships, value: 4, quote: Olm}\n',
        'Olm',
      ),
      'olm',
    );
    assert.deepEqual(figures[0]!.assertions.map(line), ['3 | undated | by 1', '4 | undated | by 1']);
    assert.equal(timeline.assertions.length, 0);
  });

  it('chooses of hundreds of contradictions what is disputed and most said, and says how many are left', () => {
    const days = Array.from(
      { length: 300 },
      (_, i) => `  - {id: d${i}, subject: fair, property: held-on, value: ${1500 + i}, quote: Olm}\n`,
    ).join('');
    const started = performance.now();
    const found = read(document('documents/a.md', '2022', days, 'Olm'), 'fair', {
      limits: { ...DEFAULT_LIMITS, facts: 10 },
    });
    assert.ok(performance.now() - started < 2_000);
    const [group] = found.facts;
    assert.deepEqual([group!.property, group!.assertions.length, group!.more], ['held-on', 10, 291]);
    assert.ok(group!.assertions.every(({ disagreements }) => disagreements.length <= 12));
    assert.deepEqual(
      [found.timeline.assertions.length, found.timeline.more],
      [DEFAULT_LIMITS.timeline, 301 - DEFAULT_LIMITS.timeline],
    );
  });

  it('shortens names of any length', () => {
    const long = 'N'.repeat(5_000);
    const library = libraryOf(parseFixture(`-- entities/e.yaml --\nx: {type: person, name: ${long}}\n`).files);
    assert.ok(dossier(library, 'x')!.name.length <= 601);
  });
});
