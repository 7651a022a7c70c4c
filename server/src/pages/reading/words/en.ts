/** The English words of a reading view. */

import type { ReadingWords } from '../words.ts';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: ReadingWords = {
  text: 'Text',
  claims: 'Claims',
  claim: (number, what) => `Claim ${number}: ${what}`,
  states: {
    error: 'Error',
    warning: 'Warning',
    information: 'Remark',
    agreement: 'Agrees with others',
    none: 'Nothing found',
  },
  colon: ': ',
  dated: (title, date) => `${title}, ${date}`,
  accepted: (reason) => `Accepted: ${reason}`,
  wasAccepted: 'accepted',
  quiet: (count) => `${count} others go together with it`,
  more: (count) => `${counted(count, 'more claim')} of the same thing`,
  noPassage: 'Its words stand nowhere in the text:',
  ambiguous: 'Its words stand in several places; this is the first.',
  otherText: (language) => `In ${language}`,
  onlyThere: 'Only in the other text',
  onDocument: (count) => `${counted(count, 'finding')} on the document as a whole`,
  original: 'Original',
  translation: 'Translation',
  beside: 'Beside',
  alone: 'By itself',
  source: 'Source',
  untagged: 'A known name that is not tagged here',
  ambiguousName: 'A name of several entities',
  sic: 'As in the source',
  notAnnotated: 'This document has no annotations.',
  empty: 'This document has no text.',
  moreFacts: (count) => `${counted(count, 'more fact')}`,
  legend: 'How to read this page',
  legendNames: 'The line under a name says what it names:',
  legendPassages: 'A passage between brackets is what a claim rests on; the number leads to the claim:',
  types: {
    who: 'a person or position',
    body: 'an organization or program',
    where: 'a place',
    when: 'an event',
    thought: 'a document, agreement or concept',
  },
};
