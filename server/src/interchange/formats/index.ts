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
];

export const exchangeFormat = (id: string): FormatEntry | undefined => EXCHANGE_FORMATS.find((one) => one.id === id);
