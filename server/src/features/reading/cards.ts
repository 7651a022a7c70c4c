/** An entity in a few plain lines: its names, what it is, what is known of it, how much the corpus speaks of it. */

import { nameOf, nameOfId } from '../../checks/engine/entityName.ts';
import type { Claim } from '../../core/claim.ts';
import type { EntityRecord } from '../../core/record.ts';
import { coreAncestor } from '../highlights.ts';
import { capital, type Reader, typeLabel } from '../hovers/reader.ts';
import { circumstances, propertyInWords, statement } from '../hovers/statement.ts';
import { shortened } from '../markdown.ts';
import { descriptionOf } from '../wording.ts';
import type { Card } from './model.ts';

const FACTS = 4;

export function cardOf(reader: Reader, id: string): Card {
  const { view, words, nameLocale, locale } = reader;
  const record = view.corpus.records.get(id);
  const usage = view.corpus.usage(id);
  const use = usage.documents === 0 ? words.unused : words.usage(usage);
  if (!record)
    return {
      id,
      known: false,
      name: id,
      nameLang: undefined,
      others: [],
      kind: words.noRecord(id),
      coreType: undefined,
      description: undefined,
      facts: [],
      moreFacts: 0,
      use,
    };
  const name = nameOf(record, nameLocale);
  const facts = record.facts.filter(({ property, value }) => property && value);
  const description = descriptionOf(record, locale);
  return {
    id,
    known: true,
    name,
    nameLang: record.names.find(({ text }) => text === name)?.lang,
    others: namesBeside(record, name),
    kind: kindOf(reader, record),
    coreType: record.type && coreAncestor(view.corpus.vocabulary, record.type.value),
    description: description && shortened(description),
    facts: facts.slice(0, FACTS).map((fact) => factInWords(reader, fact)),
    moreFacts: Math.max(0, facts.length - FACTS),
    use,
  };
}

/** The first name in each other language. */
export function namesBeside({ names }: EntityRecord, name: string): Card['others'] {
  const languages = new Set([names.find(({ text }) => text === name)?.lang]);
  return names.flatMap(({ text, lang }) => {
    if (text === name || languages.has(lang)) return [];
    languages.add(lang);
    return [{ name: text, lang }];
  });
}

export function kindOf(reader: Reader, record: EntityRecord): string {
  const { view, words, nameLocale } = reader;
  const parts = [
    capital(typeLabel(reader, record.type?.value ?? '')),
    record.of && words.of(nameOfId(view, record.of.value, nameLocale)),
    record.holders && words.holders(record.holders),
  ];
  return words.apart(parts.flatMap((part) => part || []));
}

/** “Position: mayor, Haiping · since 2021”. */
export function factInWords(reader: Reader, fact: Claim): string {
  const said = reader.words.labelled(capital(propertyInWords(reader, fact)), shortened(statement(reader, fact), 160));
  return [said, ...circumstances(reader, fact)].filter(Boolean).join(' · ');
}
