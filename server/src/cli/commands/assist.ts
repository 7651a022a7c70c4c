/** `concord mcp` and `concord apply`: their options and their help. Does nothing. */

import { type Command, ENVIRONMENT, HELP } from './parts.ts';

export const MCP: Command = {
  summary: 'Run the Model Context Protocol server, for an assistant to start.',
  usage: 'concord mcp [FOLDER] [options]',
  description: [
    'Lets an assistant look things up in the corpus of FOLDER, or of the working directory: entities by any name, claims, findings with their explanations, documents with line numbers, the vocabulary, the pages of the checks. It speaks the protocol on standard input and output until the assistant ends it.',
    'It writes nothing. What an assistant proposes, mentions and claims with quotes to the letter, is checked as if it were written, and answered with a diff, with the findings that it would raise or solve, and with a proposal that a person reads and writes with concord apply.',
    'Only files of this corpus are read; whatever else is on the machine is refused. Files that change are read again before the next answer. Nothing is fetched from anywhere.',
  ],
  options: {
    confirm: {
      help: 'Let the assistant ask you, in its own window and with the whole diff, whether a proposal is to be written, where its program can ask. Off by default: then only concord apply writes.',
    },
    help: HELP,
  },
  sections: [
    {
      title: 'Exit code',
      rows: [
        ['0', 'The assistant ended it.'],
        ['2', 'A wrong option; no corpus in FOLDER, or several; input that is no protocol.'],
      ],
    },
    {
      title: 'Examples',
      rows: [
        [
          'concord mcp archive',
          'What the settings of an assistant start: command concord, arguments mcp and the path.',
        ],
        ['concord mcp archive --confirm', 'And let it ask whether to write.'],
      ],
    },
  ],
};

export const APPLY: Command = {
  summary: 'Write annotations that an assistant has proposed, once you have seen them.',
  usage: 'concord apply PROPOSAL [FOLDER] [options]',
  description: [
    'PROPOSAL is the file in which an answer of concord mcp was saved; - is standard input. It is for the corpus of FOLDER, or of the working directory. What it would write is shown in words and as a diff, with the findings that it raises and solves; on a terminal you are asked, elsewhere --yes is needed.',
    'A proposal can declare entities, mentions and claims, and do nothing else: no text of a document ever changes by it, and everything in it is checked again. If a file that it changes is no longer what it was when the proposal was made, or if something else would be written than was proposed, nothing is. Several files are written all or none.',
  ],
  options: {
    yes: { short: 'y', help: 'Write without asking.' },
    'dry-run': { short: 'n', help: 'Show what would be written, and write nothing.' },
    'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
    help: HELP,
  },
  sections: [
    {
      title: 'Exit code',
      rows: [
        ['0', 'Written; or there is nothing to write; or shown, with --dry-run.'],
        ['1', 'Nothing was written: files have changed, something in it is wrong, or you said no.'],
        ['2', 'A wrong option, no corpus, no proposal, nobody to ask.'],
      ],
    },
    ENVIRONMENT,
    {
      title: 'Examples',
      rows: [
        ['concord apply proposal.json', 'Show it, ask, and write.'],
        ['concord apply proposal.json --dry-run', 'Show it.'],
        ['pbpaste | concord apply - archive --yes', 'Write what was copied, without being asked.'],
      ],
    },
  ],
};
