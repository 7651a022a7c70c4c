/** Claims and facts as plain data for exporters, with what their values denote. Knows no foreign format. */

import type { View } from '../../checks/engine/check.ts';
import { type Statement, statementsOf } from '../../checks/statements/statement.ts';
import type { Acceptance } from '../../core/acceptance.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { type AcceptanceFacts, claimFactsOf } from '../../core/facts.ts';
import { type Head, subjectIn } from '../../core/groups.ts';
import type { Quote } from '../../core/quote.ts';
import type { EntityRecord } from '../../core/record.ts';
import { civilDate } from '../../values/calendar.ts';
import type { Interval } from '../../values/interval.ts';
import type { TimeValue } from '../../values/time.ts';
import type { Bounds, ExchangeClaim, ExchangeMeaning, ExchangeQuote } from './model.ts';

export function claimOf(view: View, document: Document, claim: Claim): ExchangeClaim {
  const { annotations, path } = document;
  const { title, date, about, lang, source, translationOf } = annotations;
  const head: Head = {
    path,
    kind: 'document',
    title: title?.value,
    date: date?.value,
    about: about?.value,
    lang: lang?.value,
    publisher: source.publisher?.value,
    translationOf: translationOf?.value,
  };
  const holdsAt = claim.at?.value ?? about?.value ?? date?.value;
  return {
    ...plainClaim(view, claim, head),
    ...(holdsAt !== undefined && { holdsAt }),
    ...(claim.quote && { quote: quoteOf(document, claim.quote) }),
    items: claim.items.map((quote) => quoteOf(document, quote)),
  };
}

export function factOf(view: View, record: EntityRecord, fact: Claim): ExchangeClaim {
  const holdsAt = fact.at && { holdsAt: fact.at.value };
  return { ...plainClaim(view, fact, { path: record.path, kind: 'record' }), ...holdsAt };
}

export const acceptanceOf = (one: Acceptance): AcceptanceFacts => ({
  code: one.code.value,
  ...(one.with && { with: one.with.value }),
  ...(one.saw && { saw: one.saw.value }),
  ...(one.reason && { reason: one.reason.value }),
});

/** A quote with its places in the body. */
export function quoteOf(document: Document, quote: Quote): ExchangeQuote {
  const found = anchorOf(document, quote);
  const from = document.body.start;
  return {
    pieces: quote.pieces.map(({ value }) => value),
    spans:
      found.kind === 'missing' ? [] : found.spans.map(({ start, end }) => ({ start: start - from, end: end - from })),
    ...(quote.nth !== undefined && { nth: quote.nth }),
    ...(quote.near && { near: quote.near.value }),
    ...(quote.prefix && { prefix: quote.prefix.value }),
    ...(quote.suffix && { suffix: quote.suffix.value }),
  };
}

function plainClaim(view: View, claim: Claim, head: Head): ExchangeClaim {
  const facts = claimFactsOf(claim);
  return {
    key: facts.key,
    ...(facts.id !== undefined && { id: facts.id }),
    ...(facts.subject !== undefined && { subject: facts.subject }),
    ...(facts.property !== undefined && { property: facts.property }),
    ...(facts.data && { value: facts.data }),
    meanings: meaningsOf(view, claim, head),
    ...(facts.unit !== undefined && { unit: facts.unit }),
    ...(facts.at !== undefined && { at: facts.at }),
    ended: facts.ended,
    ...(claim.by && { by: claim.by.free ? { text: claim.by.text.value } : { id: claim.by.text.value } }),
    stance: facts.stance,
    certainty: facts.certainty,
    qualifiers: facts.qualifiers,
    items: [],
    itemsPartial: claim.itemsPartial,
    see: facts.see,
    sources: facts.sources,
    ...(claim.note && { note: claim.note.value }),
    accept: claim.accept.map(acceptanceOf),
    ...(claim.outer && { outer: claim.outer.key }),
    parts: claim.parts,
    group: claim.group,
    ...(claim.nth !== undefined && { nth: claim.nth }),
  };
}

function meaningsOf(view: View, claim: Claim, head: Head): readonly ExchangeMeaning[] {
  const { settings, records, vocabulary } = view.corpus;
  const property = claim.property && vocabulary.properties.get(claim.property.value);
  const subject = claim.subject?.value;
  if (!property || subject === undefined || claim.damaged || claim.group) return [];
  const member = { head, claims: [claimFactsOf(claim)] };
  return statementsOf(member, subjectIn(subject, head.path), property, { settings, records }).map(meaningIn);
}

function meaningIn({ meaning, end }: Statement): ExchangeMeaning {
  switch (meaning.kind) {
    case 'quantity': {
      const { hard, soft, nominal, unit } = meaning.quantity;
      const [number] = nominal.length === 1 ? nominal : [];
      return {
        kind: 'quantity',
        hard: boundsOf(hard),
        expected: boundsOf(soft),
        ...(number !== undefined && { number }),
        ...(unit !== undefined && { unit }),
        ...(end && { end }),
      };
    }
    case 'time':
      return { kind: 'time', ...daysOf(meaning.time) };
    case 'entity':
      return meaning;
    case 'text':
      return { kind: 'text', texts: Object.fromEntries(Object.entries(meaning.texts).flatMap(textEntry)) };
    case 'boolean':
      return meaning;
  }
}

const textEntry = ([lang, text]: [string, string | undefined]): [string, string][] =>
  text === undefined ? [] : [[lang, text]];

const boundsOf = ({ low, high, lowOpen, highOpen }: Interval): Bounds => ({
  ...(Number.isFinite(low) && { low }),
  ...(Number.isFinite(high) && { high }),
  lowOpen,
  highOpen,
});

/** The first and the last day that a time may mean. */
export function daysOf(time: TimeValue): { first?: string; last?: string; throughout: boolean } {
  const { earliest } = time.start;
  const { latest } = time.end;
  return {
    ...(Number.isFinite(earliest) && { first: dayOf(earliest) }),
    ...(Number.isFinite(latest) && { last: dayOf(latest) }),
    throughout: time.interval,
  };
}

/** ISO 8601; years before 0 and after 9999 with their sign and six digits. */
function dayOf(days: number): string {
  const { year, month, day } = civilDate(days);
  const digits = String(Math.abs(year)).padStart(year >= 0 && year <= 9999 ? 4 : 6, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
