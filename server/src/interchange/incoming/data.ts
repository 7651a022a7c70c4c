/** Declarations, claims and records as the data that is written, as short as a careful person writes. Knows no file. */

import { block, type ClaimData, type Data, flow, ordered, quotedText, text } from '../../core/edit.ts';
import type { AcceptanceFacts, ValueFacts } from '../../core/facts.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeEntity, Worded } from '../exchange/model.ts';
import type { Quoted } from './anchors.ts';
import type { Draft } from './mentions.ts';

type Fields = { readonly [key: string]: Data | undefined };

/** A list of ids that is longer has a line for each. */
const LONGEST_LIST = 100;
/** What is longer is easier to read as several lines. */
const LONGEST_LINE = 110;

/** `entities`: ids in a list where there is nothing to say of them, else a map. */
export function declarationsData(drafts: readonly Draft[]): Data {
  const values = drafts.map(declarationData);
  if (values.some((value) => value !== null))
    return block(Object.fromEntries(drafts.map(({ id }, i) => [id, spread(id, values[i]!)])));
  const ids = drafts.map(({ id }) => text(id));
  return `entities: ${flow(ids, 'block')}`.length <= LONGEST_LIST ? ids : block(ids);
}

/** A list or map on lines of its own where one line would be too long; so too what is in a map. */
function spread(key: string, value: Data): Data {
  if (`${key}: ${flow(value, 'block')}`.length <= LONGEST_LINE) return value;
  if (isList(value)) return block(value);
  if (!isMap(value)) return value;
  return block(Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, one && spread(inner, one)])));
}

const isList = (value: Data): value is readonly Data[] => Array.isArray(value);
const isMap = (value: Data): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function declarationData({ as, sic, not, here }: Draft): Data {
  const forms = as.map(text);
  if (sic.length + not.length + here.length === 0)
    return forms.length === 1 ? forms[0]! : forms.length > 1 ? forms : null;
  return some({
    as: forms.length > 0 ? forms : undefined,
    sic: sic.length > 0 ? sic.map(text) : undefined,
    not: not.length > 0 ? not.map(text) : undefined,
    here: here.length > 0 ? here.map(quoteData) : undefined,
  });
}

/** A text, or a map where something chooses among its places. */
export function quoteData({ pieces, ...choice }: Quoted): Data {
  const chosen = choiceOf(choice);
  const [only, ...more] = pieces;
  const words: Data = more.length === 0 ? text(only!) : pieces.map(text);
  if (Object.keys(chosen).length === 0) return words;
  return { quote: words, ...chosen };
}

const choiceOf = ({ nth, near, prefix, suffix }: Omit<Quoted, 'pieces'>): Fields =>
  some({ nth, near: near && text(near), prefix: prefix && text(prefix), suffix: suffix && text(suffix) });

/** The claims of a document, or the facts of a record, nested and listed as they were. */
export function claimsData(claims: readonly ExchangeClaim[]): readonly ClaimData[] {
  const bases = new Map<string, ExchangeClaim[]>();
  for (const claim of claims) {
    const base = baseOf(claim);
    const same = bases.get(base);
    if (same && claim.nth !== undefined) same.push(claim);
    // Of two claims with one key neither may swallow the other.
    else bases.set(same ? `${base}\u0000${bases.size}` : base, [claim]);
  }
  const inner = new Map<string, string[]>();
  const tops: string[] = [];
  for (const [base, [claim]] of bases) {
    const outer = claim!.outer === undefined ? undefined : bases.get(claim!.outer)?.[0];
    if (!outer || outer === claim || !mayNest(claim!, outer)) tops.push(base);
    else inner.set(claim!.outer!, [...(inner.get(claim!.outer!) ?? []), base]);
  }
  const data = (base: string, outer: ExchangeClaim | undefined, depth: number): ClaimData => {
    const list = bases.get(base)!;
    const [claim] = list;
    const nested = depth > MOST_NESTED ? [] : (inner.get(base) ?? []).map((one) => data(one, claim, depth + 1));
    const values = list.map(({ value }) => value && valueData(value));
    const value = claim!.nth === undefined ? values[0] : (values as Data[]);
    return claimData(claim!, value, outer, nested);
  };
  return tops.map((base) => data(base, undefined, 0));
}

const MOST_NESTED = 50;

const baseOf = ({ key, nth }: ExchangeClaim): string =>
  nth !== undefined && key.endsWith(`.${nth}`) ? key.slice(0, -`.${nth}`.length) : key;

/** Whether nothing that the outer claim says would be said of the inner one that does not say it. */
function mayNest(claim: ExchangeClaim, outer: ExchangeClaim): boolean {
  return (
    (outer.subject === undefined || claim.subject !== undefined) &&
    (outer.at === undefined || claim.at !== undefined) &&
    (outer.by === undefined || claim.by !== undefined) &&
    Object.keys(outer.qualifiers).every((name) => Object.hasOwn(claim.qualifiers, name))
  );
}

function claimData(
  claim: ExchangeClaim,
  value: Data | undefined,
  outer: ExchangeClaim | undefined,
  nested: readonly ClaimData[],
): ClaimData {
  const { quote, by, stance, certainty, items, id } = claim;
  const ownQuote = quote && (!outer?.quote || !sameQuote(quote, outer.quote)) ? quote : undefined;
  const qualifiers = Object.entries(claim.qualifiers).filter(
    ([name, one]) => !(outer && Object.hasOwn(outer.qualifiers, name) && same(outer.qualifiers[name], one)),
  );
  const quoted = items.map(quoteData);
  const listId = claim.nth === undefined ? id : baseOf(claim) === id ? id : idOfList(claim);
  return ordered(
    some({
      id: listId === undefined ? undefined : text(listId),
      ...(ownQuote && { quote: pieceData(ownQuote), ...choiceOf(ownQuote) }),
      subject: claim.subject === outer?.subject ? undefined : claim.subject,
      property: claim.property,
      value,
      unit: claim.unit,
      at: claim.at === outer?.at ? undefined : claim.at,
      ended: claim.ended || undefined,
      by: same(by, outer?.by) ? undefined : by && ('id' in by ? by.id : { text: text(by.text) }),
      stance: stance === (outer?.stance ?? 'asserts') ? undefined : stance,
      certainty: certainty === 'certain' ? undefined : certainty,
      ...Object.fromEntries(qualifiers.map(([name, one]) => [name, valueData(one)])),
      items: quoted.length === 0 ? undefined : claim.itemsPartial ? { partial: quoted } : spread('items', quoted),
      see: oneOrMore(claim.see),
      source: oneOrMore(claim.sources),
      note: claim.note === undefined ? undefined : text(claim.note),
      accept: claim.accept.length > 0 ? spread('accept', acceptanceData(claim.accept)) : undefined,
      parts: claim.parts || undefined,
      claims: nested.length > 0 ? block(nested.map((one): Data => (fitsOneLine(one) ? one : block(one)))) : undefined,
    }),
  );
}

/** The id that the list as a whole has; its values are numbered. */
const idOfList = ({ id, nth }: ExchangeClaim): string | undefined =>
  id?.endsWith(`.${nth}`) ? id.slice(0, -`.${nth}`.length) : id;

const pieceData = ({ pieces }: Quoted): Data => (pieces.length === 1 ? text(pieces[0]!) : pieces.map(text));

const sameQuote = (a: Quoted, b: Quoted): boolean =>
  same([a.pieces, a.nth, a.near, a.prefix, a.suffix], [b.pieces, b.nth, b.near, b.prefix, b.suffix]);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function valueData(value: ValueFacts): Data {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'languages':
      return Object.fromEntries(Object.entries(value.texts).map(([lang, one]) => [lang, text(one)]));
    case 'change':
      return some({ from: value.from, to: value.to, change: value.change });
    case 'list':
      return value.items.map(valueData);
  }
}

const oneOrMore = (texts: readonly string[]): Data | undefined =>
  texts.length === 0 ? undefined : texts.length === 1 ? texts[0]! : [...texts];

/** By code: the reason alone where that is all, several in a list. */
export function acceptanceData(all: readonly AcceptanceFacts[]): Data {
  const byCode = new Map<string, Data[]>();
  for (const { code, with: other, saw, reason } of all) {
    const words = reason === undefined ? undefined : text(reason);
    const isShort = other === undefined && saw === undefined && words !== undefined;
    const one: Data = isShort
      ? words
      : some({ with: other, saw: saw === undefined ? undefined : quotedText(saw), reason: words });
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  return Object.fromEntries([...byCode].map(([code, list]) => [code, list.length === 1 ? list[0]! : list]));
}

/** Whether a claim is read at a glance. */
function fitsOneLine(claim: ClaimData): boolean {
  return claim.claims === undefined && flow(claim, 'block').length <= LONGEST_LINE;
}

/** The front matter of a new document, its keys in any order. */
export function frontMatterData(
  document: ExchangeDocument,
  drafts: readonly Draft[] | undefined,
  digest: string | undefined,
): Fields {
  const { title, date, about, lang, publisher, author, url, retrieved, translationOf, claims, accept } = document;
  const source = some({
    publisher,
    author,
    url,
    retrieved,
    digest: digest === undefined ? undefined : quotedText(digest),
  });
  const list = claimsData(claims);
  return some({
    title,
    date,
    about,
    lang,
    source: Object.keys(source).length > 0 ? source : undefined,
    'translation-of': translationOf,
    entities: drafts && (drafts.length > 0 || list.length === 0) ? declarationsData(drafts) : undefined,
    claims: list.length > 0 ? block(list.map((one) => block(one))) : undefined,
    accept: accept.length > 0 ? spread('accept', acceptanceData(accept)) : undefined,
  });
}

/** A record, with the type that the corpus knows it by. */
export function recordData(
  entity: ExchangeEntity,
  type: string,
): Fields & { readonly type: string; readonly name: Data } {
  const facts = claimsData(entity.facts.map((fact) => ({ ...fact, subject: undefined })));
  const { aliases, description, sameAs, distinctFrom } = entity;
  return {
    type,
    name: wordedData(entity.names) ?? text(entity.id),
    aliases: wordedData(aliases, true),
    description: wordedData(description),
    'same-as': sameAs.length > 0 ? [...sameAs] : undefined,
    'distinct-from': distinctFrom.length > 0 ? [...distinctFrom] : undefined,
    of: entity.of,
    holders: entity.holders,
    facts: facts.length > 0 ? block(facts.map((fact) => (fitsOneLine(fact) ? fact : block(fact)))) : undefined,
  };
}

/** Texts by language where they have one; otherwise one, or a list. */
function wordedData(all: readonly Worded[], asList = false): Data | undefined {
  if (all.length === 0) return undefined;
  if (all.every(({ lang }) => lang === undefined))
    return all.length === 1 && !asList ? text(all[0]!.text) : all.map((one) => text(one.text));
  const byLanguage = new Map<string, string[]>();
  for (const { text: words, lang } of all) {
    const language = lang ?? (/\p{Script=Han}/u.test(words) ? 'zh' : 'en');
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), words]);
  }
  return Object.fromEntries(
    [...byLanguage].map(([lang, list]) => [lang, list.length === 1 && !asList ? text(list[0]!) : list.map(text)]),
  );
}

/** Without the keys that have no value. */
const some = (all: Fields): Fields =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
