import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shifted } from '../../server/src/checks/statements/scale.ts';

describe('moving the decimal point of a figure', () => {
  const cases: readonly (readonly [text: string, places: number, expected: string | undefined])[] = [
    ['8,500 people', 1, '85,000 people'],
    ['8,500 people', -2, '85 people'],
    ['8500', 1, '85,000'],
    ['850', 1, '8500'],
    ['8500人', 1, '85000人'],
    ['8.5万人', 1, '85万人'],
    ['8.5万人', -1, undefined],
    ['about 14.3 million', 1, 'about 143 million'],
    ['24 thousand people', 4, undefined],
    ['120', -1, '12'],
    ['12', -1, '1.2'],
    ['5', -1, undefined],
    ['12,000,000', -8, undefined],
    ['三百万人', -2, undefined],
    ['172 -> 181', 1, undefined],
    ['', 1, undefined],
  ];
  for (const [text, places, expected] of cases) {
    it(`${text || 'nothing'} by ${places}`, () => assert.equal(shifted(text, places), expected));
  }

  it('there and back again is where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 8 }), (number, places) => {
        const there = shifted(`${number} x`, places)!;
        assert.equal(Number(there.replaceAll(',', '').replace(' x', '')), number * 10 ** places);
        assert.equal(shifted(there, -places)?.replaceAll(',', ''), `${number} x`);
      }),
    );
  });
});
