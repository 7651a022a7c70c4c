/** Files that are right, as data: what the agreement tests start from. Between them they use every key. */

import type { SchemaName } from './load.ts';

const PROPERTY = {
  label: { en: 'member cities', zh: '会员城市数' },
  description: 'How many cities belong to it.',
  subject: ['organization', 'place'],
  value: 'quantity',
  unit: 'city',
  single: true,
  time: 'cumulative',
  holds: 'P3M',
  direction: 'up',
  qualifiers: { among: 'text', of: { type: ['organization', 'place'], required: true }, to: ['person'], rest: null },
  separates: ['among'],
  symmetric: false,
  inverse: 'member-of',
  before: ['dissolved-on'],
  within: 'false',
  range: [-5, 100],
};

const SETTINGS = {
  version: 1,
  documents: 'documents/**/*.{md,txt}',
  entities: ['entities/**/*.yaml', 'people.yml'],
  exclude: [],
  languages: ['en', 'zh'],
  types: { media: { label: 'News', parent: 'organization', icon: 'broadcast', color: 'concord.place' }, port: null },
  properties: {
    'member-cities': PROPERTY,
    contacts: { qualifiers: ['of', 'among'], range: { least: '0.5', greatest: 7 }, time: 'state', direction: 'down' },
    bare: null,
  },
  units: {
    seat: null,
    delegate: { is: 'person' },
    mu: { to: 'hectare', factor: 0.0667 },
    li: { to: 'm', factor: '500' },
  },
  checks: { 'unannotated-figure': 'off', tension: 'info', 'value-kind': 'error', 'stale-state': 'information' },
  widths: { about: 0.2, nearly: '0.05' },
};

const SHARED = {
  id: 'c1',
  property: 'count',
  value: '172 -> 181',
  unit: 'person',
  at: '2012/2022',
  ended: true,
  by: 'ma-zhaoxu',
  stance: 'denies',
  certainty: 'likely',
  see: ['documents/x.md#ties', '#c2'],
  note: 'A remark.',
  accept: {
    tension: 'said so',
    'quote-ambiguous': { with: '#c2', saw: 181, reason: 'counted twice' },
    'hedge-dropped': [{ with: 'ada', reason: '' }, 'known'],
  },
  among: { en: 'representatives', zh: '代表' },
};

const RECORDS = {
  'shen-beili': {
    type: 'person',
    name: { en: 'Shen Beili', zh: ['沈蓓莉'] },
    aliases: { en: ['Ms. Shen'], zh: [] },
    description: { en: 'A diplomat.' },
    'same-as': 'https://example.org/1',
    'distinct-from': ['shen-beilei'],
    facts: [
      { ...SHARED, source: 'documents/x.md#c1' },
      { property: 'position', value: { en: 'President', zh: '会长' }, of: ['idcpc', 'china'], source: ['a', 'b'] },
      { property: 'amount', value: { from: 172, to: 181, change: 9 }, by: { text: 'the hosts' } },
    ],
  },
  mayor_1: { type: 'position', name: 'Mayor', aliases: ['Lord Mayor'], of: 'haiping', holders: 1 },
  '海坪.x': { name: ['Haiping', 'HP'], holders: '2', facts: null },
};

const FRONT_MATTER = {
  title: 'Forum opens',
  date: '2022-10-20',
  about: 2022,
  lang: 'en',
  source: {
    publisher: 'wire',
    author: 'A. N.',
    url: 'https://e.org',
    retrieved: '2024-05-01',
    digest: 'sha256:00',
    weather: [1],
  },
  'translation-of': 'documents/forum.zh.md',
  weather: { fine: [true] },
  entities: {
    'ma-zhaoxu': null,
    'shen-beili': 'Ms. Shen',
    idcpc: ['the Department', 4],
    china: {
      as: ['my country'],
      not: 'South China Sea',
      sic: ['Chian'],
      here: ['our side', { quote: 'the country', near: 'our diplomacy', nth: 2 }, [{ quote: 'our', nth: 1 }, 'side']],
    },
    cuba: { here: { quote: ['a', 'b'], prefix: 'x', suffix: 'y' } },
  },
  claims: [
    {
      ...SHARED,
      quote: 'has increased from 172 to 181',
      subject: 'china',
      nth: 2,
      near: 'ties',
      prefix: 'it ',
      suffix: ' since',
      items: ['France', { quote: 'Spain', nth: '1' }, ['the', 'rest']],
      claims: [{ property: 'count', value: [3, 4, { en: 'five' }], items: { partial: ['Oslo'] }, stance: 'expects' }],
      parts: true,
    },
    { quote: ['a', 'b'], subject: 'this', claims: [{ subject: 'ada', property: 'said', value: true, claims: [] }] },
    { quote: { quote: 'x y', suffix: 'z' }, subject: 'china', property: 'said', value: 'no', by: { text: 'they' } },
  ],
  accept: { 'body-changed': 'retyped', tension: null },
};

const LISTED = {
  entities: ['ma-zhaoxu', { china: { as: ['my country'] } }, null, 12],
  claims: null,
  accept: null,
};

export const EXAMPLES: Readonly<Record<SchemaName, readonly object[]>> = {
  concord: [SETTINGS],
  records: [RECORDS],
  'front-matter': [FRONT_MATTER, LISTED],
};
