/** Corpora to be exchanged: a small real one, and random ones with whatever a text may hold. */

import fc from 'fast-check';
import { NOTHING_COMPARABLE } from '../../server/src/interchange/exchange/comparable.ts';
import { exchangeCorpus } from '../../server/src/interchange/exchange/corpus.ts';
import type { ExchangeFormat, ExportOptions, Imported, InFile } from '../../server/src/interchange/exchange/format.ts';
import { type Loss, Losses } from '../../server/src/interchange/exchange/losses.ts';
import type {
  ExchangeClaim,
  ExchangeCorpus,
  ExchangeDocument,
  ExchangeEntity,
  ExchangeMention,
} from '../../server/src/interchange/exchange/model.ts';
import { libraryOf, parseFixture } from '../fixture.ts';

/** The corpus of a fixture, whole. */
export function corpusOf(fixture: string, losses = new Losses()): ExchangeCorpus {
  const { files } = parseFixture(fixture);
  const library = libraryOf(files);
  const paths = [...files.keys()].filter((path) => library.kindOf(path) === 'document').sort();
  return exchangeCorpus(library, { paths, isWhole: true }, losses);
}

/** A corpus of plain data. */
export function corpusWith(
  documents: readonly ExchangeDocument[],
  entities: readonly ExchangeEntity[],
): ExchangeCorpus {
  const { vocabulary, languages } = corpusOf('-- documents/x.md --\nNothing.\n');
  return {
    vocabulary,
    languages,
    entities: () => entities,
    documents: () => documents,
    entity: (id) => entities.find((one) => one.id === id),
    comparable: NOTHING_COMPARABLE,
  };
}

export interface Exported {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly Loss[];
}

export async function exported(
  format: ExchangeFormat,
  corpus: ExchangeCorpus,
  options: ExportOptions = {},
): Promise<Exported> {
  const losses = new Losses();
  const files = new Map<string, Uint8Array>();
  for await (const { path, content } of format.exporter!.files(corpus, losses, options)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    files.set(path, new Uint8Array(Buffer.concat(pieces)));
  }
  return { files, losses: losses.all() };
}

export async function imported(
  format: ExchangeFormat,
  files: Iterable<readonly [string, Uint8Array | string]>,
): Promise<Imported & { readonly losses: readonly Loss[] }> {
  const losses = new Losses();
  const given = [...files].map(
    ([path, content]): InFile => ({ path, bytes: typeof content === 'string' ? Buffer.from(content) : content }),
  );
  const { vocabulary, languages } = corpusWith([], []);
  const context = {
    types: new Set(vocabulary.types.keys()),
    properties: new Set(vocabulary.properties.keys()),
    languages,
  };
  const { documents, entities, problems } = await format.importer!.read(given, context, losses);
  return { documents, entities, problems, losses: losses.all() };
}

/** What importers leave out, because it is worked out of the rest. */
export function withoutDerived({ documents, entities }: Pick<Imported, 'documents' | 'entities'>) {
  const bare = ({ meanings: _, ...claim }: ExchangeClaim) => claim;
  return {
    entities: entities.map((entity) => ({ ...entity, facts: entity.facts.map(bare) })),
    documents: documents.map((document) => ({ ...document, claims: document.claims.map(bare) })),
  };
}

/** Sorted by what they are called, keys in one order: JSON, for comparing what has no order. */
export const comparable = (all: ReturnType<typeof withoutDerived>): unknown =>
  JSON.parse(
    JSON.stringify({
      entities: [...all.entities].sort((a, b) => (a.id < b.id ? -1 : 1)),
      documents: [...all.documents]
        .map((document) => ({ ...document, mentions: [...document.mentions].sort(inOrder) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    }),
  );

const PIECES = [
  'Ada',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\n\n',
  '中国',
  '联合国',
  'é',
  'e\u0301',
  '😀',
  '𠀀',
  '&',
  '<',
  '>',
  ']]>',
  '<!--',
  '-->',
  '"',
  "'",
  '\\',
  '\\u0041',
  '{',
  '}',
  '@en',
  '^^',
  '_:b0',
  '<|',
  '%41',
  '#',
  '/',
  '..',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '1',
  '172',
  '->',
  '，',
  '“',
  '”',
  '|',
  ',',
  ';',
  '\u200b',
  '\u007f',
  '&amp;',
  '&#65;',
  '<?x ?>',
  '=1+1',
]; // prettier-ignore
const CONTROLS = ['\0', '\u0001', '\b', '\u001f', '\ufffe', '\uffff'];
const HALVES = ['\ud83d', '\ude00'];

export interface Texts {
  /** Characters that XML has none for. */
  readonly controls?: boolean;
  /** Halves of characters. */
  readonly halves?: boolean;
}

export const textIn = ({ controls = false, halves = false }: Texts, minLength = 0) =>
  fc
    .array(fc.constantFrom(...PIECES, ...(controls ? CONTROLS : []), ...(halves ? HALVES : [])), {
      minLength,
      maxLength: 12,
    })
    .map((pieces) => pieces.join(''));

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const listOf = <T>(value: fc.Arbitrary<T>, maxLength = 3) => fc.array(value, { maxLength });
const LANGUAGES = ['en', 'zh', 'zh-Hans', 'EN-gb', 'de-1996'];

/** Without keys that hold undefined. */
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export function randomCorpus(
  texts: Texts = {},
): fc.Arbitrary<ExchangeCorpus & { readonly all: Pick<Imported, 'documents' | 'entities'> }> {
  const text = textIn(texts, 1).filter((one) => one !== '');
  const id = fc.constantFrom('ada', 'un', 'x.y_z-1', '1st', '中国', 'nobody', 'this-one');
  const worded = fc.record({ text, lang: optional(fc.constantFrom(...LANGUAGES)) });
  const single = fc.oneof(
    text.map((one) => ({ kind: 'text' as const, text: one })),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...LANGUAGES), text), {
        minLength: 1,
        maxLength: 2,
        selector: ([lang]) => lang,
      })
      .map((entries) => ({ kind: 'languages' as const, texts: Object.fromEntries(entries) })),
    fc.record({ kind: fc.constant('change' as const), from: text, to: text, change: optional(text) }),
  );
  const value = fc.oneof(
    single,
    fc.array(single, { minLength: 1, maxLength: 2 }).map((items) => ({ kind: 'list' as const, items })),
  );
  const spansIn = (body: string) => {
    const places = [0];
    for (const character of body) places.push(places.at(-1)! + character.length);
    return fc
      .tuple(fc.nat(places.length - 1), fc.nat(places.length - 1))
      .map(([a, b]) => ({ start: places[Math.min(a, b)]!, end: places[Math.max(a, b)]! }))
      .filter(({ start, end }) => start < end);
  };
  const quoteIn = (body: string) =>
    fc
      .record({
        text,
        span: body === '' ? fc.constant(undefined) : optional(spansIn(body)),
        nth: optional(fc.integer({ min: 1, max: 9 })),
        near: optional(text),
        prefix: optional(text),
        suffix: optional(text),
      })
      .map(({ text: other, span, ...rest }) => ({
        pieces: [span ? body.slice(span.start, span.end) : other],
        spans: span ? [span] : [],
        ...rest,
      }));
  const acceptance = fc.record({ code: text, with: optional(text), saw: optional(text), reason: optional(text) });
  const claimIn = (body: string | undefined) =>
    fc.record({
      key: text,
      id: optional(text),
      subject: optional(fc.oneof(id, fc.constant('this'))),
      property: optional(fc.constantFrom('position', 'count', 'attendance', 'my own')),
      value: optional(value),
      unit: optional(text),
      at: optional(fc.constantFrom('2022', '2022-10-20', '2012/..', 'whenever <&"')),
      ended: fc.boolean(),
      by: optional(
        fc.oneof(
          id.map((one) => ({ id: one })),
          text.map((one) => ({ text: one })),
        ),
      ),
      stance: fc.constantFrom('asserts' as const, 'denies' as const, 'expects' as const),
      certainty: fc.constantFrom('certain' as const, 'possible' as const),
      qualifiers: fc
        .uniqueArray(fc.tuple(fc.constantFrom('of', 'among', 'to'), value), {
          maxLength: 2,
          selector: ([name]) => name,
        })
        .map((entries) => Object.fromEntries(entries)),
      quote: body === undefined ? fc.constant(undefined) : optional(quoteIn(body)),
      items: body === undefined ? fc.constant([]) : listOf(quoteIn(body), 2),
      itemsPartial: fc.boolean(),
      see: listOf(text, 2),
      sources:
        body === undefined
          ? listOf(fc.oneof(text, fc.constant('documents/x.md#k'), fc.constant('https://example.org/a b')))
          : fc.constant([]),
      note: optional(text),
      accept: listOf(acceptance, 1),
      outer: optional(text),
      parts: fc.boolean(),
      group: fc.boolean(),
      nth: optional(fc.integer({ min: 1, max: 9 })),
    });
  const entity = fc.record({
    id,
    type: optional(fc.constantFrom('person', 'organization', 'place', 'event', 'concept', 'position', 'ship')),
    names: listOf(worded),
    aliases: listOf(worded),
    description: listOf(worded, 2),
    sameAs: listOf(fc.oneof(text, fc.constant('https://www.wikidata.org/wiki/Q1'))),
    distinctFrom: listOf(id),
    of: optional(id),
    holders: optional(fc.integer({ min: 1, max: 9 })),
    facts: listOf(claimIn(undefined), 2),
  });
  const documentAt = (path: string) =>
    textIn(texts).chain((body) => {
      const mention =
        body === ''
          ? undefined
          : fc
              .record({
                spans: spansIn(body).map((span) => [span]),
                entity: optional(id),
                type: optional(fc.constantFrom('person', 'place', 'MISC')),
                kind: fc.constantFrom('name' as const, 'as' as const, 'sic' as const, 'here' as const),
              })
              .map((one) => ({ ...one, text: one.spans.map(({ start, end }) => body.slice(start, end)).join(' ') }));
      return fc.record({
        path: fc.constant(path),
        title: optional(text),
        date: optional(fc.constantFrom('2022-10-20', '2022-10', 'soon')),
        about: optional(fc.constantFrom('2022')),
        lang: optional(fc.constantFrom('en', 'zh-Hans')),
        publisher: optional(fc.oneof(id, text)),
        author: optional(text),
        url: optional(fc.constantFrom('https://example.org/a?b=1&c', 'not an address <>')),
        retrieved: optional(fc.constantFrom('2024-05-01')),
        recordedDigest: optional(fc.constantFrom('sha256:00')),
        translationOf: optional(fc.constantFrom('documents/y.md')),
        body: fc.constant(body),
        digest: fc.constant('sha256:11'),
        declarations: optional(
          listOf(
            fc.record({
              id,
              as: listOf(text),
              sic: listOf(text, 1),
              not: listOf(text, 1),
              here: listOf(quoteIn(body), 1),
            }),
          ),
        ),
        mentions: mention ? listOf(mention) : fc.constant([]),
        claims: listOf(claimIn(body)),
        accept: listOf(acceptance, 1),
      });
    });
  return fc
    .tuple(
      fc.uniqueArray(entity, { maxLength: 3, selector: (one) => one.id }),
      fc
        .uniqueArray(fc.constantFrom('documents/x.md', '中文/a b.md', "documents/it's (1)&co.txt"), { maxLength: 2 })
        .chain((paths) => fc.tuple(...paths.map(documentAt))),
    )
    .map(([entities, documents]) => {
      const all = clean({ entities, documents }) as unknown as Pick<Imported, 'documents' | 'entities'>;
      for (const document of all.documents) (document.mentions as ExchangeMention[]).sort(inOrder);
      // JSON turns halves of characters into what it reads as the same, and -0 into 0: nothing else is changed.
      return { ...corpusWith(all.documents, all.entities), all };
    });
}

/** As the model has them; what stands at one place in any order, always the same. */
function inOrder(a: ExchangeMention, b: ExchangeMention): number {
  const [one, other] = [a.spans[0]!, b.spans[0]!];
  return one.start - other.start || other.end - one.end || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
}

/** A corpus as people write it, with most of what the format has. */
export const FORUM = `
-- concord.yaml --
version: 1
types: {ship: {label: {en: ship}, parent: organization}}
-- entities/all.yaml --
ada:
  type: person
  name: {en: Ada Lin, zh: 林艾达}
  aliases: {en: [Ms. Lin]}
  description: {en: A vice minister, zh: 副部长}
  same-as: [https://www.wikidata.org/wiki/Q7259]
  facts:
    - {property: position, value: vice-minister, of: ministry, at: 2020/2023, source: documents/forum.md#ties}
    - {property: born-on, value: 1970-05-01}
vice-minister: {type: position, name: Vice Minister, of: ministry, holders: 1}
ministry: {type: organization, name: {en: Ministry of Ties, zh: 联络部}}
peace-union: {type: organization, name: Peace Union}
hopeful: {type: ship, name: Hopeful}
beijing: {type: place, name: Beijing}
forum: {type: event, name: Civil Forum}
-- documents/forum.md --
---
title: The forum opens
date: 2022-10-20
lang: en
source: {publisher: ministry, author: 'R. "Bob" <Lee> & Co', url: https://example.org/2022/a?b=1&c=2, retrieved: 2024-05-01}
entities:
  ada: [the minister]
  ministry: {sic: [Ministry of Tyes]}
  beijing:
  forum:
  peace-union: {here: [{quote: the union, near: our allies}]}
claims:
  - id: ties
    quote: has grown from 172 to 181
    subject: ministry
    property: count
    of: agreements
    value: 172 -> 181
    at: 2012/2022
    by: ada
  - quote: opened in Beijing
    subject: forum
    property: held-at
    value: beijing
    claims:
      - {id: when, property: held-on, value: 2022-10-20}
  - {id: crowd, quote: [more than 200 people, attended], subject: forum, property: attendance, value: more than 200}
  - {id: denied, quote: did not close, subject: peace-union, property: dissolved-on, value: 2021, stance: denies, see: '#ties', note: as they say}
---
Ada Lin, the minister, said the number of agreements of the Ministry of Tyes has grown from 172 to 181 😀.

The Civil Forum opened in Beijing; more than 200 people, we hear, attended. With our allies, the union did not close.
-- documents/plain.txt --
No annotations here.
`;
