/**
 * What a corpus holds, as other tools can be told of it: plain data, whole, with places in each body. Both exporters and
 * importers speak of it and of nothing else. Knows no YAML, no file of a corpus and no foreign format.
 */

import type { Certainty, Stance } from '../../core/claim.ts';
import type { AcceptanceFacts, ValueFacts } from '../../core/facts.ts';
import type { Mention } from '../../core/mentions.ts';
import type { Span } from '../../core/text.ts';
import type { TimeBehaviour } from '../../core/vocabulary.ts';
import type { Comparable } from './comparable.ts';

/** A name, alias or description; without a language it belongs to every language of the corpus. */
export interface Worded {
  readonly text: string;
  readonly lang?: string;
}

export interface ExchangeEntity {
  readonly id: string;
  readonly type?: string;
  readonly names: readonly Worded[];
  readonly aliases: readonly Worded[];
  readonly description: readonly Worded[];
  /** Addresses in other registers. */
  readonly sameAs: readonly string[];
  readonly distinctFrom: readonly string[];
  /** Of a position. */
  readonly of?: string;
  readonly holders?: number;
  /** Claims without quote; the subject is the entity. */
  readonly facts: readonly ExchangeClaim[];
}

/** A mention in a body. */
export interface ExchangeMention {
  /** UTF-16 offsets in the body, in order and apart; several where the mention is discontinuous. */
  readonly spans: readonly Span[];
  /** The body's own characters at each span, joined by a space. */
  readonly text: string;
  /** Undefined where the other tool marks a kind of thing, and does not say which. */
  readonly entity?: string;
  /** What claims of the document call it where `entity` is not known; `refOf` makes it. Importers only. */
  readonly ref?: string;
  /** The entity's type, or the other tool's label. */
  readonly type?: string;
  /** How Concord knows it: by a name of the record, a form of the document, the source's error, an anchor. */
  readonly kind: Mention['kind'];
}

/** A passage of the body, as it is quoted. */
export interface ExchangeQuote {
  readonly pieces: readonly string[];
  /** UTF-16 offsets in the body, one for each piece; empty where the quote is not found, or its place is not known. */
  readonly spans: readonly Span[];
  readonly nth?: number;
  readonly near?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** An interval of numbers; an infinite end is left out. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** What a value denotes, section 6 of the format. */
export type ExchangeMeaning =
  | {
      readonly kind: 'quantity';
      /** Outside which the words are false, and where a reader expects the number. */
      readonly hard: Bounds;
      readonly expected: Bounds;
      /** The number itself, where there is exactly one. */
      readonly number?: number;
      readonly unit?: string;
      /** Which end of a change it is. */
      readonly end?: 'from' | 'to';
    }
  /** First and last possible day, `YYYY-MM-DD`; left out where nothing bounds them. */
  | { readonly kind: 'time'; readonly first?: string; readonly last?: string; readonly throughout: boolean }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'text'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'boolean'; readonly value: boolean };

export type ExchangeSpeaker = { readonly id: string } | { readonly text: string };

export interface ExchangeClaim {
  /** Unique in its document or record: its id (`ties`, `ties.2` of a list), else its place. */
  readonly key: string;
  readonly id?: string;
  /** With what it inherits from the claim around it, like everything below. `this` is the document. */
  readonly subject?: string;
  readonly property?: string;
  /** As written. */
  readonly value?: ValueFacts;
  /** What that denotes: two for a change, none where it cannot be read. For exporters; importers leave it out. */
  readonly meanings?: readonly ExchangeMeaning[];
  readonly unit?: string;
  readonly at?: string;
  /** The time it holds for: `at`, else the document's default. For exporters. */
  readonly holdsAt?: string;
  readonly ended: boolean;
  readonly by?: ExchangeSpeaker;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly qualifiers: Readonly<Record<string, ValueFacts>>;
  readonly quote?: ExchangeQuote;
  readonly items: readonly ExchangeQuote[];
  readonly itemsPartial: boolean;
  readonly see: readonly string[];
  /** Of a fact. */
  readonly sources: readonly string[];
  readonly note?: string;
  readonly accept: readonly AcceptanceFacts[];
  /** The key of the claim of the same passage that it stands in; of a list of values, without the number of one. */
  readonly outer?: string;
  /** The claims in it are the parts of its value. */
  readonly parts: boolean;
  /** It only holds claims together and says nothing itself. */
  readonly group: boolean;
  /** Which value of a list it holds, from 1. */
  readonly nth?: number;
}

/** What a document says of an entity beside the mentions, so that it can be said again in the same words. */
export interface ExchangeDeclaration {
  readonly id: string;
  readonly as: readonly string[];
  readonly sic: readonly string[];
  readonly not: readonly string[];
  readonly here: readonly ExchangeQuote[];
}

export interface ExchangeDocument {
  /** From the corpus root, with `/`. */
  readonly path: string;
  readonly title?: string;
  readonly date?: string;
  readonly about?: string;
  readonly lang?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly retrieved?: string;
  /** As the front matter records it: the body may have changed since. */
  readonly recordedDigest?: string;
  readonly translationOf?: string;
  /** Verbatim, without byte order mark and front matter. */
  readonly body: string;
  /** `sha256:` of the body as it is, in UTF-8. Importers leave it out. */
  readonly digest?: string;
  /** Undefined where the other tool knows mentions only. */
  readonly declarations?: readonly ExchangeDeclaration[];
  /** In order of the text, the longer of two that start together first. */
  readonly mentions: readonly ExchangeMention[];
  /** In the order of the front matter, nested ones after the one they stand in. */
  readonly claims: readonly ExchangeClaim[];
  readonly accept: readonly AcceptanceFacts[];
}

/** A corpus, or the part of it that is asked for. Each pass over the documents reads them anew and keeps none. */
export interface ExchangeCorpus {
  /** For titles and labels: types and properties, by id. */
  readonly vocabulary: {
    readonly types: ReadonlyMap<string, { readonly label: Readonly<Record<string, string>>; readonly parent?: string }>;
    readonly properties: ReadonlyMap<
      string,
      {
        readonly label: Readonly<Record<string, string>>;
        readonly value: readonly string[];
        readonly time: TimeBehaviour;
      }
    >;
  };
  readonly languages: readonly string[];
  /** Those that the documents speak of; all of them where the whole corpus is asked for. */
  entities(): Iterable<ExchangeEntity>;
  /** In order of their paths. */
  documents(): Iterable<ExchangeDocument>;
  entity(id: string): ExchangeEntity | undefined;
  /** The same claims and facts as they are held against one another. */
  readonly comparable: Comparable;
}

/** A name for a mention that no id and no value can be. */
export const refOf = (name: string): string => `\u0000${name}`;
export const isRef = (id: string | undefined): boolean => id?.startsWith('\u0000') ?? false;
