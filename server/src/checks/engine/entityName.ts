/** The name by which a reader is shown an entity. Knows records, not how names are sought in a text. */

import type { EntityRecord, Name } from '../../core/record.ts';
import type { View } from './check.ts';

/** Its name in the language asked for, else one without a language, else the first; the id of what has none. */
export function nameOf(record: EntityRecord, locale: string): string {
  return nameIn(record, locale)?.text ?? record.id.value;
}

export function nameOfId(view: View, id: string, locale: string): string {
  const record = view.corpus.records.get(id);
  return record ? nameOf(record, locale) : id;
}

/** The names after the first: one for each other language. */
export function otherNames(record: EntityRecord, locale: string): readonly string[] {
  const first = nameIn(record, locale);
  const seen = new Set([first?.text]);
  const languages = new Set([first?.lang]);
  return record.names.flatMap(({ text, lang }) => {
    if (seen.has(text) || (lang !== undefined && languages.has(lang))) return [];
    seen.add(text);
    languages.add(lang);
    return [text];
  });
}

function nameIn({ names }: EntityRecord, locale: string): Name | undefined {
  const base = locale.split('-')[0];
  return (
    names.find(({ lang }) => lang === locale) ??
    names.find(({ lang }) => lang?.split('-')[0] === base) ??
    names.find(({ lang }) => lang === undefined) ??
    names[0]
  );
}
