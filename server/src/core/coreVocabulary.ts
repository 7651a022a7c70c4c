/** The core types and properties: data, as the format's section 7 lists them. */

import type { EntityType, Labels, Property, QualifierRule, TimeBehaviour } from './vocabulary.ts';

const type = (id: string, zh: string, icon: string): EntityType => ({
  id,
  label: { en: id, zh },
  icon,
  color: `concord.${id}`,
});

export const CORE_TYPES: readonly EntityType[] = [
  type('person', '人物', 'person'),
  type('organization', '组织', 'organization'),
  type('place', '地点', 'location'),
  type('event', '事件', 'calendar'),
  type('document', '文献', 'file-text'),
  type('concept', '概念', 'lightbulb'),
  type('position', '职务', 'briefcase'),
  type('agreement', '协议', 'handshake'),
  type('program', '项目', 'project'),
];

interface Definition {
  readonly label: [en: string, zh: string];
  readonly description: [en: string, zh: string];
  readonly subject: string;
  readonly value: string;
  readonly unit?: string;
  /** Overrides the default of the value's kind: one at a time for quantities, times and booleans. */
  readonly single?: boolean;
  readonly time: TimeBehaviour;
  /** `name*` is required, `name|` separates. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly symmetric?: boolean;
  readonly before?: string;
  readonly within?: boolean;
  readonly range?: Property['range'];
}

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  position: {
    label: ['position', '职务'],
    description: ['An office or post that the person holds, and of what.', '该人担任的职务，以及所属机构。'],
    subject: 'person',
    value: 'position, text',
    time: 'state',
    qualifiers: { 'of*': 'organization, place, event' },
  },
  'member-of': {
    label: ['member of', '成员'],
    description: ['Belongs to the organization or is a party to the agreement.', '属于某组织，或为某协议的成员。'],
    subject: 'person, organization, place',
    value: 'organization, agreement',
    time: 'state',
    qualifiers: { as: 'text' },
  },
  'part-of': {
    label: ['part of', '隶属于'],
    description: ['Is a part of something larger of its kind.', '是某一更大整体的一部分。'],
    subject: 'any',
    value: 'any',
    time: 'state',
  },
  'located-in': {
    label: ['located in', '位于'],
    description: ['Lies in, or has its seat in, the place.', '位于或设在某地。'],
    subject: 'place, organization, event',
    value: 'place',
    time: 'state',
  },
  'held-on': {
    label: ['held on', '举行日期'],
    description: ['The day or days on which the event takes place.', '事件举行的日期。'],
    subject: 'event',
    value: 'time',
    time: 'event',
    within: true,
  },
  'held-at': {
    label: ['held at', '举行地点'],
    description: ['The place where the event takes place.', '事件举行的地点。'],
    subject: 'event',
    value: 'place',
    single: true,
    time: 'event',
  },
  'organized-by': {
    label: ['organized by', '主办方'],
    description: ['Who holds, hosts or runs it.', '由谁主办、承办或组织。'],
    subject: 'event, program',
    value: 'person, organization, place',
    time: 'event',
    qualifiers: { as: 'text' },
  },
  participant: {
    label: ['participant', '参加者'],
    description: ['Who takes part in it, and as what.', '谁参加，以何种身份参加。'],
    subject: 'event, program',
    value: 'person, organization, place',
    time: 'event',
    qualifiers: { as: 'text' },
  },
  attendance: {
    label: ['attendance', '出席人数'],
    description: [
      'How many persons attend; “among” narrows whom the figure counts.',
      '出席的人数；among 限定所计的人群。',
    ],
    subject: 'event',
    value: 'quantity',
    unit: 'person',
    time: 'event',
    qualifiers: { 'among|': 'text' },
    range: { least: 0 },
  },
  'represented-countries': {
    label: ['represented countries', '代表的国家数'],
    description: ['How many countries those who attend come from.', '与会者来自多少个国家。'],
    subject: 'event',
    value: 'quantity',
    unit: 'country',
    time: 'event',
    qualifiers: { 'among|': 'text' },
    range: { least: 0 },
  },
  'founded-on': {
    label: ['founded on', '成立日期'],
    description: ['When it came into being.', '成立、设立或建立的日期。'],
    subject: 'organization, program, agreement, place',
    value: 'time',
    time: 'permanent',
    before: 'dissolved-on',
  },
  'dissolved-on': {
    label: ['dissolved on', '解散日期'],
    description: ['When it ceased to be.', '解散、终止或撤销的日期。'],
    subject: 'organization, program, agreement, place',
    value: 'time',
    time: 'permanent',
  },
  'born-on': {
    label: ['born on', '出生日期'],
    description: ['The person’s date of birth.', '该人的出生日期。'],
    subject: 'person',
    value: 'time',
    time: 'permanent',
    before: 'died-on',
  },
  'died-on': {
    label: ['died on', '逝世日期'],
    description: ['The person’s date of death.', '该人的逝世日期。'],
    subject: 'person',
    value: 'time',
    time: 'permanent',
  },
  'published-on': {
    label: ['published on', '发表日期'],
    description: ['When the document was published.', '文献发表的日期。'],
    subject: 'document',
    value: 'time',
    time: 'permanent',
  },
  'signed-on': {
    label: ['signed on', '签署日期'],
    description: ['When the agreement was signed.', '协议签署的日期。'],
    subject: 'agreement',
    value: 'time',
    time: 'permanent',
  },
  signatory: {
    label: ['signatory', '签署方'],
    description: ['Who signed the agreement.', '协议的签署方。'],
    subject: 'agreement',
    value: 'person, organization, place',
    time: 'permanent',
  },
  'succeeded-by': {
    label: ['succeeded by', '由…接替'],
    description: ['What took its place.', '接替或取代它的对象。'],
    subject: 'organization, event, position, program',
    value: 'organization, event, position, program',
    single: true,
    time: 'permanent',
  },
  'relations-with': {
    label: ['relations with', '与…有关系'],
    description: ['Holds relations with the other side, which holds them too.', '与对方保持关系；关系是相互的。'],
    subject: 'place, organization',
    value: 'place, organization',
    time: 'state',
    symmetric: true,
  },
  said: {
    label: ['said', '表示'],
    description: ['What the speaker said, in the source’s words or in the annotator’s.', '说话人所说的内容。'],
    subject: 'person, organization',
    value: 'text',
    time: 'event',
    qualifiers: { to: 'any' },
  },
  supports: {
    label: ['supports', '支持'],
    description: ['Declares or gives support.', '表示或给予支持。'],
    subject: 'person, organization, place',
    value: 'any',
    time: 'state',
  },
  opposes: {
    label: ['opposes', '反对'],
    description: ['Declares or shows opposition.', '表示或采取反对。'],
    subject: 'person, organization, place',
    value: 'any',
    time: 'state',
  },
  count: {
    label: ['count', '数量'],
    description: ['How many of something the subject has; “of” says of what.', '主体拥有多少；of 说明所计的对象。'],
    subject: 'any',
    value: 'quantity',
    time: 'state',
    qualifiers: { 'of*|': 'text, any', 'among|': 'text' },
  },
  amount: {
    label: ['amount', '金额'],
    description: ['A sum of money; “of” says what it pays for or measures.', '金额；of 说明所指的款项。'],
    subject: 'any',
    value: 'quantity',
    time: 'state',
    qualifiers: { 'of*|': 'text, any' },
  },
  share: {
    label: ['share', '比例'],
    description: ['A part of a whole, in per cent; “of” says of what.', '占整体的百分比；of 说明整体是什么。'],
    subject: 'any',
    value: 'quantity',
    unit: '%',
    time: 'state',
    qualifiers: { 'of*|': 'text, any' },
  },
  duration: {
    label: ['duration', '时长'],
    description: ['How long it lasts, in days unless the value says otherwise.', '持续多久；未注明单位时以天计。'],
    subject: 'event, program',
    value: 'quantity',
    unit: 'day',
    time: 'permanent',
    range: { least: 0 },
  },
  age: {
    label: ['age', '年龄'],
    description: ['Its age in full years, or an anniversary.', '周岁或周年数。'],
    subject: 'person, organization, event',
    value: 'quantity',
    unit: 'year',
    time: 'state',
    range: { least: 0 },
  },
};

const split = (list: string): readonly string[] => list.split(', ');
const labels = ([en, zh]: readonly [string, string]): Labels => ({ en, zh });

function property(id: string, definition: Definition): Property {
  const value = split(definition.value);
  const named = Object.entries(definition.qualifiers ?? {});
  const bare = (name: string) => name.replace(/[*|]/g, '');
  const rules = named.map(([name, types]): [string, QualifierRule] => [
    bare(name),
    { types: split(types), required: name.includes('*') },
  ]);
  return {
    id,
    label: labels(definition.label),
    description: labels(definition.description),
    subject: split(definition.subject),
    value,
    unit: definition.unit,
    single: definition.single ?? isSingleByDefault(value),
    time: definition.time,
    holds: 'P0D',
    qualifiers: new Map(rules),
    separates: named.filter(([name]) => name.includes('|')).map(([name]) => bare(name)),
    symmetric: definition.symmetric ?? false,
    before: definition.before ? [definition.before] : [],
    within: definition.within ?? false,
    range: definition.range,
  };
}

/** One true value at a time: the default for quantities, times and booleans. */
export function isSingleByDefault(value: readonly string[]): boolean {
  return value.every((kind) => kind === 'quantity' || kind === 'time' || kind === 'boolean');
}

export const CORE_PROPERTIES: readonly Property[] = Object.entries(DEFINITIONS).map(([id, definition]) =>
  property(id, definition),
);
