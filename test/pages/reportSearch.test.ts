import assert from 'node:assert/strict';
import { type SearchIndex, search } from '../../server/src/pages/report/search.ts';

const INDEX: SearchIndex = {
  files: ['documents/a.html', 'entities/ada.html', 'entities/lian.html'],
  documents: [['Ada’s Landing', '2022', 0]],
  entities: [
    ['Adamant', 'Place', 1, 'adamant'],
    ['Lian Zhiyuan', 'Person', 2, 'lian zhiyuan\nlianzhiyuan\nlz\n连志远\nlzy'],
    ['Ada', 'Person', 1, 'ada\n阿达'],
  ],
  claims: [['Ada · count · 200', 'more than 200 people', 0, 'claim-3']],
};

const found = (query: string) => search(INDEX, query).hits.map(({ text, href }) => `${text} → ${href}`);

describe('the search of a report', () => {
  it('has the whole of a name first, then the beginning of one, then the rest; entities before what speaks of them', () => {
    assert.deepEqual(found('ada'), [
      'Ada → entities/ada.html',
      'Adamant → entities/ada.html',
      'Ada’s Landing → documents/a.html',
      'Ada · count · 200 → documents/a.html#claim-3',
    ]);
  });

  it('finds other scripts, initials, quotes, and folds what a reader does not type', () => {
    for (const query of ['连志', '远', 'LZY', 'lianzhi', 'lián zhì']) {
      assert.deepEqual(found(query), ['Lian Zhiyuan → entities/lian.html'], query);
    }
    assert.deepEqual(found('adas land'), ['Ada’s Landing → documents/a.html']);
    assert.deepEqual(found('200 people'), ['Ada · count · 200 → documents/a.html#claim-3']);
  });

  it('finds nothing for next to nothing, and nothing across two names', () => {
    for (const query of ['', ' ', 'a', '.', '\n', 'x'.repeat(10_000), 'lz 连'])
      assert.deepEqual(found(query), [], query.slice(0, 9));
  });

  it('counts all, and shows some', () => {
    const many = Array.from({ length: 500 }, (_, i) => [`Name ${i}`, '', 1, ''] as const);
    const { hits, total } = search({ ...INDEX, entities: many }, 'name');
    assert.deepEqual([hits.length, total], [30, 500]);
  });
});
