/** TEI that others have written: the text as a reader sees it, who is named in it, and the lists of who they are. */

import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeDocument, ExchangeEntity, Worded } from '../../exchange/model.ts';
import type { ForeignEntities } from '../../linked/foreign.ts';
import { isWebAddress } from '../../linked/names.ts';
import { idIn } from './ids.ts';
import { type Marking, NAMES, textWithNames } from './text.ts';
import { type Element, elementsIn, first, found, textIn } from './xml.ts';

/** What a reader of the source text does not see there, or sees once: what the editors say beside it. */
const SKIPPED = ['note', 'fw', 'corr', 'reg', 'expan', 'figDesc', 'app', 'teiHeader', 'standOff', 'index', 'interp'];

const FOREIGN: Marking = {
  isKept: false,
  skipped: new Set(SKIPPED),
  blocks: new Map([
    ...[
      'p',
      'head',
      'div',
      'lg',
      'ab',
      'u',
      'sp',
      'list',
      'quote',
      'opener',
      'closer',
      'table',
      'body',
      'front',
      'back',
      'q-block',
    ].map((name) => [name, 2] as const),
    ...['l', 'item', 'speaker', 'row', 'byline', 'dateline', 'salute', 'signed', 'label'].map(
      (name) => [name, 1] as const,
    ),
  ]),
  isName: () => true,
};

const TYPES: Readonly<Record<string, string>> = {
  persName: 'person',
  orgName: 'organization',
  placeName: 'place',
  geogName: 'place',
  country: 'place',
  region: 'place',
  settlement: 'place',
  district: 'place',
  bloc: 'place',
  eventName: 'event',
};

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** `number`: which text of several in a file it is. Undefined where there is no text. */
export function foreignDocument(
  tei: Element,
  file: string,
  number: number | undefined,
  losses: Losses,
  foreign: ForeignEntities,
): ExchangeDocument | undefined {
  const text = elementsIn(tei).find(({ name }) => name === 'text');
  if (!text) return undefined;
  const { body, names } = textWithNames(text, FOREIGN);
  if (body === '') return undefined;
  const path = `${file.replace(/\.(?:xml|tei)$/i, '').replace(/\.tei$/i, '')}${number === undefined ? '' : `-${number}`}.txt`;
  for (const name of SKIPPED)
    losses.add(`text in <${name}>, which is not part of the source’s own`, path, countOf(text, name));
  const mentions = names.flatMap(({ span, element, entity }) => {
    if (element.name === 'date') {
      losses.add('marked dates: Concord reads dates by itself', path);
      return [];
    }
    const type = TYPES[element.name] ?? element.attributes.type;
    if (entity === undefined && type === undefined) {
      losses.add(
        'names that say neither whose they are nor of what kind',
        `${path}: ${body.slice(span.start, span.end)}`,
      );
      return [];
    }
    const words = { text: body.slice(span.start, span.end), kind: 'name' as const };
    if (entity !== undefined && isWebAddress(entity)) foreign.add(entity, { type, words: words.text });
    return [{ spans: [span], ...words, ...(entity !== undefined && { entity }), ...(type !== undefined && { type }) }];
  });
  return { path, ...metadata(tei, text), body: `${body}\n`, mentions, claims: [], accept: [] };
}

function metadata(tei: Element, text: Element): Partial<ExchangeDocument> {
  const header = first(tei, 'teiHeader');
  const part = (within: string, ...names: readonly string[]) => {
    const place = header && first(header, within);
    return place && first(place, ...names);
  };
  const words = (element: Element | undefined) => {
    const said = element && textIn(element).replace(/\s+/g, ' ').trim();
    return said === '' ? undefined : said;
  };
  const date = part('sourceDesc', 'date')?.attributes.when ?? part('publicationStmt', 'date')?.attributes.when;
  const lang =
    text.attributes['xml:lang'] ?? tei.attributes['xml:lang'] ?? part('langUsage', 'language')?.attributes.ident;
  const all: Partial<Record<keyof ExchangeDocument, string | undefined>> = {
    title: words(part('titleStmt', 'title')),
    author: words(part('titleStmt', 'author')),
    publisher: words(part('sourceDesc', 'publisher')),
    date: date !== undefined && /^\d{4}(?:-\d\d){0,2}$/.test(date) ? date : undefined,
    lang: lang !== undefined && LANGUAGE.test(lang) ? lang : undefined,
    url: [part('sourceDesc', 'ref', 'ptr')?.attributes.target].find((one) => one !== undefined && isWebAddress(one)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function countOf(within: Element, name: string): number {
  let count = 0;
  for (const one of found(within, new Set([name]))) count += textIn(one).trim() === '' ? 0 : 1;
  return count;
}

const ENTRIES: Readonly<Record<string, string>> = {
  person: 'person',
  org: 'organization',
  place: 'place',
  event: 'event',
  object: 'concept',
};

/** The entries of lists of persons, organizations, places and events that have a name to be referred to by. */
export function foreignEntities(tei: Element, losses: Losses, file: string): readonly ExchangeEntity[] {
  const all: ExchangeEntity[] = [];
  const seek = (within: Element): void => {
    for (const one of elementsIn(within)) {
      const type = ENTRIES[one.name];
      const id = one.attributes['xml:id'];
      if (type === undefined) seek(one);
      else if (id === undefined) losses.add('entries of lists without an xml:id', `${file}: ${one.name}`);
      else if (type !== 'concept') all.push(entityOf(one, idIn(id), type));
      else losses.add('objects', `${file}: ${id}`);
      if (type === 'place' || type === 'event') seek(one);
    }
  };
  seek(tei);
  return all;
}

function entityOf(element: Element, id: string, type: string): ExchangeEntity {
  const names: Worded[] = [];
  const aliases: Worded[] = [];
  const description: Worded[] = [];
  const sameAs: string[] = [];
  for (const one of elementsIn(element)) {
    const text = textIn(one).replace(/\s+/g, ' ').trim();
    const lang = one.attributes['xml:lang'];
    const worded = { text, ...(lang !== undefined && LANGUAGE.test(lang) && { lang }) };
    if (text === '') continue;
    if (NAMES.has(one.name) && one.name !== 'date')
      (names.some((name) => name.lang === worded.lang) || one.attributes.type === 'alias' ? aliases : names).push(
        worded,
      );
    else if (one.name === 'idno' && isWebAddress(text)) sameAs.push(text);
    else if (one.name === 'note' || one.name === 'desc' || one.name === 'p') description.push(worded);
  }
  return { id, type, names, aliases, description: description.slice(0, 1), sameAs, distinctFrom: [], facts: [] };
}
