/** The addresses (IRIs) of what Concord speaks of, and of the words it says it in. Knows no format and no graph. */

/** Concord's own words. A name and no web address: nothing is ever fetched to understand it. */
export const VOCABULARY = 'urn:concord-annotations:ns:';
/** What the addresses of entities and documents begin with where nobody says anything else. */
export const DEFAULT_BASE = 'urn:concord-annotations:corpus:';

export const PREFIXES = {
  concord: VOCABULARY,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  dcterms: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  np: 'http://www.nanopub.org/nschema#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
} as const;
export type Prefix = keyof typeof PREFIXES;

/** `skos:prefLabel` in full. */
export function iri(name: `${Prefix}:${string}`): string {
  const at = name.indexOf(':');
  return PREFIXES[name.slice(0, at) as Prefix] + name.slice(at + 1);
}

/** The addresses of one corpus. */
export interface Addresses {
  readonly base: string;
  entity(id: string): string;
  type(id: string): string;
  property(id: string): string;
  document(path: string): string;
  claim(path: string, key: string): string;
  /** Of the nanopublication of a claim; its graphs are parts of it. */
  nanopublication(claim: string): string;
}

export function addressesFrom(base: string = DEFAULT_BASE): Addresses {
  const document = (path: string) => `${base}document/${path.split('/').map(escaped).join('/')}`;
  return {
    base,
    entity: (id) => `${base}entity/${escaped(id)}`,
    type: (id) => `${base}type/${escaped(id)}`,
    property: (id) => `${base}property/${escaped(id)}`,
    document,
    claim: (path, key) => `${document(path)}#${escaped(key)}`,
    nanopublication: (claim) => `${base}nanopublication/${claim.slice(base.length).replace('#', '/')}`,
  };
}

/** Whether every address that begins with it is one. */
export const isBase = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`#\0-\x20]*[/:]$/.test(text);

/** An address of the web that may stand in a graph as it is. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"{}|\\^`\0-\x20]+$/i.test(text);

/** Every character that an address gives a meaning to is written in another way, so that no two texts share one. */
const escaped = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Halves of characters that lost their other half cannot be written as UTF-8. */
export const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
