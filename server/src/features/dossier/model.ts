/** What a dossier holds, as plain data that survives JSON: words for people, days and numbers for pictures. Computes nothing. */

import type { Relation } from '../../checks/statements/comparison.ts';
import type { TimeBasis } from '../../checks/statements/statement.ts';
import type { Claim } from '../../core/claim.ts';

export interface Dossier {
  readonly id: string;
  /** In the reader's language where it has one there. */
  readonly name: string;
  readonly names: readonly DossierName[];
  readonly aliases: readonly DossierName[];
  /** The corpus has no record of it, only documents that name it. */
  readonly unknown: boolean;
  /** Undefined where its record names none. */
  readonly type?: { readonly id: string; readonly label: string; readonly core: string };
  readonly description?: string;
  /** Of a position: what it is a position of, and for how many. */
  readonly of?: { readonly id: string; readonly name: string };
  readonly holders?: number;
  readonly sameAs: readonly string[];
  /** Where its record is; offsets in UTF-16 units of the whole file. */
  readonly record?: { readonly path: string; readonly start: number; readonly end: number };
  readonly usage: { readonly documents: number; readonly mentions: number; readonly claims: number };
  /** How many pairs of assertions do not go together, of those that were compared; accepted ones apart. */
  readonly open: number;
  readonly facts: readonly FactGroup[];
  readonly timeline: Timeline;
  readonly figures: readonly FigureSeries[];
  readonly offices?: Offices;
  readonly company: Company;
}

export interface DossierName {
  readonly text: string;
  /** BCP 47. */
  readonly lang?: string;
}

/** What is said under a property. */
export interface FactGroup {
  readonly property: string;
  readonly label: string;
  readonly assertions: readonly Assertion[];
  readonly more: number;
}

export interface Timeline {
  /** By time. */
  readonly assertions: readonly Assertion[];
  readonly more: number;
}

/** The figures of one property in one scope, which can be drawn on one scale. */
export interface FigureSeries {
  readonly key: string;
  readonly property: string;
  readonly label: string;
  /** “among representatives”; empty where nothing narrows it. */
  readonly scope: string;
  readonly unit?: string;
  /** By time. */
  readonly assertions: readonly Assertion[];
  readonly more: number;
}

export interface Offices {
  /** Whose: the positions of a person, the holders of a position, or those of all positions of an organization. */
  readonly kind: 'positions' | 'holders' | 'staff';
  readonly seats?: number;
  readonly lanes: readonly OfficeLane[];
  readonly more: number;
  /** When more hold it than there is room for. */
  readonly crowds: readonly Crowd[];
}

export interface OfficeLane {
  readonly key: string;
  /** Undefined for a position without a record. */
  readonly entity?: string;
  readonly name: string;
  readonly detail: string;
  readonly terms: readonly Assertion[];
  readonly more: number;
}

export interface Crowd {
  readonly start: number | null;
  readonly end: number | null;
  /** Surely, however coarse dates are read. */
  readonly certain: boolean;
  readonly names: readonly string[];
}

export interface Company {
  readonly companions: readonly Companion[];
  readonly more: number;
}

/** Who or what appears together with the entity. */
export interface Companion {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly core: string;
  /** That mention both. */
  readonly documents: number;
  /** Claims and facts that name both. */
  readonly claims: number;
  /** Some of the claims that name both, and where there are none, some of the documents. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly path: string;
  /** The key of a claim; undefined for a document as a whole. */
  readonly claim?: string;
  readonly text: string;
}

/** One thing said, however often: the same value for the same time in the same sense. */
export interface Assertion {
  /** The same as long as it is first said where it is. */
  readonly key: string;
  readonly property: string;
  readonly label: string;
  /** In words. */
  readonly value: string;
  /** What narrows it, in words; may be empty. */
  readonly detail: string;
  /** The id of the entity that is the value. */
  readonly entity?: string;
  readonly quantity?: Figure;
  readonly when?: When;
  readonly stance: Claim['stance'];
  readonly certainty: Claim['certainty'];
  /** It held before, and no longer does. */
  readonly ended: boolean;
  /** Records first, then by date. */
  readonly sources: readonly Source[];
  readonly moreSources: number;
  readonly disagreements: readonly Disagreement[];
}

/** A quantity as what is certain (hard) and what a reader expects (soft). */
export interface Figure {
  readonly hard: Bounds;
  readonly soft: Bounds;
  readonly nominal: readonly number[];
  /** What is certain, in words. */
  readonly words: string;
}

/** An interval of numbers; null where nothing bounds it. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Days since 1970-01-01, both inclusive; null where nothing bounds them. */
export interface Days {
  readonly earliest: number | null;
  readonly latest: number | null;
}

export interface When {
  /** Throughout, from some day of `start` to some day of `end`; else some day of `start`, which `end` repeats. */
  readonly interval: boolean;
  readonly start: Days;
  readonly end: Days;
  readonly words: string;
  /** What it rests on; `said`: nothing but when the first document said so, `value`: it is what is said. */
  readonly basis: TimeBasis | 'said' | 'value';
}

export interface Source {
  readonly path: string;
  /** The key of the claim, or of the record's fact. */
  readonly claim: string;
  readonly fact: boolean;
  /** The title of the document, else its path; empty for a record. */
  readonly title: string;
  /** The document's, in words. */
  readonly date?: string;
  /** Whom the claim names as the speaker, else the publisher. */
  readonly by?: string;
  readonly quote: string;
  /** What a fact rests on, as it is written: a claim, a document, an address. */
  readonly rests: readonly { readonly text: string; readonly path?: string; readonly claim?: string }[];
}

export interface Disagreement {
  /** The key of the other assertion; it may not be shown. */
  readonly with: string;
  readonly value: string;
  readonly relation: Relation | 'contradicting-relation' | 'translation-mismatch';
  /** Less sure than its kind: times that may not meet, a scope left open. */
  readonly possible: boolean;
  /** The reason with which somebody accepts it. */
  readonly accepted?: string;
}
