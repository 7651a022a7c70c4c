/** A corpus of Concord as plain data for exporters, read document by document. Knows no foreign format. */

import { digestOf } from '../../checks/bodyChanged.ts';
import type { View } from '../../checks/engine/check.ts';
import { analyse } from '../../core/analysis.ts';
import type { Document } from '../../core/document.ts';
import type { Mention } from '../../core/mentions.ts';
import type { EntityRecord, Name } from '../../core/record.ts';
import type { Span } from '../../core/text.ts';
import { acceptanceOf, claimOf, factOf, quoteOf } from './claims.ts';
import { comparableIn } from './compare.ts';
import type { Losses } from './losses.ts';
import type {
  ExchangeCorpus,
  ExchangeDeclaration,
  ExchangeDocument,
  ExchangeEntity,
  ExchangeMention,
  Worded,
} from './model.ts';

/** Which documents are asked for: in order, each a document of the corpus. `isWhole`: all of them. */
export interface Selection {
  readonly paths: readonly string[];
  readonly isWhole: boolean;
}

/** `losses` is told what cannot be handed on to any format. */
export function exchangeCorpus(view: View, { paths, isWhole }: Selection, losses: Losses): ExchangeCorpus {
  const { records, vocabulary, settings } = view.corpus;
  const wanted = isWhole ? undefined : idsIn(view, paths);
  const isWanted = (id: string): boolean => !wanted || wanted.has(id);
  const told = new Set<string>();
  const once = (path: string): Losses | undefined => {
    if (told.has(path)) return undefined;
    told.add(path);
    return losses;
  };
  return {
    vocabulary,
    languages: settings.languages,
    *documents() {
      for (const path of paths) {
        const document = view.document(path);
        if (document) yield exchangeDocument(view, document, once(path));
      }
    },
    *entities() {
      for (const record of records.values()) {
        if (isWanted(record.id.value)) yield exchangeEntity(view, record, once(`=${record.id.value}`));
      }
    },
    entity(id) {
      const record = records.get(id);
      return record && exchangeEntity(view, record, undefined);
    },
    comparable: comparableIn(view, paths, isWanted),
  };
}

/** The entities that documents speak of, and those that the records of these speak of. */
function idsIn(view: View, paths: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const path of paths) {
    const facts = view.facts(path);
    for (const id of facts?.declared ?? []) ids.add(id);
    for (const claim of facts?.claims ?? []) for (const id of claim.ids) ids.add(id);
    if (facts?.publisher !== undefined) ids.add(facts.publisher);
  }
  for (const id of ids) {
    const record = view.corpus.records.get(id);
    if (!record) continue;
    if (record.of) ids.add(record.of.value);
    for (const fact of record.facts) {
      if (fact.value?.kind === 'text') ids.add(fact.value.text);
      for (const { value } of fact.qualifiers.values()) if (value.kind === 'text') ids.add(value.text);
    }
  }
  return ids;
}

function exchangeEntity(view: View, record: EntityRecord, losses: Losses | undefined): ExchangeEntity {
  const id = record.id.value;
  if (record.damaged) losses?.add('records that cannot be read in full', `${record.path}: ${id}`);
  return {
    id,
    ...(record.type && { type: record.type.value }),
    names: record.names.map(wordedOf),
    aliases: record.aliases.map(wordedOf),
    description: record.description.map(wordedOf),
    sameAs: record.sameAs.map(({ value }) => value),
    distinctFrom: record.distinctFrom.map(({ value }) => value),
    ...(record.of && { of: record.of.value }),
    ...(record.holders !== undefined && { holders: record.holders }),
    facts: record.facts.filter(({ damaged }) => !damaged).map((fact) => factOf(view, record, fact)),
  };
}

const wordedOf = ({ text, lang }: Name): Worded => ({ text, ...(lang !== undefined && { lang }) });

function exchangeDocument(view: View, document: Document, losses: Losses | undefined): ExchangeDocument {
  const { annotations, body, text, path } = document;
  const { source, title, date, about, lang, translationOf } = annotations;
  if (annotations.damaged) losses?.add('annotations that cannot be read in full', path);
  const whole = annotations.claims.filter(({ damaged }) => !damaged);
  if (whole.length < annotations.claims.length)
    losses?.add('claims that cannot be read', path, annotations.claims.length - whole.length);
  const analysis = analyse(document, view.corpus.records);
  if (analysis.ambiguous.length > 0)
    losses?.add('names that two declared entities claim', path, analysis.ambiguous.length);
  return {
    path,
    ...(title && { title: title.value }),
    ...(date && { date: date.value }),
    ...(about && { about: about.value }),
    ...(lang && { lang: lang.value }),
    ...(source.publisher && { publisher: source.publisher.value }),
    ...(source.author && { author: source.author.value }),
    ...(source.url && { url: source.url.value }),
    ...(source.retrieved && { retrieved: source.retrieved.value }),
    ...(source.digest && { recordedDigest: source.digest.value }),
    ...(translationOf && { translationOf: translationOf.value }),
    body: text.slice(body.start, body.end),
    digest: digestOf(document),
    ...(document.annotated && { declarations: annotations.entities.map((one) => declarationOf(document, one)) }),
    mentions: inPieces(
      document,
      analysis.mentions.map((mention) => mentionOf(view, document, mention)),
    ),
    claims: whole.map((claim) => claimOf(view, document, claim)),
    accept: annotations.accept.map(acceptanceOf),
  };
}

function declarationOf(document: Document, one: Document['annotations']['entities'][number]): ExchangeDeclaration {
  const texts = (all: typeof one.as) => all.map(({ value }) => value);
  return {
    id: one.id.value,
    as: texts(one.as),
    sic: texts(one.sic),
    not: texts(one.not),
    here: one.here.map((quote) => quoteOf(document, quote)),
  };
}

function mentionOf(view: View, { body, text }: Document, { id, span, kind }: Mention): ExchangeMention {
  const type = view.corpus.records.get(id)?.type?.value;
  return {
    spans: [{ start: span.start - body.start, end: span.end - body.start }],
    text: text.slice(span.start, span.end),
    entity: id,
    ...(type !== undefined && { type }),
    kind,
  };
}

/** Mentions that one anchor makes in several pieces are one. */
function inPieces(document: Document, mentions: readonly ExchangeMention[]): readonly ExchangeMention[] {
  const whole = new Map<string, ExchangeMention>();
  const parts = new Set<string>();
  const keyOf = (id: string, { start, end }: Span) => `${id}\u0000${start}\u0000${end}`;
  for (const { id, here } of document.annotations.entities) {
    for (const quote of here) {
      const { spans } = quoteOf(document, quote);
      if (spans.length < 2) continue;
      const keys = spans.map((span) => keyOf(id.value, span));
      const found = mentions.filter(
        (one) => one.kind === 'here' && one.entity === id.value && keys.includes(keyOf(id.value, one.spans[0]!)),
      );
      if (found.length !== spans.length) continue;
      whole.set(keys[0]!, { ...found[0]!, spans, text: found.map(({ text }) => text).join(' ') });
      for (const key of keys.slice(1)) parts.add(key);
    }
  }
  if (whole.size === 0) return mentions;
  return mentions.flatMap((mention) => {
    const key = keyOf(mention.entity!, mention.spans[0]!);
    return parts.has(key) ? [] : [whole.get(key) ?? mention];
  });
}
