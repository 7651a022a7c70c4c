/** The same said in the words of others — SKOS, Dublin Core, PROV, schema.org, RDF's own statements — for readers that do not know Concord's. */

import { parseReference } from '../../core/reference.ts';
import type { ExchangeMeaning } from '../exchange/model.ts';
import { edtf, flag, named, node, number, plain, type Statements, typed, type Value, worded } from './description.ts';
import { type Addresses, iri, isWebAddress } from './names.ts';
import type { ClassName } from './terms.ts';

type Plain = Readonly<Record<string, unknown>>;
interface Name {
  readonly text: string;
  readonly lang?: string;
}

export interface Known {
  readonly addresses: Addresses;
  /** Whether there is a record of this id. */
  isEntity(id: string): boolean;
  /** The core type that a type is, or is a kind of. */
  coreType(type: string): string;
}

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  person: [iri('schema:Person'), iri('prov:Person')],
  organization: [iri('schema:Organization'), iri('prov:Organization')],
  place: [iri('schema:Place')],
  event: [iri('schema:Event')],
  document: [iri('schema:CreativeWork')],
  concept: [iri('skos:Concept')],
};

const isA = (type: string): readonly [string, Value] => [iri('rdf:type'), named(type)];
const some = <T>(value: T | undefined, say: (value: T) => Statements): Statements =>
  value === undefined ? [] : say(value);

export function alsoSaid(of: ClassName, object: Plain, at: string, known: Known): Statements {
  if (of === 'Entity') return ofEntity(object, known);
  if (of === 'Document') return ofDocument(object, known);
  if (of === 'Claim') return ofClaim(object, at, known);
  return [];
}

function ofEntity(object: Plain, { coreType }: Known): Statements {
  const names = (object.names ?? []) as readonly Name[];
  const preferred = new Map<string | undefined, Name>();
  for (const name of names) if (!preferred.has(name.lang)) preferred.set(name.lang, name);
  const others = [...names, ...((object.aliases ?? []) as readonly Name[])].filter(
    (name) => preferred.get(name.lang) !== name,
  );
  const type = object.type as string | undefined;
  return [
    ...(type === undefined ? [] : (CLASSES[coreType(type)] ?? []).map(isA)),
    ...[...preferred.values()].map(({ text, lang }) => [iri('skos:prefLabel'), worded(text, lang)] as const),
    ...others.map(({ text, lang }) => [iri('skos:altLabel'), worded(text, lang)] as const),
    ...((object.description ?? []) as readonly Name[]).map(
      ({ text, lang }) => [iri('dcterms:description'), worded(text, lang)] as const,
    ),
    ...((object['same-as'] ?? []) as readonly string[])
      .filter(isWebAddress)
      .map((address) => [iri('skos:exactMatch'), named(address)] as const),
  ];
}

function ofDocument(object: Plain, known: Known): Statements {
  const { addresses } = known;
  const text = (key: string) => object[key] as string | undefined;
  return [
    isA(iri('prov:Entity')),
    ...some(text('title'), (title) => [[iri('dcterms:title'), worded(title, text('lang'))]]),
    ...some(text('lang'), (lang) => [[iri('dcterms:language'), plain(lang)]]),
    ...some(text('date'), (date) => [[iri('dcterms:issued'), edtf(date)]]),
    ...some(text('translation-of'), (path) => [[iri('schema:translationOfWork'), named(addresses.document(path))]]),
    ...some(object.source as Plain | undefined, (source) => derivation(source, known)),
  ];
}

/** Where the document comes from, and how it came here. */
function derivation(source: Plain, known: Known): Statements {
  const text = (key: string) => source[key] as string | undefined;
  const url = text('url');
  const origin: Statements = [
    isA(iri('prov:Entity')),
    ...some(url, (address) => [
      isWebAddress(address)
        ? [iri('prov:atLocation'), named(address)]
        : ([iri('dcterms:source'), plain(address)] as const),
    ]),
    ...some(text('publisher'), (publisher) => [[iri('prov:wasAttributedTo'), agent(publisher, known)]]),
    ...some(text('author'), (author) => [[iri('dcterms:creator'), agent(author, known)]]),
  ];
  return [
    ...(origin.length > 1 ? [[iri('prov:wasDerivedFrom'), node(origin)] as const] : []),
    ...some(text('retrieved'), (retrieved) => [
      [
        iri('prov:wasGeneratedBy'),
        node([
          isA(iri('prov:Activity')),
          [iri('rdfs:label'), worded('retrieval of the source', 'en')],
          [iri('dcterms:date'), edtf(retrieved)],
          ...(url !== undefined && isWebAddress(url) ? [[iri('prov:used'), named(url)] as const] : []),
        ]),
      ],
    ]),
  ];
}

/** An entity where there is a record of it, else somebody of whom no more than a name is known. */
function agent(text: string, { addresses, isEntity }: Known): Value {
  if (isEntity(text)) return named(addresses.entity(text));
  return node([isA(iri('prov:Agent')), [iri('rdfs:label'), plain(text)]]);
}

function ofClaim(object: Plain, at: string, known: Known): Statements {
  const { addresses } = known;
  const [meaning, ...more] = (object.denotes ?? []) as readonly ExchangeMeaning[];
  const by = object.by as string | { readonly text: string } | undefined;
  return [
    isA(iri('rdf:Statement')),
    ...(meaning && more.length === 0
      ? some(valueTerm(meaning, object, addresses), (value) => [[iri('rdf:object'), value]])
      : []),
    ...(object.quote ? [[iri('prov:wasQuotedFrom'), named(at.slice(0, at.indexOf('#')))] as const] : []),
    ...some(by, (speaker) => [
      [
        iri('prov:wasAttributedTo'),
        typeof speaker === 'string' ? named(addresses.entity(speaker)) : agent(speaker.text, known),
      ],
    ]),
    ...((object.source ?? []) as readonly string[]).flatMap((source): Statements => {
      const address = referredTo(source, '', addresses);
      return address === undefined ? [] : [[iri('prov:hadPrimarySource'), named(address)]];
    }),
  ];
}

/** The address of what a reference leads to. */
export function referredTo(text: string, from: string, addresses: Addresses): string | undefined {
  const reference = parseReference(text, from);
  switch (reference.kind) {
    case 'claim':
      return addresses.claim(reference.path, reference.claim);
    case 'document':
      return addresses.document(reference.path);
    case 'url':
      return isWebAddress(text) ? text : undefined;
    case 'outside':
      return undefined;
  }
}

/** One value as a term of a graph; undefined where it takes more than one to say. */
export function valueTerm(meaning: ExchangeMeaning, claim: Plain, addresses: Addresses): Value | undefined {
  switch (meaning.kind) {
    case 'quantity':
      return meaning.number === undefined ? plain(String(claim.value)) : number(meaning.number);
    case 'time':
      return meaning.first !== undefined && meaning.first === meaning.last
        ? typed(meaning.first, iri('xsd:date'))
        : typeof claim.value === 'string'
          ? edtf(claim.value)
          : undefined;
    case 'entity':
      return named(addresses.entity(meaning.id));
    case 'text': {
      const [only, ...more] = Object.entries(meaning.texts);
      return only && more.length === 0 ? worded(only[1], only[0]) : undefined;
    }
    case 'boolean':
      return flag(meaning.value);
  }
}
