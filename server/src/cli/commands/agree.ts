/** The help of `concord agree`, from which its options are read too. */

import { type Command, ENVIRONMENT, HELP } from './parts.ts';

export const AGREEMENT_FORMATS = ['table', 'json', 'csv'] as const;
export type AgreementFormat = (typeof AGREEMENT_FORMATS)[number];

export const AGREE: Command = {
  summary: 'Compare what two annotators made of the same documents.',
  usage: 'concord agree A B [options]',
  description: [
    'Tells how far two annotators agree on mentions and claims, in the figures that are usual for it, and lists what they disagree on, for somebody to decide. A and B are folders: two copies of a corpus, or two folders of one corpus. What is no folder is a git revision, such as a branch, of the corpus that the working directory is in; REV:PATH is a folder of it, counted from there. The documents are held against each other by their paths from there.',
    'A document counts if both have annotated it and its text is the same, save for line ends. What does not count is named, with the reason. An annotator who marks nothing in a document writes "entities: []".',
    'Values, dates and qualifiers agree if they mean the same, however they are written. Where the definitions of the figures come from is said in the documentation, server/src/features/agreement/README.md in the sources.',
  ],
  options: {
    format: {
      value: 'FORMAT',
      choices: AGREEMENT_FORMATS,
      help: 'table (the default), for people; json, one object with the figures and the disagreements, for programs; csv, the disagreements, a row for each, for a spreadsheet.',
    },
    'no-color': { help: 'Write no colours. By default there are colours on a terminal only.' },
    help: HELP,
  },
  sections: [
    {
      title: 'Figures',
      rows: [
        [
          'F1',
          'Of what either marked, the share that both did: same beginning, end and type; "near F1" with any overlap.',
        ],
        ['kappa', "Cohen's kappa: of labels, or of tokens by the type that each is marked as, if any."],
        ['alpha', "Krippendorff's alpha: of labels nominal, of stretches of text alpha-U, in characters."],
        [
          '–',
          'Undefined, because there is nothing to compare, or no choice: where all has one label, chance agrees too.',
        ],
      ],
    },
    {
      title: 'Exit code',
      rows: [
        ['0', 'Compared, whatever came out.'],
        ['1', 'There is no document that both have annotated.'],
        ['2', 'Nothing could be compared: a wrong option, no such folder or revision, or no single corpus in it.'],
      ],
    },
    ENVIRONMENT,
    {
      title: 'Examples',
      rows: [
        ['concord agree anna ben', 'Two copies of a corpus.'],
        ['concord agree documents/anna documents/ben', 'Two folders of one corpus, with the same records.'],
        ['concord agree anna-branch ben-branch', 'What two branches have of this corpus, as committed.'],
        ['concord agree anna ben --format csv > decide.csv', 'What is left to decide, for a spreadsheet.'],
      ],
    },
  ],
};
