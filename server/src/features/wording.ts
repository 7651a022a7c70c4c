/** The words that features put around what a corpus says: one table per language of the reader. Knows no findings. */

import type { Certainty, Stance } from '../core/claim.ts';
import type { Usage } from '../core/corpus.ts';
import type { EntityRecord } from '../core/record.ts';
import type { Labels, TimeBehaviour } from '../core/vocabulary.ts';
import type { ComparisonWording } from './wording/comparisons.ts';
import { en } from './wording/en.ts';
import { zh } from './wording/zh.ts';

export interface Wording {
  readonly locale: 'en' | 'zh';
  usage(usage: Usage): string;
  readonly unused: string;
  readonly untagged: string;
  readonly sic: string;
  ambiguous(form: string, count: number): string;
  mayBe(form: string): string;
  noRecord(id: string): string;
  more(count: number): string;
  of(name: string): string;
  holders(count: number): string;
  readonly record: string;
  readonly dossier: string;
  readonly thisDocument: string;
  readonly speaks: (name: string) => string;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly ended: string;
  documentsTime(time: string): string;
  quoteMissing: string;
  quoteAmbiguous(count: number): string;
  noClaim(name: string, path: string): string;
  noDocument(path: string): string;
  notTagged: string;
  document(entities: number, claims: number): string;
  readonly translation: string;
  readonly kinds: Readonly<Record<'any' | 'quantity' | 'time' | 'text' | 'boolean', string>>;
  said(subject: string, value: string): string;
  inUnit(unit: string): string;
  readonly times: Readonly<Record<TimeBehaviour, string>>;
  readonly single: string;
  readonly several: string;
  holds(duration: string): string;
  readonly directions: Readonly<Record<'up' | 'down', string>>;
  readonly symmetric: string;
  inverse(property: string): string;
  before(properties: string): string;
  readonly within: string;
  readonly qualifiers: string;
  readonly required: string;
  readonly separates: string;
  noProperty(id: string): string;
  noType(id: string): string;
  kindOf(parent: string): string;
  records(count: number): string;
  noCheck(code: string): string;
  /** Items of one kind in a row. */
  list(parts: readonly string[]): string;
  /** A thing and what narrows it. */
  apart(parts: readonly string[]): string;
  clauses(parts: readonly string[]): string;
  labelled(label: string, text: string): string;
  or(parts: readonly string[]): string;
  readonly entities: string;
  readonly claims: string;
  mentions(count: number): string;
  readonly fromDocument: string;
  readonly fromBody: string;
  everyName(count: number): string;
  readonly digestNow: string;
  readonly comparisons: ComparisonWording;
}

/** The table nearest to the language tag; English where there is none. */
export const wordingIn = (locale = 'en'): Wording => (/^zh(?:-|$)/i.test(locale) ? zh : en);

/** A label in the reader's language, else in English, else in any. */
export function labelIn(labels: Labels, locale: string, fallback = ''): string {
  const own = (key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  return own(locale) ?? own(locale.split('-')[0] ?? '') ?? own('en') ?? Object.values(labels)[0] ?? fallback;
}

/** What or who a record is, in the language of `locale`, else in that of most readers, else as it is given. */
export function descriptionOf({ description }: EntityRecord, locale: string): string | undefined {
  const [first] = description;
  if (!first || description.some(({ lang }) => lang === undefined)) return first?.text;
  return labelIn(Object.fromEntries(description.map(({ lang, text }) => [lang, text])), locale);
}
