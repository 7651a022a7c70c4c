/** What a schema accepts, the decoder accepts, and the other way round: in right files with random things put wrong. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EXAMPLES } from './examples.ts';
import { agree, judgeData } from './judge.ts';
import { SCHEMAS } from './load.ts';

const RUNS = 150;

describe('schemas: random changes', () => {
  for (const name of SCHEMAS) {
    for (const [i, example] of EXAMPLES[name].entries()) {
      it(`${name} ${i + 1} is right as it stands`, () => {
        assert.deepEqual(judgeData(name, example), { schema: true, decoder: true });
      });

      it(`${name} ${i + 1}: schema and decoder judge alike`, () => {
        const places = placesOf(example);
        fc.assert(
          fc.property(
            fc.array(fc.tuple(fc.constantFrom(...places), CHANGE), { minLength: 1, maxLength: 2 }),
            (changes) => {
              let data: unknown = example;
              for (const [place, change] of changes) data = changed(data, place, change);
              fc.pre(!isBeyond(data));
              agree(judgeData(name, data), JSON.stringify(data, null, 1));
            },
          ),
          { numRuns: RUNS },
        );
      });
    }
  }
});

type Place = readonly string[];
type Change = { readonly put: unknown } | { readonly add: string; readonly value: unknown } | 'drop';

const JUNK = fc.constantFrom<unknown>(
  ...[null, '', ' ', 'x', '~', 'true', 'no', '1', '01', '0.5', '-3', '../x', 'a b', '172 -> 181', '近140个'],
  ...[0, 1, 2, 0.5, -1, true, false],
  ...[{}, [], ['x'], ['x', 2], [''], [null], [['x']], [{ quote: 'x' }], [{ x: 'y' }]],
  ...[
    { en: 'x' },
    { x1: 'y' },
    { text: 'x' },
    { quote: 'x', nth: 1 },
    { from: 1, to: '2' },
    { from: 1 },
    { partial: ['x'] },
  ],
);
const CHANGE: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: JUNK.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.constant('drop' as const) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('zebra', 'en', 'x y'), JUNK).map(([add, value]) => ({ add, value })),
  },
);

/** Every place below the root, as the keys that lead there. */
function placesOf(data: unknown, at: Place = []): Place[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [[...at, key], ...placesOf(value, [...at, key])]);
}

function changed(data: unknown, [key, ...rest]: Place, change: Change): unknown {
  if (typeof data !== 'object' || data === null || key === undefined || !(key in data)) return data;
  const copy: Record<string, unknown> = { ...data };
  if (rest.length > 0) copy[key] = changed(copy[key], rest, change);
  else if (change === 'drop') delete copy[key];
  else if ('put' in change) copy[key] = change.put;
  else if (typeof copy[key] !== 'object' || copy[key] === null || Array.isArray(copy[key])) return data;
  else copy[key] = { ...copy[key], [change.add]: change.value };
  return Array.isArray(data) ? Object.values(copy) : copy;
}

/**
 * What the two cannot judge alike. A schema cannot see whether a range is in order, nor what a claim inherits from a
 * group. And it rejects a severity that is not there under an unknown code, which the decoder passes over.
 */
function isBeyond(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some(isBeyond);
  const map = data as Record<string, unknown>;
  const inheritsNothing = Array.isArray(map.claims) && !('entities' in map) && !(map.quote && map.subject);
  const setsNothing = Object.values(map.checks ?? {}).includes(null);
  const [least, greatest] = Object.values(map.range ?? {}).map(Number);
  const isReversed = least !== undefined && greatest !== undefined && least > greatest;
  return inheritsNothing || setsNothing || isReversed || Object.values(map).some(isBeyond);
}
