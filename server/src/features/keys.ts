/** One line on every key of the format, for hovers and completions. Knows keys, no file. */

import type { ShapeName } from './shapes.ts';

type Table = Readonly<Record<string, readonly [en: string, zh: string]>>;

/** What a key of such a map means, in the reader's language; undefined for a key that is nobody's. */
export function meaningOf(shape: ShapeName, key: string, locale: string): string | undefined {
  for (const table of tablesOf(shape)) {
    if (Object.hasOwn(table, key)) return table[key]?.[locale.startsWith('zh') ? 1 : 0];
  }
  return undefined;
}

function tablesOf(shape: ShapeName): readonly Table[] {
  const own = Object.hasOwn(KEYS, shape) ? [KEYS[shape]!] : [];
  if (shape === 'fact') return [...own, KEYS.claim!];
  return shape === 'claim' ? [...own, KEYS.quote!] : own;
}

/** By shape and key, in English and in Simplified Chinese. */
export const KEYS: Readonly<Partial<Record<ShapeName, Table>>> = {
  document: {
    title: ['The title of the source.', '来源的标题。'],
    date: [
      'When the source was published: 2022, 2022-10 or 2022-10-20.',
      '来源的发表日期，如 2022、2022-10、2022-10-20。',
    ],
    about: [
      'The time that its claims hold for where they give none themselves; otherwise the date.',
      '陈述未注明时间时所指的时间；未填则用发表日期。',
    ],
    lang: ['The language of the text, as a tag: en, zh, zh-Hant.', '正文的语言标签，如 en、zh、zh-Hant。'],
    source: [
      'Where the text comes from: publisher, author, address, and a digest of it.',
      '正文的出处：发布者、作者、网址和摘要值。',
    ],
    'translation-of': [
      'The document that this one translates, by its path from the corpus root.',
      '本文献所译的原文，写从语料库根目录起的路径。',
    ],
    entities: [
      'Whom and what the text is about, by id: their names in the text become mentions.',
      '正文涉及的对象（ID）；它们的名称在正文中即成为提及。',
    ],
    claims: [
      'What the text says, each claim anchored in its words by a quote.',
      '正文所说的内容；每条陈述都以引文为据。',
    ],
    accept: [
      'Findings of the whole document that are accepted, each with a reason.',
      '就整篇文献接受的问题，每项须有理由。',
    ],
  },
  source: {
    publisher: [
      'Who published it: an id, or a name. The speaker of claims without one.',
      '发布者：ID 或名称；陈述未注明说话人时即为它。',
    ],
    author: ['Who wrote it.', '作者。'],
    url: ['Where it was found.', '网址。'],
    retrieved: ['The day on which it was fetched.', '获取日期。'],
    digest: [
      'The SHA-256 of the text as annotated: shows whether it has changed since.',
      '标注时正文的 SHA-256，用以发现后来的改动。',
    ],
  },
  declaration: {
    as: ['Further forms that name it, in this document only.', '仅在本文献中指它的其他写法。'],
    sic: ['Forms that are the source’s own errors: kept, and marked.', '原文自身的错误写法：照录并标记。'],
    not: ['Passages in which its name means something else.', '其中的名称并非指它的文字。'],
    here: [
      'Mentions that no name catches, such as a pronoun, each by its words.',
      '没有名称的提及（如代词），以引文指明。',
    ],
  },
  claim: {
    id: ['A name for the claim, so that others can refer to it.', '陈述的名称，供别处引用。'],
    quote: ['The words of the text that say it, verbatim.', '正文中表述它的原文。'],
    subject: [
      'What the claim is about: an id, or “this” for the document itself.',
      '陈述的主体：ID，或 this（文献本身）。',
    ],
    property: ['What is said of the subject.', '所述的属性。'],
    value: [
      'What the property is said to be. A list makes as many claims where several may be true.',
      '属性的值；可有多个值时，列表即为多条陈述。',
    ],
    unit: ['The unit of the quantity, if the value does not name it.', '数量的单位（值中未写时）。'],
    at: [
      'The time that the claim holds for: 2022, 2020/2023, 2022-01/...',
      '陈述成立的时间，如 2022、2020/2023、2022-01/..。',
    ],
    ended: ['It was true before that time, and no longer is.', '此前成立，现已不成立。'],
    by: ['Who says so: an id, or {text: …} for somebody without a record.', '说话人：ID；没有记录时写 {text: …}。'],
    stance: [
      'What the speaker does: asserts, denies, questions, expects, or only supposes.',
      '说话人的态度：断言、否认、质疑、预期或假设。',
    ],
    certainty: ['How sure the annotator is that this is what the text says.', '标注者对此的把握。'],
    items: ['The things that a stated count enumerates, each by its words.', '所述数目列举的各项，以引文指明。'],
    see: [
      'Other claims that bear on this one: documents/x.md#id, or #id here.',
      '相关的陈述：documents/x.md#id，或本文献的 #id。',
    ],
    note: ['A remark for readers of the annotations.', '给标注读者的说明。'],
    parts: ['The claims inside are the parts of this value: they add up to it.', '内层陈述是此值的组成部分。'],
    claims: [
      'More claims of the same passage; they inherit the quote, subject, time and speaker.',
      '同一段文字的其他陈述，继承引文、主体、时间和说话人。',
    ],
    accept: ['Findings on this claim that are accepted, each with a reason.', '就此陈述接受的问题，每项须有理由。'],
    source: ['What a fact rests on: a claim, or an address.', '事实的依据：陈述或网址。'],
  },
  quote: {
    quote: ['The words of the text, verbatim.', '正文的原文。'],
    nth: ['Which of several matches is meant, counted from 1.', '有多处相同时指第几处，从 1 数起。'],
    near: ['A text nearby: the match nearest to it is meant.', '附近的文字：取离它最近的一处。'],
    prefix: ['The words right before the match that is meant.', '所指之处紧接在前的文字。'],
    suffix: ['The words right after the match that is meant.', '所指之处紧接在后的文字。'],
  },
  items: { partial: ['A list that is not complete.', '不完整的列举。'] },
  speaker: {
    text: ['The speaker in the words of the text, where there is no record.', '没有记录的说话人，照原文写。'],
  },
  change: {
    from: ['The value at the beginning.', '起始值。'],
    to: ['The value at the end.', '终了值。'],
    change: [
      'The difference that the text states: a quantity, or a percentage of the first.',
      '原文所述的变化量或百分比。',
    ],
  },
  acceptance: {
    with: ['The other side: a claim, or the id of a record.', '另一方：陈述，或记录的 ID。'],
    saw: [
      'What the other side said when it was accepted: if that changes, the finding returns.',
      '接受时另一方的值；其后若有变化，问题会再次出现。',
    ],
    reason: ['Why it is accepted.', '接受的理由。'],
  },
  record: {
    type: ['What kind of thing it is.', '对象的类型。'],
    name: ['Its name: one text, or one for each language.', '名称：一个文本，或按语言分列。'],
    aliases: [
      'Other names for it. All are sought in every document that declares it.',
      '别名；在声明它的文献中都会查找。',
    ],
    description: ['One line that tells it from others.', '一行说明，以区别于他者。'],
    'same-as': ['The same thing elsewhere, by address.', '别处的同一对象（网址）。'],
    'distinct-from': ['Records that it is easily taken for, and is not.', '易与之混淆的其他记录。'],
    facts: ['What is known of it, each with the time it holds for and its source.', '已知的事实，注明时间与出处。'],
    of: ['Of a position: the organization, place or event that it belongs to.', '职务所属的组织、地点或事件。'],
    holders: ['Of a position: how many persons can hold it at once.', '该职务可同时由几人担任。'],
  },
  settings: {
    version: ['The version of the format: 1.', '格式的版本：1。'],
    documents: ['Which files are documents: a glob, or a list of them.', '哪些文件是文献（通配模式）。'],
    entities: ['Which files hold records.', '哪些文件存放记录。'],
    exclude: [
      'Files and folders to leave out, besides those that Git ignores.',
      '在 Git 忽略之外另行排除的文件和文件夹。',
    ],
    languages: ['The languages of the corpus.', '语料库的语言。'],
    types: ['Types of entities besides the core ones.', '核心类型以外的实体类型。'],
    properties: ['Properties besides the core ones, and what their claims mean.', '核心属性以外的属性及其含义。'],
    units: ['Units besides the built-in ones.', '内置单位以外的单位。'],
    checks: ['How severe each check is here, or off.', '各项检查的严重程度，或关闭。'],
    widths: ['How far “about” and “nearly” reach, as fractions.', '“约”“近”所容许的幅度（小数）。'],
  },
  type: {
    label: ['Its name, for each language.', '各语言的名称。'],
    parent: ['The type that it is a kind of.', '上级类型。'],
    icon: ['The name of a product icon.', '产品图标的名称。'],
    color: ['The id of a theme colour.', '主题颜色的 ID。'],
  },
  property: {
    label: ['Its name, for each language.', '各语言的名称。'],
    description: ['What its claims say.', '其陈述的含义。'],
    subject: ['The types that it can be said of.', '可用于哪些类型。'],
    value: [
      'What it takes: quantity, time, text, boolean, or types of entities.',
      '取值：数量、时间、文本、是否，或实体类型。',
    ],
    unit: ['The unit that its quantities are counted in.', '数量的单位。'],
    single: [
      'Only one value is true at a time, so that two different ones contradict.',
      '同一时间只有一个真值，两个不同的值即矛盾。',
    ],
    time: ['How time bears on it: permanent, event, state or cumulative.', '与时间的关系：永久、事件、状态或累计。'],
    holds: [
      'How long before and after its time a claim is taken to stay true, such as P3M.',
      '陈述在其时间前后多久内视为仍然成立，如 P3M。',
    ],
    direction: ['It only grows, or only falls.', '只增或只减。'],
    qualifiers: ['Further keys of its claims, and what they take.', '其陈述的附加键及取值。'],
    separates: ['Qualifiers that make two claims incomparable when they differ.', '不同则不作比较的限定项。'],
    symmetric: ['It holds for the other side as well.', '对另一方同样成立。'],
    inverse: ['The property that says it from the other side.', '从另一方表述它的属性。'],
    before: ['Times that this one may not be later than.', '不得晚于的其他时间属性。'],
    within: ['It lies within the time of what the subject is part of.', '应在主体所属者的时间之内。'],
    range: ['The least and the greatest sensible value.', '合理的最小值与最大值。'],
  },
  'qualifier-rule': {
    type: ['What the qualifier takes.', '限定项的取值。'],
    required: ['A claim without it is incomplete.', '缺少它的陈述不完整。'],
  },
  range: {
    least: ['The least sensible value.', '合理的最小值。'],
    greatest: ['The greatest sensible value.', '合理的最大值。'],
  },
  unit: {
    is: ['Another name for this unit.', '是该单位的别名。'],
    to: ['The unit that it is a multiple of.', '可换算成的单位。'],
    factor: ['How many of that unit it makes.', '换算系数。'],
  },
  widths: {
    about: ['For “about”, such as 0.1.', '“约”的幅度，如 0.1。'],
    nearly: ['For “nearly”, such as 0.1.', '“近”的幅度，如 0.1。'],
  },
};
