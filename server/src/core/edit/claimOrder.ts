/** In which order a claim or fact is written. Knows nothing but keys. */

/** The order in which a claim's keys are written; `*` are the qualifiers. */
export const CLAIM_ORDER = [
  'id',
  'quote',
  'nth',
  'near',
  'prefix',
  'suffix',
  'subject',
  'property',
  'value',
  'unit',
  'at',
  'ended',
  'by',
  'stance',
  'certainty',
  '*',
  'items',
  'see',
  'note',
  'source',
  'parts',
  'claims',
  'accept',
];
