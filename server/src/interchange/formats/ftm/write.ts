/** A corpus as FollowTheMoney entities: who and what there is, what links them, what is said of them, and where. */

import { claimWords, valueWords } from '../../exchange/claimWords.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { knownIn } from '../../linked/corpusGraph.ts';
import { addressesFrom, isWebAddress } from '../../linked/names.ts';
import { documentId, entityId, partId } from './ids.ts';
import { DATES, isDate, isLegal, LANGUAGES, LINKS, OTHER_LINK, SCHEMATA } from './schemata.ts';

type Properties = Readonly<Record<string, readonly string[]>>;

/** One object on each line. */
export function* ftmLines(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  const writing = new Writing(corpus, losses);
  for (const entity of corpus.entities()) yield* writing.entity(entity);
  for (const document of corpus.documents()) yield* writing.document(document);
}

class Writing {
  private readonly schemata = new Map<string, string>();

  constructor(
    private readonly corpus: ExchangeCorpus,
    private readonly losses: Losses,
  ) {
    const { coreType } = knownIn(corpus, addressesFrom());
    for (const { id, type } of corpus.entities()) {
      const schema = type === undefined ? undefined : SCHEMATA[coreType(type)];
      if (schema !== undefined) this.schemata.set(id, schema);
    }
  }

  *entity(entity: ExchangeEntity): Iterable<string> {
    const { id, type, names, aliases, description, sameAs, distinctFrom, of, holders, facts } = entity;
    const schema = this.schemata.get(id);
    if (schema === undefined) {
      this.losses.add('entities of types that FollowTheMoney has no schema for', `${id}: ${type ?? 'no type'}`);
      return;
    }
    const lost = (what: string, count: number) => this.losses.add(what, id, count);
    lost(
      'languages of names and descriptions',
      [...names, ...aliases, ...description].filter(({ lang }) => lang !== undefined).length,
    );
    lost('entities said to be others (distinct-from)', distinctFrom.length);
    lost(
      'types of the corpus’ own, written as what they are a kind of',
      type !== undefined && SCHEMATA[type] === undefined ? 1 : 0,
    );
    const known = sameAs.map(registerOf);
    lost('addresses in registers other than Wikidata and Wikipedia', known.filter((one) => one === undefined).length);
    const dates = DATES[schema] ?? {};
    const own: Record<string, readonly string[]> = {};
    const others: ExchangeClaim[] = [];
    for (const fact of facts) {
      const property = dates[fact.property ?? ''];
      const isPlain =
        fact.value?.kind === 'text' && isDate(fact.value.text) && isAsserted(fact) && fact.at === undefined;
      if (property !== undefined && isPlain && own[property] === undefined) {
        own[property] = [valueWords(fact.value!)];
        lost('sources of dates of entities', fact.sources.length);
      } else others.push(fact);
    }
    const organization = of !== undefined && this.schemata.get(of) === 'Organization' ? [entityId(of)] : [];
    const properties = {
      name: names.length > 0 ? texts(names) : [id],
      alias: texts(aliases),
      description: texts(description),
      wikidataId: known.flatMap((one) => one?.wikidataId ?? []),
      wikipediaUrl: known.flatMap((one) => one?.wikipediaUrl ?? []),
      ...(schema === 'Address' && { full: texts(names).slice(0, 1) }),
      ...(schema === 'Document' && { fileName: [id], title: texts(names).slice(0, 1) }),
      ...(schema === 'Position' && { organization, numberOfSeats: holders === undefined ? [] : [String(holders)] }),
      ...own,
    };
    if (of !== undefined && organization.length === 0) lost('positions of what is no organization', 1);
    yield line(entityId(id), schema, properties);
    for (const [i, fact] of others.entries()) {
      const sources = fact.sources.filter(isWebAddress);
      const proof = fact.sources
        .filter((source) => !isWebAddress(source))
        .map((source) => documentId(source.replace(/#.*$/s, '')));
      yield* this.claim(fact, partId('claim', entityId(id), i + 1), { sourceUrl: sources, proof }, undefined);
    }
  }

  *document(document: ExchangeDocument): Iterable<string> {
    const { path, title, date, about, lang, publisher, author, url, retrieved, body } = document;
    const at = documentId(path);
    const lost = (what: string, count = 1) => this.losses.add(what, path, count);
    const language = lang === undefined ? undefined : LANGUAGES[lang.split('-')[0]!.toLowerCase()];
    if (lang !== undefined && language === undefined) lost('languages that FollowTheMoney has no name for');
    if (date !== undefined && !isDate(date)) lost('dates of documents that are no day, month or year');
    if (about !== undefined) lost('times that documents are about');
    if (url !== undefined && !isWebAddress(url)) lost('addresses that are none');
    lost('acceptances', document.accept.length);
    yield line(at, 'PlainText', {
      fileName: [path],
      name: [title ?? path],
      title: some(title),
      date: some(date).filter(isDate),
      language: some(language),
      publisher: some(publisher === undefined ? undefined : this.nameOf(publisher)),
      author: some(author),
      sourceUrl: some(url).filter(isWebAddress),
      retrievedAt: some(retrieved).filter(isDate),
      bodyText: some(body),
    });
    yield* this.mentions(document, at);
    const source: Properties = { proof: [at], sourceUrl: some(url).filter(isWebAddress) };
    for (const [i, claim] of document.claims.entries())
      yield* this.claim(claim, partId('claim', at, i + 1), source, document);
  }

  private *mentions({ path, mentions }: ExchangeDocument, at: string): Iterable<string> {
    const forms = new Map<string, Set<string>>();
    for (const { entity, text, kind } of mentions) {
      const schema = entity === undefined ? undefined : this.schemata.get(entity);
      if (!isLegal(schema))
        this.losses.add('mentions of what is neither a person nor an organization', `${path}: ${text}`);
      else if (kind === 'here') this.losses.add('mentions by a pronoun or role', `${path}: ${text}`);
      else {
        const known = forms.get(entity!) ?? new Set();
        forms.set(entity!, known.add(text));
        this.losses.add('places of mentions', `${path}: ${text}`);
      }
    }
    let number = 0;
    for (const [entity, all] of forms)
      yield line(partId('mention', at, ++number), 'Mention', {
        document: [at],
        name: [...all],
        resolved: [entityId(entity)],
        detectedSchema: [this.schemata.get(entity)!],
      });
  }

  /** A link where it holds between two entities, and is asserted; else a note in words. */
  private *claim(
    claim: ExchangeClaim,
    id: string,
    source: Properties,
    document: ExchangeDocument | undefined,
  ): Iterable<string> {
    if (claim.group) return;
    const where = `${document?.path ?? claim.subject}: ${claim.key}`;
    const from = claim.subject === undefined ? undefined : this.schemata.get(claim.subject);
    this.losses.add('acceptances', where, claim.accept.length);
    this.losses.add('references between claims', where, claim.see.length);
    if (from === undefined || claim.property === undefined) {
      this.losses.add('claims about what FollowTheMoney has no schema for', where);
      return;
    }
    const words = claimWords(claim, this.corpus, document);
    const object = claim.value?.kind === 'text' ? claim.value.text : undefined;
    const to = object === undefined ? undefined : this.schemata.get(object);
    const isLink =
      to !== undefined && this.isEntityValued(claim.property) && isAsserted(claim) && object !== claim.subject;
    if (!isLink) {
      this.losses.add('claims whose value is no entity, or that are not asserted: written as notes in words', where);
      yield line(id, 'Note', {
        name: [words],
        description: [words],
        summary: claim.quote?.pieces ?? [],
        entity: [entityId(claim.subject!)],
        ...source,
      });
      return;
    }
    const link = LINKS.find((one) => one.property === claim.property && one.from.includes(from) && one.to.includes(to));
    const { schema, subject: start, object: end } = link ?? OTHER_LINK;
    this.losses.add('qualifiers, stances and speakers of links: kept in words only', where, isBare(claim) ? 0 : 1);
    yield line(id, schema, {
      [start]: [entityId(claim.subject!)],
      [end]: [entityId(object!)],
      ...(!link && { role: [claim.property] }),
      ...this.times(claim, where),
      ...(schema === 'Occupancy' && { status: claim.ended ? ['ended'] : [] }),
      summary: [words],
      description: claim.quote?.pieces ?? [],
      recordId: [claim.key],
      ...source,
    });
  }

  private isEntityValued(property: string): boolean {
    const known = this.corpus.vocabulary.properties.get(property)?.value;
    return (known ?? []).some((kind) => !['quantity', 'time', 'text', 'boolean'].includes(kind));
  }

  private times(claim: ExchangeClaim, where: string): Properties {
    if (claim.at === undefined) return {};
    const [start, end, ...more] = claim.at.split('/');
    const isOpen = (text: string | undefined) => text === undefined || text === '..' || isDate(text);
    if (more.length > 0 || !isOpen(start) || !isOpen(end))
      this.losses.add('times that are no days, months or years', where);
    else if (end === undefined) return { date: [start!] };
    return { startDate: some(start).filter(isDate), endDate: some(end).filter(isDate) };
  }

  private nameOf(publisher: string): string {
    return this.corpus.entity(publisher)?.names[0]?.text ?? publisher;
  }
}

const isAsserted = ({ stance, certainty }: ExchangeClaim): boolean => stance === 'asserts' && certainty !== 'possible';
const isBare = ({ qualifiers, by, note }: ExchangeClaim): boolean =>
  Object.keys(qualifiers).length === 0 && !by && note === undefined;

const texts = (all: readonly { readonly text: string }[]): readonly string[] => all.map(({ text }) => text);
const some = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : [text]);

function registerOf(address: string): { readonly wikidataId?: string; readonly wikipediaUrl?: string } | undefined {
  const wikidata = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d*)$/.exec(address);
  if (wikidata) return { wikidataId: wikidata[1]! };
  return /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(address) && isWebAddress(address)
    ? { wikipediaUrl: address }
    : undefined;
}

/** Properties without values are left out, and values are said once, as there. */
function line(id: string, schema: string, properties: Properties): string {
  const given = Object.entries(properties)
    .map(([name, values]) => [name, [...new Set(values.filter((value) => value !== ''))]] as const)
    .filter(([, values]) => values.length > 0);
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(given) })}\n`;
}
