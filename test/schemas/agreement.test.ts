/** What a schema accepts, the decoder accepts, and the other way round: in a table, in random changes, in the example. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { splitFrontMatter } from '../../server/src/core/frontMatter.ts';
import { EXAMPLES } from './examples.ts';
import { type Judgement, judge, judgeData } from './judge.ts';
import { ROOT, SCHEMAS, type SchemaName } from './load.ts';

const agree = ({ schema, decoder, problem }: Judgement, yaml: string): void => {
  const said = problem ? `the decoder says ${problem}` : 'the decoder says nothing';
  assert.equal(schema, decoder, `the schema ${schema ? 'accepts' : 'rejects'} what ${said} about:\n${yaml}`);
};

/** Right or wrong, for both. */
function table(name: SchemaName, right: readonly string[], wrong: readonly string[]): void {
  describe(`schemas: ${name} and the decoder`, () => {
    for (const yaml of right) {
      it(`accept ${yaml.replace(/\n/g, '⏎')}`, () => {
        const judgement = judge(name, yaml);
        assert.deepEqual(judgement, { schema: true, decoder: true });
      });
    }
    for (const yaml of wrong) {
      it(`reject ${yaml.replace(/\n/g, '⏎')}`, () => {
        const judgement = judge(name, yaml);
        agree(judgement, yaml);
        assert.equal(judgement.schema, false);
      });
    }
  });
}

table(
  'concord',
  [
    '',
    '# nothing yet',
    'version: "1"',
    'version:',
    'documents: a.md',
    'documents: [a/..b/*.md, 2024]',
    'documents: []',
    'languages: zh',
    'types: {media: {label: {en: News}}}',
    'types:',
    'properties: {p: {subject: "place, person", single: "true"}}',
    'properties: {p: {qualifiers: {of: {type: any, required: false}}}}',
    'properties: {p: {range: [0]}}',
    'properties: {p: {range: {greatest: 3}}}',
    'units: {mu: {to: hectare, factor: "0.0667"}}',
    'units: {mu: {is: hectare, factor: 0}}',
    'checks: {tension: off}',
    'widths: {about: "0.25"}',
  ],
  [
    '[a, list]',
    'version: 2',
    'version: [1]',
    'document: a.md',
    'documents: {a: b}',
    'documents: /etc/*.md',
    'documents: [ok.md, ../x.md]',
    'documents: a/../../x.md',
    'documents: "C:\\\\x"',
    'documents: ["", a]',
    'documents: [~]',
    'exclude: [[a]]',
    'types: media',
    'types: {media: News}',
    'types: {media: {labels: x}}',
    'types: {media: {label: [x]}}',
    'properties: {p: quantity}',
    'properties: {p: {time: forever}}',
    'properties: {p: {direction: sideways}}',
    'properties: {p: {single: maybe}}',
    'properties: {p: {within: 1}}',
    'properties: {p: {range: 3}}',
    'properties: {p: {range: [a, 2]}}',
    'properties: {p: {range: {most: 2}}}',
    'properties: {p: {qualifiers: of}}',
    'properties: {p: {qualifiers: {of: {types: any}}}}',
    'properties: {p: {qualifier: [of]}}',
    'units: {mu: hectare}',
    'units: {mu: {}}',
    'units: {mu: {to: hectare}}',
    'units: {mu: {to: hectare, factor: 0}}',
    'units: {mu: {to: hectare, factor: -1}}',
    'units: {mu: {to: hectare, factor: some}}',
    'checks: {tension: loud}',
    'checks: {tensions: off}',
    'checks: off',
    'widths: {about: 1}',
    'widths: {about: 0}',
    'widths: {nearly: "10 %"}',
    'widths: {around: 0.1}',
  ],
);

table(
  'records',
  [
    '',
    'ada: {}',
    'ada: {type: person, name: Ada}',
    'ada-1.x_y: {name: {en: Ada, zh: [艾达]}}',
    '2024: {name: 2024}',
    'ada: {facts: []}',
  ],
  [
    '[ada]',
    'ada:',
    'ada: Ada Lovelace',
    'ada lovelace: {name: Ada}',
    'ada: {names: Ada}',
    'ada: {name: ""}',
    'ada: {name: {en: {x: y}}}',
    'ada: {aliases: [" "]}',
    'ada: {holders: 0}',
    'ada: {holders: many}',
    'ada: {holders: 1.5}',
    'ada: {facts: {property: count}}',
    'ada: {facts: [~]}',
    'ada: {facts: [text]}',
    'ada: {facts: [{property: count}]}',
    'ada: {facts: [{value: 3}]}',
    'ada: {facts: [{property: , value: 3}]}',
    'ada: {facts: [{property: count, value: []}]}',
    'ada: {facts: [{property: count, value: [[1]]}]}',
    'ada: {facts: [{property: count, value: {from: 1}}]}',
    'ada: {facts: [{property: count, value: {from: 1, to: 2, by: 3}}]}',
    'ada: {facts: [{property: count, value: {english: x, chinese: y}}]}',
    'ada: {facts: [{property: count, value: 3, of: {a b: c}}]}',
    'ada: {facts: [{property: count, value: 3, stance: thinks}]}',
    'ada: {facts: [{property: count, value: 3, certainty: 90}]}',
    'ada: {facts: [{property: count, value: 3, ended: soon}]}',
    'ada: {facts: [{property: count, value: 3, by: {name: x}}]}',
    'ada: {facts: [{property: count, value: 3, accept: tension}]}',
    'ada: {facts: [{property: count, value: 3, accept: {tensions: x}}]}',
    'ada: {facts: [{property: count, value: 3, accept: {tension: {why: x}}}]}',
  ],
);

const claim = (keys: string): string => `claims: [{subject: a, property: count, value: 1, ${keys}}]`;

table(
  'front-matter',
  [
    'title: [someone, elses]',
    'date: {of: another tool}',
    'entities:',
    'entities: {}',
    'entities: [a, {b: x}]',
    'entities: {a: , b: x, c: [y]}',
    'claims: []',
    claim('quote: q, nth: 2'),
    claim('quote: [q, r]'),
    claim('quote: {quote: [q, r], near: s}'),
    claim('quote: q, weather: {en: fine}'),
    'claims: [{claims: [{quote: q, subject: a, property: count, value: 1}]}]',
    'claims: [{quote: q, subject: a, property: count, value: 1, claims: [{property: age, value: 2}]}]',
  ],
  [
    'entities: ada',
    'entities: [[a]]',
    'entities: [{a: x, b: y}]',
    'entities: [""]',
    'entities: {a: {form: x}}',
    'entities: {a: {as: {en: x}}}',
    'entities: {a: {here: {near: x}}}',
    'entities: {a: {here: {quote: x, after: y}}}',
    'entities: {a: {here: [[]]}}',
    'claims: {a: b}',
    'claims: [~]',
    'claims: [text]',
    'claims: [{}]',
    'claims: [{quote: q}]',
    claim('nth: 1'),
    claim('quote: ""'),
    claim('quote: [a, ~]'),
    claim('quote: []'),
    claim('quote: q, nth: first'),
    claim('quote: q, nth: 0'),
    claim('quote: q, near: [x]'),
    claim('quote: q, items: 3'),
    claim('quote: q, items: {some: [x]}'),
    claim('quote: q, parts: [x]'),
    claim('quote: q, claims: {property: age}'),
    claim('quote: q, claims: [{value: 1}]'),
    'claims: [{claims: [], property: count}]',
    'claims: []\ntitle: [a]',
    'claims: []\nsource: wire',
    'claims: []\nsource: {url: [a]}',
    'claims: []\naccept: [tension]',
  ],
);

const RUNS = 250;

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
  ...[[], ['x'], ['x', 2], [''], [null], [['x']], [{ quote: 'x' }], [{ x: 'y' }]],
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
 * group. And it rejects a few shapes that the decoder passes over in silence: a map without content where a text or a
 * value belongs, an unknown code with nothing accepted under it, all but the first language of a description.
 */
function isBeyond(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some(isBeyond);
  const map = data as Record<string, unknown>;
  const values = Object.values(map);
  const inheritsNothing = Array.isArray(map.claims) && !('entities' in map) && !(map.quote && map.subject);
  const acceptsNothing = Object.values(map.accept ?? {}).some((value) => Array.isArray(value) && value.length === 0);
  const [least, greatest] = Object.values(map.range ?? {}).map(Number);
  const isReversed = least !== undefined && greatest !== undefined && least > greatest;
  const isDescribed = typeof map.description === 'object' && Object.keys(map.description ?? {}).length > 1;
  const isHollow = values.every((value) => value === null) || map.quote === null;
  return inheritsNothing || acceptsNothing || isReversed || isDescribed || isHollow || values.some(isBeyond);
}

describe('schemas: the example corpus', () => {
  const folder = join(ROOT, 'client', 'example');
  const files = (readdirSync(folder, { recursive: true }) as string[]).map((file) => file.replace(/\\/g, '/')).sort();
  const cases: [SchemaName, string, string][] = files.flatMap((file): [SchemaName, string, string][] => {
    const text = () => readFileSync(join(folder, file), 'utf8');
    if (file === 'concord.yaml') return [['concord', file, text()]];
    if (/^entities\/.*\.ya?ml$/.test(file)) return [['records', file, text()]];
    if (!/^documents\/.*\.(?:md|txt)$/.test(file)) return [];
    const front = splitFrontMatter(text());
    return front ? [['front-matter', file, text().slice(front.yaml.start, front.yaml.end)]] : [];
  });

  it('has files of every kind', () => {
    assert.deepEqual(new Set(cases.map(([name]) => name)), new Set(SCHEMAS));
  });

  for (const [name, file, yaml] of cases) {
    it(`${file} is valid`, () => {
      assert.deepEqual(judge(name, yaml), { schema: true, decoder: true });
    });
  }
});
