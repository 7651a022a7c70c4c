/** The properties that a corpus defines: section 7 of the format. */

import { isSingleByDefault } from '../coreVocabulary.ts';
import type { Decoder } from '../decoder.ts';
import { DURATION } from '../duration.ts';
import { type Property, type QualifierRule, TIME_BEHAVIOURS, VALUE_KINDS } from '../vocabulary.ts';
import type { YamlNode } from '../yaml.ts';
import { entriesOf, labelsOf, numberOf } from './shapes.ts';

export const PROPERTY_KEYS = [
  'label',
  'description',
  'subject',
  'value',
  'unit',
  'single',
  'time',
  'holds',
  'direction',
  'qualifiers',
  'separates',
  'symmetric',
  'inverse',
  'before',
  'within',
  'range',
] as const;
export function propertiesOf(decoder: Decoder, node: YamlNode | undefined): readonly Property[] {
  return entriesOf(decoder, node, 'properties').map(({ key, value }) => propertyOf(decoder, key.value, value));
}

function propertyOf(decoder: Decoder, id: string, node: YamlNode): Property {
  const map = decoder.map(node, 'map');
  const fields = map ? decoder.fields(map, PROPERTY_KEYS, 'property', 'report') : new Map();
  const field = (name: string): YamlNode | undefined => fields.get(name)?.value;
  const names = (name: string) => listOf(decoder, field(name), name);
  const value = names('value');
  const allowed = value.length > 0 ? value : ['any'];
  const subject = names('subject');
  const unit = decoder.textOf(field('unit'), 'unit')?.value;
  const direction = decoder.oneOf(field('direction'), 'direction', ['up', 'down'] as const);
  const inverse = decoder.textOf(field('inverse'), 'inverse')?.value;
  const range = rangeOf(decoder, field('range'));
  return {
    id,
    label: labelsOf(decoder, field('label'), id.replace(/-/g, ' ')),
    description: field('description') ? labelsOf(decoder, field('description'), '') : {},
    subject: subject.length > 0 ? subject : ['any'],
    value: allowed,
    ...(unit !== undefined && { unit }),
    single: decoder.flagOf(field('single'), 'single') ?? isSingleByDefault(allowed),
    time: decoder.oneOf(field('time'), 'time', TIME_BEHAVIOURS) ?? 'state',
    holds: durationOf(decoder, field('holds')) ?? 'P0D',
    ...(direction !== undefined && { direction }),
    qualifiers: qualifierRules(decoder, field('qualifiers')),
    separates: names('separates'),
    symmetric: decoder.flagOf(field('symmetric'), 'symmetric') ?? false,
    ...(inverse !== undefined && { inverse }),
    before: names('before'),
    within: decoder.flagOf(field('within'), 'within') ?? false,
    ...(range && { range }),
  };
}

function durationOf(decoder: Decoder, node: YamlNode | undefined): string | undefined {
  const text = decoder.textOf(node, 'holds');
  if (!text || DURATION.test(text.value)) return text?.value;
  decoder.wrongShape('duration', text.span, { value: text.value });
  return undefined;
}

/** A list, or one text that may hold several names between commas. */
function listOf(decoder: Decoder, node: YamlNode | undefined, field: string): readonly string[] {
  return decoder.textsOf(node, field).flatMap(({ value }) => value.split(/[,|]/).flatMap((name) => name.trim() || []));
}

function qualifierRules(decoder: Decoder, node: YamlNode | undefined): ReadonlyMap<string, QualifierRule> {
  if (node?.kind === 'seq') {
    const names = decoder.textsOf(node, 'qualifiers');
    return new Map(names.map(({ value }) => [value, { types: ['any', ...VALUE_KINDS], required: false }]));
  }
  const rules = new Map<string, QualifierRule>();
  for (const { key, value } of entriesOf(decoder, node, 'qualifiers')) {
    const fields =
      value.kind === 'map' ? decoder.fields(value, ['type', 'required'], 'qualifier', 'report') : undefined;
    const types = listOf(decoder, fields ? fields.get('type')?.value : value, 'type');
    const required = decoder.flagOf(fields?.get('required')?.value, 'required') ?? false;
    rules.set(key.value, { types: types.length > 0 ? types : ['any', ...VALUE_KINDS], required });
  }
  return rules;
}

function rangeOf(decoder: Decoder, node: YamlNode | undefined): Property['range'] {
  if (!node || node.kind === 'missing') return undefined;
  const [least, greatest] =
    node.kind === 'seq'
      ? [node.items[0], node.items[1]]
      : node.kind === 'map'
        ? ((fields) => [fields.get('least')?.value, fields.get('greatest')?.value])(
            decoder.fields(node, ['least', 'greatest'], 'range', 'report'),
          )
        : [];
  const low = numberOf(decoder, least, 'range');
  const high = numberOf(decoder, greatest, 'range');
  const isLonger = node.kind === 'seq' && node.items.length > 2;
  if (isLonger || node.kind === 'scalar' || (low !== undefined && high !== undefined && low > high)) {
    decoder.wrongShape('range', node.span);
    return undefined;
  }
  return { ...(low !== undefined && { least: low }), ...(high !== undefined && { greatest: high }) };
}
