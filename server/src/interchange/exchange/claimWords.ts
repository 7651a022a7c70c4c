/** A claim in a line of words, for tools that show texts and know nothing of claims. Knows no format. */

import type { ValueFacts } from '../../core/facts.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument } from './model.ts';

/** The languages that are tried, the best first. */
type Languages = readonly string[];

/** "Civil Forum — attendance: more than 200", with what limits it. */
export function claimWords(claim: ExchangeClaim, corpus: ExchangeCorpus, document?: ExchangeDocument): string {
  const languages = document?.lang === undefined ? corpus.languages : [document.lang, ...corpus.languages];
  const subject = claim.subject === 'this' ? (document?.title ?? document?.path) : claim.subject;
  const named = (id: string) => nameOf(id, corpus, languages);
  const { property } = claim;
  const labels = property === undefined ? undefined : corpus.vocabulary.properties.get(property)?.label;
  const value = claim.value && valueWords(claim.value, named);
  const unit = claim.unit === undefined ? '' : ` ${claim.unit}`;
  const limits = [
    ...Object.entries(claim.qualifiers).map(([name, one]) => `${name} ${valueWords(one, named)}`),
    ...(claim.at === undefined ? [] : [`at ${claim.at}`]),
    ...(claim.ended ? ['ended'] : []),
    ...(claim.stance === 'asserts' ? [] : [claim.stance]),
    ...(claim.certainty === 'certain' ? [] : [claim.certainty]),
    ...(claim.by ? [`says ${'id' in claim.by ? named(claim.by.id) : claim.by.text}`] : []),
  ];
  const what = property === undefined ? '' : ` — ${(labels && worded(labels, languages)) ?? property}`;
  const said = value === undefined ? '' : `: ${value}${unit}`;
  return `${subject === undefined ? '' : named(subject)}${what}${said}${limits.length > 0 ? ` (${limits.join('; ')})` : ''}`.trim();
}

/** What an entity is called in the first of the languages that it has a name in; its id where it has none. */
export function nameOf(id: string, corpus: ExchangeCorpus, languages: Languages = corpus.languages): string {
  const names = corpus.entity(id)?.names ?? [];
  for (const language of languages) {
    const found = names.find(({ lang }) => lang === language);
    if (found) return found.text;
  }
  return names[0]?.text ?? id;
}

export function valueWords(value: ValueFacts, named: (id: string) => string = (id) => id): string {
  switch (value.kind) {
    case 'text':
      return named(value.text);
    case 'languages':
      return Object.values(value.texts).join(' / ');
    case 'change':
      return `${value.from} -> ${value.to}`;
    case 'list':
      return value.items.map((one) => valueWords(one, named)).join(', ');
  }
}

const worded = (labels: Readonly<Record<string, string>>, languages: Languages): string | undefined =>
  languages.map((language) => labels[language]).find((label) => label !== undefined) ?? Object.values(labels)[0];
