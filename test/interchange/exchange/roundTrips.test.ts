import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { libraryOf } from '../../fixture.ts';
import { documentsOf, exported, type Files, imported, mentionsOf, stripped } from './corpora.ts';

const EXAMPLE = resolve(__dirname, '../../../client/example');

function example(): Files {
  const paths = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(EXAMPLE.length + 1))
    .filter((path) => path !== 'README.md');
  return new Map(paths.map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]));
}

/** All that is said, by path, without what only exporters need. */
const said = (library: ReturnType<typeof libraryOf>) =>
  documentsOf(library).map((document) => ({
    ...document,
    claims: document.claims.map((claim) => ({ ...claim, meanings: [], qualifiers: sorted(claim.qualifiers) })),
    declarations: document.declarations?.map((one) => ({ ...one, id: one.id })),
  }));
const sorted = (all: object) => Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
const claimsOf = (library: ReturnType<typeof libraryOf>) =>
  said(library).flatMap(({ path, claims }) => claims.map((claim) => ({ path, ...claim, holdsAt: undefined })));

describe('the example corpus', () => {
  const files = example();
  const library = libraryOf(files);

  it('comes back from JSON Lines as it was, into an empty corpus', async () => {
    const { files: out, losses } = await exported('jsonl', library);
    assert.deepEqual(losses, []);
    const { plan, library: after } = await imported(
      'jsonl',
      out,
      new Map([['concord.yaml', files.get('concord.yaml')!]]),
    );
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(said(after), said(library));
    const again = await exported('jsonl', after);
    const lines = (one: typeof again) => one.files[0]!.bytes.toString().split('\n').sort();
    assert.deepEqual(lines(again), lines({ files: out, losses }));
  });

  for (const id of ['jsonl', 'csv', 'brat', 'spacy', 'doccano', 'conllu']) {
    it(`adds nothing to itself by way of ${id}`, async () => {
      const { files: out } = await exported(id, library);
      const { plan } = await imported(id, out, files);
      assert.deepEqual([plan.problems, plan.files.map(({ path }) => path)], [[], []]);
    });

    it(`gets its mentions back from ${id}, into its bare texts`, async () => {
      const { files: out } = await exported(id, library);
      const { plan, library: after } = await imported(id, out, stripped(files, library, true));
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(mentionsOf(after), mentionsOf(library));
    });
  }

  for (const id of ['csv', 'brat']) {
    it(`gets its claims back from ${id}`, async () => {
      const { files: out } = await exported(id, library);
      const { library: after } = await imported(id, out, stripped(files, library, id === 'brat'));
      const unfound = new Set(
        claimsOf(library).flatMap(({ path, key, quote }) => (quote?.spans.length === 0 ? [`${path}#${key}`] : [])),
      );
      const all = claimsOf(library).filter(({ path, key }) => id === 'csv' || !unfound.has(`${path}#${key}`));
      assert.deepEqual(claimsOf(after), all);
    });
  }
});

/** Bodies of words that are names, parts of names and odd characters. */
const WORDS = [
  ...[
    'Ada',
    'Ada Lovelace',
    'the Countess',
    'The Countess',
    'Lovelace Street',
    '沈蓓莉',
    '沈',
    '中国',
    '拉美国家',
    '美国',
    'She',
  ],
  ...[
    '𠮷田',
    'Zoë',
    'Zoe\u0308',
    '**Ada**',
    '[Ada](https://a.example/x)',
    '“Ada”',
    '1,200',
    'a',
    'said',
    '-',
    '=SUM(1)',
    '"',
    "'",
    '|',
    '\\',
  ],
  ...[' ', ' ', '\n', '\n\n', '\r\n', '，', '。', '. ', '👩‍👩‍👧', '\u00a0', '　', '\ufeff', '\t'],
];
const bodies = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 60 })
  .map((words) => words.join(' ').replace(/ (?=[\n\r])|^\ufeff/g, ''))
  .filter((body) => body.trim() !== '');

const RECORDS = `ada: {type: person, name: {en: Ada Lovelace}, aliases: {en: [Ada]}}
shen: {type: person, name: {en: Shen Beili, zh: 沈蓓莉}}
us: {type: place, name: {zh: 美国}}
latin: {type: place, name: {zh: 拉美}}
yoshida: {type: person, name: 𠮷田}
zoe: {type: person, name: Zoë}
`;

/** A corpus with one document whose body and declarations are chosen, and claims of pieces of the body. */
const corpora = fc
  .record({
    body: bodies,
    as: fc.subarray(['the Countess', 'She', '沈']),
    not: fc.subarray(['Lovelace Street', '拉美国家']),
    here: fc.boolean(),
    quotes: fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 3 }),
  })
  .map(({ body, as, not, here, quotes }) => {
    const list = (all: readonly string[]) => JSON.stringify(all);
    const lines = [
      `  ada: {as: ${list(as)}, not: ${list(not)}${here ? ', here: [{quote: said, nth: 1}]' : ''}}`,
      ...['shen', 'us', 'latin', 'yoshida', 'zoe'].map((id) => `  ${id}:`),
    ];
    const claims = quotes.flatMap(([from, length], i) => {
      const start = from % body.length;
      const quote = body.slice(start, start + length + 1).trim();
      if (quote === '') return [];
      return [
        `  - {id: c${i}, quote: ${JSON.stringify(quote)}, subject: ada, property: age, value: "3${i}", at: 2020}`,
      ];
    });
    const front = [
      '---',
      'title: x',
      'entities:',
      ...lines,
      ...(claims.length > 0 ? ['claims:', ...claims] : []),
      '---',
      '',
    ];
    const files = new Map([
      ['concord.yaml', 'version: 1\n'],
      ['entities/e.yaml', RECORDS],
      ['documents/d.md', front.join('\n') + body],
    ]);
    return files;
  });

describe('any document', () => {
  for (const id of ['jsonl', 'csv', 'brat', 'spacy', 'doccano', 'conllu']) {
    it(`gets its mentions back from ${id}, and its body to the last character`, async () => {
      await fc.assert(
        fc.asyncProperty(corpora, async (files) => {
          const library = libraryOf(files);
          const before = documentsOf(library)[0]!;
          const { files: out, losses } = await exported(id, library);
          const { plan, library: after } = await imported(id, out, stripped(files, library, false));
          assert.deepEqual(plan.problems, []);
          const made = documentsOf(after)[0]!;
          assert.equal(made.path, before.path);
          assert.equal(made.body, before.body);
          const wanted = mentionsOf(library, false);
          const told = losses.filter(({ what }) => what === 'mentions in several pieces');
          if (told.length === 0) assert.deepEqual(mentionsOf(after, false), wanted);
          if (id === 'jsonl' || id === 'csv') assert.deepEqual(claimsOf(after), claimsOf(library));
        }),
        { numRuns: 60 },
      );
    });
  }
});
