/** The labels that annotation tools and models commonly use, and the types of entities that they stand for. Data only. */

/** What a label stands for: a type of the core vocabulary, or a value, which is no entity. */
export const KNOWN_LABELS: ReadonlyMap<string, string | 'value'> = new Map([
  // CoNLL 2003, OntoNotes 5, ACE, and the names that they go by elsewhere.
  ['PER', 'person'],
  ['PERS', 'person'],
  ['PERSON', 'person'],
  ['PERSNAME', 'person'],
  ['ORG', 'organization'],
  ['ORGANISATION', 'organization'],
  ['ORGANIZATION', 'organization'],
  ['ORGNAME', 'organization'],
  ['COMPANY', 'organization'],
  ['LOC', 'place'],
  ['LOCATION', 'place'],
  ['GPE', 'place'],
  ['FAC', 'place'],
  ['FACILITY', 'place'],
  ['PLACE', 'place'],
  ['PLACENAME', 'place'],
  ['EVENT', 'event'],
  ['EVT', 'event'],
  ['LAW', 'agreement'],
  ['WORK_OF_ART', 'document'],
  ['DATE', 'value'],
  ['TIME', 'value'],
  ['PERCENT', 'value'],
  ['MONEY', 'value'],
  ['QUANTITY', 'value'],
  ['ORDINAL', 'value'],
  ['CARDINAL', 'value'],
]);

/** The type of `types` that `label` stands for; `value` for one that stands for no entity; undefined where nobody knows. */
export function typeForLabel(
  label: string,
  types: ReadonlySet<string>,
  told: ReadonlyMap<string, string>,
): string | 'value' | 'skip' | undefined {
  const said = told.get(label);
  if (said !== undefined) return said === '' ? 'skip' : said;
  if (types.has(label)) return label;
  const small = label.toLowerCase();
  if (types.has(small)) return small;
  const known = KNOWN_LABELS.get(label.toUpperCase());
  return known === 'value' || (known !== undefined && types.has(known)) ? known : undefined;
}
