/**
 * Claims and facts as they are written: their shape, what nested ones inherit, lists as several claims.
 * Values keep their source text here; what they denote is for the values layer to say.
 */

import { type Acceptance, acceptancesOf } from './acceptance.ts';
import type { Decoder } from './decoder.ts';
import { listed, type Text } from './problem.ts';
import { CHOICE_KEYS, type Quote, quoteOf, quotesOf } from './quote.ts';
import type { Span } from './text.ts';
import type { Entry, YamlMap, YamlNode } from './yaml.ts';

export const STANCES = ['asserts', 'denies', 'questions', 'expects', 'hypothetical'] as const;
export type Stance = (typeof STANCES)[number];
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

const SHARED_KEYS = [
  'id',
  'property',
  'value',
  'unit',
  'at',
  'ended',
  'by',
  'stance',
  'certainty',
  'see',
  'note',
  'accept',
];
export const CLAIM_KEYS: readonly string[] = [
  ...SHARED_KEYS,
  'quote',
  'subject',
  ...CHOICE_KEYS,
  'items',
  'claims',
  'parts',
];
export const FACT_KEYS: readonly string[] = [...SHARED_KEYS, 'source'];

/** A value with its source text. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'languages'; readonly texts: ReadonlyMap<string, Text>; readonly span: Span }
  | { readonly kind: 'change'; readonly from: Text; readonly to: Text; readonly change?: Text; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly span: Span };

export interface Speaker {
  /** An entity's id, unless `free`. */
  readonly text: Text;
  readonly free: boolean;
}

export interface Qualifier {
  readonly key: Text;
  readonly value: Value;
}

export interface Claim {
  /** Its id (`ties`, `ties.2` for the second value of a list), or its place in the file where it has none. */
  readonly key: string;
  readonly id?: Text;
  /** What stands for the claim as a whole when a finding is about all of it. */
  readonly head: Span;
  readonly span: Span;
  readonly quote?: Quote;
  readonly subject?: Text;
  readonly property?: Text;
  readonly value?: Value;
  readonly unit?: Text;
  readonly at?: Text;
  readonly ended: boolean;
  readonly by?: Speaker;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly items: readonly Quote[];
  readonly itemsPartial: boolean;
  readonly see: readonly Text[];
  /** Of a fact: the references or URLs it rests on. */
  readonly sources: readonly Text[];
  readonly note?: Text;
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  readonly accept: readonly Acceptance[];
  /** The claim of the same passage that this one stands in. */
  readonly outer?: Claim;
  /** Its nested claims are the parts of its value. */
  readonly parts: boolean;
  /** A fault in the file may have spoilt it: nothing is said about it. */
  readonly damaged: boolean;
  /** Which value of a list it holds, from 1. */
  readonly nth?: number;
  /** It only holds nested claims together and says nothing itself. */
  readonly group: boolean;
}

/** The claims of a document's `claims`, nested ones after the one they stand in, in the order of the file. */
export function claimsOf(decoder: Decoder, node: YamlNode | undefined): readonly Claim[] {
  const claims: Claim[] = [];
  readList(decoder, node, 'claims', undefined, claims);
  return claims;
}

/** The facts of a record: claims without quote, whose subject is the record. */
export function factsOf(decoder: Decoder, node: YamlNode | undefined, subject: Text): readonly Claim[] {
  const facts: Claim[] = [];
  for (const [i, item] of itemsOf(decoder, node, 'facts').entries()) {
    const map = item.kind === 'map' ? item : undefined;
    if (map)
      decoder.about({ entity: subject.value }, () =>
        readClaim(decoder, map, `${subject.value}.${i + 1}`, undefined, facts, subject),
      );
    else decoder.wrongShape('fact', item.span, {}, { entity: subject.value });
  }
  return facts;
}

function itemsOf(decoder: Decoder, node: YamlNode | undefined, field: string): readonly YamlNode[] {
  if (!node || node.kind === 'missing') return [];
  if (node.kind === 'seq') return node.items;
  decoder.wrongShape('list', node.span, { field });
  return [];
}

function readList(
  decoder: Decoder,
  node: YamlNode | undefined,
  place: string,
  outer: Claim | undefined,
  claims: Claim[],
): void {
  for (const [i, item] of itemsOf(decoder, node, 'claims').entries()) {
    if (item.kind === 'map') {
      const id = item.entries.find(({ key }) => key.value === 'id')?.value;
      const owner = id?.kind === 'scalar' ? { claim: id.value } : {};
      decoder.about(owner, () => readClaim(decoder, item, `${place}[${i}]`, outer, claims, undefined));
    } else decoder.wrongShape('claim', item.span);
  }
}

function readClaim(
  decoder: Decoder,
  map: YamlMap,
  place: string,
  outer: Claim | undefined,
  claims: Claim[],
  record: Text | undefined,
): void {
  const known = record ? FACT_KEYS : CLAIM_KEYS;
  const fields = decoder.fields(map, known, 'claim', 'keep');
  const node = (key: string) => fields.get(key)?.value;
  const text = (key: string) => decoder.textOf(node(key), key);
  const id = text('id');
  const damaged = decoder.damaged(map.span);
  const nested = node('claims');
  const property = text('property');
  const values = node('value');
  const group = !record && nested !== undefined && property === undefined && values === undefined;
  const { items, itemsPartial } = enumerated(decoder, record ? undefined : node('items'));
  const own: Claim = {
    key: id?.value ?? place,
    id,
    head: id?.span ?? property?.span ?? map.entries[0]?.key.span ?? map.span,
    span: map.span,
    quote: (record ? undefined : quoteOf(decoder, node('quote'), fields)) ?? outer?.quote,
    subject: record ?? text('subject') ?? outer?.subject,
    property,
    unit: text('unit'),
    at: text('at') ?? outer?.at,
    ended: decoder.flagOf(node('ended'), 'ended') ?? false,
    by: speakerOf(decoder, node('by')) ?? outer?.by,
    stance: decoder.oneOf(node('stance'), 'stance', STANCES) ?? outer?.stance ?? 'asserts',
    certainty: decoder.oneOf(node('certainty'), 'certainty', CERTAINTIES) ?? 'certain',
    items,
    itemsPartial,
    see: decoder.textsOf(node('see'), 'see'),
    sources: record ? decoder.textsOf(node('source'), 'source') : [],
    note: text('note'),
    qualifiers: qualifiersOf(decoder, fields, known, outer),
    accept: acceptancesOf(decoder, node('accept')),
    outer,
    parts: decoder.flagOf(record ? undefined : node('parts'), 'parts') ?? false,
    damaged,
    group,
  };
  if (!damaged && !group) reportGaps(decoder, own, fields, record);
  const value = readValue(decoder, values);
  if (value?.kind === 'list') {
    for (const [i, item] of value.items.entries()) {
      claims.push({ ...own, key: `${own.key}.${i + 1}`, value: item, nth: i + 1 });
    }
  } else {
    claims.push(value ? { ...own, value } : own);
  }
  if (nested) readList(decoder, nested, `${place}.claims`, own, claims);
}

function reportGaps(decoder: Decoder, claim: Claim, fields: Map<string, Entry>, record: Text | undefined): void {
  const of = record ? { entity: record.value } : claim.id ? { claim: claim.id.value } : {};
  // A key that is there and cannot be read has had its own problem already.
  const lacks = (key: string) => (fields.get(key)?.value ?? { kind: 'missing' }).kind === 'missing';
  const missing = [
    ...(!record && !claim.quote && lacks('quote') ? ['quote'] : []),
    ...(!claim.subject && lacks('subject') ? ['subject'] : []),
    ...(!claim.property && lacks('property') ? ['property'] : []),
    ...(lacks('value') ? ['value'] : []),
  ];
  // Somebody who is still writing a claim is told once.
  if (missing.length > 1) decoder.wrongShape('gaps', claim.head, listed('missing', missing), of);
  else if (missing.length === 1) decoder.wrongShape(`no-${missing[0]}`, claim.head, {}, of);
}

function enumerated(decoder: Decoder, node: YamlNode | undefined): Pick<Claim, 'items' | 'itemsPartial'> {
  const before = decoder.problems.length;
  let list = node;
  let itemsPartial = false;
  if (node?.kind === 'map') {
    list = decoder.fields(node, ['partial'], 'items', 'report').get('partial')?.value;
    itemsPartial = true;
    if (!list) decoder.wrongShapeSince(before, 'list', node.span, { field: 'items' });
  }
  const items = quotesOf(decoder, itemsOf(decoder, list, 'items'), 'items');
  return { items, itemsPartial };
}

function speakerOf(decoder: Decoder, node: YamlNode | undefined): Speaker | undefined {
  if (node?.kind !== 'map') {
    const text = decoder.textOf(node, 'by');
    return text && { text, free: false };
  }
  const before = decoder.problems.length;
  const text = decoder.textOf(decoder.fields(node, ['text'], 'by', 'report').get('text')?.value, 'text');
  if (!text) decoder.wrongShapeSince(before, 'text', node.span, { field: 'by' });
  return text && { text, free: true };
}

function qualifiersOf(
  decoder: Decoder,
  fields: Map<string, Entry>,
  known: readonly string[],
  outer: Claim | undefined,
): ReadonlyMap<string, Qualifier> {
  const qualifiers = new Map(outer?.qualifiers);
  for (const [name, { key, value }] of fields) {
    if (known.includes(name)) continue;
    const read = readValue(decoder, value) ?? { kind: 'text', text: '', span: value.span };
    qualifiers.set(name, { key: { value: key.value, span: key.span }, value: read });
  }
  return qualifiers;
}

export const CHANGE_KEYS = ['from', 'to', 'change'];
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A value of any kind; undefined where it is missing or has a shape that no kind takes. */
export function readValue(decoder: Decoder, node: YamlNode | undefined): Value | undefined {
  if (!node || node.kind === 'missing') return undefined;
  if (node.kind === 'scalar') {
    const text = decoder.textOf(node, 'value');
    return text && { kind: 'text', text: text.value, span: text.span };
  }
  if (node.kind === 'seq') {
    if (node.items.length === 0) decoder.wrongShape('empty', node.span, { field: 'value' });
    const items = node.items.flatMap((item) => {
      if (item.kind !== 'seq') return readValue(decoder, item) ?? [];
      decoder.wrongShape('value', item.span);
      return [];
    });
    return { kind: 'list', items, span: node.span };
  }
  if (node.entries.some(({ key }) => CHANGE_KEYS.includes(key.value))) return changeOf(decoder, node);
  return languagesOf(decoder, node);
}

function changeOf(decoder: Decoder, map: YamlMap): Value | undefined {
  const before = decoder.problems.length;
  const fields = decoder.fields(map, CHANGE_KEYS, 'change', 'report');
  const [from, to, change] = CHANGE_KEYS.map((key) => decoder.textOf(fields.get(key)?.value, key));
  if (from && to) return { kind: 'change', from, to, span: map.span, ...(change && { change }) };
  decoder.wrongShapeSince(before, 'change', map.span);
  return undefined;
}

function languagesOf(decoder: Decoder, map: YamlMap): Value | undefined {
  const before = decoder.problems.length;
  const texts = new Map<string, Text>();
  for (const [language, { key, value }] of decoder.fields(map, [], 'languages', 'keep')) {
    if (!LANGUAGE.test(language)) {
      decoder.wrongShape('value', key.span);
      return undefined;
    }
    const text = decoder.textOf(value, language);
    if (text) texts.set(language, text);
  }
  if (texts.size === 0) decoder.wrongShapeSince(before, 'value', map.span);
  return texts.size > 0 ? { kind: 'languages', texts, span: map.span } : undefined;
}
