/** The hovers of properties, qualifiers and types: what claims of them mean, in words. */

import { type Property, VALUE_KINDS, type ValueKind } from '../../core/vocabulary.ts';
import { bold, code, dotted, italic, lines, list, literal, paragraphs } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import { capital, propertyLabel, type Reader, typeLabel } from './reader.ts';

export function propertyCard(reader: Reader, id: string): string {
  const { view, words, locale } = reader;
  const property = view.corpus.vocabulary.properties.get(id);
  if (!property) return literal(words.noProperty(id));
  const unit = property.unit === undefined ? '' : words.inUnit(property.unit);
  return paragraphs(
    lines(
      dotted(bold(capital(propertyLabel(reader, id))), code(id)),
      literal(`${words.said(kindsInWords(reader, property.subject), kindsInWords(reader, property.value))}${unit}`),
    ),
    literal(labelIn(property.description, locale)),
    behaviour(reader, property),
    qualifiers(reader, property),
  );
}

/** How time bears on it, and what contradicts what. */
function behaviour(reader: Reader, property: Property): string {
  const { words } = reader;
  const time = words.times[property.time];
  const names = words.list(property.before.map((id) => propertyLabel(reader, id)));
  const parts = [
    words.clauses([property.single ? words.single : words.several, time]),
    property.holds === 'P0D' ? undefined : words.holds(property.holds),
    property.direction && words.directions[property.direction],
    property.symmetric ? words.symmetric : undefined,
    property.inverse === undefined ? undefined : words.inverse(propertyLabel(reader, property.inverse)),
    names === '' ? undefined : words.before(names),
    property.within ? words.within : undefined,
  ];
  return list(parts.flatMap((part) => (part ? [literal(capital(part))] : [])));
}

function qualifiers(reader: Reader, property: Property): string | undefined {
  if (property.qualifiers.size === 0) return undefined;
  const names = [...property.qualifiers.keys()].map((name) => qualifierLine(reader, property, name));
  return paragraphs(literal(reader.words.qualifiers), list(names));
}

/** “of: an organization, place or event · required”. */
export function qualifierLine(reader: Reader, property: Property, name: string): string {
  const rule = property.qualifiers.get(name);
  const { words } = reader;
  return dotted(
    `${code(name)} ${literal(kindsInWords(reader, rule?.types ?? ['any']))}`,
    rule?.required ? italic(words.required) : undefined,
    property.separates.includes(name) ? literal(words.separates) : undefined,
  );
}

export function typeCard(reader: Reader, id: string): string {
  const { view, words } = reader;
  const { vocabulary, records } = view.corpus;
  const type = vocabulary.types.get(id);
  if (!type) return literal(words.noType(id));
  let count = 0;
  for (const record of records.values()) if (record.type && vocabulary.isA(record.type.value, id)) count++;
  const others = Object.values(type.label).filter((label) => label !== typeLabel(reader, id));
  return lines(
    dotted(bold(capital(typeLabel(reader, id))), ...others.map(literal)),
    dotted(
      type.parent === undefined ? undefined : literal(words.kindOf(typeLabel(reader, type.parent))),
      literal(words.records(count)),
    ),
  );
}

export function kindsInWords(reader: Reader, kinds: readonly string[]): string {
  const { words } = reader;
  const known = (kind: string): kind is ValueKind | 'any' =>
    kind === 'any' || (VALUE_KINDS as readonly string[]).includes(kind);
  return words.or(kinds.map((kind) => (known(kind) ? words.kinds[kind] : typeLabel(reader, kind))));
}
