/** What a reading view shows: a document's body in pieces, its claims beside their passages, who and what it speaks of. Plain data. */

import type { Relation } from '../../checks/statements/comparison.ts';
import type { Severity } from '../../core/codes.ts';
import type { Span } from '../../core/text.ts';

/** A stretch of a file: UTF-16 offsets in the whole of it. */
export interface Passage {
  /** From the root of the corpus, with `/`. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Reading {
  readonly path: string;
  /** The document's, else the name of its file. */
  readonly title: string;
  /** BCP 47. */
  readonly lang: string | undefined;
  /** In words. */
  readonly date: string | undefined;
  readonly publisher: { readonly id: string | undefined; readonly name: string } | undefined;
  readonly author: string | undefined;
  /** A web address; nothing else. */
  readonly url: string | undefined;
  readonly annotated: boolean;
  readonly paragraphs: readonly Paragraph[];
  /** In the order of the text; those whose quote stands nowhere come last. */
  readonly claims: readonly ReadingClaim[];
  /** Who and what is mentioned, by id. */
  readonly cards: readonly Card[];
  /** What is found on the document and on none of its claims. */
  readonly findings: readonly ReadingFinding[];
  /** The document that it translates, and those that translate it. */
  readonly translations: readonly OtherDocument[];
}

export interface OtherDocument {
  readonly path: string;
  readonly title: string;
  readonly lang: string | undefined;
  /** It is what the document at hand was translated from. */
  readonly original: boolean;
}

/** Lines without a blank one between them, verbatim. */
export interface Paragraph extends Span {
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
  /** The numbers of the claims whose passage begins in it. */
  readonly claims: readonly number[];
}

export type Piece = TextPiece | NamePiece;

/** A stretch that begins and ends with all that is marked in it. */
export interface TextPiece {
  readonly kind: 'text';
  readonly start: number;
  readonly text: string;
  /** The claims that quote it: some of them, where there are very many. */
  readonly claims: readonly number[];
  /** The worst state among all of them; undefined where none quotes it. */
  readonly state: ClaimState | undefined;
  /** A passage begins, or ends, with it. */
  readonly first: boolean;
  readonly last: boolean;
  /** The claims whose first passage ends with it. */
  readonly ends: readonly number[];
  /** Something that can be linked to begins with it. */
  readonly target: boolean;
}

/** A mention, or a name that is none yet, with all that stands inside it. */
export interface NamePiece extends Span {
  readonly kind: 'mention' | 'untagged' | 'ambiguous';
  readonly id: string | undefined;
  /** The core type that the entity is a kind of. */
  readonly coreType: string | undefined;
  readonly sic: boolean;
  /** It goes on from an earlier piece, which its paragraph or another name has ended. */
  readonly continued: boolean;
  readonly pieces: readonly Piece[];
}

/** What is known of a claim, from worst to best. */
export type ClaimState = 'error' | 'warning' | 'information' | 'agreement' | 'none';
export const STATES: readonly ClaimState[] = ['error', 'warning', 'information', 'agreement', 'none'];

export interface ReadingClaim {
  readonly key: string;
  /** As it is written; undefined for a claim without one. */
  readonly id: string | undefined;
  /** Where its words stand; empty where that is nowhere. */
  readonly spans: readonly Span[];
  /** Its place in the front matter. */
  readonly head: Span;
  readonly anchor: 'anchored' | 'ambiguous' | 'missing';
  readonly quote: string;
  readonly subject: string;
  readonly subjectId: string | undefined;
  readonly property: string;
  /** Its value with what narrows it. */
  readonly statement: string;
  /** Its time, who says so, how it is said. */
  readonly circumstances: readonly string[];
  readonly note: string | undefined;
  readonly state: ClaimState;
  readonly findings: readonly ReadingFinding[];
  /** What else the corpus says of the same thing, the worst first, without what `findings` tell. */
  readonly others: readonly OtherSide[];
  /** How many more agree or refine than `others` names. */
  readonly moreOthers: number;
}

export interface OtherSide {
  readonly relation: Relation;
  /** The relation in a word. */
  readonly label: string;
  readonly value: string;
  /** The document's title, or the name of the record's entity. */
  readonly source: string;
  readonly date: string | undefined;
  readonly quote: string | undefined;
  readonly place: Passage;
  /** It was looked into. */
  readonly accepted: boolean;
}

export interface ReadingFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The reason with which it was accepted. */
  readonly accepted: string | undefined;
  readonly place: Passage;
  readonly sides: readonly { readonly message: string; readonly place: Passage }[];
}

/** An entity in short, for whoever rests on its name. */
export interface Card {
  readonly id: string;
  readonly known: boolean;
  readonly name: string;
  /** The language that the name is in, where the record says so. */
  readonly nameLang: string | undefined;
  readonly others: readonly { readonly name: string; readonly lang: string | undefined }[];
  readonly kind: string;
  readonly coreType: string | undefined;
  readonly description: string | undefined;
  readonly facts: readonly string[];
  readonly moreFacts: number;
  /** How much the corpus speaks of it, in words. */
  readonly use: string;
}
