/** `concord report`: its options and its help. Does nothing. */

import { type Command, ENVIRONMENT, HELP } from './parts.ts';

/** The folder that a report is written into where none is named. */
export const DEFAULT_FOLDER = 'concord-report';

export const REPORT: Command = {
  summary: 'Write a corpus as pages for a browser, for people without an editor.',
  usage: 'concord report [PATH] [options]',
  description: [
    'Writes every document with its mentions and claims, every entity with what is said of it, the findings by what they are about, and a search, as plain pages that open from a folder, on a memory stick or from any web server. Nothing in them is fetched from anywhere, and what looks like markup in a text stays text. A PATH is a file or a folder of the corpus, which is written as a whole; without one the working directory is meant.',
    'A folder that already holds a report is brought up to date: pages that are no longer part of it go, whatever else lies there stays. A folder that holds anything but a report is left alone. If anything fails, the report is as it was before.',
    'The same corpus gives the same files, byte by byte, so that a report can be kept under version control.',
  ],
  options: {
    output: { short: 'o', value: 'DIR', help: `The folder to write into; ${DEFAULT_FOLDER} by default.` },
    locale: { value: 'TAG', help: 'The language of the pages: en or zh. By default that of the environment.' },
    help: HELP,
  },
  sections: [
    {
      title: 'Exit code',
      rows: [
        ['0', 'The report has been written, whatever was found.'],
        ['2', 'Nothing has been written: a wrong option, no corpus, or a folder that is no report.'],
      ],
    },
    ENVIRONMENT,
    {
      title: 'Examples',
      rows: [
        ['concord report', `The corpus here, as ${DEFAULT_FOLDER}/index.html.`],
        ['concord report archive -o site --locale zh', 'The corpus in archive, in Chinese, for a web server.'],
      ],
    },
  ],
};
