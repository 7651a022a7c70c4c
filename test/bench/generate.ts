/** Makes corpora of any size that look like the real thing: press prose in two languages, records, claims that hold. Seeded. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Size {
  readonly documents: number;
  readonly records: number;
  /** UTF-8 bytes of a body, about. */
  readonly bodyBytes: number;
  readonly claims: number;
}

export const DEFAULT_SIZE: Omit<Size, 'documents'> = { records: 1_000, bodyBytes: 8_000, claims: 8 };

/** The files of a corpus, by path; the same for the same numbers. */
export function* corpusFiles(size: Size, seed = 1): Generator<readonly [path: string, text: string]> {
  const random = generator(seed);
  const entities = Array.from({ length: size.records }, (_, i) => entityNumber(i, random));
  yield [
    'concord.yaml',
    'version: 1\ndocuments: documents/**/*.md\nentities: entities/**/*.yaml\nlanguages: [en, zh]\n',
  ];
  const perFile = 50;
  for (let i = 0; i < entities.length; i += perFile) {
    const records = entities
      .slice(i, i + perFile)
      .map(recordText)
      .join('');
    yield [`entities/part-${String(i / perFile).padStart(4, '0')}.yaml`, records];
  }
  for (let i = 0; i < size.documents; i++) {
    const folder = String(Math.floor(i / 100)).padStart(4, '0');
    const chinese = i % 3 === 2;
    yield [`documents/${folder}/${String(i).padStart(6, '0')}.md`, documentText(i, chinese, entities, size, random)];
  }
}

/** A document with about 60 kB of front matter: 200 claims. */
export const LARGE = 'documents/large.md';

export function writeCorpus(folder: string, size: Size): void {
  const made = new Set<string>();
  for (const [path, text] of [...corpusFiles(size), ...largeDocument(size)]) {
    const full = join(folder, path);
    const parent = dirname(full);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(full, text);
  }
}

function* largeDocument(size: Size): Iterable<readonly [string, string]> {
  for (const [path, text] of corpusFiles({ ...size, documents: 1, claims: 200, bodyBytes: 60_000 })) {
    if (path.startsWith('documents/')) yield [LARGE, text];
  }
}

interface Entity {
  readonly id: string;
  readonly type: 'person' | 'organization' | 'place' | 'event';
  readonly en: string;
  readonly zh: string;
}

type Random = (below: number) => number;

/** A linear congruential generator with the constants of Numerical Recipes: the same corpus on every machine. */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;

const SYLLABLES = [
  'ba',
  'ren',
  'ko',
  'li',
  'mor',
  'tan',
  'ves',
  'dal',
  'shu',
  'nor',
  'ek',
  'wil',
  'har',
  'gin',
  'so',
  'pel',
];
const HAN = '安柏程德恩方高海江凯林明宁鹏青瑞盛涛万西杨远泽长';
const KINDS = [
  [
    'organization',
    ['Institute for Rivers', 'Harbour Council', 'Reading Foundation', 'Bureau of Records'],
    ['河流研究所', '港口理事会', '阅读基金会', '档案局'],
  ],
  ['place', ['Bay', 'Heights', 'Crossing', 'Province'], ['湾', '高地', '渡', '省']],
  ['event', ['Forum', 'Dialogue', 'Fair', 'Seminar'], ['论坛', '对话会', '博览会', '研讨会']],
] as const;

function entityNumber(i: number, random: Random): Entity {
  const name = () => {
    const word = pick(random, SYLLABLES) + pick(random, SYLLABLES) + pick(random, SYLLABLES);
    return word[0]!.toUpperCase() + word.slice(1);
  };
  const han = () => pick(random, [...HAN]) + pick(random, [...HAN]);
  const word = name();
  const characters = han() + han();
  if (i % 4 === 0) {
    return {
      id: `person-${i}`,
      type: 'person',
      en: `${word} ${name()}`,
      zh: `${characters}${i % 7 === 0 ? '' : han()}`,
    };
  }
  const [type, en, zh] = KINDS[i % 3]!;
  return { id: `${type}-${i}`, type, en: `${word} ${pick(random, en)}`, zh: `${characters}${pick(random, zh)}` };
}

const recordText = ({ id, type, en, zh }: Entity): string =>
  `${id}:\n  type: ${type}\n  name: {en: ${en}, zh: ${zh}}\n  description: Made for measuring.\n`;

interface Prose {
  readonly sentence: (entity: string, figure: number) => string;
  readonly plain: readonly string[];
}

const ENGLISH: Prose = {
  sentence: (entity, figure) => `At the opening, ${entity} counted ${figure} delegates from the towns along the river.`,
  plain: [
    'The morning session dealt with the upkeep of the old canals and with the price of timber.',
    'Several speakers asked for patience, since the figures of the last year are still being compared.',
    'Outside the hall, volunteers handed out maps and a short history of the building.',
    'The organisers thanked the interpreters, who had worked through two nights.',
    'A second round of talks is to follow when the harvest is in.',
  ],
};

const CHINESE: Prose = {
  sentence: (entity, figure) => `在开幕式上，${entity}共清点了${figure}名来自沿河城镇的代表。`,
  plain: [
    '上午的会议讨论了旧运河的维护和木材的价格。',
    '多位发言人希望保持耐心，因为去年的数据仍在核对之中。',
    '会场外，志愿者向来宾分发地图和这座建筑的简史。',
    '主办方感谢连续工作两个通宵的口译人员。',
    '待秋收结束之后，双方将举行第二轮会谈。',
  ],
};

function documentText(i: number, chinese: boolean, entities: readonly Entity[], size: Size, random: Random): string {
  const prose = chinese ? CHINESE : ENGLISH;
  const local = Array.from({ length: size.claims }, () => pick(random, entities));
  const declared = [...new Map(local.map((entity) => [entity.id, entity])).values()];
  const claims = local.map((entity, n) => {
    const figure = 100 + n * 7 + random(5);
    return { entity, figure, quote: prose.sentence(chinese ? entity.zh : entity.en, figure).replace(/[.。]$/, '') };
  });
  const paragraphs: string[] = [];
  const spacing = size.claims > 20 ? 1 : 4;
  let bytes = 0;
  for (let n = 0; bytes < size.bodyBytes || n < spacing * claims.length; n++) {
    const claim = n % spacing === spacing - 1 ? claims[(n + 1) / spacing - 1] : undefined;
    const first = claim ? `${claim.quote}${chinese ? '。' : '.'}` : pick(random, prose.plain);
    const second = `${pick(random, prose.plain)}${chinese ? '' : ' '}${pick(random, prose.plain)}`;
    const paragraph = `${first}${chinese ? '' : ' '}${second}`;
    paragraphs.push(paragraph);
    bytes += Buffer.byteLength(paragraph) + 2;
  }
  const date = new Date(Date.UTC(2000 + (i % 24), i % 12, 1 + (i % 28))).toISOString().slice(0, 10);
  const front = [
    '---',
    `title: ${chinese ? `第${i}号通报` : `Bulletin ${i}`}`,
    `date: ${date}`,
    `lang: ${chinese ? 'zh' : 'en'}`,
    'entities:',
    ...declared.map(({ id }) => `  - ${id}`),
    'claims:',
    ...claims.flatMap(({ entity, figure, quote }, n) => [
      `  - id: c${n + 1}`,
      `    quote: ${JSON.stringify(quote)}`,
      `    subject: ${entity.id}`,
      '    property: count',
      `    value: ${figure} ${chinese ? '名' : 'delegates'}`,
      `    of: ${chinese ? '代表' : 'delegates'}`,
      `    at: ${date}`,
    ]),
    '---',
    '',
  ];
  return `${front.join('\n')}${paragraphs.join('\n\n')}\n`;
}

/**
 * A corpus whose documents speak of shared subjects: groups of 1 to 20 claims, and a few subjects that hundreds speak of.
 * Most claims agree; some hedge, some contradict.
 */
export function* sharedFiles(size: { documents: number; claims: number }): Generator<readonly [string, string]> {
  const random = generator(7);
  const subjects = Math.ceil((size.documents * size.claims) / 12);
  const hot = 12;
  yield ['concord.yaml', 'version: 1\ndocuments: documents/**/*.md\nentities: entities/**/*.yaml\nlanguages: [en]\n'];
  const records = Array.from(
    { length: subjects },
    (_, i) => `fair-${i}: {type: event, name: Fair ${i} of ${TOWNS[i % TOWNS.length]}}\n`,
  );
  for (let i = 0; i < records.length; i += 100) yield [`entities/fairs-${i}.yaml`, records.slice(i, i + 100).join('')];
  for (let i = 0; i < size.documents; i++) {
    const claims = Array.from({ length: size.claims }, () => {
      const number = random(100) < 8 ? random(hot) : random(subjects);
      return sharedClaim(number, random);
    });
    yield [`documents/${String(Math.floor(i / 100)).padStart(4, '0')}/${i}.md`, sharedText(i, claims)];
  }
}

const TOWNS = ['Amberley', 'Brackwater', 'Coldharbour', 'Dunmere'];

interface Shared {
  readonly subject: string;
  readonly quote: string;
  readonly keys: readonly string[];
}

/** The true figure follows from the subject, the year and what is counted. */
function sharedClaim(number: number, random: Random): Shared {
  const year = 2000 + random(6);
  const kind = random(4);
  const off = random(100) < 4 ? 1 + random(20) : 0;
  const figure = 150 + ((number * 31 + kind * 7 + (kind < 2 ? 0 : year)) % 600) + off;
  const hedge = pick(random, ['', '', '', 'about ', 'more than ']);
  const noun = ['delegates', 'countries', 'boats', 'stalls'][kind]!;
  const value = `${hedge}${hedge === 'more than ' ? Math.floor(figure / 100) * 100 : figure}`;
  const keys = [
    ['property: attendance', 'among: delegates'],
    ['property: represented-countries'],
    ['property: count', 'of: boats', `at: ${year}`],
    ['property: count', 'of: stalls', `at: ${year}`],
  ][kind]!;
  return {
    subject: `fair-${number}`,
    quote: `Fair ${number} counted ${value} ${noun} in the year ${year}`,
    keys: [...keys, `value: ${value}`],
  };
}

function sharedText(i: number, claims: readonly Shared[]): string {
  const date = new Date(Date.UTC(2006 + (i % 18), i % 12, 1 + (i % 28))).toISOString().slice(0, 10);
  const front = [
    `title: Bulletin ${i}`,
    `date: ${date}`,
    'lang: en',
    `entities: [${[...new Set(claims.map(({ subject }) => subject))].join(', ')}]`,
    'claims:',
    ...claims.flatMap(({ subject, quote, keys }, n) => [
      `  - id: c${n + 1}`,
      `    quote: ${quote}`,
      `    subject: ${subject}`,
      ...keys.map((key) => `    ${key}`),
    ]),
  ];
  return `---\n${front.join('\n')}\n---\n${claims.map(({ quote }) => `${quote}.\n`).join('\n')}`;
}

/**
 * Many claims on one subject and property: all the same, all different, of other things each, of other days, growing from
 * day to day, in one file; and one file with as many that repeats what many others say.
 */
export const CROWDS = [
  'agreeing',
  'contradicting',
  'of other things',
  'of other days',
  'growing',
  'in one file',
  'repeated in one file',
] as const;
export type Crowd = (typeof CROWDS)[number];

export function* crowdFiles(crowd: Crowd, size: number): Generator<readonly [string, string]> {
  yield ['concord.yaml', CROWD_SETTINGS];
  yield ['entities/fair.yaml', 'fair: {type: event, name: the Fair}\n'];
  const isSame = crowd === 'agreeing' || crowd === 'of other things';
  const isDated = crowd === 'of other days' || crowd === 'growing' || crowd === 'repeated in one file';
  const claim = (i: number, at: string): Shared => {
    const value = isSame ? 200 : 200 + i;
    const of = crowd === 'of other things' ? `thing ${i}` : 'boats';
    const quote = `the Fair counted ${value} of ${of} on ${at}`;
    const property = crowd === 'growing' ? 'boats' : 'count';
    return { subject: 'fair', quote, keys: [`property: ${property}`, `of: ${of}`, `at: ${at}`, `value: ${value}`] };
  };
  const day = (i: number) => new Date(Date.UTC(1990, 0, 1 + (isDated ? i : 0))).toISOString().slice(0, 10);
  const claims = Array.from({ length: size }, (_, i) => claim(i, day(i)));
  if (crowd !== 'in one file')
    for (const [i, one] of claims.entries()) yield [`documents/${i}.md`, sharedText(i, [one])];
  if (crowd === 'repeated in one file') {
    // The latest of all, by its path: each of its claims has been replaced by the next day's.
    const all = claims.slice(0, 1000).map((_, i) => claim(i, day(0)));
    yield ['documents/~.md', sharedText(17 + 24 * 12 * 28, all)];
  }
  if (crowd === 'in one file') yield ['documents/all.md', sharedText(0, claims)];
}

const CROWD_SETTINGS = `version: 1
documents: documents/**/*.md
languages: [en]
properties:
  boats: {subject: any, value: quantity, time: state, direction: up, separates: [of], qualifiers: {of: text}}
`;
