/** Holds the search for the word that was meant: a distance that is one, and near misses that a person would call so. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DOCUMENT_KEYS } from '../../server/src/core/frontMatter.ts';
import { closest, editDistance, nearMiss } from '../../server/src/core/spelling.ts';

/** Optimal string alignment by its definition. */
function plainly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  let least = Math.min(plainly(x, b) + 1, plainly(a, y) + 1, plainly(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1));
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    least = Math.min(least, plainly(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return least;
}

describe('edit distance', () => {
  it('is the least number of edits, or one more than the limit', () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, fc.nat({ max: 6 }), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), Math.min(plainly(a, b), limit + 1));
      }),
      { numRuns: 300 },
    );
  });

  it('counts a swap of neighbours once', () => {
    assert.equal(editDistance('wieght', 'weight', 3), 1);
    assert.equal(editDistance('', 'ab', 3), 2);
  });
});

describe('the closest words', () => {
  const known = ['claims', 'entities', 'diplomatic-relations', 'said'];
  const cases: readonly (readonly [word: string, expected: readonly string[]])[] = [
    ['claim', ['claims']],
    ['clamis', ['claims']],
    ['entites', ['entities']],
    ['diplomatic_relations', ['diplomatic-relations']],
    ['DiplomaticRelations', ['diplomatic-relations']],
    ['sayd', ['said']],
    ['say', []],
    ['claims', []],
    ['xyz', []],
    ['', []],
  ];
  for (const [word, expected] of cases) {
    it(`to “${word}”`, () => assert.deepEqual(closest(word, known), expected));
  }

  it('come nearest first, and in order of the alphabet', () => {
    assert.deepEqual(closest('shen-beil', ['shen-beiyi', 'shen-beilu', 'shen-beili'], 2), ['shen-beili', 'shen-beilu']);
  });

  it('are found quickly for a word of any length', () => {
    const start = performance.now();
    closest('a'.repeat(100_000), ['claims', 'entities']);
    assert.ok(performance.now() - start < 500);
  });
});

describe('a near miss of a document’s key', () => {
  const misses: readonly (readonly [key: string, meant: string])[] = [
    ['entites', 'entities'],
    ['enttities', 'entities'],
    ['Entities', 'entities'],
    ['claim', 'claims'],
    ['calims', 'claims'],
    ['tilte', 'title'],
    ['dtae', 'date'],
    ['sorce', 'source'],
    ['translation_of', 'translation-of'],
    ['translationOf', 'translation-of'],
    ['translaton-off', 'translation-of'],
    ['acept', 'accept'],
    ['Date', 'date'],
  ];
  for (const [key, meant] of misses) it(`is ${key}`, () => assert.equal(nearMiss(key, DOCUMENT_KEYS), meant));

  for (const key of [
    'data',
    'rate',
    'land',
    'long',
    'tags',
    'author',
    'layout',
    'aliases',
    'draft',
    'updated',
    'description',
    'slug',
    'categories',
    'name',
    'type',
    'id',
    'language',
    'except',
    'late',
    'image',
  ]) {
    it(`is not ${key}`, () => assert.equal(nearMiss(key, DOCUMENT_KEYS), undefined));
  }
});
