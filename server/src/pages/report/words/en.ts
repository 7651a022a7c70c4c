/** The English words of a report. */

import type { ReportWords } from '../words.ts';

const number = new Intl.NumberFormat('en');
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const en: ReportWords = {
  overview: 'Overview',
  findings: 'Findings',
  search: 'Search',
  skip: 'Skip to the content',
  pages: 'Pages of the report',
  documents: 'Documents',
  entities: 'Entities',
  undated: 'Without a date',
  untyped: 'Without a type',
  nothing: 'This corpus holds nothing yet.',
  noFindings: 'No findings.',
  counts: ({ documents, entities, claims, mentions }) => [
    counted(documents, 'document'),
    counted(entities, 'entity', 'entities'),
    counted(claims, 'claim'),
    counted(mentions, 'mention'),
  ],
  severities: ({ error, warning, information }) =>
    [
      ...(error > 0 ? [counted(error, 'error')] : []),
      ...(warning > 0 ? [counted(warning, 'warning')] : []),
      ...(information > 0 ? [counted(information, 'remark')] : []),
    ].join(', '),
  mentions: (count) => counted(count, 'mention'),
  claims: (count) => counted(count, 'claim'),
  notAnnotated: 'not annotated',
  topics: {
    figures: 'Figures',
    dates: 'Dates',
    offices: 'Offices',
    relations: 'Relations and values',
    quotes: 'Quotes',
    names: 'Names',
    translations: 'Translations',
    annotations: 'Annotations',
  },
  moreFindings: (count) => `${counted(count, 'more finding')}, on the pages of their documents`,
  acceptedCount: (count) => `${number.format(count)} accepted`,
  mentionedIn: 'Documents that speak of it',
  searchLabel: 'Titles, names in any script, pinyin or initials, claims',
  searchHint: 'Type two letters or one character to begin.',
  searchNeedsScript: 'Searching needs JavaScript. The overview lists everything without it.',
  searchNothing: 'Nothing found.',
  searchCount: (count) => counted(count, 'result'),
  claimsFound: 'Claims',
  besides: 'Beside its translation',
};
