/** Small random corpora whose claims have much to do with one another: the same few subjects, values that nearly agree. */

import fc from 'fast-check';

export type CorpusFiles = ReadonlyMap<string, string>;

const SETTINGS = {
  version: 1,
  languages: ['en', 'zh'],
  units: { boatload: { to: 'kg', factor: 750 }, soul: { is: 'person' } },
  properties: {
    members: { value: 'quantity', unit: 'person', time: 'state', holds: 'P1M' },
    crew: {
      value: 'quantity',
      unit: 'person',
      time: 'cumulative',
      separates: ['of', 'among'],
      qualifiers: { of: 'any', among: 'text' },
    },
    open: { value: 'boolean', time: 'state', holds: 'P1Y2M10D' },
    motto: { value: 'text', single: true, time: 'permanent' },
    seat: { value: 'place', single: true, time: 'state', holds: 'P1Y' },
    size: { value: 'quantity', time: 'event' },
    price: { value: 'quantity', unit: 'money', time: 'state', separates: ['of'], qualifiers: { of: 'any' } },
    stay: { value: 'quantity', unit: 'day', time: 'permanent' },
    remark: { value: ['quantity', 'text', 'place'], single: true, time: 'state' },
    opened: { value: 'time', time: 'state' },
  },
}; // prettier-ignore

const CHECKS = ['conflicting-quantity', 'tension', 'hedge-dropped', 'anachronism', 'conflicting-office-holder'];

const COUNTS = [
  '200',
  '201',
  '200 people',
  '200 souls',
  '3 parties',
  'more than 200',
  '>200',
  'over 100',
  'about 200',
  'nearly 200',
  'fewer than 200',
  'at least 200',
  'at most 200',
  '190 to 210',
  '2,000',
  '20,000',
  '2万',
  '2万人',
  '200多',
  '近200人',
  '约200',
  'several',
  'dozens',
  '十几',
  '172 -> 181',
  '181 -> 200',
  'fourth',
  '4th',
  'half',
  '12 %',
  '1.2 %',
  '2 million',
  '2.04 million',
  'up to 200',
  '0',
  '200 to 2,000',
  '2000 to 20000',
  '123456789012345678901234567890',
  '123456789012345678901234567891',
  '0.1',
  '0.3',
  'nobody knows',
]; // prettier-ignore
const SIZES = [
  '5 km',
  '5000 m',
  '5',
  '5,001 m',
  'about 5 km',
  'more than 5 km',
  '5000',
  '3 kg',
  '4 boatloads',
  '3000 kg',
  '3 t',
  '50 km',
  '500 m',
  '1 hectare',
  '15 mu',
  '2 -> 3 km',
]; // prettier-ignore
const PRICES = [
  '5 USD',
  '5 EUR',
  '5',
  '$6',
  '50 USD',
  '500,000 yuan',
  '50万元',
  '8 CHF',
  'about 5 USD',
  '5 million USD',
  '6 XYZ',
  'more than 5',
]; // prettier-ignore
const STAYS = [
  '365 days',
  '1 year',
  '366 days',
  '367 days',
  '12 months',
  '13 months',
  'more than 1 year',
  '52 weeks',
  '31 days',
  'a month',
  '28 days',
  '5',
  'about 2 years',
  'nearly 2 years',
  '600 days',
  '8760 hours',
]; // prettier-ignore
const TIMES = [
  '2020',
  '2020-05',
  '2020-05-02',
  '2019-12-31',
  '2020?',
  '2020-05?',
  '2019/2021',
  '2020-05-01/2020-05-03',
  '2021/..',
  '../2019',
  '202X',
  '2020~',
  'XXXX',
  '2020-21',
  '2021',
  '-0044',
  'Y170000000',
  '2020-13',
  '2019/',
  '/2021',
]; // prettier-ignore
const PLACES = ['town', 'bay', 'land', 'Old Town', 'nowhere'];
const TEXTS = [
  'Onward',
  'onward!',
  'Upward',
  '向前',
  { en: 'Onward', zh: '向前' },
  { zh: '向上' },
  { en: 'Upward', de: 'Hinauf' },
];
const SCOPES = [
  'boats',
  'Boats',
  'ships',
  'council',
  'Harbour Council',
  'Council',
  'town',
  '船',
  { en: 'boats', zh: '船' },
  { zh: '船', en: 'vessels' },
  ['boats', 'ships'],
]; // prettier-ignore
const TITLES = ['mayor', 'Mayor', 'mayor of the town', 'Deputy', 'clerk', 'former Mayor', { en: 'Mayor', zh: '镇长' }];
const QUOTES = ['Nobody counted.', 'Ada, the former Mayor', '前镇长', 'Ada, the Mayor, spoke', 'the 50th anniversary'];

type Json = unknown;
const one = <T>(...all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);
/** There so many times in ten. */
const maybe = <T>(value: fc.Arbitrary<T>, often = 7) =>
  fc.oneof({ weight: 10 - often, arbitrary: fc.constant(undefined) }, { weight: often, arbitrary: value });

const EVENTS = ['forum', 'session'];
const PEOPLE = ['ada', 'bo', 'cy'];
const BODIES = ['council', 'town', 'bay'];
const ALL = [...EVENTS, ...PEOPLE, ...BODIES, 'land'];

/** What is said, without who says it and when. */
const SAID: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Readonly<Record<string, Json>>> }[] = [
  {
    weight: 3,
    arbitrary: fc.record({
      subject: one(...EVENTS),
      property: one('attendance'),
      value: one(...COUNTS),
      among: maybe(one(...SCOPES), 5),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      subject: one('council', 'town'),
      property: one('count', 'crew'),
      value: one(...COUNTS),
      of: maybe(one(...SCOPES), 8),
      among: maybe(one(...SCOPES), 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      subject: one(...BODIES, 'this'),
      property: one('members'),
      value: fc.oneof(one(...COUNTS), fc.array(one(...COUNTS), { minLength: 2, maxLength: 2 })),
      unit: maybe(one('people', 'parties'), 5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ subject: one('council'), property: one('size'), value: one(...SIZES) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      subject: one('council'),
      property: one('price'),
      value: one(...PRICES),
      of: maybe(one(...SCOPES), 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ subject: one('forum'), property: one('stay', 'duration'), value: one(...STAYS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      subject: one(...EVENTS, 'council', 'ada'),
      property: one('held-on', 'founded-on', 'dissolved-on', 'born-on', 'died-on', 'opened'),
      value: one(...TIMES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ subject: one(...BODIES), property: one('open'), value: one('true', 'false') }) },
  { weight: 2, arbitrary: fc.record({ subject: one(...BODIES), property: one('motto'), value: one<Json>(...TEXTS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      subject: one(...EVENTS, 'council'),
      property: one('seat', 'held-at'),
      value: one(...PLACES),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      subject: one('council'),
      property: one('remark'),
      value: one<Json>('town', 'bay', '200', '210', ...TEXTS),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      subject: one(...PEOPLE),
      property: one('position'),
      value: one<Json>(...TITLES),
      of: maybe(one('town', 'Old Town', 'council'), 8),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      subject: one(...ALL),
      property: one('located-in', 'part-of'),
      value: one(...PLACES, ...EVENTS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      subject: one('ada', 'council', 'session'),
      property: one('age'),
      value: one('50', '51', 'about 50'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      subject: one('council'),
      property: one('participant', 'supports', 'nothing-known'),
      value: one(...ALL),
    }),
  },
]; // prettier-ignore

const acceptance = fc.oneof(
  fc.constant('both are right'),
  fc.record({
    with: one('a.md#c1', '#c2', 'b.md', 'b.md#c3', 'zh.md#c1', 'council', 'forum', 'ada', 'a.md#c1.1'),
    saw: maybe(one('200', '201', 'more than 200', 'true', '2020'), 5),
    reason: maybe(one('counted anew', '不同口径'), 9),
  }),
);
const accept = fc.dictionary(
  one(
    'conflicting-quantity',
    'conflicting-value',
    'tension',
    'anachronism',
    'conflicting-office-holder',
    'conflicting-date',
    'hedge-dropped',
    'wan-yi-slip',
  ),
  fc.oneof(
    { weight: 3, arbitrary: acceptance },
    { weight: 1, arbitrary: fc.array(acceptance, { minLength: 1, maxLength: 2 }) },
  ),
  { minKeys: 1, maxKeys: 3 },
); // prettier-ignore

const circumstances = fc.record({
  at: maybe(one(...TIMES), 4),
  ended: maybe(one(true), 1),
  by: maybe(one<Json>('ada', 'bo', { text: 'a guest' }), 4),
  stance: maybe(one('denies', 'expects'), 1),
  certainty: maybe(one('possible', 'likely'), 2),
  accept: maybe(accept, 2),
});

type Nested = Readonly<Record<string, Json>> & { readonly claims?: readonly Nested[] };
type Saying = fc.Arbitrary<Readonly<Record<string, Json>>>;

function claimsOf(said: Saying): fc.Arbitrary<Nested> {
  const plain = fc.tuple(said, circumstances).map(([what, when]) => ({ ...what, ...when }));
  return fc.tuple(one(...QUOTES), plain, maybe(fc.array(plain, { minLength: 1, maxLength: 2 }), 2), fc.boolean()).map(
    ([quote, outer, nested, parts]): Nested => ({
      quote,
      ...outer,
      ...(nested && { claims: nested, ...(parts && { parts }) }),
    }),
  );
}

const factsOf = (said: Saying): fc.Arbitrary<Nested> =>
  fc.tuple(said, circumstances).map(([{ subject: _, ...what }, when]) => ({ ...what, ...when }));

const head = fc.record({
  title: one('Bulletin'),
  date: maybe(one(...TIMES), 9),
  about: maybe(one(...TIMES), 5),
  lang: maybe(one('en', 'zh', 'en-GB'), 8),
  'translation-of': maybe(one('a.md', './b.md', 'b.md', 'zh.md'), 4),
  accept: maybe(accept, 2),
});

/** Without what is undefined; JSON is YAML. */
const yaml = (value: Json): string => JSON.stringify(value);

/** Every claim has an id of its own. */
function named(claims: readonly Nested[]): readonly Json[] {
  let count = 0;
  const name = ({ claims: inner, ...rest }: Nested): Json => {
    const id = `c${++count}`;
    return { id, ...rest, ...(inner && { claims: inner.map(name) }) };
  };
  return claims.map(name);
}

const NAMES: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  forum: { type: 'event', name: 'the Forum' },
  session: { type: 'event', name: 'the Session' },
  council: { type: 'organization', name: { en: 'Harbour Council', zh: '港务会' }, aliases: ['Council'] },
  town: { type: 'place', name: 'Old Town', aliases: ['Council'] },
  bay: { type: 'place', name: 'Amber Bay' },
  land: { type: 'place', name: 'the Land' },
  ada: { type: 'person', name: 'Ada' },
  bo: { type: 'person', name: 'Bo' },
  cy: { type: 'person', name: 'Cy' },
  mayor: {
    type: 'position',
    name: { en: 'Mayor', zh: '镇长' },
    aliases: ['mayor of the town'],
    of: 'town',
    holders: 1,
  },
  clerk: { type: 'position', name: 'Clerk', of: 'town', holders: 1 },
  deputy: { type: 'position', name: 'Deputy', of: 'council' },
};

/** Paths that sort in more than one way: by UTF-16 units an emoji comes before a full-width letter, by code points after. */
const PATHS = ['a.md', 'b.md', 'zh.md', '\u{1f6a2}.md', '\uff21.md'];

export const comparedCorpus: fc.Arbitrary<CorpusFiles> = fc
  // Of few things much is said.
  .shuffledSubarray([...SAID.keys()], { minLength: 1, maxLength: 3 })
  .chain((about) => {
    const said = fc.oneof(...about.map((i) => SAID[i]!));
    const [claim, fact] = [claimsOf(said), factsOf(said)];
    return fc.record({
      checks: maybe(fc.dictionary(one(...CHECKS), one('off', 'error', 'info'), { minKeys: 1, maxKeys: 2 }), 3),
      documents: fc.array(fc.tuple(head, fc.array(claim, { minLength: 1, maxLength: 7 })), {
        minLength: 2,
        maxLength: PATHS.length,
      }),
      facts: fc.dictionary(one(...ALL), fc.array(fact, { maxLength: 3 }), { maxKeys: 5 }),
    });
  })
  .map(({ checks, documents, facts }) => {
    const files = new Map<string, string>([['concord.yaml', yaml({ ...SETTINGS, ...(checks && { checks }) })]]);
    for (const [i, half] of ['entities/one.yaml', 'entities/two.yaml'].entries()) {
      const records = Object.entries(NAMES).filter((_, at) => at % 2 === i);
      files.set(
        half,
        records.map(([id, record]) => `${id}: ${yaml({ ...record, facts: facts[id] ?? [] })}\n`).join(''),
      );
    }
    for (const [i, [front, claims]] of documents.entries()) {
      const keys = Object.entries({ ...front, entities: ALL, claims: named(claims as readonly Nested[]) });
      const lines = keys.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${yaml(value)}`]));
      files.set(PATHS[i]!, `---\n${lines.join('\n')}\n---\n${QUOTES.join(' ')}\n`);
    }
    return files;
  }); // prettier-ignore
