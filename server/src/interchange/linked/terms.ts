/**
 * Concord's words for a graph, as a table: which key of the plain objects (Concord's JSON Lines) is said with which
 * property, and how its value is written. Writing and reading both follow it; `vocabulary.md` is for people.
 */

import { iri, VOCABULARY } from './names.ts';

/**
 * `text` a plain text · `edtf` a text of that datatype · `word` one of a few words, as an address in the vocabulary ·
 * `flag` · `number` · `entity`, `type`, `property` an id, as its address · `subject` the same, or the document itself ·
 * `speaker` an id, or a text in a node · `texts`, `entities` lists of these · `node` an object, `nodes` a list of them ·
 * `worded` texts with languages · `value` a text or a node · `values` named values · `places` pairs of offsets ·
 * `denotes` what a value means, for readers: never read back.
 */
export type Kind =
  | 'text'
  | 'edtf'
  | 'word'
  | 'flag'
  | 'number'
  | 'entity'
  | 'type'
  | 'property'
  | 'subject'
  | 'speaker'
  | 'texts'
  | 'entities'
  | 'node'
  | 'nodes'
  | 'worded'
  | 'value'
  | 'values'
  | 'places'
  | 'denotes';

export interface Term {
  readonly key: string;
  readonly iri: string;
  readonly kind: Kind;
  /** Of `node` and `nodes`: what the objects are. */
  readonly of?: ClassName;
}

export type ClassName = 'Entity' | 'Document' | 'Claim' | 'Quote' | 'Mention' | 'Declaration' | 'Acceptance' | 'Source';

const own = (name: string): string => VOCABULARY + name;

/** A key and its kind; the property is the key in Concord's vocabulary unless another is named. */
const term = (key: string, kind: Kind, more: { readonly iri?: string; readonly of?: ClassName } = {}): Term => ({
  key,
  kind,
  iri: more.iri ?? own(key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())),
  ...(more.of && { of: more.of }),
});

export const IDENTIFIER = iri('dcterms:identifier');
export const TEXT = own('text');
export const LANGUAGE = own('language');
export const CLASS = (name: ClassName): string => own(name);

export const TERMS: Readonly<Record<ClassName, readonly Term[]>> = {
  Entity: [
    term('id', 'text', { iri: IDENTIFIER }),
    term('type', 'type'),
    term('names', 'worded'),
    term('aliases', 'worded'),
    term('description', 'worded'),
    term('same-as', 'texts'),
    term('distinct-from', 'entities'),
    term('of', 'entity'),
    term('holders', 'number'),
    term('facts', 'nodes', { of: 'Claim' }),
  ],
  Document: [
    term('path', 'text', { iri: IDENTIFIER }),
    term('title', 'text'),
    term('date', 'edtf'),
    term('about', 'edtf'),
    term('lang', 'text'),
    term('source', 'node', { of: 'Source' }),
    term('translation-of', 'text'),
    term('digest', 'text'),
    term('entities', 'nodes', { iri: own('declares'), of: 'Declaration' }),
    term('mentions', 'nodes', { of: 'Mention' }),
    term('claims', 'nodes', { of: 'Claim' }),
    term('accept', 'nodes', { of: 'Acceptance' }),
    term('body', 'text'),
  ],
  Source: [
    term('publisher', 'text'),
    term('author', 'text'),
    term('url', 'text'),
    term('retrieved', 'edtf'),
    term('digest', 'text'),
  ],
  Declaration: [
    term('id', 'entity', { iri: own('entity') }),
    term('as', 'texts'),
    term('sic', 'texts'),
    term('not', 'texts'),
    term('here', 'nodes', { of: 'Quote' }),
  ],
  Mention: [
    term('entity', 'entity'),
    term('type', 'type'),
    term('kind', 'word'),
    term('text', 'text'),
    term('spans', 'places'),
  ],
  Claim: [
    term('key', 'text'),
    term('id', 'text', { iri: IDENTIFIER }),
    term('in', 'text'),
    term('group', 'flag'),
    term('item', 'number'),
    term('parts', 'flag'),
    term('subject', 'subject', { iri: iri('rdf:subject') }),
    term('property', 'property', { iri: iri('rdf:predicate') }),
    term('value', 'value'),
    term('unit', 'text'),
    term('denotes', 'denotes'),
    term('at', 'edtf'),
    term('holds-at', 'edtf'),
    term('ended', 'flag'),
    term('by', 'speaker'),
    term('stance', 'word'),
    term('certainty', 'word'),
    term('qualifiers', 'values'),
    term('quote', 'node', { of: 'Quote' }),
    term('items', 'nodes', { of: 'Quote' }),
    term('items-partial', 'flag'),
    term('see', 'texts'),
    term('source', 'texts'),
    term('note', 'text'),
    term('accept', 'nodes', { of: 'Acceptance' }),
  ],
  Quote: [
    term('text', 'texts', { iri: own('pieces') }),
    term('spans', 'places'),
    term('nth', 'number'),
    term('near', 'text'),
    term('prefix', 'text'),
    term('suffix', 'text'),
  ],
  Acceptance: [term('code', 'text'), term('with', 'text'), term('saw', 'text'), term('reason', 'text')],
};

/** In a node of a value. */
export const VALUE = {
  name: own('name'),
  value: own('value'),
  from: own('from'),
  to: own('to'),
  change: own('change'),
  languages: own('languages'),
  items: own('listed'),
} as const;

export const PLACE = { start: own('start'), end: own('end') } as const;
