/** The keys of a claim or fact in the order in which they are written. Knows nothing of what they mean. */

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
