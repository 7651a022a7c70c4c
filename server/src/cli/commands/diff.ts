/** `concord diff`: its options and its help. Does nothing. */

import { type Command, ENVIRONMENT, HELP, TRUST_ROW } from './parts.ts';

export const DIFFERENCE_FORMATS = ['pretty', 'json'] as const;

export const DIFF: Command = {
  summary: 'Tell what has changed in entities, claims, mentions and findings.',
  usage: 'concord diff REV..REV | REV | FOLDER FOLDER [options]',
  description: [
    'Compares the corpora that the working directory holds, or the one that it lies in, as two revisions of git have them; with one REV, that with what lies in the folder now; or the corpora of two folders. REV...REV begins where the two last had the same history, as it does for git.',
    'What is compared is what the corpus says: another order, another way of writing, or a comment is no change. A claim is known again by its id, or by most of what it states.',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: DIFFERENCE_FORMATS,
      help: 'How to tell: pretty (the default), in words; json, one object, for programs.',
    },
    'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
    help: HELP,
  },
  sections: [
    {
      title: 'Exit code',
      rows: [
        ['0', 'The states have been compared, whatever there was to tell.'],
        ['2', 'They have not: a wrong option, no git repository, or a revision or folder that is not there.'],
      ],
    },
    { ...ENVIRONMENT, rows: [...ENVIRONMENT.rows, TRUST_ROW] },
    {
      title: 'Examples',
      rows: [
        ['concord diff HEAD', 'What has been annotated since the last commit.'],
        ['concord diff main...review', 'What a branch brings.'],
        ['concord diff anna ben', 'What two people have made of one corpus.'],
      ],
    },
  ],
};
