/** The commands and options that `concord` has, with their help. Parsing and the help pages both derive from this table. */

import { EXCHANGE_FORMATS } from '../interchange/formats/index.ts';

export interface Option {
  readonly short?: string;
  /** The placeholder of its value; an option without one is a switch. */
  readonly value?: string;
  /** The values it takes; any where there are none. */
  readonly choices?: readonly string[];
  readonly help: string;
  /** It may be given several times; its values are then joined by commas. */
  readonly many?: boolean;
  /** For the programs that start this one; not on a help page. */
  readonly hidden?: boolean;
}

export interface Command {
  readonly summary: string;
  readonly usage: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Further headed sections. */
  readonly sections: readonly Section[];
}

/** A heading, and rows of a term with what is said of it. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [term: string, text: string])[];
}

export type CommandName = 'check' | 'explain' | 'export' | 'format' | 'import' | 'init' | 'lsp';

export const FORMAT_NAMES = ['pretty', 'concise', 'json'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
export const EXPLANATION_FORMATS = ['pretty', 'json'] as const;
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];

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

const HELP: Option = { short: 'h', help: 'Show this page.' };

export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  help: { short: 'h', help: 'Show this page, or with a command the page of that command.' },
  version: { short: 'V', help: 'Show the version.' },
};

const ENVIRONMENT: Section = {
  title: 'Environment',
  rows: [
    ['NO_COLOR', 'Anything but nothing: no colours.'],
    ['FORCE_COLOR', 'Anything but nothing and 0: colours without a terminal too. Stronger than NO_COLOR.'],
  ],
};

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  check: {
    summary: 'Check annotated documents and report what is wrong or in disagreement.',
    usage: 'concord check [PATH…] [options]',
    description: [
      'Reads every corpus that a PATH belongs to as a whole, because documents are held against each other, and reports the findings in the paths. A corpus is a folder with a concord.yaml; the nearest one above a file owns it.',
      'A PATH is a file or a folder. A file is looked for in the corpus above it. A folder stands for every corpus in it, or, where there is none, for the corpus above it. Without a PATH the working directory is meant. Of a broken concord.yaml the findings are always reported.',
      'Never part of a corpus: what .gitignore names, .git, node_modules, files and folders whose name starts with a dot, links that lead out of the corpus, and whatever is no regular file.',
    ],
    options: {
      format: {
        value: 'FORMAT',
        choices: FORMAT_NAMES,
        help: 'How to report: pretty (the default), with the source lines; concise, one line for each finding; json, one object, stable for programs.',
      },
      'max-warnings': {
        value: 'N',
        help: 'Fail, with exit code 1, on more than N warnings. By default any number passes.',
      },
      'show-accepted': { help: 'List accepted findings too, each with its reason. They never count.' },
      'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
      help: HELP,
    },
    sections: [
      {
        title: 'Formats',
        rows: [
          [
            'pretty',
            'For people: each finding with its source line, the place underlined, the other side of a disagreement, and what mends it; a summary last.',
          ],
          [
            'concise',
            'file:line:column: severity[code] message. Lines and columns count from 1, columns in UTF-16 units, as editors count them.',
          ],
          [
            'json',
            'One object with version, corpora and findings. Lines and characters count from 0, characters in UTF-16 units, as in the Language Server Protocol.',
          ],
        ],
      },
      {
        title: 'Exit code',
        rows: [
          ['0', 'No error, and no more warnings than --max-warnings. Also where no corpus was found.'],
          ['1', 'An error, or too many warnings.'],
          ['2', 'Nothing could be checked: a wrong option, a PATH that does not exist, or a fault of Concord.'],
        ],
      },
      ENVIRONMENT,
      {
        title: 'Examples',
        rows: [
          ['concord check', 'Every corpus in this folder, or the one it lies in.'],
          ['concord check documents/2023', 'The findings in one folder, held against the whole corpus.'],
          ['concord check --format concise --max-warnings 0', 'For a hook or a pipeline: any warning fails.'],
          ['concord check --format json | jq .findings', 'For a program.'],
        ],
      },
    ],
  },
  explain: {
    summary: 'Explain a claim: what it was compared with, and what not; or a check.',
    usage: 'concord explain WHAT… [options]',
    description: [
      'Of a claim or fact: what it means, with the intervals of its figure, the time it holds for and what that rests on; every other claim of the same thing that it was held against, with the result and the reason; and those that it was not held against, with the reason, so that silence is understood as well. Of a check: its page.',
      'Asking changes nothing and judges nothing: whether a corpus is in order, concord check says.',
    ],
    options: {
      format: {
        value: 'FORMAT',
        choices: EXPLANATION_FORMATS,
        help: 'How to explain: pretty (the default), in words; json, one object, for programs.',
      },
      'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
      help: HELP,
    },
    sections: [
      {
        title: 'WHAT is one of',
        rows: [
          ['FILE#CLAIM', 'A claim of a document by its id; ties.2 is the second value of the claim ties.'],
          ['FILE#ENTITY', 'All facts of a record in a file of records; FILE#ENTITY:2 is its second fact.'],
          ['FILE', 'All claims of a document, or all facts of a file of records.'],
          ['ENTITY:2', 'The second fact of a record of the corpus that the working directory is in; ENTITY for all.'],
          ['CODE', 'A check, by the code of its findings, such as conflicting-quantity.'],
        ],
      },
      {
        title: 'Exit code',
        rows: [
          ['0', 'All of it has been explained, whatever there was to tell.'],
          ['2', 'Something is not there, or a wrong option: nothing has been explained. What was meant is guessed.'],
        ],
      },
      ENVIRONMENT,
      {
        title: 'Examples',
        rows: [
          ['concord explain documents/forum.md#ties', 'One claim.'],
          ['concord explain entities/people.yaml#shen-beili', 'The facts of a record.'],
          ['concord explain tension', 'What the finding means, and what to do.'],
        ],
      },
    ],
  },
  export: {
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
  },
  format: {
    summary: 'Bring annotations into canonical order and style.',
    usage: 'concord format [PATH…] [options]',
    description: [
      'Orders the keys of front matter, of entity records and of concord.yaml, indents them alike, and writes short lists on one line. Comments, quotation marks, and the order of entities and claims stay; so does every character of a body. What comes out is read back: a file is written only if it then means exactly what it meant.',
      'A PATH is a file or a folder, as for concord check. Without one the working directory is meant. Files whose YAML cannot be read, or is written in an unusual way, are left as they are and named. Front matter without entities and claims belongs to other tools and is left alone.',
    ],
    options: {
      check: { help: 'Write nothing; list the files that would change, and fail if there are any.' },
      diff: { help: 'Write nothing; show what would change.' },
      'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
      help: HELP,
    },
    sections: [
      {
        title: 'Exit code',
        rows: [
          ['0', 'All files are in order now; with --diff alone, whatever there was to show.'],
          ['1', 'With --check, a file would change; or a file could not be formatted.'],
          ['2', 'Nothing was done: a wrong option, a PATH that does not exist, or a fault of Concord.'],
        ],
      },
      ENVIRONMENT,
      {
        title: 'Examples',
        rows: [
          ['concord format', 'Every corpus in this folder, or the one it lies in.'],
          ['concord format documents/2023/forum.md', 'One file.'],
          ['concord format --check --diff', 'For a hook or a pipeline: show what is not in order, and fail.'],
        ],
      },
    ],
  },
  import: {
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
  },
  init: {
    summary: 'Create a new corpus.',
    usage: 'concord init [FOLDER]',
    description: [
      'Creates, in FOLDER or the working directory, a concord.yaml with comments, entities/people.yaml with one record, and documents/first.md, a short annotated text to start from.',
      'Nothing is ever overwritten: a file that exists is left alone and named. Where there is a concord.yaml already, nothing is created at all.',
    ],
    options: { help: HELP },
    sections: [
      {
        title: 'Exit code',
        rows: [
          ['0', 'The corpus has been created.'],
          ['2', 'It has not: there is one already, or the folder cannot be written to.'],
        ],
      },
      {
        title: 'Examples',
        rows: [
          ['concord init', 'Make the working directory a corpus.'],
          ['concord init archive', 'Make the folder archive one, creating it if need be.'],
        ],
      },
    ],
  },
  lsp: {
    summary: 'Run the language server, for an editor to start.',
    usage: 'concord lsp --stdio',
    description: [
      'Speaks the Language Server Protocol on standard input and output until the editor ends it. It needs no initializationOptions. Its log goes to the editor and to standard error.',
    ],
    options: {
      stdio: { help: 'Use standard input and output. Required: it is the only way to connect.' },
      clientProcessId: { value: 'PID', help: 'The process of the editor.', hidden: true },
      help: HELP,
    },
    sections: [
      {
        title: 'Exit code',
        rows: [
          ['0', 'The editor asked the server to shut down, then to exit.'],
          ['1', 'It ended in another way.'],
          ['2', 'A wrong option.'],
        ],
      },
    ],
  },
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
export const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);
