/** Statements as parameters of messages: names in the language of a document, times and labels for the reader's. */

import type { ValueFacts } from '../../core/facts.ts';
import type { Head } from '../../core/groups.ts';
import { listed, type Params } from '../../core/problem.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { View } from '../engine/check.ts';
import { nameOfId } from '../engine/entityName.ts';
import type { Statement } from './statement.ts';

/** What the statement says its value is, under `name`; ids as names in the language `lang`. */
export function valued(name: string, { claim, meaning }: Statement, lang: string, view: View): Params {
  const { data, unit } = claim;
  if (meaning.kind === 'entity') return { [name]: nameOfId(view, meaning.id, lang) };
  if (meaning.kind === 'time') return { [`${name}@time`]: claim.value };
  if (data?.kind === 'languages') return { [name]: inLanguage(data.texts, lang) };
  const value = (claim.value ?? '').replace(/ ?-> ?/, ' → ');
  return { [name]: unit === undefined || value.includes(unit) ? value : `${value} ${unit}` };
}

/** The time that the statement holds for, its own or its document's. */
export function timed(name: string, { claim, member: { head }, end }: Statement): Params {
  const time = claim.at ?? head.about ?? head.date;
  const [from, to] = time?.split('/') ?? [];
  return { [`${name}@time`]: end && to !== undefined ? (end === 'from' ? from : to) : time };
}

/** What a statement is about: its subject, its property, and what it is limited to. */
export function topicOf({ subject, property, claim }: Statement, lang: string, view: View): Params {
  const scope = property.separates.flatMap((name) => {
    const qualifier = claim.qualifiers[name];
    return qualifier ? [wordsOf(qualifier, lang, view)] : [];
  });
  return {
    topic: scope.length > 0 ? 'about-scope' : 'about',
    subject: nameOfSubject(subject, view, lang),
    ...labelled('property', property),
    ...(scope.length > 0 && { ...listed('scope', scope) }),
  };
}

/** The property's label in every language that it has one for. */
export function labelled(name: string, { id, label }: Property): Params {
  const labels = Object.entries(label);
  if (labels.length === 0) return { [name]: id };
  return Object.fromEntries(labels.map(([lang, text]) => [`${name}@${lang}`, text]));
}

/** Where a file is, for a phrase: a document by its title and date. */
export function placed({ path, kind, title, date }: Head): Params {
  if (kind === 'record') return { where: 'record' };
  const named = title === undefined ? 'path' : 'titled';
  return { where: date === undefined ? named : `${named}-dated`, otherTitle: title ?? path, 'otherDate@time': date };
}

/** A document that speaks of itself goes by its title. Without a language the first name counts. */
export function nameOfSubject(subject: string, view: View, lang = ''): string {
  if (!subject.startsWith(THIS)) return nameOfId(view, subject, lang);
  const path = subject.slice(THIS.length);
  return view.corpus.documents.get(path)?.title ?? path;
}

const THIS = 'this:';

/** Who says it: an entity's name, or the words of the claim. */
export const nameOfSpeaker = ({ claim }: Statement, lang: string, view: View): string | undefined =>
  claim.by !== undefined && claim.byId ? nameOfId(view, claim.by, lang) : claim.by;

/** The language of the file that the statement stands in: that of its document, else the one it looks like. */
export const languageOf = ({ member: { head }, claim }: Statement): string =>
  head.lang ?? (/\p{Script=Han}/u.test(claim.quote) ? 'zh' : 'en');

function wordsOf(value: ValueFacts, lang: string, view: View): string {
  switch (value.kind) {
    case 'text':
      return nameOfId(view, value.text, lang);
    case 'languages':
      return inLanguage(value.texts, lang);
    case 'change':
      return `${value.from} → ${value.to}`;
    case 'list':
      return value.items.map((item) => wordsOf(item, lang, view)).join(', ');
  }
}

const inLanguage = (texts: Readonly<Record<string, string>>, lang: string): string =>
  texts[lang] ?? texts[lang.split('-')[0]!] ?? Object.values(texts).join(' / ');
