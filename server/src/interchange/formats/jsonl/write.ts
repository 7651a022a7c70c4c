/** Entities, documents and claims as the objects of Concord's own JSON Lines (schemas/exchange.schema.json). Reads nothing. */

import type { ValueFacts } from '../../../core/facts.ts';
import type { Span } from '../../../core/text.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeEntity, ExchangeQuote, Worded } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';

/** Places in a body as they are written: code points, as Python and the W3C count them. */
type Places = (span: Span) => readonly [number, number] | undefined;

export function entityLine(entity: ExchangeEntity): object {
  const { id, type, names, aliases, description, sameAs, distinctFrom, of, holders, facts } = entity;
  return filled({
    kind: 'entity',
    id,
    type,
    names: names.map(worded),
    aliases: aliases.map(worded),
    description: description.map(worded),
    'same-as': sameAs,
    'distinct-from': distinctFrom,
    of,
    holders,
    facts: facts.map((fact) => claimObject(fact, () => undefined)),
  });
}

export function documentLine(document: ExchangeDocument): object {
  const offsets = new Offsets(document.body, 'code-point');
  const places: Places = ({ start, end }) => {
    const [from, to] = [offsets.fromUtf16(start), offsets.fromUtf16(end)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };
  const { path, title, date, about, lang, publisher, author, url, retrieved, recordedDigest, translationOf } = document;
  return filled({
    kind: 'document',
    path,
    title,
    date,
    about,
    lang,
    source: some(filled({ publisher, author, url, retrieved, digest: recordedDigest })),
    'translation-of': translationOf,
    digest: document.digest,
    // Present even if empty: the document is an annotated one.
    ...(document.declarations && {
      entities: document.declarations.map(({ id, as, sic, not, here }) =>
        filled({ id, as, sic, not, here: here.map((quote) => quoteObject(quote, places)) }),
      ),
    }),
    mentions: document.mentions.map(({ entity, type, kind, text, spans }) =>
      filled({ entity, type, kind, text, spans: placesOf(spans, places) }),
    ),
    claims: document.claims.map((claim) => claimObject(claim, places)),
    accept: document.accept,
    body: document.body,
  });
}

export function claimObject(claim: ExchangeClaim, places: Places): object {
  return filled({
    key: claim.key,
    id: claim.id,
    in: claim.outer,
    group: claim.group || undefined,
    item: claim.nth,
    parts: claim.parts || undefined,
    subject: claim.subject,
    property: claim.property,
    value: claim.value && valueObject(claim.value),
    unit: claim.unit,
    denotes: claim.meanings,
    at: claim.at,
    'holds-at': claim.holdsAt,
    ended: claim.ended || undefined,
    by: claim.by && ('id' in claim.by ? claim.by.id : claim.by),
    stance: claim.stance === 'asserts' ? undefined : claim.stance,
    certainty: claim.certainty === 'certain' ? undefined : claim.certainty,
    qualifiers: some(
      Object.fromEntries(Object.entries(claim.qualifiers).map(([name, value]) => [name, valueObject(value)])),
    ),
    quote: claim.quote && quoteObject(claim.quote, places),
    items: claim.items.map((quote) => quoteObject(quote, places)),
    'items-partial': claim.itemsPartial || undefined,
    see: claim.see,
    source: claim.sources,
    note: claim.note,
    accept: claim.accept,
  });
}

function quoteObject({ pieces, spans, nth, near, prefix, suffix }: ExchangeQuote, places: Places): object {
  return filled({ text: pieces, spans: placesOf(spans, places), nth, near, prefix, suffix });
}

function placesOf(spans: readonly Span[], places: Places): readonly (readonly [number, number])[] {
  const found = spans.map(places);
  // The places of half a passage would be those of another one.
  return found.every((one) => one !== undefined) ? found : [];
}

export function valueObject(value: ValueFacts): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'languages':
      return { languages: value.texts };
    case 'change':
      return filled({ from: value.from, to: value.to, change: value.change });
    case 'list':
      return value.items.map(valueObject);
  }
}

const worded = ({ text, lang }: Worded): object => filled({ text, lang });

/** Without what is undefined or an empty list: a reader takes it to be missing. */
function filled(all: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

const some = (all: object): object | undefined => (Object.keys(all).length > 0 ? all : undefined);
