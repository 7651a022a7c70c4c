/**
 * The words of the Web Annotation recommendation and what they stand for, written down from its vocabulary, for a JSON-LD
 * processor that is not to fetch anything. Of the words that the model defines, those that name things in a text.
 */

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const DCTERMS = 'http://purl.org/dc/terms/';

const own = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `${OA}${name}`]));
const linked = (iri: string) => ({ '@id': iri, '@type': '@id' });
const word = (iri: string) => ({ '@id': iri, '@type': '@vocab' });

export const ANNOTATION_WORDS = {
  '@context': {
    oa: OA,
    as: AS,
    rdf: RDF,
    xsd: XSD,
    dcterms: DCTERMS,
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    dc: 'http://purl.org/dc/elements/1.1/',
    id: { '@id': '@id', '@type': '@id' },
    type: { '@id': '@type', '@type': '@vocab' },
    ...own(['Annotation', 'SpecificResource', 'TextualBody', 'TextQuoteSelector', 'TextPositionSelector', 'Choice']),
    ...own([
      'assessing',
      'classifying',
      'commenting',
      'describing',
      'identifying',
      'linking',
      'questioning',
      'tagging',
    ]),
    AnnotationPage: `${AS}OrderedCollectionPage`,
    AnnotationCollection: `${AS}OrderedCollection`,
    motivation: word(`${OA}motivatedBy`),
    purpose: word(`${OA}hasPurpose`),
    body: linked(`${OA}hasBody`),
    target: linked(`${OA}hasTarget`),
    source: linked(`${OA}hasSource`),
    selector: linked(`${OA}hasSelector`),
    refinedBy: linked(`${OA}refinedBy`),
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    start: { '@id': `${OA}start`, '@type': `${XSD}nonNegativeInteger` },
    end: { '@id': `${OA}end`, '@type': `${XSD}nonNegativeInteger` },
    bodyValue: `${OA}bodyValue`,
    value: `${RDF}value`,
    format: 'http://purl.org/dc/elements/1.1/format',
    language: 'http://purl.org/dc/elements/1.1/language',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    creator: linked(`${DCTERMS}creator`),
    created: { '@id': `${DCTERMS}created`, '@type': `${XSD}dateTime` },
    items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
    first: linked(`${AS}first`),
    next: linked(`${AS}next`),
    partOf: linked(`${AS}partOf`),
  },
};
