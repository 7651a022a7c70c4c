/** What the corpus is: its vocabulary, and how much there is of what. */

import { countsOf } from '../cli/checkCorpus.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { closest } from '../core/spelling.ts';
import type { Property } from '../core/vocabulary.ts';
import { entityTypes } from '../features/overview/entities.ts';
import type { Steps } from '../features/steps.ts';
import { labelIn } from '../features/wording.ts';
import { type Answer, Refused } from './answer.ts';
import { cut, inline } from './shown.ts';

export interface PropertyRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Entity types, or `any`. */
  readonly subject: readonly string[];
  /** quantity, time, text, boolean, or entity types, or `any`. */
  readonly value: readonly string[];
  readonly unit: string | null;
  /** One true value at a time. */
  readonly single: boolean;
  readonly time: string;
  readonly qualifiers: readonly {
    readonly name: string;
    readonly takes: readonly string[];
    readonly required: boolean;
  }[];
}

export interface VocabularyPage {
  readonly types: readonly { readonly id: string; readonly label: string; readonly parent: string | null }[];
  readonly properties: readonly PropertyRow[];
}

/** Types and properties; with `subject`, the properties that a claim of such an entity can have. Throws `Refused`. */
export function* getVocabulary(
  { library }: WorkingCorpus,
  { subject, property }: { readonly subject?: string; readonly property?: string },
): Steps<Answer<VocabularyPage>> {
  const { vocabulary } = library.corpus;
  const known = (word: string | undefined, all: Iterable<string>, what: string) => {
    const words = [...all];
    if (word === undefined || words.includes(word)) return;
    const near = closest(word, words);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${words.join(', ')}.`;
    throw new Refused(`There is no ${what} ${JSON.stringify(cut(word, 80))}. ${hint}`);
  };
  known(subject, vocabulary.types.keys(), 'entity type');
  known(property, vocabulary.properties.keys(), 'property');
  yield;
  const chosen = [...vocabulary.properties.values()].filter(
    (one) =>
      (property === undefined || one.id === property) &&
      (subject === undefined || vocabulary.accepts(one.subject, subject)),
  );
  const types = [...vocabulary.types.values()].map(({ id, label, parent }) => ({
    id,
    label: inline(labelIn(label, 'en', id)),
    parent: parent ?? null,
  }));
  const properties = chosen.map(propertyRow);
  return {
    data: { types, properties },
    text: [
      `Entity types: ${types.map(({ id, parent }) => (parent === null ? id : `${id} (a kind of ${parent})`)).join(', ')}.`,
      `${properties.length} properties, as subject → value:`,
      ...properties.map(propertyLine),
    ].join('\n'),
  };
}

const propertyRow = (property: Property): PropertyRow => ({
  id: property.id,
  label: inline(labelIn(property.label, 'en', property.id)),
  description: inline(labelIn(property.description, 'en', '')),
  subject: property.subject,
  value: property.value,
  unit: property.unit ?? null,
  single: property.single,
  time: property.time,
  qualifiers: [...property.qualifiers].map(([name, { types, required }]) => ({ name, takes: types, required })),
});

const propertyLine = (row: PropertyRow): string =>
  `- ${row.id}: ${row.subject.join(', ')} → ${row.value.join(', ')}${row.unit === null ? '' : ` in ${row.unit}`}; ${row.single ? 'one value at a time' : 'several values'}; ${row.time}${row.qualifiers
    .map(({ name, takes, required }) => `; qualifier ${name}${required ? ' (required)' : ''}: ${takes.join(', ')}`)
    .join('')}${row.description === '' ? '' : ` – ${cut(row.description, 200)}`}`;

export interface Overview {
  readonly name: string;
  readonly languages: readonly string[];
  readonly documents: number;
  readonly annotated: number;
  readonly entities: number;
  readonly claims: number;
  readonly mentions: number;
  readonly types: readonly { readonly type: string; readonly entities: number }[];
  /** Files that cannot be read. */
  readonly unreadable: readonly string[];
}

/** `name` is that of the folder. */
export function* getOverview({ library }: WorkingCorpus, name: string): Steps<Answer<Overview>> {
  const { documents: annotated, entities, claims, mentions } = countsOf('', library);
  yield;
  const types = entityTypes(library, 'en').map(({ type, count }) => ({ type: type || 'no type', entities: count }));
  const data = {
    name: inline(name),
    languages: library.settings.languages,
    documents: library.corpus.documents.size,
    annotated,
    entities,
    claims,
    mentions,
    types,
    unreadable: [...library.unreadablePaths()].slice(0, 50),
  };
  return {
    data,
    text: [
      `The corpus ${data.name}: ${data.documents} documents, ${annotated} of them annotated, with ${mentions} mentions and ${claims} claims; ${entities} entities (${types.map((one) => `${one.entities} ${one.type}`).join(', ')}).`,
      ...(data.languages.length > 0 ? [`Languages: ${data.languages.join(', ')}.`] : []),
      ...(data.unreadable.length > 0 ? [`Files that cannot be read: ${data.unreadable.join(', ')}.`] : []),
    ].join('\n'),
  };
}
