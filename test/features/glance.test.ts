import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matrixScopeFrom, networkScopeFrom, scopeFrom } from '../../server/src/features/glance/decode.ts';
import { type MatrixModel, type MatrixScope, matrix } from '../../server/src/features/glance/matrix.ts';
import { neighbours } from '../../server/src/features/glance/neighbours.ts';
import {
  NETWORK_LIMITS,
  type NetworkModel,
  type NetworkScope,
  network,
} from '../../server/src/features/glance/network.ts';
import type { Scope } from '../../server/src/features/glance/scope.ts';
import { finished } from '../../server/src/features/glance/steps.ts';
import { timeline } from '../../server/src/features/glance/timeline.ts';
import { libraryOf, parseFixture } from '../fixture.ts';

const RECORDS = `-- concord.yaml --
languages: [en, zh]
-- entities/e.yaml --
olm: {type: place, name: {en: Olm, zh: 奥尔姆}, facts: [{property: part-of, value: coast}]}
coast: {type: place, name: The Coast}
fair: {type: event, name: Spring Fair, facts: [{property: held-on, value: 2022-05}]}
guild: {type: organization, name: Guild}
ada: {type: person, name: Ada Reed}
stray: {type: person, name: Stray}
`;

const libraryOfText = (text: string) => libraryOf(parseFixture(RECORDS + text).files);

/** `path`, its front matter, its body. */
const document = (path: string, front: string, body: string): string => `-- ${path} --\n---\n${front}\n---\n${body}\n`;

const TWO = `${document(
  'a.md',
  `title: First
date: 2022-05-04
source: {publisher: guild}
entities: [olm, ada, fair]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 12, quote: has 12 ships}
  - {id: held, subject: fair, property: held-on, value: 2022-05-04, quote: opened on 4 May 2022}
  - {id: helps, subject: ada, property: supports, value: guild, at: 2022, quote: Ada Reed backs it}`,
  'Olm has 12 ships. Spring Fair opened on 4 May 2022. Ada Reed backs it. Olm.',
)}${document(
  'b.md',
  `title: Second
date: 2023
source: {publisher: The Herald}
entities: [olm, ada]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 14, quote: has 14 ships}
  - {id: held, subject: fair, property: held-on, value: 2022-06-01, quote: a June fair}
  - {id: denied, subject: ada, property: supports, value: guild, at: 2022, stance: denies, quote: Ada Reed does not}`,
  'Olm has 14 ships after a June fair. Ada Reed does not.',
)}`;

describe('the network of a corpus', () => {
  const view = libraryOfText(TWO);
  const of = (scope: NetworkScope = {}, limits = NETWORK_LIMITS): NetworkModel =>
    finished(network(view, scope, 'en', limits));
  const connections = ({ nodes, edges }: NetworkModel): readonly string[] => {
    const said: string[] = [];
    for (let i = 0; i < edges.length; i += 4) {
      const pair = [nodes[edges[i]!]!.id, nodes[edges[i + 1]!]!.id].sort().join('–');
      said.push(`${pair} ${edges[i + 2]} ${edges[i + 3]}`);
    }
    return said.sort();
  };

  it('has what documents speak of, the most spoken of first, and what connects it', () => {
    const model = of();
    assert.deepEqual(
      model.nodes.map(({ id, documents, mentions, claims }) => `${id} ${documents} ${mentions} ${claims}`),
      ['olm 2 3 3', 'ada 2 2 2', 'fair 2 1 3', 'guild 2 0 2', 'coast 0 0 1'],
    );
    assert.deepEqual(connections(model), [
      'ada–fair 1 0',
      'ada–guild 0 2',
      'ada–olm 2 0',
      'coast–olm 0 1',
      'fair–olm 1 0',
    ]);
    assert.deepEqual(
      model.nodes.map(({ connections }) => connections),
      [3, 3, 2, 1, 1],
    );
    assert.deepEqual(model.more, { nodes: 0, edges: 0 });
  });

  it('is narrowed by type, by time, by document, by what connects', () => {
    assert.deepEqual(connections(of({ types: ['person', 'place'] })), ['ada–olm 2 0', 'coast–olm 0 1']);
    assert.deepEqual(connections(of({ from: '2023' })), ['ada–guild 0 1', 'ada–olm 1 0']);
    assert.deepEqual(connections(of({ to: '2022-12' })), [
      'ada–fair 1 0',
      'ada–guild 0 1',
      'ada–olm 1 0',
      'fair–olm 1 0',
    ]);
    assert.deepEqual(connections(of({ documents: 'SECOND' })), ['ada–guild 0 1', 'ada–olm 1 0']);
    assert.deepEqual(connections(of({ by: 'claims' })), ['ada–guild 0 2', 'coast–olm 0 1']);
    assert.deepEqual(connections(of({ by: 'mentions' })), ['ada–fair 1 0', 'ada–olm 2 0', 'fair–olm 1 0']);
    assert.equal(of({ from: 'no date at all' }).documents, 2);
    const { types } = of({ types: ['person'] });
    assert.deepEqual(
      types.map(({ id, count, shown }) => `${id} ${count} ${shown}`),
      ['person 1 true', 'organization 1 false', 'place 2 false', 'event 1 false'],
    );
  });

  it('keeps of too much the most spoken of and the strongest, each with its strongest, and says what it leaves out', () => {
    const model = of({}, { nodes: 3, edges: 2, perDocument: 150 });
    assert.deepEqual(
      model.nodes.map(({ id }) => id),
      ['olm', 'ada', 'fair'],
    );
    assert.equal(model.edges.length / 4, 2);
    assert.deepEqual(model.more, { nodes: 2, edges: 1 });
    assert.deepEqual(connections(of({}, { nodes: 9, edges: 9, perDocument: 1 })).includes('ada–olm 2 0'), false);
  });

  it('is the same whatever the files are read in', () => {
    const { files } = parseFixture(RECORDS + TWO);
    const other = libraryOf(new Map([...files].reverse()));
    assert.deepEqual(finished(network(other, {}, 'en')), of());
  });

  it('tells of one entity with what it is connected, where, and by which claim', () => {
    const hood = finished(neighbours(view, 'ada', {}, 'zh'))!;
    assert.deepEqual([hood.name, hood.type, hood.documents, hood.mentions, hood.claims], ['Ada Reed', '人物', 2, 2, 2]);
    assert.deepEqual(
      hood.neighbours.map(({ id, name, documents, claims }) => [id, name, documents, claims]),
      [
        ['olm', '奥尔姆', 2, 0],
        ['guild', 'Guild', 0, 2],
        ['fair', 'Spring Fair', 1, 0],
      ],
    );
    assert.deepEqual(hood.neighbours[1]!.said.map(({ path, claim }) => `${path}#${claim}`).sort(), [
      'a.md#helps',
      'b.md#denied',
    ]);
    assert.deepEqual(
      hood.neighbours[0]!.inDocuments.map(({ title }) => title),
      ['Second', 'First'],
    );
    assert.equal(finished(neighbours(view, 'nobody', {}, 'en')), undefined);
  });

  it('agrees with itself: an entity has as many connections in its list as in the network', () => {
    for (const scope of [{}, { by: 'claims' as const }, { from: '2023' }, { types: ['person', 'place'] }]) {
      for (const { id, connections } of of(scope).nodes) {
        assert.equal(finished(neighbours(view, id, scope, 'en'))!.neighbours.length, connections, id);
      }
    }
  });
});

describe('the timeline of a corpus', () => {
  const of = (text: string, scope: Scope = {}, locale = 'en') => finished(timeline(libraryOfText(text), scope, locale));

  it('has documents and events, each date that is claimed, and says where dates contradict one another', () => {
    const { documents, events, counts, axis } = of(TWO);
    assert.deepEqual(counts, { documents: 2, undated: 0, events: 1, contradictory: 1 });
    assert.deepEqual(
      documents.map(({ title, date }) => `${title} ${date}`),
      ['First 4 May 2022', 'Second 2023'],
    );
    assert.deepEqual(
      events.map(({ name, dates, contradictory }) => [name, dates.map(({ words }) => words), contradictory]),
      [['Spring Fair', ['May 2022', '4 May 2022', '1 June 2022'], true]],
    );
    assert.deepEqual(
      events[0]!.dates.map(({ recorded, path, claim }) => [recorded, path, claim].join(' ')),
      [`true entities/e.yaml ${events[0]!.dates[0]!.claim}`, 'false a.md held', 'false b.md held'],
    );
    assert.equal(axis!.unit, 'month');
  });

  it('counts what is dated as exactly as its bars, and keeps apart what is not', () => {
    const { bars, coarse } = of(TWO);
    assert.deepEqual(
      bars.map(({ label, documents, from, to }) => [label, documents, from, to]),
      [['May 2022', 1, '2022-05', '2022-05']],
    );
    assert.deepEqual(
      coarse.map(({ label, documents }) => [label, documents]),
      [['2023', 1]],
    );
  });

  it('looks at a part of the time, or at some documents', () => {
    const part = of(TWO, { from: '2022-06', to: '2022-12' });
    assert.deepEqual([part.counts.documents, part.counts.events], [0, 1]);
    assert.deepEqual(
      of(TWO, { documents: 'second' }).events[0]!.dates.map(({ words }) => words),
      ['1 June 2022'],
    );
  });

  it('has no axis without dates, and no fault either', () => {
    const model = of(`-- c.md --\n---\nentities: [olm]\n---\nOlm.\n-- d.md --\nPlain.\n`, { documents: '.md' });
    assert.deepEqual(
      [model.axis, model.counts],
      [undefined, { documents: 2, undated: 2, events: 0, contradictory: 0 }],
    );
  });

  it('bears contradictory dates by the hundred', () => {
    const claims = Array.from(
      { length: 300 },
      (_, i) => `  - {id: c${i}, subject: fair, property: held-on, value: "${1700 + i}", quote: x}`,
    ).join('\n');
    const [event] = of(document('c.md', `date: 2022\nclaims:\n${claims}`, 'x')).events;
    assert.equal(event!.dates.length + event!.more, 301);
    assert.ok(event!.contradictory && event!.dates.length <= 12);
  });

  it('bears any dates whatever', () => {
    const year = fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(0, 9999, -9999, 1970));
    const edtf = year.map((value) => `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(4, '0')}`);
    const date = fc.oneof(
      edtf,
      edtf.map((one) => `${one}-05-04`),
      fc.constantFrom('2012/..', '../2012', '202X', '2022-21', 'Y12345', 'never', '..'),
    );
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (dates) => {
        const text = dates.map((one, i) => document(`${i}.md`, `date: "${one}"\nentities: [olm]`, 'Olm.')).join('');
        const { axis, bars, coarse, documents } = of(text);
        assert.ok(bars.length <= 121);
        for (const { start, end } of [...bars, ...coarse])
          assert.ok(start <= end && axis!.start <= start && end <= axis!.end);
        for (const { start, end } of documents)
          assert.ok(start === undefined || (axis!.start <= start && end! <= axis!.end));
      }),
      { numRuns: 60 },
    );
  });
});

describe('sources against claims', () => {
  const of = (scope: MatrixScope = {}, text = TWO): MatrixModel => finished(matrix(libraryOfText(text), scope, 'en'));
  /** Each row as “subject property: column=value mark side”. */
  const rows = ({ rows, columns }: MatrixModel): readonly string[] =>
    rows.map(
      ({ subject, property, cells }) =>
        `${subject} ${property}: ${cells
          .flatMap(({ column, claims }) =>
            claims.map(
              ({ value, mark, side }) =>
                `${columns[column]!.label || columns[column]!.kind}=${value} ${mark}${side === undefined ? '' : ` ${side}`}`,
            ),
          )
          .join(', ')}`,
    );

  it('stand side by side, the gravest first, with who takes which side', () => {
    assert.deepEqual(rows(of()), [
      'Spring Fair Held on: First=4 May 2022 conflict 0, Second=1 June 2022 conflict 1, records=May 2022 conflict 0',
      'Ada Reed Supports: First=Guild conflict 0, Second=Guild conflict 1',
      'Olm Count: First=12 conflict 0, Second=14 conflict 1',
    ]);
    assert.deepEqual(of().counts, { rows: 3, disagreements: 3 });
  });

  it('can be looked at by publisher, by subject, and where sources disagree only', () => {
    assert.deepEqual(
      of({ by: 'publishers' }).columns.map(({ kind, label, entity }) => [kind, label, entity].join(' ').trim()),
      ['publisher Guild guild', 'publisher The Herald', 'records'],
    );
    assert.deepEqual(rows(of({ about: 'OLM' })), ['Olm Count: First=12 conflict 0, Second=14 conflict 1']);
    assert.equal(of({ show: 'disagreements' }).rows.length, 3);
    assert.ok(of({ show: 'all' }).rows.some(({ subject, mark }) => subject === 'Olm' && mark === 'alone'));
    assert.equal(of({ documents: 'nowhere' }).rows.length, 0);
  });

  it('tells agreement, refinement and tension from contradiction, and from what is of another time', () => {
    const claim = (value: string, at = '2022') =>
      `claims: [{subject: olm, property: count, of: ships, at: ${at}, value: ${value}, quote: x}]`;
    const said = (value: string, other: string, at?: string): string => {
      const text =
        document('a.md', `title: A\ndate: 2022\n${claim(value)}`, 'x') +
        document('b.md', `title: B\ndate: 2023\n${claim(other, at)}`, 'x');
      return of({ show: 'all' }, text).rows.find(({ property }) => property === 'Count')!.mark;
    };
    assert.equal(said('12', '12'), 'agreement');
    assert.equal(said('more than 100', '140'), 'refinement');
    assert.equal(said('more than 100', '900'), 'tension');
    assert.equal(said('12', '14'), 'conflict');
    assert.equal(said('12', '14', '2023'), 'alone');
  });

  it('puts on one side who says the same, however many sides there are', () => {
    const text = [12, 14, 12, 16]
      .map((value, i) =>
        document(
          `${i}.md`,
          `title: D${i}\ndate: 202${i}\nclaims: [{subject: olm, property: count, of: ships, at: 2019, value: ${value}, quote: x}]`,
          'x',
        ),
      )
      .join('');
    assert.deepEqual(rows(of({}, text)), [
      'Olm Count: D0=12 conflict 0, D1=14 conflict 1, D2=12 conflict 0, D3=16 conflict 2',
    ]);
    assert.equal(of({}, text).rows[0]!.sides, 3);
  });

  it('gathers further columns in one, and rows in pages', () => {
    const textOf = (length: number) =>
      Array.from({ length }, (_, i) =>
        document(
          `d${String(i).padStart(2, '0')}.md`,
          `title: D${i}\ndate: 2022\nclaims:\n${[1, 2]
            .map((n) => `  - {subject: olm, property: count, of: "things ${i}", at: 202${n}, value: ${n}, quote: x}`)
            .join('\n')}`,
          'x',
        ),
      ).join('');
    const model = of({}, textOf(40));
    assert.equal(model.columns.length, 24);
    assert.deepEqual(model.columns.at(-1), { kind: 'others', label: '', count: 17 });
    assert.ok(model.rows[0]!.cells.at(-1)!.more > 0);
    assert.ok(model.rows[0]!.cells.at(-1)!.claims.every(({ where }) => where !== undefined));
    assert.equal(of({ page: 99 }, textOf(40)).page, 0);
    const many = of({}, textOf(60));
    assert.deepEqual(many.columns, [{ kind: 'others', label: '', count: 60 }]);
    assert.equal(many.rows[0]!.cells[0]!.claims.length, 12);
  });
});

describe('what is asked of a corpus at a glance', () => {
  it('is read as far as it is of its kind', () => {
    assert.deepEqual(scopeFrom({ from: '2022', to: 3, documents: 'x'.repeat(501), other: 1 }), { from: '2022' });
    assert.deepEqual(networkScopeFrom({ types: ['person', 4, ''], by: 'magic' }), { types: ['person', ''] });
    assert.deepEqual(matrixScopeFrom({ show: 'all', by: 'publishers', about: 'x', page: -1 }), {
      show: 'all',
      by: 'publishers',
      about: 'x',
    });
    for (const nothing of [undefined, null, 'x', 7, []]) assert.deepEqual(matrixScopeFrom(nothing), {});
  });

  it('is never a fault', () => {
    const view = libraryOfText(TWO);
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (from, page) => {
        const scope = { from, to: page, documents: from, types: from, by: page, show: from, about: page, page };
        finished(timeline(view, scopeFrom(scope), 'en'));
        finished(network(view, networkScopeFrom(scope), 'en'));
        finished(matrix(view, matrixScopeFrom(scope), 'en'));
      }),
      { numRuns: 100 },
    );
  });
});
