import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { claimsInOrder } from '../../server/src/features/overview/claims.ts';
import { documentsByDate, unclaimedFigures } from '../../server/src/features/overview/documents.ts';
import { entitiesOfType, entityTypes } from '../../server/src/features/overview/entities.ts';
import { libraryOf, parseFixture } from '../fixture.ts';

const A = 'documents/a.md';
const CORPUS = `-- concord.yaml --
types:
  ship: {label: {en: ship, zh: 船}}
-- entities/e.yaml --
olm: {type: place, name: {en: Olm, zh: 奥尔姆}}
ada: {type: person, name: Ada Reed}
ben: {type: person, name: Ben Holm}
cay: {type: person, name: Cay Lund}
ark: {type: ship, name: The Ark}
stray: {name: Stray}
-- ${A} --
---
title: Olm counts its ships
date: 2022-05-04
lang: en
entities: [olm, ada]
claims:
  - {id: later, subject: ada, property: age, value: 40, quote: is 40}
  - id: ships
    subject: olm
    property: count
    of: ships
    value: 19
    quote: has 12 ships
    claims:
      - {property: count, of: boats, value: [3, 4]}
  - {subject: olm, property: count, of: gulls, value: 7, quote: seven gulls}
---
Olm has 12 ships and 5 rafts. Ada Reed is 40. Olm, says Ada Reed.
-- documents/b.md --
---
title: Older
date: 2021
entities: [olm]
---
Olm in 2020.
-- documents/c.md --
Nobody has annotated 3 lines.
`;

describe('the lists of a corpus', () => {
  const { files } = parseFixture(CORPUS);
  const library = libraryOf(files);

  it('count entities by type, in the order of the vocabulary, and say which have none', () => {
    const types = entityTypes(library, 'zh').map(({ type, label, count }) => `${type} ${label} ${count}`);
    assert.deepEqual(types, ['person 人物 3', 'place 地点 1', 'ship 船 1', '  1']);
  });

  it('sort entities by name, or by how much is said of them', () => {
    const rows = (order: 'name' | 'use') =>
      entitiesOfType(library, 'person', order, 'en').map(({ name, use }) => [
        name,
        use.documents,
        use.mentions,
        use.claims,
      ]);
    assert.deepEqual(rows('name'), [
      ['Ada Reed', 1, 2, 1],
      ['Ben Holm', 0, 0, 0],
      ['Cay Lund', 0, 0, 0],
    ]);
    assert.deepEqual(rows('use')[0], ['Ada Reed', 1, 2, 1]);
    const [olm] = entitiesOfType(library, 'place', 'use', 'zh');
    assert.deepEqual(
      [olm!.name, olm!.otherNames, olm!.use],
      ['奥尔姆', ['Olm'], { documents: 2, mentions: 3, claims: 4 }],
    );
  });

  it('count anew what an edit has changed', () => {
    const library = libraryOf(files);
    const before = entitiesOfType(library, 'place', 'use', 'en')[0]!.use;
    library.update(A, files.get(A)!.replace('Olm, says', 'She, says'));
    assert.deepEqual(entitiesOfType(library, 'place', 'use', 'en')[0]!.use, {
      ...before,
      mentions: before.mentions - 1,
    });
  });

  it('have the claims of a document in the order of its text, with the worst that is found on each', () => {
    const rows = claimsInOrder(library, A, check(library, A), 'en');
    assert.deepEqual(
      rows.map(({ label, severity, anchored }) => [label, severity, anchored]),
      [
        ['count: 7, gulls', 'error', false],
        ['count: 19, ships', 'error', true],
        ['count: 3, boats', 'error', true],
        ['age: 40', undefined, true],
      ],
    );
    const text = files.get(A)!;
    assert.equal(text.slice(rows[1]!.span.start, rows[1]!.span.end), 'has 12 ships');
    assert.equal(rows[3]!.detail, 'Ada Reed · later');
    assert.deepEqual(claimsInOrder(library, 'documents/none.md', [], 'en'), []);
  });

  it('have the latest documents first, and say what is left to do in one', () => {
    assert.deepEqual(
      documentsByDate(library, 'en').map(({ title, date, year, annotated, mentions, claims }) => [
        title,
        date,
        year,
        annotated,
        mentions,
        claims,
      ]),
      [
        ['Olm counts its ships', '4 May 2022', 2022, true, 4, 5],
        ['Older', '2021', 2021, true, 1, 0],
        ['c.md', undefined, undefined, false, 0, 0],
      ],
    );
    assert.equal(unclaimedFigures(library, A), 1);
    assert.equal(unclaimedFigures(library, 'documents/b.md'), 1);
  });
});
