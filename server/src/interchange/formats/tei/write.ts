/** Documents and records as TEI P5: names and dates in the text, records in lists, claims as stand-off annotations. */

import type { Span } from '../../../core/text.ts';
import { claimWords } from '../../exchange/claimWords.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument, ExchangeEntity, Worded } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { documentObject, knownIn } from '../../linked/corpusGraph.ts';
import { addressesFrom, isWebAddress } from '../../linked/names.ts';
import { claimObject, entityLine } from '../jsonl/write.ts';
import { datable, markedBody, NAME_ELEMENTS } from './body.ts';
import { structure } from './features.ts';
import { xmlId } from './ids.ts';
import { Xml } from './xml.ts';

export const TEI = 'http://www.tei-c.org/ns/1.0';
export const ENTITIES = 'entities.xml';

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="${TEI}">\n`;
const MADE_BY =
  '<encodingDesc><appInfo><application ident="concord" version="1"><label>Concord</label></application></appInfo></encodingDesc>';

const xmlFor = (where: string, losses: Losses): Xml =>
  new Xml((count, text) =>
    losses.add(
      'characters that XML has none for, written as U+FFFD',
      `${where}: ${JSON.stringify(text.slice(0, 40))}`,
      count,
    ),
  );

/** The path from a document to a file beside all of them. */
const upFrom = (path: string, file: string): string => '../'.repeat(path.split('/').length - 1) + file;

export function* documentTei(document: ExchangeDocument, corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  const xml = xmlFor(document.path, losses);
  const entities = upFrom(document.path, ENTITIES);
  const { coreType } = knownIn(corpus, addressesFrom());
  const reference = (id: string) => `${encodeURI(entities)}#${xmlId(id)}`;
  const { xml: text, others } = markedBody(document, { xml, coreType, reference });
  yield OPENING + header(document, xml);
  yield '<standOff>\n';
  const {
    mentions: _,
    claims: __,
    body: ___,
    kind: ____,
    ...rest
  } = documentObject(document) as Record<string, unknown>;
  yield `${structure(xml, rest, { type: 'concord-document' })}\n`;
  const offsets = new Offsets(document.body, 'code-point');
  const placed = new Placed(offsets);
  if (others.length > 0) {
    yield '<listAnnotation type="mentions">\n';
    for (const [i, { spans, text: words }] of others.entries())
      yield `<annotation xml:id="m.${i + 1}" motivation="identifying" ana="#m.${i + 1}.fs" target="${placed.target(spans)}"><note>${xml.text(words)}</note></annotation>\n`;
    yield '</listAnnotation>\n';
    for (const [i, { entity, type, kind, spans }] of others.entries()) {
      const object = { entity, type, kind, spans: spans.map(placed.places) };
      yield `${structure(xml, object, { 'xml:id': `m.${i + 1}.fs`, type: 'concord-mention' })}\n`;
    }
  }
  if (document.claims.length > 0) {
    yield '<listAnnotation type="claims">\n';
    for (const [i, claim] of document.claims.entries())
      yield `<annotation xml:id="c.${i + 1}" motivation="describing" ana="#c.${i + 1}.fs" target="${placed.target(claim.quote?.spans ?? [])}"><note>${xml.text(claimWords(claim, corpus, document))}</note></annotation>\n`;
    yield '</listAnnotation>\n';
    for (const [i, claim] of document.claims.entries()) {
      const object = withoutMeanings(claim, placed.places);
      yield `${structure(xml, object, { 'xml:id': `c.${i + 1}.fs`, type: 'concord-claim' })}\n`;
    }
  }
  yield '</standOff>\n';
  yield `<text${xml.attributes({ 'xml:lang': tagOf(document.lang) })}><body><div xml:id="text" xml:space="preserve">${text}</div></body></text>\n</TEI>\n`;
}

function withoutMeanings(claim: ExchangeClaim, places: Placed['places']): object {
  const { denotes: _, ...object } = claimObject(claim, places) as Record<string, unknown>;
  return object;
}

/** Places as TEI points at them: from where, and how many characters. */
class Placed {
  constructor(private readonly offsets: Offsets) {}

  readonly places = ({ start, end }: Span): readonly [number, number] | undefined => {
    const [from, to] = [this.offsets.fromUtf16(start), this.offsets.fromUtf16(end)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };

  /** The whole text where there is no place. */
  target(spans: readonly Span[]): string {
    const all = spans.flatMap((span) => {
      const place = this.places(span);
      return place ? [`#string-range(text,${place[0]},${place[1] - place[0]})`] : [];
    });
    return all.length > 0 ? all.join(' ') : '#text';
  }
}

function header(document: ExchangeDocument, xml: Xml): string {
  const { title, author, publisher, date, url, retrieved, lang, path, digest } = document;
  const some = (
    name: string,
    text: string | undefined,
    attributes: Readonly<Record<string, string | undefined>> = {},
  ) => (text === undefined ? '' : xml.element(name, attributes, xml.text(text)));
  const source = [
    some('title', title),
    some('author', author),
    some('publisher', publisher),
    some('date', date, datable(date)),
    some('date', retrieved, { type: 'retrieved', ...datable(retrieved) }),
    url === undefined ? '' : xml.element('ref', isWebAddress(url) ? { target: url } : {}, xml.text(url)),
    some('idno', digest, { type: 'digest' }),
  ].join('');
  return [
    '<teiHeader>',
    `<fileDesc><titleStmt><title>${xml.text(title ?? path)}</title>${some('author', author)}</titleStmt>`,
    `<publicationStmt><p>${xml.text(`Annotated with Concord: ${path}`)}</p></publicationStmt>`,
    `<sourceDesc>${source === '' ? '<p>Of unknown origin.</p>' : `<bibl>${source}</bibl>`}</sourceDesc></fileDesc>`,
    MADE_BY,
    tagOf(lang) === undefined
      ? ''
      : `<profileDesc><langUsage><language${xml.attributes({ ident: lang })}/></langUsage></profileDesc>`,
    '</teiHeader>\n',
  ].join('');
}

const tagOf = (lang: string | undefined): string | undefined =>
  lang !== undefined && /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : undefined;

/** The list that the records of a core type stand in. */
const LISTS = [
  { type: 'person', list: 'listPerson', item: 'person' },
  { type: 'organization', list: 'listOrg', item: 'org' },
  { type: 'place', list: 'listPlace', item: 'place' },
  { type: 'event', list: 'listEvent', item: 'event' },
] as const;

export function* entitiesTei(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  const xml = xmlFor(ENTITIES, losses);
  const { coreType } = knownIn(corpus, addressesFrom());
  yield `${OPENING}<teiHeader><fileDesc><titleStmt><title>Entities</title></titleStmt><publicationStmt><p>Records of a corpus of Concord</p></publicationStmt><sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>${MADE_BY}</teiHeader>\n<standOff>\n`;
  const listed = (entity: ExchangeEntity) =>
    LISTS.find(({ type }) => entity.type !== undefined && coreType(entity.type) === type);
  for (const one of LISTS) {
    let isOpen = false;
    for (const entity of corpus.entities()) {
      if (listed(entity) !== one) continue;
      if (!isOpen) yield `<${one.list}>\n`;
      isOpen = true;
      yield `${entityElement(entity, one.item, one.item === 'event' ? 'eventName' : NAME_ELEMENTS[one.type]!, xml)}\n`;
    }
    if (isOpen) yield `</${one.list}>\n`;
  }
  let isOpen = false;
  for (const entity of corpus.entities()) {
    if (listed(entity)) continue;
    if (!isOpen) yield '<list type="entities">\n';
    isOpen = true;
    yield `${entityElement(entity, 'item', 'name', xml)}\n`;
  }
  if (isOpen) yield '</list>\n';
  let count = 0;
  for (const entity of corpus.entities()) {
    const { kind: _, ...whole } = entityLine(entity) as Record<string, unknown>;
    const facts = entity.facts.map((fact) => withoutMeanings(fact, () => undefined));
    const object = { ...whole, ...(facts.length > 0 && { facts }) };
    count++;
    yield `${structure(xml, object, { type: 'concord-entity', corresp: `#${xmlId(entity.id)}` })}\n`;
  }
  // An empty standOff is none.
  if (count === 0) yield '<list type="entities"><item/></list>\n';
  yield '</standOff>\n<text><body><p/></body></text>\n</TEI>\n';
}

function entityElement(entity: ExchangeEntity, item: string, nameElement: string, xml: Xml): string {
  const worded = (element: string, all: readonly Worded[], type?: string) =>
    all.map(({ text, lang }) => xml.element(element, { type, 'xml:lang': tagOf(lang) }, xml.text(text))).join('');
  const names = worded(nameElement, entity.names) + worded(nameElement, entity.aliases, 'alias');
  // An event has a name, or is none.
  const called = names === '' && item === 'event' ? `<${nameElement}>${xml.text(entity.id)}</${nameElement}>` : names;
  const addresses = entity.sameAs.map((address) => xml.element('idno', { type: 'URI' }, xml.text(address))).join('');
  const notes = worded('note', entity.description, 'description');
  const kind = entity.type !== undefined && /^[\p{L}\p{N}_.:-]+$/u.test(entity.type) ? entity.type : undefined;
  const typed = item === 'item' || item === 'person' ? { n: kind } : { type: kind };
  return xml.element(item, { 'xml:id': xmlId(entity.id), ...typed }, called + addresses + notes);
}
