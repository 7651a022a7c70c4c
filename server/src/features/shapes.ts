/**
 * What may stand where in the YAML of a document, a file of records and concord.yaml, as one table: which keys a map has,
 * what a list holds, what a scalar says. Knows the format's places, no file and no text.
 */

import { DOCUMENT_KEYS } from '../core/frontMatter.ts';
import { RECORD_KEYS } from '../core/record.ts';
import { SETTINGS_KEYS } from '../core/settings.ts';

/** What a scalar, or a key that is not fixed, stands for. */
export type Meaning =
  | 'entity'
  | 'entity-or-text'
  | 'subject'
  | 'speaker'
  | 'value'
  | 'qualifier'
  | 'qualifier-name'
  | 'record-id'
  | 'claim-id'
  | 'title'
  | 'digest'
  | 'property'
  | 'property-id'
  | 'type'
  | 'type-id'
  | 'type-or-kind'
  | 'unit'
  | 'unit-id'
  | 'code'
  | 'severity'
  | 'reference'
  | 'other-side'
  | 'document'
  | 'quote'
  | 'form'
  | 'time'
  | 'language'
  | 'boolean'
  | 'stance'
  | 'certainty'
  | 'behaviour'
  | 'direction'
  | 'text';

/** A place in the format: it may take several of a map, a list and a scalar. */
export interface Shape {
  /** The name under which its keys are described. */
  readonly name: ShapeName;
  /** The fixed keys of a map, in the order in which they are written. */
  readonly keys?: Readonly<Record<string, Shape>>;
  /** What other keys stand for, and what is under them. */
  readonly others?: { readonly key: Meaning; readonly value: Shape };
  readonly items?: Shape;
  readonly scalar?: Meaning;
}

export type ShapeName =
  | 'document'
  | 'source'
  | 'declarations'
  | 'declaration'
  | 'claim'
  | 'fact'
  | 'quote'
  | 'items'
  | 'speaker'
  | 'change'
  | 'acceptances'
  | 'acceptance'
  | 'records'
  | 'record'
  | 'names'
  | 'settings'
  | 'types'
  | 'type'
  | 'properties'
  | 'property'
  | 'qualifier-rules'
  | 'qualifier-rule'
  | 'range'
  | 'units'
  | 'unit'
  | 'checks'
  | 'widths'
  | 'leaf';

const leaf = (scalar: Meaning): Shape => ({ name: 'leaf', scalar });
const oneOrMore = (scalar: Meaning): Shape => ({ name: 'leaf', scalar, items: leaf(scalar) });
const byLanguage = (value: Shape): Shape => ({ ...value, name: 'names', others: { key: 'language', value } });
const inOrder = (order: readonly string[], keys: Readonly<Record<string, Shape>>): Readonly<Record<string, Shape>> =>
  Object.fromEntries(order.flatMap((key) => (keys[key] ? [[key, keys[key]]] : [])));

const text = leaf('text');
const time = leaf('time');
const flag = leaf('boolean');

const choice = { nth: text, near: leaf('quote'), prefix: leaf('quote'), suffix: leaf('quote') };
const quote: Shape = {
  name: 'quote',
  scalar: 'quote',
  items: leaf('quote'),
  keys: { quote: oneOrMore('quote'), ...choice },
};
const quotes: Shape = { name: 'leaf', scalar: 'quote', items: quote };

const acceptance: Shape = {
  name: 'acceptance',
  scalar: 'text',
  keys: { with: leaf('other-side'), saw: text, reason: text },
};
const acceptances: Shape = {
  name: 'acceptances',
  others: { key: 'code', value: { ...acceptance, items: acceptance } },
};

const simpleValue: Shape = {
  name: 'change',
  scalar: 'value',
  keys: { from: text, to: text, change: text },
  others: { key: 'language', value: text },
};
const value: Shape = { ...simpleValue, items: simpleValue };
const qualifier: Shape = {
  name: 'leaf',
  scalar: 'qualifier',
  items: leaf('qualifier'),
  others: { key: 'language', value: text },
};
const speaker: Shape = { name: 'speaker', scalar: 'speaker', keys: { text } };

const shared = {
  property: leaf('property'),
  value,
  unit: leaf('unit'),
  at: time,
  ended: flag,
  by: speaker,
  stance: leaf('stance'),
  certainty: leaf('certainty'),
};

const claim: Shape = {
  name: 'claim',
  // Claims hold claims.
  get keys() {
    return claimKeys;
  },
  others: { key: 'qualifier-name', value: qualifier },
};
const claimKeys: Readonly<Record<string, Shape>> = {
  id: leaf('claim-id'),
  quote,
  ...choice,
  subject: leaf('subject'),
  ...shared,
  items: { name: 'items', items: quote, keys: { partial: quotes } },
  see: oneOrMore('reference'),
  note: text,
  parts: flag,
  claims: { name: 'leaf', items: claim },
  accept: acceptances,
};

const fact: Shape = {
  name: 'fact',
  keys: {
    id: leaf('claim-id'),
    ...shared,
    see: oneOrMore('reference'),
    note: text,
    source: oneOrMore('reference'),
    accept: acceptances,
  },
  others: { key: 'qualifier-name', value: qualifier },
};

const declaration: Shape = {
  name: 'declaration',
  scalar: 'form',
  items: leaf('form'),
  keys: { as: oneOrMore('form'), sic: oneOrMore('form'), not: oneOrMore('form'), here: quotes },
};
const declared = { key: 'entity', value: declaration } as const;
const declarations: Shape = {
  name: 'declarations',
  others: declared,
  items: { name: 'declarations', scalar: 'entity', others: declared },
};

const document: Shape = {
  name: 'document',
  keys: inOrder(DOCUMENT_KEYS, {
    title: leaf('title'),
    date: time,
    about: time,
    lang: leaf('language'),
    source: {
      name: 'source',
      keys: { publisher: leaf('entity-or-text'), author: text, url: text, retrieved: time, digest: leaf('digest') },
    },
    'translation-of': leaf('document'),
    entities: declarations,
    claims: { name: 'leaf', items: claim },
    accept: acceptances,
  }),
};

const names = byLanguage({ name: 'names', scalar: 'text', items: text });
const record: Shape = {
  name: 'record',
  keys: inOrder(RECORD_KEYS, {
    type: leaf('type'),
    name: names,
    aliases: names,
    description: byLanguage(text),
    'same-as': oneOrMore('text'),
    'distinct-from': oneOrMore('entity'),
    facts: { name: 'leaf', items: fact },
    of: leaf('entity'),
    holders: text,
  }),
};
const records: Shape = { name: 'records', others: { key: 'record-id', value: record } };

const kinds = oneOrMore('type-or-kind');
const rule: Shape = { ...kinds, name: 'qualifier-rule', keys: { type: kinds, required: flag } };
const property: Shape = {
  name: 'property',
  keys: {
    label: byLanguage(text),
    description: byLanguage(text),
    subject: oneOrMore('type'),
    value: kinds,
    unit: leaf('unit'),
    single: flag,
    time: leaf('behaviour'),
    holds: text,
    direction: leaf('direction'),
    qualifiers: {
      name: 'qualifier-rules',
      others: { key: 'qualifier-name', value: rule },
      items: leaf('qualifier-name'),
    },
    separates: oneOrMore('qualifier-name'),
    symmetric: flag,
    inverse: leaf('property'),
    before: oneOrMore('property'),
    within: flag,
    range: { name: 'range', items: text, keys: { least: text, greatest: text } },
  },
};
const type: Shape = { name: 'type', keys: { label: byLanguage(text), parent: leaf('type'), icon: text, color: text } };
const unit: Shape = { name: 'unit', keys: { is: leaf('unit'), to: leaf('unit'), factor: text } };

const settings: Shape = {
  name: 'settings',
  keys: inOrder(SETTINGS_KEYS, {
    version: text,
    documents: oneOrMore('text'),
    entities: oneOrMore('text'),
    exclude: oneOrMore('text'),
    languages: oneOrMore('language'),
    types: { name: 'types', others: { key: 'type-id', value: type } },
    properties: { name: 'properties', others: { key: 'property-id', value: property } },
    units: { name: 'units', others: { key: 'unit-id', value: unit } },
    checks: { name: 'checks', others: { key: 'code', value: leaf('severity') } },
    widths: { name: 'widths', keys: { about: text, nearly: text } },
  }),
};

/** The shape of a whole file's YAML. */
export const ROOTS: Readonly<Record<'document' | 'records' | 'settings', Shape>> = { document, records, settings };

/** What stands under `key` of a map of this shape; undefined where the format does not know the key. */
export function under(shape: Shape, key: string): Shape | undefined {
  const fixed = shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
  return fixed ?? shape.others?.value;
}
