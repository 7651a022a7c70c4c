/** The formats that documents can be exchanged in. The only registration: commands, help and documentation derive from it. */

import type { ExchangeFormat } from '../exchange/format.ts';

export interface FormatEntry {
  readonly id: string;
  readonly title: string;
  readonly exports: boolean;
  readonly imports: boolean;
  /** What it holds of a corpus, and what it does not: for the help page and the documentation. */
  readonly holds: string;
  readonly lacks: string;
  /** A format is loaded when it is asked for, with whatever library it needs. */
  load(): Promise<ExchangeFormat>;
}

export const EXCHANGE_FORMATS: readonly FormatEntry[] = [
  {
    id: 'jsonl',
    title: 'JSON Lines',
    exports: true,
    imports: true,
    holds: 'Everything that Concord means by a corpus; one object on each line, published as a JSON Schema.',
    lacks: 'Comments, layout and the keys of other tools in front matter; broken claims.',
    load: async () => (await import('./jsonl/jsonl.ts')).jsonl,
  },
  {
    id: 'csv',
    title: 'CSV tables',
    exports: true,
    imports: true,
    holds:
      'Documents, entities, mentions and claims in four tables, with what values denote in columns of numbers and days.',
    lacks: 'Declared entities that are nowhere mentioned.',
    load: async () => (await import('./csv/csv.ts')).csv,
  },
  {
    id: 'gephi',
    title: 'Gephi nodes and edges',
    exports: true,
    imports: false,
    holds: 'Entities, the claims and facts between two of them, and which are mentioned together.',
    lacks: 'Texts, and claims whose value is no entity.',
    load: async () => (await import('./csv/gephi.ts')).gephi,
  },
  {
    id: 'brat',
    title: 'brat standoff',
    exports: true,
    imports: true,
    holds:
      'Texts, mentions, also nested and in pieces, with their entities, and claims as events whose note has all of it.',
    lacks: 'Records of entities; titles, dates and sources; claims whose quote is not found.',
    load: async () => (await import('./brat/brat.ts')).brat,
  },
  {
    id: 'spacy',
    title: 'spaCy and Prodigy spans',
    exports: true,
    imports: true,
    holds: 'Texts, titles, dates and sources, and mentions with type and entity, also nested.',
    lacks: 'Claims; records of entities; mentions in pieces.',
    load: async () => (await import('./json/spacy.ts')).spacy,
  },
  {
    id: 'doccano',
    title: 'doccano',
    exports: true,
    imports: true,
    holds:
      'Texts, titles, dates and sources, and mentions with type; the entity in a key that doccano hands on. Relations come in.',
    lacks: 'Claims; records of entities; mentions in pieces.',
    load: async () => (await import('./json/doccano.ts')).doccano,
  },
  {
    id: 'conll',
    title: 'CoNLL 2003 (BIO)',
    exports: true,
    imports: true,
    holds: 'Words and the types of the mentions that do not overlap.',
    lacks: 'White space, which entity is meant, mentions inside others, claims, records, titles and dates.',
    load: async () => (await import('./conll/conll.ts')).conll,
  },
  {
    id: 'conllu',
    title: 'CoNLL-U',
    exports: true,
    imports: true,
    holds: 'Texts to the last space, and mentions with type and entity, also nested and in pieces, under MISC.',
    lacks: 'Claims; records of entities; titles, dates and sources.',
    load: async () => (await import('./conll/conllu.ts')).conllu,
  },
  {
    id: 'turtle',
    title: 'RDF: Turtle',
    exports: true,
    imports: true,
    holds:
      'Everything that JSON Lines holds, in a vocabulary of Concord’s own, with SKOS, Dublin Core and PROV beside it. --base says what addresses begin with.',
    lacks: 'Halves of characters.',
    load: async () => (await import('./rdf/rdf.ts')).turtle,
  },
  {
    id: 'nquads',
    title: 'RDF: N-Quads',
    exports: true,
    imports: true,
    holds: 'The same as Turtle, with a named graph for each document.',
    lacks: 'Halves of characters.',
    load: async () => (await import('./rdf/rdf.ts')).nQuads,
  },
  {
    id: 'nanopub',
    title: 'Nanopublications',
    exports: true,
    imports: false,
    holds: 'Each claim, and each fact with a source, as a nanopublication in TriG: assertion, provenance, publication.',
    lacks: 'Mentions, texts, acceptances, facts without a source.',
    load: async () => (await import('./rdf/nanopub.ts')).nanopublications,
  },
  {
    id: 'web-annotation',
    title: 'W3C Web Annotation (JSON-LD)',
    exports: true,
    imports: true,
    holds:
      'Everything that JSON Lines holds. Of other tools: mentions of entities and types, in a text file beside the annotations.',
    lacks: 'Of other tools: comments, who annotated and when, selectors that are not of text, pages on the web.',
    load: async () => (await import('./webAnnotation/webAnnotation.ts')).webAnnotation,
  },
  {
    id: 'tei',
    title: 'TEI P5',
    exports: true,
    imports: true,
    holds:
      'Everything that JSON Lines holds: names and dates in the text, records in lists, claims in stand-off annotations. Of other tools: the text, its names, the lists.',
    lacks: 'Characters that XML has none for. Of other tools: notes, editorial alternatives, layout.',
    load: async () => (await import('./tei/tei.ts')).tei,
  },
  {
    id: 'ftm',
    title: 'FollowTheMoney',
    exports: true,
    imports: true,
    holds:
      'Persons, organizations, places, events, positions and programs; what links two of them, with its times, quote and document; documents with their text, and who is mentioned in them. Other claims as notes.',
    lacks: 'Places in a text, languages of names, concepts and agreements, values other than entities and dates.',
    load: async () => (await import('./ftm/ftm.ts')).followTheMoney,
  },
  {
    id: 'claimreview',
    title: 'ClaimReview (schema.org)',
    exports: true,
    imports: false,
    holds:
      'Claims that deny or question, in documents with an address: who says so, where, against what, and where that was claimed.',
    lacks: 'Every other claim, mentions, records. Concord gives no ratings of its own.',
    load: async () => (await import('./claimReview/claimReview.ts')).claimReview,
  },
  {
    id: 'parquet',
    title: 'Apache Parquet',
    exports: true,
    imports: false,
    holds:
      'Documents, entities, names, mentions and claims as typed tables for DuckDB, pandas and their like, with what values denote as numbers and days; and what claims are compared by, with a query in SQL that finds the conflicts between them in DuckDB, Spark or Trino.',
    lacks: 'Halves of characters.',
    load: async () => (await import('./parquet/parquet.ts')).parquet,
  },
];

export const exchangeFormat = (id: string): FormatEntry | undefined => EXCHANGE_FORMATS.find((one) => one.id === id);
