/** Corpora that are made to be slow: much of one thing in one file. Knows how to write them, not what is said of them. */

export interface Crowd {
  readonly name: string;
  /** The files, with `n` of whatever it is a crowd of. */
  readonly files: (n: number) => ReadonlyMap<string, string>;
  /** How many. */
  readonly n: number;
}

const RECORDS = 'a: {type: organization, name: Alpha}\nb: {type: organization, name: Beta}\n';
const times = (n: number, write: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => write(i)).join('');
const corpus = (document: string, records = RECORDS): ReadonlyMap<string, string> =>
  new Map([
    ['concord.yaml', 'version: 1\n'],
    ['entities/e.yaml', records],
    ['d.md', document],
  ]);
const page = (matter: string, body = 'Alpha said that 5 people came.\n') =>
  corpus(`---\ndate: 2020-01-01\n${matter}---\n${body}`);

/** A word that no two numbers share, and that is near none other. */
const word = (i: number): string => {
  let text = '';
  for (let rest = i * 2_654_435_761 + 12_345; text.length < 8; rest = Math.floor(rest / 20) + text.length * 7)
    text += 'bcdfghjklmnpqrstvwxz'[rest % 20]! + 'aeiou'[rest % 5]!;
  return text;
};

export const CROWDS: readonly Crowd[] = [
  {
    name: 'claims on one subject that disagree',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {quote: said that 5 people came, subject: a, property: count, value: ${i + 10}, at: 2020}\n`)}`,
      ),
  },
  {
    name: 'claims on one subject that agree',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {id: c${i}, quote: said that 5 people came, subject: a, property: count, value: 5, at: 2020}\n`)}`,
      ),
  },
  {
    name: 'claims on one subject that name different times',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {quote: said that 5 people came, subject: a, property: count, value: ${i}, at: ${1000 + i}}\n`)}`,
      ),
  },
  {
    name: 'texts that somebody said',
    n: 1_000,
    files: (n) =>
      page(`claims:\n${times(n, (i) => `  - {quote: Alpha said, subject: a, property: said, value: ${word(i)}}\n`)}`),
  },
  {
    name: 'relations of one subject',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {quote: Alpha said, subject: a, property: relations-with, value: b, stance: ${i % 2 ? 'asserts' : 'denies'}, at: 2020}\n`)}`,
      ),
  },
  {
    name: 'nested claims',
    n: 150,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `${'  '.repeat(2 * i + 1)}- quote: Alpha said\n${'  '.repeat(2 * i + 2)}claims:\n`)}`,
      ),
  },
  {
    name: 'quotes that are not found in a large body',
    n: 300,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {quote: "${word(i)} ${word(i + 7)} ${word(i + 13)} and so on", subject: a, property: count, value: 5}\n`)}`,
        times(n * 40, (i) => `${word(i * 3 + 1_000_000)} `),
      ),
  },
  {
    name: 'quotes that are nearly found in a large body',
    n: 300,
    files: (n) =>
      page(
        `claims:\n${times(n, (i) => `  - {quote: "the people of the town came to the hall in numbr ${i}", subject: a, property: count, value: 5}\n`)}`,
        times(n * 10, () => 'the people of the town came to the hall in number '),
      ),
  },
  {
    name: 'quotes that are found everywhere',
    n: 300,
    files: (n) =>
      page(
        `claims:\n${times(n, () => '  - {quote: a, subject: a, property: count, value: 5, near: b}\n')}`,
        `${times(n * 20, () => 'a b ')}\n`,
      ),
  },
  {
    name: 'pieces of a quote',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n  - {quote: [${times(n, () => 'a, ')}b], subject: a, property: count, value: 5}\n`,
        times(n * 5, () => 'a b '),
      ),
  },
  {
    name: 'records with names that are nearly the same',
    n: 2_000,
    files: (n) =>
      corpus(
        `---\nentities: [${times(n, (i) => `p${i}, `)}]\n---\n${times(n, (i) => `Johanna Petersen${i % 10} `)}\n`,
        times(n, (i) => `p${i}: {type: person, name: Johanna Petersen ${String(i).padStart(6, 'x')}}\n`),
      ),
  },
  {
    name: 'records with one name',
    n: 1_000,
    files: (n) =>
      corpus(
        `---\nentities: [${times(n, (i) => `p${i}, `)}]\n---\n${times(n, () => 'Ada Lane said. ')}\n`,
        times(n, (i) => `p${i}: {type: person, name: Ada Lane}\n`),
      ),
  },
  {
    name: 'declared entities that are unknown',
    n: 2_000,
    files: (n) => page(`entities: [${times(n, (i) => `who-${word(i)}, `)}]\n`),
  },
  {
    name: 'aliases of one record',
    n: 3_000,
    files: (n) =>
      corpus(
        `---\nentities: [a]\n---\n${times(n, word)}\n`,
        `a: {type: person, name: A, aliases: [${times(n, (i) => `${word(i)}, `)}]}\n`,
      ),
  },
  {
    name: 'forms inside one another',
    n: 400,
    files: (n) =>
      corpus(
        `---\nentities: [a]\n---\n${'a '.repeat(n * 10)}\n`,
        `a: {type: person, name: a, aliases: [${times(n, (i) => `"${'a '.repeat(i + 1).trim()}", `)}]}\n`,
      ),
  },
  {
    name: 'forms of Han characters inside one another',
    n: 400,
    files: (n) =>
      corpus(
        `---\nentities: [a]\n---\n${'中'.repeat(n * 10)}\n`,
        `a: {type: person, name: 中, aliases: [${times(n, (i) => `"${'中'.repeat(i + 1)}", `)}]}\n`,
      ),
  },
  {
    name: 'facts of one record',
    n: 1_000,
    files: (n) =>
      corpus(
        '---\nentities: [a]\n---\nA\n',
        `a:\n  type: person\n  name: A\n  facts:\n${times(n, (i) => `    - {property: position, value: Chief ${word(i)}, of: a, at: ${1900 + (i % 100)}}\n`)}`,
      ),
  },
  {
    name: 'a line without an end',
    n: 200_000,
    files: (n) =>
      page(
        'entities: [a]\nclaims:\n  - {quote: Alpha Alpha, subject: a, property: count, value: 5}\n',
        'Alpha'.repeat(n / 5),
      ),
  },
  { name: 'digits', n: 200_000, files: (n) => page('checks: {}\n', '1'.repeat(n)) },
  {
    name: 'figures',
    n: 20_000,
    files: (n) =>
      page(
        '',
        times(n, (i) => `${i} people, `),
      ),
  },
  { name: 'hedges before nothing', n: 50_000, files: (n) => page('', 'about nearly more than '.repeat(n / 4)) },
  {
    name: 'dates without a year',
    n: 5_000,
    files: (n) =>
      page(
        '',
        times(n, (i) => `${1 + (i % 28)} October, last Wednesday; `),
      ),
  },
  { name: 'numerals in words', n: 20_000, files: (n) => page('', 'twenty hundred million and '.repeat(n / 4)) },
  { name: 'Han numerals', n: 100_000, files: (n) => page('', '三万五千亿'.repeat(n / 5)) },
  { name: 'quotation marks that open', n: 100_000, files: (n) => page('', '“「"'.repeat(n / 3)) },
  { name: 'brackets that open', n: 100_000, files: (n) => page('', '[**`_('.repeat(n / 6)) },
  { name: 'links', n: 20_000, files: (n) => page('', '[a](b'.repeat(n / 5)) },
  { name: 'white space', n: 300_000, files: (n) => page('', ' \t'.repeat(n / 2)) },
  { name: 'empty lines', n: 300_000, files: (n) => page('', '\r\n'.repeat(n / 2)) },
  { name: 'carriage returns alone', n: 100_000, files: (n) => page('', '\r'.repeat(n)) },
  { name: 'combining marks', n: 100_000, files: (n) => page('', `e${'\u0301'.repeat(n)}`) },
  { name: 'halves of characters', n: 100_000, files: (n) => page('', '\ud800\udc00\udc00'.repeat(n / 3)) },
  { name: 'zeros', n: 100_000, files: (n) => page('', '\0'.repeat(n)) },
  { name: 'marks that close a sentence', n: 50_000, files: (n) => page('', '. " A. '.repeat(n / 7)) },
  { name: 'keys that nobody knows', n: 5_000, files: (n) => page(times(n, (i) => `${word(i)}: 1\n`)) },
  {
    name: 'keys that are nearly known',
    n: 3_000,
    files: (n) => page(`claims:\n  - {${times(n, (i) => `qu0te${i}: x, `)}}\n`),
  },
  { name: 'one key again and again', n: 5_000, files: (n) => page('claims: []\n'.repeat(n)) },
  { name: 'brackets in front matter', n: 20_000, files: (n) => page(`x: ${'['.repeat(n)}\n`) },
  { name: 'maps in front matter', n: 20_000, files: (n) => page(`x: ${'{a: '.repeat(n)}\n`) },
  { name: 'lists within lists', n: 20_000, files: (n) => page(`x:\n${'- '.repeat(n)}a\n`) },
  { name: 'faults', n: 3_000, files: (n) => page(times(n, (i) => `k${i}: "\n`)) },
  {
    name: 'aliases that stand for aliases',
    n: 20,
    files: (n) =>
      page(`x0: &x0 [a, a]\n${times(n, (i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(9)}]\n`)}claims: *x${n}\n`),
  },
  { name: 'aliases', n: 5_000, files: (n) => page(`a: &a [x]\nentities: [${'*a, '.repeat(n)}]\n`) },
  { name: 'tags', n: 2_000, files: (n) => page(times(n, (i) => `k${i}: !<tag:${i}> v\n`)) },
  { name: 'comments', n: 20_000, files: (n) => page('# x\n'.repeat(n)) },
  {
    name: 'acceptances',
    n: 1_000,
    files: (n) =>
      page(
        `accept:\n  conflicting-quantity:\n${times(n, (i) => `    - {with: d.md#c${i}, saw: "${i}", reason: x}\n`)}claims:\n${times(n / 10, (i) => `  - {id: c${i}, quote: 5 people, subject: a, property: count, value: ${i}, at: 2020}\n`)}`,
      ),
  },
  {
    name: 'items of a claim',
    n: 500,
    files: (n) =>
      page(
        `claims:\n  - {quote: 5 people came, subject: a, property: count, value: 5, items: [${'people, '.repeat(n)}]}\n`,
        'Alpha said that 5 people came people.\n'.repeat(n),
      ),
  },
  {
    name: 'parts of a sum',
    n: 1_000,
    files: (n) =>
      page(
        `claims:\n  - quote: 5 people came\n    subject: a\n    property: count\n    value: 5\n    parts: true\n    claims:\n${times(n, (i) => `      - {value: ${i}}\n`)}`,
      ),
  },
  {
    name: 'documents in a ring',
    n: 500,
    files: (n) =>
      new Map([
        ['concord.yaml', 'version: 1\n'],
        [
          'entities/e.yaml',
          `a:\n  type: organization\n  name: A\n  facts:\n${times(n, (i) => `    - {property: count, value: 5, source: d${i}.md#c}\n`)}`,
        ],
        ...Array.from(
          { length: n },
          (_, i) =>
            [
              `d${i}.md`,
              `---\ntranslation-of: d${(i + 1) % n}.md\nclaims:\n  - {id: c, quote: A, subject: a, property: count, value: 5, see: d${(i + 1) % n}.md#c}\n---\nA\n`,
            ] as const,
        ),
      ]),
  },
  {
    name: 'places within places',
    n: 500,
    files: (n) =>
      corpus(
        '---\nclaims:\n  - {quote: A, subject: p0, property: located-in, value: p9}\n  - {quote: A, subject: p0, property: located-in, value: p8}\n---\nA\n',
        times(
          n,
          (i) =>
            `p${i}:\n  type: place\n  name: P${i}\n  facts:\n    - {property: located-in, value: p${(i + 1) % n}}\n    - {property: part-of, value: p${(i + 7) % n}}\n`,
        ),
      ),
  },
  {
    name: 'globs of settings',
    n: 500,
    files: (n) =>
      new Map([
        [
          'concord.yaml',
          `version: 1\ndocuments: [${times(n, (i) => `"**/*{${i},a,b}*/**/*.md", `)}"${'*a'.repeat(40)}b.md"]\n`,
        ],
        [`${'a'.repeat(60)}.md`, 'x'],
      ]),
  },
  {
    name: 'types that are their own parents',
    n: 1_000,
    files: (n) =>
      new Map([
        ['concord.yaml', `version: 1\ntypes:\n${times(n, (i) => `  t${i}: {parent: t${(i + 1) % n}}\n`)}`],
        ['entities/e.yaml', 'a: {type: t0, name: A}\n'],
        ['d.md', '---\nentities: [a]\n---\nA\n'],
      ]),
  },
  {
    name: 'units that convert to one another',
    n: 500,
    files: (n) =>
      new Map([
        ['concord.yaml', `version: 1\nunits:\n${times(n, (i) => `  u${i}: {to: u${(i + 1) % n}, factor: 2}\n`)}`],
        ['d.md', '---\nclaims: [{quote: 5 u0, subject: this, property: count, value: 5 u0}]\n---\n5 u0\n'],
      ]),
  },
];
