/** The objects of Concord's own JSON Lines as plain data. Whatever has another shape is a problem, never a guess. */

import { CERTAINTIES, STANCES } from '../../../core/claim.ts';
import type { AcceptanceFacts, ValueFacts } from '../../../core/facts.ts';
import type { Span } from '../../../core/text.ts';
import { type Fields, isObject } from '../../exchange/fields.ts';
import type {
  ExchangeClaim,
  ExchangeDeclaration,
  ExchangeDocument,
  ExchangeEntity,
  ExchangeMention,
  ExchangeQuote,
  Worded,
} from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';

export function entityFrom(fields: Fields): ExchangeEntity | undefined {
  const id = fields.needed('id');
  const type = fields.text('type');
  const of = fields.text('of');
  const holders = fields.number('holders');
  if (id === undefined) return undefined;
  return {
    id,
    ...(type !== undefined && { type }),
    names: fields.objects('names').flatMap(wordedFrom),
    aliases: fields.objects('aliases').flatMap(wordedFrom),
    description: fields.objects('description').flatMap(wordedFrom),
    sameAs: fields.texts('same-as'),
    distinctFrom: fields.texts('distinct-from'),
    ...(of !== undefined && { of }),
    ...(holders !== undefined && { holders }),
    facts: fields.objects('facts').flatMap((fact) => claimFrom(fact, undefined) ?? []),
  };
}

function wordedFrom(fields: Fields): readonly Worded[] {
  const text = fields.needed('text');
  const lang = fields.text('lang');
  return text === undefined ? [] : [{ text, ...(lang !== undefined && { lang }) }];
}

export function documentFrom(fields: Fields): ExchangeDocument | undefined {
  const path = fields.needed('path');
  const body = fields.needed('body');
  if (path === undefined || body === undefined) return undefined;
  const offsets = new Offsets(body, 'code-point');
  const source = fields.object('source');
  const annotated = fields.get('entities') !== undefined;
  return {
    path,
    ...texts(fields, { title: 'title', date: 'date', about: 'about', lang: 'lang', translationOf: 'translation-of' }),
    ...(source &&
      texts(source, {
        publisher: 'publisher',
        author: 'author',
        url: 'url',
        retrieved: 'retrieved',
        recordedDigest: 'digest',
      })),
    ...texts(fields, { digest: 'digest' }),
    body,
    ...(annotated && {
      declarations: fields.objects('entities').flatMap((one) => declarationFrom(one, offsets) ?? []),
    }),
    mentions: fields.objects('mentions').flatMap((one) => mentionFrom(one, body, offsets) ?? []),
    claims: fields.objects('claims').flatMap((one) => claimFrom(one, offsets) ?? []),
    accept: fields.objects('accept').flatMap((one) => acceptanceFrom(one) ?? []),
  };
}

/** The texts of some keys, under the names that the data has for them. */
function texts<K extends string>(fields: Fields, names: Readonly<Record<K, string>>): { readonly [key in K]?: string } {
  const found = Object.entries<string>(names).flatMap(([name, key]) => {
    const text = fields.text(key);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found);
}

function declarationFrom(fields: Fields, offsets: Offsets): ExchangeDeclaration | undefined {
  const id = fields.needed('id');
  if (id === undefined) return undefined;
  return {
    id,
    as: fields.texts('as'),
    sic: fields.texts('sic'),
    not: fields.texts('not'),
    here: fields.objects('here').flatMap((one) => quoteFrom(one, offsets) ?? []),
  };
}

function mentionFrom(fields: Fields, body: string, offsets: Offsets): ExchangeMention | undefined {
  const spans = spansFrom(fields, offsets);
  if (!spans) return undefined;
  if (spans.length === 0) {
    fields.problem('a mention needs spans');
    return undefined;
  }
  const text = spans.map(({ start, end }) => body.slice(start, end)).join(' ');
  const said = fields.text('text');
  if (said !== undefined && said !== text) {
    fields.problem(`the text at the spans is not ${shown(said)}, but ${shown(text)}`);
    return undefined;
  }
  const kind = fields.word('kind', ['name', 'as', 'sic', 'here'] as const) ?? 'name';
  return { spans, text, ...texts(fields, { entity: 'entity', type: 'type' }), kind };
}

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Undefined where a span does not lie in the body. */
function spansFrom(fields: Fields, offsets: Offsets): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const [i, pair] of fields.list('spans').entries()) {
    const [from, to, ...more] = Array.isArray(pair) ? pair : [];
    const start = offsets.toUtf16(from as number);
    const end = offsets.toUtf16(to as number);
    if (more.length > 0 || start === undefined || end === undefined || start >= end) {
      fields.problem(
        `spans[${i}] has to be [start, end] in a body of ${offsets.length} code points, not ${JSON.stringify(pair)?.slice(0, 60)}`,
      );
      return undefined;
    }
    if (start < (spans.at(-1)?.end ?? 0)) {
      fields.problem(`spans[${i}] begins before the one before it ends`);
      return undefined;
    }
    spans.push({ start, end });
  }
  return spans;
}

function quoteFrom(fields: Fields, offsets: Offsets | undefined): ExchangeQuote | undefined {
  const pieces = fields.texts('text');
  const spans = offsets ? spansFrom(fields, offsets) : [];
  const nth = fields.number('nth');
  if (pieces.length === 0) fields.problem('a quote needs its text');
  if (pieces.length === 0 || !spans) return undefined;
  return {
    pieces,
    spans: spans.length === pieces.length ? spans : [],
    ...(nth !== undefined && { nth }),
    ...texts(fields, { near: 'near', prefix: 'prefix', suffix: 'suffix' }),
  };
}

export function claimFrom(fields: Fields, offsets: Offsets | undefined): ExchangeClaim | undefined {
  const key = fields.needed('key');
  const given = fields.get('value');
  const value = given === undefined ? undefined : valueFrom(given);
  if (given !== undefined && !value) fields.wrong('value', 'a text, {from, to}, {languages} or a list of these');
  const quote = fields.object('quote');
  const qualifiers = fields.object('qualifiers');
  const nth = fields.number('item');
  const by = speakerFrom(fields);
  const read = quote && quoteFrom(quote, offsets);
  if (key === undefined || (given !== undefined && !value)) return undefined;
  return {
    key,
    ...texts(fields, { id: 'id', outer: 'in', subject: 'subject', property: 'property', unit: 'unit', at: 'at' }),
    ...texts(fields, { note: 'note', holdsAt: 'holds-at' }),
    ...(value && { value }),
    group: fields.flag('group'),
    parts: fields.flag('parts'),
    ended: fields.flag('ended'),
    ...(nth !== undefined && { nth }),
    ...(by && { by }),
    stance: fields.word('stance', STANCES) ?? 'asserts',
    certainty: fields.word('certainty', CERTAINTIES) ?? 'certain',
    qualifiers: qualifiers ? qualifiersFrom(qualifiers) : {},
    ...(read && { quote: read }),
    items: fields.objects('items').flatMap((one) => quoteFrom(one, offsets) ?? []),
    itemsPartial: fields.flag('items-partial'),
    see: fields.texts('see'),
    sources: fields.texts('source'),
    accept: fields.objects('accept').flatMap((one) => acceptanceFrom(one) ?? []),
  };
}

function speakerFrom(fields: Fields): ExchangeClaim['by'] {
  const by = fields.get('by');
  if (by === undefined) return undefined;
  if (typeof by === 'string') return { id: by };
  const text = fields.object('by')?.needed('text');
  return text === undefined ? undefined : { text };
}

function qualifiersFrom(fields: Fields): ExchangeClaim['qualifiers'] {
  const entries = fields.keys().flatMap((name) => {
    const value = valueFrom(fields.get(name));
    if (!value) fields.wrong(name, 'a value');
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Undefined for another shape than `valueObject` writes. */
export function valueFrom(given: unknown, inner = false): ValueFacts | undefined {
  if (typeof given === 'string') return { kind: 'text', text: given };
  if (typeof given === 'number' && Number.isFinite(given)) return { kind: 'text', text: String(given) };
  if (typeof given === 'boolean') return { kind: 'text', text: String(given) };
  if (Array.isArray(given)) {
    const items = inner ? [] : given.map((item) => valueFrom(item, true));
    return items.length > 0 && items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined;
  }
  if (!isObject(given)) return undefined;
  const fields = given as Record<string, unknown>;
  const { from, to, change, languages } = fields;
  if (isObject(languages)) {
    const entries = Object.entries(languages);
    const fits = entries.length > 0 && entries.every(([, text]) => typeof text === 'string');
    return fits ? { kind: 'languages', texts: Object.fromEntries(entries) } : undefined;
  }
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  return { kind: 'change', from, to, ...(typeof change === 'string' && { change }) };
}

function acceptanceFrom(fields: Fields): AcceptanceFacts | undefined {
  const code = fields.needed('code');
  return code === undefined ? undefined : { code, ...texts(fields, { with: 'with', saw: 'saw', reason: 'reason' }) };
}
