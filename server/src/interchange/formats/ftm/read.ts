/** FollowTheMoney entities as documents, entities and facts. What it says in words only stays there, and is counted. */

import { bareClaim, bareDocument } from '../../exchange/bare.ts';
import { isObject } from '../../exchange/fields.ts';
import type { ImportContext, ImportProblem, InFile } from '../../exchange/format.ts';
import { jsonLines } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeDeclaration, ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
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
        const all = proxy.properties.get(name) ?? [];
        proxy.properties.set(name, [...all, ...values.filter((one) => !all.includes(one))]);
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
    const declared = this.declarations(kinds.mentions, texts);
    for (const proxy of kinds.things) this.entities.push(this.entity(proxy));
    for (const proxy of kinds.texts) this.documents.push(this.document(proxy, declared.get(proxy.id)));
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

  private document(proxy: Proxy, declarations: readonly ExchangeDeclaration[] | undefined): ExchangeDocument {
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
      declarations,
      claims: this.claims.get(proxy.id),
    };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return bareDocument(/\.[a-z0-9]+$/i.test(name) ? name : `${name}.txt`, body!, [], given);
  }

  /** What a document mentions: an entity, in the forms that are none of its names. */
  private declarations(
    mentions: readonly Proxy[],
    texts: ReadonlySet<string>,
  ): ReadonlyMap<string, readonly ExchangeDeclaration[]> {
    const all = new Map<string, Map<string, string[]>>();
    for (const mention of mentions) {
      const [entity] = valuesOf(mention, 'resolved');
      const [document] = valuesOf(mention, 'document');
      const proxy = entity === undefined ? undefined : this.proxies.get(entity);
      if (!proxy)
        this.losses.add('names of which nobody says whose they are', valuesOf(mention, 'name')[0] ?? mention.id);
      else if (document === undefined || !texts.has(document))
        this.losses.add('mentions in documents whose text is not here', mention.id);
      else {
        const names = new Set([...valuesOf(proxy, 'name'), ...valuesOf(proxy, 'alias')]);
        const within = all.get(document) ?? new Map<string, string[]>();
        all.set(document, within);
        const forms = within.get(proxy.id) ?? [];
        within.set(proxy.id, [
          ...forms,
          ...valuesOf(mention, 'name').filter((name) => !names.has(name) && !forms.includes(name)),
        ]);
      }
    }
    return new Map(
      [...all].map(([document, within]) => [
        document,
        [...within].map(([id, as]) => ({ id: idIn(id), as, sic: [], not: [], here: [] })),
      ]),
    );
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
      const isQuoted = body !== undefined && pieces.length > 0 && pieces.every((piece) => body.includes(piece));
      const [start, from, to] = ['date', 'startDate', 'endDate'].map((name) => valuesOf(proxy, name).find(isDate));
      const at = from !== undefined || to !== undefined ? `${from ?? '..'}/${to ?? '..'}` : start;
      const path = proof === undefined ? undefined : valuesOf(this.proxies.get(proof)!, 'fileName')[0];
      const claim = bareClaim(valuesOf(proxy, 'recordId')[0] ?? id, {
        subject: idIn(subject),
        property,
        value: { kind: 'text', text: idIn(object) },
        ...(at !== undefined && { at }),
        ended: valuesOf(proxy, 'status').includes('ended'),
        ...(isQuoted
          ? { quote: { pieces, spans: [] } }
          : {
              sources: [
                ...(path === undefined ? [] : [path]),
                ...(path === undefined ? valuesOf(proxy, 'sourceUrl') : []),
              ],
            }),
      });
      const place = isQuoted ? this.claims : this.facts;
      const key = isQuoted ? proof! : subject;
      place.set(key, [...(place.get(key) ?? []), claim]);
    }
  }
}

const valuesOf = (proxy: Proxy, name: string): readonly string[] => proxy.properties.get(name) ?? [];
const has = (proxy: Proxy, name: string): boolean => valuesOf(proxy, name).length > 0;
