/** `concord list` and `concord stats`: their options and their help. Does nothing. */

import { type Command, ENVIRONMENT, HELP, type Option } from './parts.ts';

export const LIST_KINDS = ['entities', 'claims', 'documents'] as const;
export type ListKind = (typeof LIST_KINDS)[number];
export const LIST_FORMATS = ['table', 'json', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
export const STATS_FORMATS = ['table', 'json'] as const;
export type StatsFormat = (typeof STATS_FORMATS)[number];

/** What each filter can choose among. */
export const FILTERS: Readonly<Record<string, readonly ListKind[]>> = {
  type: ['entities', 'claims', 'documents'],
  subject: ['entities', 'claims', 'documents'],
  property: ['claims', 'documents'],
  by: ['claims', 'documents'],
  document: ['entities', 'claims', 'documents'],
  from: ['claims', 'documents'],
  to: ['claims', 'documents'],
  facts: ['claims'],
};

const NO_COLOR: Option = { help: 'Write no colours. By default there are colours on a terminal only.' };

const EXIT_CODES = {
  title: 'Exit code',
  rows: [
    ['0', 'Whatever there was to list, even nothing.'],
    ['2', 'A wrong option, a name that the corpus does not know, or a PATH that does not exist.'],
  ],
} as const;

export const LIST: Command = {
  summary: 'List the entities, claims or documents of a corpus, with filters.',
  usage: 'concord list entities|claims|documents [PATH…] [options]',
  description: [
    'Lists the records of entities with how often documents speak of them, the claims of documents, or the documents. A PATH is a file or a folder, as for concord check: what stands in it is listed. Filters narrow that down; several must all hold. A filter takes several names with commas between them, any of which will do.',
    'Nothing is judged: a claim is listed as it is written, whether or not it stands up to concord check.',
  ],
  options: {
    type: {
      value: 'TYPE',
      help: 'Entities of a type or of one below it; claims about them; documents that declare one.',
    },
    subject: { value: 'ID', help: 'The entity itself; claims about it; documents with such a claim.' },
    property: { value: 'NAME', help: 'Claims of a property; documents with such a claim.' },
    by: {
      value: 'WHO',
      help: 'Claims that somebody makes, by id or in words. Where a claim names nobody, the publisher of its document is meant.',
    },
    document: {
      value: 'GLOB',
      help: 'What stands in the documents whose path from the root of the corpus matches; of entities, those that are mentioned or declared there.',
    },
    from: {
      value: 'DATE',
      help: 'Claims that may hold on the date or later; documents of that time. A claim that says no time holds for what its document is about, or was published. A DATE is 2022, 2022-10, 2022-10-20 or another of EDTF.',
    },
    to: { value: 'DATE', help: 'The same for the date or earlier.' },
    facts: { help: 'With claims: the facts of records too.' },
    format: {
      value: 'FORMAT',
      choices: LIST_FORMATS,
      help: 'table (the default), cut to the width of a terminal; json, one object; csv, in which no cell is taken for a formula.',
    },
    'no-color': NO_COLOR,
    help: HELP,
  },
  sections: [
    EXIT_CODES,
    ENVIRONMENT,
    {
      title: 'Examples',
      rows: [
        ['concord list entities --type person', 'Who is known.'],
        ['concord list claims --subject china --property diplomatic-relations', 'Who says how many.'],
        ['concord list claims --by ma-zhaoxu --from 2022 --to 2022-06', 'What somebody said of half a year.'],
        ['concord list claims --format csv > claims.csv', 'For a spreadsheet.'],
        ['concord list documents --format json | jq .documents', 'For a program.'],
      ],
    },
  ],
};

export const STATS: Command = {
  summary: 'Show in numbers what a corpus holds.',
  usage: 'concord stats [PATH…] [options]',
  description: [
    'Counts, for each corpus, its documents by language and year, its entities by type, and its claims by property and speaker. Without a PATH the working directory is meant; a PATH is a file or a folder, as for concord check, and stands for the whole of its corpus.',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: STATS_FORMATS,
      help: 'table (the default), for people; json, one object with every count, for programs.',
    },
    'no-color': NO_COLOR,
    help: HELP,
  },
  sections: [EXIT_CODES, ENVIRONMENT],
};
