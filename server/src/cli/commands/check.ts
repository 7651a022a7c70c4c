/** `concord check`: its options and its help. Does nothing. */

import { type Command, ENVIRONMENT, HELP, TRUST_ROW } from './parts.ts';

export const FORMAT_NAMES = ['pretty', 'concise', 'json', 'github', 'sarif', 'junit'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const CHECK: Command = {
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
      help: 'How to report: pretty (the default), concise, json, github, sarif or junit; see below.',
    },
    fix: {
      help: 'Make the safe fixes, and report what is left. Safe is what cannot change the meaning of an annotation. A fix that belongs to a finding in the paths may change another file of the corpus, such as a record.',
    },
    unsafe: {
      help: 'With --fix or --diff: make the other fixes too, where a finding has exactly one. Where it has several, which is right is left to you.',
    },
    diff: { help: 'Write nothing; show what the fixes would change, as a unified diff, and no findings.' },
    'max-warnings': {
      value: 'N',
      help: 'Fail, with exit code 1, on more than N warnings. By default any number passes.',
    },
    baseline: {
      value: 'FILE',
      help: 'Leave out the findings that are listed in FILE. An entry whose finding is gone is named, and counts as a warning.',
    },
    'write-baseline': {
      help: 'With --baseline: list all present findings of the paths in FILE, which may be new, and report none.',
    },
    prune: { help: 'With --baseline: take the entries out of FILE whose finding is gone.' },
    'stdin-filename': {
      value: 'FILE',
      help: 'Check what comes on standard input as if it stood in FILE, which need not exist. With --fix the text goes to standard output, mended, and the report to standard error.',
    },
    watch: {
      short: 'w',
      help: 'Go on, and report anew whenever a file changes, until interrupted. Only what a change touches is checked again.',
    },
    staged: {
      help: 'Check what is staged in git, not what is in the folder: every file is read as the next commit would have it. Reports the findings in staged files, and those elsewhere that they bring.',
    },
    since: {
      value: 'REV',
      help: 'Report only the findings in files that differ from the last commit shared with the revision REV, and those elsewhere that these bring.',
    },
    'show-accepted': { help: 'List accepted findings too, each with its reason. They never count.' },
    'no-cache': {
      help: 'Do the work even if nothing has changed since it was last done, and keep nothing of it.',
    },
    profile: {
      help: 'Tell on standard error what took how long: the phases, the slowest files and the slowest checks. On one thread, and nothing is taken from the cache.',
    },
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
        [
          'github',
          'Workflow commands for GitHub Actions, which shows them beside the lines. The worst come first: it shows ten of each kind for a step.',
        ],
        [
          'sarif',
          'SARIF 2.1.0, for code scanning and viewers: with the other side, fixes, the page of each check, and fingerprints that stay while lines move. With --show-accepted accepted findings are suppressed results with their reason; GitHub ignores that and would list them as open.',
        ],
        ['junit', 'JUnit XML: a suite for each file, and as failures what makes the command fail.'],
      ],
    },
    {
      title: 'Baseline',
      rows: [
        [
          '',
          'For a corpus that has findings already: write them down once with --baseline FILE --write-baseline, commit the file, and check with --baseline FILE, so that only what is new is reported. A finding is known again after lines have moved, not after what it is about has changed.',
        ],
      ],
    },
    {
      title: 'Exit code',
      rows: [
        ['0', 'No error, and no more warnings than --max-warnings. Also where no corpus was found.'],
        ['1', 'An error, or too many warnings; with --diff, there is something to fix.'],
        [
          '2',
          'Nothing could be checked, or nothing written: a wrong option, a PATH that does not exist, a baseline that cannot be read, a file that changed while it was being fixed, or a fault of Concord.',
        ],
        ['', '--watch ends with 0 when it is interrupted.'],
      ],
    },
    {
      title: 'Environment',
      rows: [
        ...ENVIRONMENT.rows,
        TRUST_ROW,
        [
          'CONCORD_CACHE',
          'The folder in which check keeps what it printed, so that the same files are not checked twice; off: nowhere. By default the system’s folder for caches.',
        ],
        [
          'GITHUB_WORKSPACE',
          'For github and sarif: the folder that files are named from, if it is around the working one.',
        ],
      ],
    },
    {
      title: 'Examples',
      rows: [
        ['concord check', 'Every corpus in this folder, or the one it lies in.'],
        ['concord check documents/2023', 'The findings in one folder, held against the whole corpus.'],
        ['concord check --format concise --max-warnings 0', 'For a hook or a pipeline: any warning fails.'],
        ['concord check --staged', 'Before a commit.'],
        ['concord check --since main', 'What a branch has changed.'],
        ['concord check --diff; concord check --fix', 'See what the safe fixes would change, and make them.'],
        ['concord check --baseline known.json', 'Only what is new.'],
        ['concord check --stdin-filename documents/x.md < draft.md', 'A text that is not saved yet.'],
        ['concord check --format sarif > concord.sarif', 'For code scanning.'],
        ['concord check --format json | jq .findings', 'For a program.'],
      ],
    },
  ],
};
