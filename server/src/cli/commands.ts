/** The commands and options that `concord` has, with their help. Parsing and the help pages both derive from this table. */

import { AGREE } from './commands/agree.ts';
import { APPLY, MCP } from './commands/assist.ts';
import { CHECK } from './commands/check.ts';
import { DIFF } from './commands/diff.ts';
import { EXPORT, IMPORT } from './commands/exchange.ts';
import { LIST, STATS } from './commands/list.ts';
import { type Command, ENVIRONMENT, HELP, type Option } from './commands/parts.ts';
import { REPORT } from './commands/report.ts';

export { FORMAT_NAMES, type FormatName } from './commands/check.ts';
export type { ReportStyle } from './commands/exchange.ts';
export type { Option, Section } from './commands/parts.ts';

export type CommandName =
  | 'agree'
  | 'apply'
  | 'check'
  | 'diff'
  | 'explain'
  | 'export'
  | 'format'
  | 'hook'
  | 'import'
  | 'init'
  | 'list'
  | 'lsp'
  | 'mcp'
  | 'merge-driver'
  | 'report'
  | 'stats';

export const EXPLANATION_FORMATS = ['pretty', 'json'] as const;
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];

export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  help: { short: 'h', help: 'Show this page, or with a command the page of that command.' },
  version: { short: 'V', help: 'Show the version.' },
};

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  check: CHECK,
  agree: AGREE,
  apply: APPLY,
  diff: DIFF,
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
  export: EXPORT,
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
  hook: {
    summary: 'Have git check every commit before it is made.',
    usage: 'concord hook install [options]\n       concord hook uninstall',
    description: [
      'install puts a pre-commit hook where git looks for hooks, in a further working tree and with core.hooksPath too. Before every commit it runs concord check --staged, and an error stops the commit; git commit --no-verify commits all the same. A hook that is there already is never overwritten.',
      'With --merge-driver git also merges annotated documents and records by what they say: two people who annotate different things in one document meet no conflict. The driver is configured in this clone alone; the lines in .gitattributes that name the files are to be committed.',
      'uninstall takes the hook and the configuration of the driver away, and puts back a hook that was there before.',
    ],
    options: {
      force: {
        help: 'Where there is a hook already, keep it as pre-commit.before-concord and run it first. Also installs where the hooks of all repositories are.',
      },
      'merge-driver': { help: 'Merge annotated documents and records with Concord too.' },
      uninstall: { help: 'As concord hook uninstall.', hidden: true },
      help: HELP,
    },
    sections: [
      {
        title: 'Exit code',
        rows: [
          ['0', 'Done, or it was so already.'],
          ['2', 'Not done, and standard error says why in a line: a hook of somebody else, or no git repository.'],
        ],
      },
      {
        title: 'Examples',
        rows: [
          ['concord hook install', 'Check what is staged before every commit.'],
          ['concord hook install --merge-driver', 'And merge what several people have annotated.'],
        ],
      },
    ],
  },
  import: IMPORT,
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
  list: LIST,
  report: REPORT,
  stats: STATS,
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
  mcp: MCP,
  'merge-driver': {
    summary: 'Merge a document or a file of records, for git to start.',
    usage: 'concord merge-driver BASE OURS THEIRS PATH',
    description: [
      'Git starts it once concord hook install --merge-driver has been run. Annotations are merged by what they say: what the two sides have added, changed or taken out in different places all stands, each as it was written; what both have added stands once, and two new claims of one id get two, where nothing outside of the document goes by it.',
      'Where both have changed one claim, or one key, there is a conflict, marked around it. Bodies are merged as text, and so is every file that cannot be read, is none of a corpus, or is written in a way of which nothing safe can be said.',
    ],
    options: {
      'marker-size': { value: 'N', help: 'How many characters mark a conflict; 7 by default.' },
      help: HELP,
    },
    sections: [
      {
        title: 'Exit code',
        rows: [
          ['0', 'Merged; the result is in OURS.'],
          ['1', 'Merged, with conflicts marked in OURS.'],
          ['129', 'Not merged: git gives up.'],
        ],
      },
    ],
  },
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
export const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);
