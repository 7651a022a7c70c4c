/** What Concord's types and properties are called in FollowTheMoney, and back, as data. */

/** Core types; agreements and concepts have no counterpart there. */
export const SCHEMATA: Readonly<Record<string, string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Address',
  event: 'Event',
  document: 'Document',
  position: 'Position',
  program: 'Project',
};

/** The type of a foreign schema; one that is not here is left to whoever imports, as a label. */
export const TYPES: Readonly<Record<string, string>> = {
  Person: 'person',
  Organization: 'organization',
  Company: 'organization',
  PublicBody: 'organization',
  Address: 'place',
  Territory: 'place',
  Event: 'event',
  Position: 'position',
  Project: 'program',
  Document: 'document',
};

/** Files of any kind: documents where they have a text. */
export const DOCUMENTS = new Set([
  ...['Document', 'PlainText', 'HyperText', 'Pages', 'Page', 'Article', 'Email', 'Table', 'Image', 'Audio', 'Video'],
  ...['Folder', 'Package', 'Workbook'],
]);

/** Dates that an entity has itself, by schema and property of Concord's. */
export const DATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Person: { 'born-on': 'birthDate', 'died-on': 'deathDate' },
  Organization: { 'founded-on': 'incorporationDate', 'dissolved-on': 'dissolutionDate' },
  Company: { 'founded-on': 'incorporationDate', 'dissolved-on': 'dissolutionDate' },
  PublicBody: { 'founded-on': 'incorporationDate', 'dissolved-on': 'dissolutionDate' },
  Event: { 'held-on': 'date' },
};

export interface Link {
  readonly schema: string;
  readonly property: string;
  readonly subject: string;
  readonly object: string;
  /** The schemata that may stand at either end. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const LEGAL = ['Person', 'Organization', 'Company', 'PublicBody', 'LegalEntity'];

/** Properties between entities that have a schema of their own; every other one is an UnknownLink with its name as the role. */
export const LINKS: readonly Link[] = [
  { schema: 'Occupancy', property: 'position', subject: 'holder', object: 'post', from: ['Person'], to: ['Position'] },
  {
    schema: 'Membership',
    property: 'member-of',
    subject: 'member',
    object: 'organization',
    from: LEGAL,
    to: LEGAL.slice(1, 4),
  },
  {
    schema: 'Succession',
    property: 'succeeded-by',
    subject: 'predecessor',
    object: 'successor',
    from: LEGAL,
    to: LEGAL,
  },
];
export const OTHER_LINK = { schema: 'UnknownLink', subject: 'subject', object: 'object' } as const;

/** Mentions can be of these only. */
export const isLegal = (schema: string | undefined): boolean => schema !== undefined && LEGAL.includes(schema);

/** Languages, by the two letters of Concord's tags. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ af: 'afr', ar: 'ara', az: 'aze', be: 'bel', bn: 'ben', bs: 'bos', bg: 'bul', ca: 'cat', cs: 'ces', da: 'dan' },
  ...{ de: 'deu', el: 'ell', en: 'eng', et: 'est', fa: 'fas', fi: 'fin', fr: 'fra', he: 'heb', hi: 'hin', hr: 'hrv' },
  ...{ hu: 'hun', hy: 'hye', id: 'ind', is: 'isl', it: 'ita', ja: 'jpn', ka: 'kat', kk: 'kaz', km: 'khm', ky: 'kir' },
  ...{ ko: 'kor', lv: 'lav', lt: 'lit', mk: 'mkd', mn: 'mon', ms: 'msa', ne: 'nep', nl: 'nld', no: 'nor', pl: 'pol' },
  ...{ pt: 'por', ro: 'ron', ru: 'rus', sk: 'slk', sl: 'slv', es: 'spa', sq: 'sqi', sr: 'srp', sw: 'swa', sv: 'swe' },
  ...{ tr: 'tur', uk: 'ukr', ur: 'urd', uz: 'uzb', zh: 'zho' },
};

/** A day, month or year, as both sides write it. */
export const isDate = (text: string): boolean => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text);
