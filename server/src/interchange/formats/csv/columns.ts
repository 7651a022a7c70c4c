/** The columns of the tables, in their order. Data only. */

export const DOCUMENT_COLUMNS = [
  ...['path', 'title', 'date', 'about', 'lang', 'publisher', 'author', 'url', 'retrieved', 'digest', 'translation-of'],
  ...['accept', 'annotated', 'body'],
];

/** Each once without language, and once for each. */
export const TEXTS_COLUMNS = ['name', 'aliases', 'description'] as const;

export const MENTION_COLUMNS = ['document', 'start', 'end', 'entity', 'type', 'text', 'kind', 'spans'];

/** As in JSON Lines; lists and maps as JSON in the cell. Without a document it is a fact of its subject's record. */
export const CLAIM_COLUMNS = [
  ...[
    'document',
    'key',
    'id',
    'in',
    'group',
    'item',
    'parts',
    'subject',
    'property',
    'value',
    'unit',
    'at',
    'holds-at',
  ],
  ...['ended', 'by', 'stance', 'certainty', 'qualifiers', 'quote', 'items', 'items-partial', 'see', 'source', 'note'],
  'accept',
];

/** What can be computed from the others, for whoever analyses; nothing is read from these. */
export const CLAIM_READINGS = [
  ...['quoted', 'start', 'end', 'kind', 'number', 'number-to', 'low', 'high', 'expected-low', 'expected-high'],
  ...['unit-id', 'first-day', 'last-day', 'value-entity'],
];
