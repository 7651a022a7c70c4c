/** What a schema accepts, the decoder accepts, and the other way round: in a table, and in the example corpus. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from '../../server/src/core/frontMatter.ts';
import { agree, judge } from './judge.ts';
import { ROOT, SCHEMAS, type SchemaName } from './load.ts';

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
    'languages: [EN, zh-Hant, yue, no]',
    'types: {media: {label: {en: News}}}',
    'types:',
    'properties: {p: {subject: "place, person", single: "true"}}',
    'properties: {p: {qualifiers: {of: {type: any, required: false}}}}',
    'properties: {p: {range: [0]}}',
    'properties: {p: {holds: P1Y6M}}',
    'properties: {p: {range: {greatest: 3}}}',
    'units: {mu: {to: hectare, factor: "0.0667"}}',
    'units: {mu: {is: hectare, factor: 0}}',
    'units: {seat: {}, berth: }',
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
    'languages: english',
    'languages: [en, cn]',
    'languages: [zh_CN]',
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
    'properties: {p: {range: [1, 2, 3]}}',
    'properties: {p: {holds: 3 months}}',
    'properties: {p: {holds: PT6H}}',
    'properties: {p: {holds: P}}',
    'properties: {p: {range: [a, 2]}}',
    'properties: {p: {range: {most: 2}}}',
    'properties: {p: {qualifiers: of}}',
    'properties: {p: {qualifiers: {of: {types: any}}}}',
    'properties: {p: {qualifier: [of]}}',
    'units: {mu: hectare}',
    'units: {mu: {factor: 2}}',
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
    'ada: {description: {en: A countess, zh: 伯爵夫人}}',
    'ada: {facts: [{property: count, value: 3, accept: {tension: []}}]}',
    'ada: {facts: [{property: count, value: 3, accept: {tension: "\u200b"}}]}',
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
    'ada: {description: {en: A countess, zh: [x]}}',
    'ada: {description: {en: A countess, zh: "\u200b"}}',
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
    'ada: {facts: [{property: count, value: {}}]}',
    'ada: {name: "\u200b"}',
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
    'ada: {facts: [{property: count, value: 3, accept: {tensions: []}}]}',
    'ada: {facts: [{property: count, value: 3, accept: {tension: {with: "\u200b"}}}]}',
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
    claim('quote: [{quote: q, nth: 2}, {quote: r}, s]'),
    claim('quote: q, weather: {en: fine}'),
    'claims: [{claims: [{quote: q, subject: a, property: count, value: 1}]}]',
    'claims: [{quote: q, subject: a, property: count, value: 1, claims: [{property: age, value: 2}]}]',
  ],
  [
    'entities: ada',
    'entities: [[a]]',
    'entities: [{a: x, b: y}]',
    'entities: [""]',
    'entities: ["\u200b"]',
    'entities: {"\u200b": x}',
    'entities: [{" ": x}]',
    'entities: {a: {form: x}}',
    'entities: {a: {as: {en: x}}}',
    'entities: {a: {here: {near: x}}}',
    'entities: {a: {here: {quote: x, after: y}}}',
    'entities: {a: {here: [[]]}}',
    'entities: {a: {here: [~]}}',
    'claims: {a: b}',
    'claims: [~]',
    'claims: [text]',
    'claims: [{}]',
    'claims: [{quote: q}]',
    claim('nth: 1'),
    claim('quote: ""'),
    claim('quote: [a, ~]'),
    claim('quote: []'),
    claim('quote: {quote: }'),
    claim('quote: q, items: {}'),
    claim('quote: q, items: [~]'),
    claim('quote: q, by: {}'),
    claim('quote: q, value2: {}'),
    claim('quote: [[q]]'),
    claim('quote: [q, {nth: 1}]'),
    claim('quote: [{quote: [q, r]}]'),
    claim('quote: [{quote: q, first: r}, s]'),
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
