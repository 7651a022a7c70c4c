/** `concord export` and `concord import`: their options and their help. Does nothing. */

import { EXCHANGE_FORMATS } from '../../interchange/formats/index.ts';
import { type Command, HELP, type Option } from './parts.ts';

/** How what could not be carried over is told. */
export const REPORT_STYLES = ['words', 'json'] as const;
export type ReportStyle = (typeof REPORT_STYLES)[number];

const REPORT: Option = {
  value: 'STYLE',
  choices: REPORT_STYLES,
  help: 'How to tell, on standard error, what was done and what was lost: words (the default) or json, one line.',
};

const importFormats = EXCHANGE_FORMATS.filter((one) => one.imports);
const exportFormats = EXCHANGE_FORMATS.filter((one) => one.exports);

export const EXPORT: Command = {
  summary: 'Write a corpus, or documents of it, in a format of other tools.',
  usage: 'concord export --to FORMAT [-o PATH] [PATH…] [options]',
  description: [
    'Writes the documents in the paths, and the entities that they speak of, in a format that other tools read; without a PATH the corpus of the working directory. What the format cannot hold is counted on standard error, with examples: nothing is dropped in silence.',
    'A format of one file goes to standard output unless -o names a file; one of several files needs a folder. Either all of it is written or nothing: files come into their places at the end. Nothing is fetched from anywhere.',
  ],
  options: {
    to: { value: 'FORMAT', choices: exportFormats.map(({ id }) => id), help: 'The format; see below.' },
    output: { short: 'o', value: 'PATH', help: 'The file, or for several files the folder, to write.' },
    force: { short: 'f', help: 'Replace files that exist.' },
    base: {
      value: 'IRI',
      help: 'What the addresses of entities and documents begin with, in formats that have them.',
    },
    report: REPORT,
    help: HELP,
  },
  sections: [
    {
      title: 'Formats',
      rows: exportFormats.map(({ id, title, holds, lacks }) => [
        id,
        `${title}. ${holds}${lacks === '' ? '' : ` Not: ${lacks}`}`,
      ]),
    },
    {
      title: 'Exit code',
      rows: [
        ['0', 'It has been written; standard error says what the format could not hold.'],
        ['2', 'Nothing has been written: a wrong option, no corpus, or a file that exists.'],
      ],
    },
    {
      title: 'Examples',
      rows: [
        ['concord export --to jsonl -o corpus.jsonl', 'All that the corpus holds, as one file.'],
        ['concord export --to jsonl documents/2023 | jq .path', 'The documents of a folder, for a program.'],
      ],
    },
  ],
};

export const IMPORT: Command = {
  summary: 'Make documents of raw texts, or take in what was annotated with other tools.',
  usage: 'concord import [--from FORMAT] FILE… [options]',
  description: [
    'A FILE is an HTML page, a text or Markdown; - is standard input. Each becomes a new document of the corpus that the working directory is in, or that --to lies in. Nothing is ever overwritten, and a text that a document of the corpus already has as its body is reported instead of imported again.',
    'Title, date, language, publisher, author and address are proposed from what the page or the first lines of the text say, each with where it was found. What is not found is left out. On a terminal you are asked before anything is written; elsewhere --yes is needed.',
    'With --from, the FILEs are annotated in another tool; a folder stands for the files in it. A document whose text the corpus has already gets what is new in it, any other becomes a new document. An entity is the record of the same id or of the same address in a register (same-as), else the one record of that name and type, else a new record. Mentions come out exactly as they were marked. What cannot be held is counted on standard error. Files that are broken, or labels that are no type, stop it before anything is written. Nothing is fetched from anywhere.',
    'The body stays as it is: of a text to the last byte, of a page its text as Markdown without pictures. What seems to be no part of it, such as navigation, buttons, lists of other texts or editorial credits, is listed, and kept unless --strip-boilerplate is given. A digest of the body is recorded, so that a later change of it is found.',
  ],
  options: {
    title: { value: 'TEXT', help: 'The title, in place of the proposed one. Of one FILE only.' },
    date: { value: 'DATE', help: 'When it was published: 2022-10-20, 2022-10 or 2022.' },
    lang: { value: 'LANG', help: 'Its language: en, zh …' },
    publisher: {
      value: 'NAME',
      help: 'Who published it: an id, or a name; the name of exactly one record becomes its id.',
    },
    author: { value: 'NAME', help: 'Who wrote it.' },
    url: { value: 'URL', help: 'Where it was published. Of one FILE only.' },
    retrieved: { value: 'DATE', help: 'When it was taken from there.' },
    to: {
      value: 'PATH',
      help: 'The file to write, or an existing folder to write into. By default it goes where most documents lie, with a name of its date and title.',
    },
    from: {
      value: 'FORMAT',
      choices: importFormats.map(({ id }) => id),
      help: 'The FILEs are annotated, in a format of another tool; see below.',
    },
    label: {
      value: 'LABEL=TYPE',
      many: true,
      help: 'What a label of the other tool is here; LABEL= leaves its spans out. May be given several times.',
    },
    'all-occurrences': {
      help: 'With --from: let a name be a mention wherever it stands, and not only where the other tool has marked it.',
    },
    'keep-going': { help: 'With --from: leave out what is wrong, and import the rest.' },
    report: REPORT,
    'strip-boilerplate': { help: 'Leave out what seems to be no part of the text.' },
    yes: { short: 'y', help: 'Write without asking.' },
    'dry-run': { short: 'n', help: 'Show what is proposed, and write nothing.' },
    help: HELP,
  },
  sections: [
    { title: 'Formats', rows: importFormats.map(({ id, title }) => [id, `${title}.`]) },
    {
      title: 'Exit code',
      rows: [
        ['0', 'Every FILE is in the corpus now, was there already, or, with --dry-run, could be.'],
        ['1', 'A FILE has not been imported; standard error says why, in a line.'],
        ['2', 'Nothing has been imported: a wrong option, no corpus, a FILE that does not exist, nobody to ask.'],
      ],
    },
    {
      title: 'Examples',
      rows: [
        ['concord import --from jsonl corpus.jsonl --dry-run', 'Show what annotations from elsewhere would come to.'],
        ['concord import article.html', 'Show what is proposed, ask, and write.'],
        ['concord import --yes pages/*.html', 'Import many, with what is proposed.'],
        ['pbpaste | concord import - --yes --date 2022-10-20', 'Import what was copied.'],
      ],
    },
  ],
};
