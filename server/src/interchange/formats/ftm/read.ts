/** FollowTheMoney entities as documents, entities and facts. What it says in words only stays there, and is counted. */

import { anchor } from '../../../core/anchor.ts';
import { type Document, parseDocument } from '../../../core/document.ts';
import { findMentions } from '../../../core/mentions.ts';
import { Records } from '../../../core/records.ts';
import { bareClaim, bareDocument } from '../../exchange/bare.ts';
import { isObject } from '../../exchange/fields.ts';
import type { ImportContext, ImportProblem, InFile } from '../../exchange/format.ts';
import { jsonLines } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type {
  ExchangeClaim,
  ExchangeDocument,
  ExchangeEntity,
  ExchangeMention,
  ExchangeQuote,
} from '../../exchange/model.ts';
import { idIn } from './ids.ts';
import { DATES, DOCUMENTS, isDate, LANGUAGES, LINKS, OTHER_LINK, TYPES } from './schemata.ts';

/** What is said of one entity, which may be said on several lines. */
interface Proxy {
  readonly id: string;
  readonly schema: string;
  readonly file: string;
  readonly properties: Map<string, string[]>;
}

export class Reading {
  readonly documents: ExchangeDocument[] = [];
  readonly entities: ExchangeEntity[] = [];
  readonly problems: ImportProblem[] = [];
  private readonly proxies = new Map<string, Proxy>();
  /** By the id of the document that proves them, and by that of their subject. */
  private readonly claims = new Map<string, ExchangeClaim[]>();
  private readonly facts = new Map<string, ExchangeClaim[]>();
  private readonly bodies = new Map<string, Document>();

  constructor(
    private readonly context: ImportContext,
    private readonly losses: Losses,
  ) {}

  take(file: InFile): void {
    for (const { line, value } of jsonLines(file, this.problems)) {
      const problem = (message: string) => this.problems.push({ file: file.path, line, message });
      const { id, schema, properties } = value as Readonly<Record<string, unknown>>;
      if (typeof id !== 'string' || id === '' || typeof schema !== 'string') {
        problem('an entity of FollowTheMoney has an id and a schema');
        continue;
      }
      if (!isObject(properties)) {
        problem('properties is missing, or no object');
        continue;
      }
      const known = this.proxies.get(id);
      if (known && known.schema !== schema) {
        problem(`${id.slice(0, 80)} is a ${known.schema} on another line, and a ${schema.slice(0, 80)} here`);
        continue;
      }
      const proxy = known ?? { id, schema, file: file.path, properties: new Map<string, string[]>() };
      this.proxies.set(id, proxy);
      for (const [name, given] of Object.entries(properties)) {
        const values = (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string');
        proxy.properties.set(name, [...new Set([...(proxy.properties.get(name) ?? []), ...values])]);
      }
    }
  }

  /** After the last file. */
  finish(): void {
    const kinds = { texts: [] as Proxy[], links: [] as Proxy[], mentions: [] as Proxy[], things: [] as Proxy[] };
    for (const proxy of this.proxies.values()) {
      if (DOCUMENTS.has(proxy.schema) && has(proxy, 'bodyText')) kinds.texts.push(proxy);
      else if (DOCUMENTS.has(proxy.schema) && proxy.schema !== 'Document')
        this.losses.add('documents without a text', valuesOf(proxy, 'fileName')[0] ?? proxy.id);
      else if (proxy.schema === 'Mention') kinds.mentions.push(proxy);
      else if (proxy.schema === 'Note') this.losses.add('notes, which are words about an entity', proxy.id);
      else if (proxy.schema === OTHER_LINK.schema || LINKS.some(({ schema }) => schema === proxy.schema))
        kinds.links.push(proxy);
      else if (has(proxy, 'name')) kinds.things.push(proxy);
      else this.losses.add(`entities of the schema ${proxy.schema}, which have no name`, proxy.id);
    }
    const texts = new Set(kinds.texts.map(({ id }) => id));
    for (const proxy of kinds.links) this.link(proxy, texts);
    const forms = this.forms(kinds.mentions, texts);
    for (const proxy of kinds.things) this.entities.push(this.entity(proxy));
    for (const proxy of kinds.texts) this.documents.push(this.document(proxy, forms.get(proxy.id)));
  }

  private entity(proxy: Proxy): ExchangeEntity {
    const { id, schema } = proxy;
    const worded = (name: string) => valuesOf(proxy, name).map((text) => ({ text }));
    const [of] = valuesOf(proxy, 'organization');
    const holders = Number(valuesOf(proxy, 'numberOfSeats')[0]);
    const dates = Object.entries(DATES[schema] ?? {}).flatMap(([property, name]) =>
      valuesOf(proxy, name)
        .filter(isDate)
        .map((text, i) =>
          bareClaim(`${idIn(id)}.${name}.${i + 1}`, { subject: idIn(id), property, value: { kind: 'text', text } }),
        ),
    );
    const read = new Set([
      'name',
      'alias',
      'description',
      'wikidataId',
      'wikipediaUrl',
      ...Object.values(DATES[schema] ?? {}),
    ]);
    for (const name of [
      ...(schema === 'Position' ? ['organization', 'numberOfSeats'] : []),
      'full',
      'title',
      'fileName',
    ])
      read.add(name);
    for (const [name, values] of proxy.properties)
      if (!read.has(name)) this.losses.add(`${name} of entities`, `${id}: ${values[0] ?? ''}`, values.length);
    return {
      id: idIn(id),
      type: TYPES[schema] ?? schema,
      names: worded('name'),
      aliases: worded('alias'),
      description: worded('description').slice(0, 1),
      sameAs: [
        ...valuesOf(proxy, 'wikidataId').map((one) => `https://www.wikidata.org/wiki/${one}`),
        ...valuesOf(proxy, 'wikipediaUrl'),
      ],
      distinctFrom: [],
      ...(schema === 'Position' && of !== undefined && { of: idIn(of) }),
      ...(schema === 'Position' && Number.isInteger(holders) && holders > 0 && { holders }),
      facts: [...dates, ...(this.facts.get(id) ?? [])],
    };
  }

  private document(proxy: Proxy, forms: Forms | undefined): ExchangeDocument {
    const one = (name: string) => valuesOf(proxy, name)[0];
    const [body, ...more] = valuesOf(proxy, 'bodyText');
    this.losses.add('further texts of one document', proxy.id, more.length);
    const language = Object.entries(LANGUAGES).find(([, name]) => name === one('language'))?.[0];
    const name = one('fileName') ?? one('title') ?? proxy.id;
    const all = {
      title: one('title'),
      date: [one('date'), one('publishedAt'), one('authoredAt')].find((date) => date !== undefined && isDate(date)),
      lang: language,
      publisher: one('publisher'),
      author: one('author'),
      url: one('sourceUrl'),
      retrieved: valuesOf(proxy, 'retrievedAt').find(isDate),
      claims: this.claims.get(proxy.id),
    };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return bareDocument(
      /\.[a-z0-9]+$/i.test(name) ? name : `${name}.txt`,
      body!,
      this.mentions(proxy.id, body!, forms),
      given,
    );
  }

  /** The forms in which a document mentions entities, by document and entity. */
  private forms(mentions: readonly Proxy[], texts: ReadonlySet<string>): ReadonlyMap<string, Forms> {
    const all = new Map<string, Map<string, readonly string[]>>();
    for (const mention of mentions) {
      const [entity] = valuesOf(mention, 'resolved');
      const [document] = valuesOf(mention, 'document');
      if (entity === undefined || !this.proxies.has(entity))
        this.losses.add('names of which nobody says whose they are', valuesOf(mention, 'name')[0] ?? mention.id);
      else if (document === undefined || !texts.has(document))
        this.losses.add('mentions in documents whose text is not here', mention.id);
      else {
        const within = all.get(document) ?? new Map<string, readonly string[]>();
        all.set(document, within.set(entity, [...(within.get(entity) ?? []), ...valuesOf(mention, 'name')]));
      }
    }
    return all;
  }

  /** Wherever a form stands, as Concord's own names do: it says not where. */
  private mentions(id: string, body: string, forms: Forms | undefined): readonly ExchangeMention[] {
    if (!forms) return [];
    const declared = [...forms].map(([entity, as]) => ({ id: entity, forms: [], as, sic: [], not: [], here: [] }));
    const { bodyText } = this.bodyOf(id, body);
    const { mentions, ambiguous } = findMentions(bodyText, Records.empty.gazetteer, declared);
    this.losses.add('names that two entities have in one document', id, ambiguous.length);
    return mentions.map(({ id: entity, span }) => {
      const place = { start: span.start - NO_FRONT_MATTER.length, end: span.end - NO_FRONT_MATTER.length };
      const type = TYPES[this.proxies.get(entity)!.schema];
      const text = body.slice(place.start, place.end);
      return { spans: [place], text, entity: idIn(entity), ...(type !== undefined && { type }), kind: 'name' };
    });
  }

  /** The pieces as a quote with its places; undefined where they do not stand in the body one after the other. */
  private quoteIn(id: string, body: string, pieces: readonly string[]): ExchangeQuote | undefined {
    const found = pieces.length > 0 ? anchor(this.bodyOf(id, body).bodyText, { pieces }) : undefined;
    if (!found || found.kind === 'missing') return undefined;
    const by = NO_FRONT_MATTER.length;
    return { pieces, spans: found.spans.map(({ start, end }) => ({ start: start - by, end: end - by })) };
  }

  private bodyOf(id: string, body: string): Document {
    const document = this.bodies.get(id) ?? parseDocument('body.txt', NO_FRONT_MATTER + body);
    this.bodies.set(id, document);
    return document;
  }

  /** A claim in the document that proves it and has its words, else a fact of its subject. */
  private link(proxy: Proxy, texts: ReadonlySet<string>): void {
    const { id, schema } = proxy;
    const known = LINKS.find((one) => one.schema === schema);
    const { subject: start, object: end } = known ?? OTHER_LINK;
    const [subject] = valuesOf(proxy, start);
    const [object] = valuesOf(proxy, end);
    const role = valuesOf(proxy, 'role')[0];
    const property = known?.property ?? (role !== undefined && this.context.properties.has(role) ? role : undefined);
    if (property === undefined)
      this.losses.add(`links of the schema ${schema} whose role is no property here`, `${id}: ${role ?? ''}`);
    else if (subject === undefined || object === undefined || !this.proxies.has(subject) || !this.proxies.has(object))
      this.losses.add('links to entities that are not here', id);
    else {
      const pieces = valuesOf(proxy, 'description');
      const proof = valuesOf(proxy, 'proof').find((one) => texts.has(one));
      const body = proof === undefined ? undefined : valuesOf(this.proxies.get(proof)!, 'bodyText')[0];
      const quote = body === undefined ? undefined : this.quoteIn(proof!, body, pieces);
      const [start, from, to] = ['date', 'startDate', 'endDate'].map((name) => valuesOf(proxy, name).find(isDate));
      const at = from !== undefined || to !== undefined ? `${from ?? '..'}/${to ?? '..'}` : start;
      const path = proof === undefined ? undefined : valuesOf(this.proxies.get(proof)!, 'fileName')[0];
      const claim = bareClaim(valuesOf(proxy, 'recordId')[0] ?? id, {
        subject: idIn(subject),
        property,
        value: { kind: 'text', text: idIn(object) },
        ...(at !== undefined && { at }),
        ended: valuesOf(proxy, 'status').includes('ended'),
        ...(quote
          ? { quote }
          : {
              sources: [
                ...(path === undefined ? [] : [path]),
                ...(path === undefined ? valuesOf(proxy, 'sourceUrl') : []),
              ],
            }),
      });
      const place = quote ? this.claims : this.facts;
      const key = quote ? proof! : subject;
      place.set(key, [...(place.get(key) ?? []), claim]);
    }
  }
}

/** By entity. */
type Forms = ReadonlyMap<string, readonly string[]>;

/** So that whatever a body begins with is body. */
const NO_FRONT_MATTER = '---\n---\n';

const valuesOf = (proxy: Proxy, name: string): readonly string[] => proxy.properties.get(name) ?? [];
const has = (proxy: Proxy, name: string): boolean => valuesOf(proxy, name).length > 0;
