/** What findings are about, in the order in which a reader asks: a figure, a date, an office, rather than a code. */

export type Topic = 'figures' | 'dates' | 'offices' | 'relations' | 'quotes' | 'names' | 'translations' | 'annotations';

export const TOPIC_ORDER: readonly Topic[] = [
  'figures',
  'dates',
  'offices',
  'relations',
  'quotes',
  'names',
  'translations',
  'annotations',
];

/** What is not named here is about the annotations themselves. */
const TOPICS: Readonly<Record<string, Topic>> = {
  'conflicting-quantity': 'figures',
  tension: 'figures',
  'wan-yi-slip': 'figures',
  'non-monotone': 'figures',
  'change-arithmetic': 'figures',
  'sum-mismatch': 'figures',
  'list-count-mismatch': 'figures',
  'missing-scope': 'figures',
  'stale-state': 'figures',
  'unit-mismatch': 'figures',
  'hedge-dropped': 'figures',
  'unannotated-figure': 'figures',
  'conflicting-date': 'dates',
  anachronism: 'dates',
  'event-order': 'dates',
  'duration-mismatch': 'dates',
  'weekday-mismatch': 'dates',
  'age-mismatch': 'dates',
  'date-unresolved': 'dates',
  'conflicting-office-holder': 'offices',
  'office-outside-term': 'offices',
  'conflicting-value': 'relations',
  'contradicting-relation': 'relations',
  'missing-inverse': 'relations',
  'place-containment': 'relations',
  'circular-source': 'relations',
  'quote-not-found': 'quotes',
  'quote-altered': 'quotes',
  'quote-drifted': 'quotes',
  'quote-ambiguous': 'quotes',
  'quote-value-mismatch': 'quotes',
  'attribution-mismatch': 'quotes',
  'body-changed': 'quotes',
  'ambiguous-mention': 'names',
  'unused-entity': 'names',
  'untagged-name': 'names',
  'name-not-listed': 'names',
  'alias-ambiguous': 'names',
  'possible-duplicate': 'names',
  'unresolved-entity': 'names',
  'duplicate-entity': 'names',
  'translation-mismatch': 'translations',
};

export const topicOf = (code: string): Topic => (Object.hasOwn(TOPICS, code) ? TOPICS[code]! : 'annotations');
