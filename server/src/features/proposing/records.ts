/** The file of records as proposed entities leave it. Knows no document. */

import type { View } from '../../checks/engine/check.ts';
import { newRecordPath } from '../../checks/engine/newRecord.ts';
import { addRecord, applied } from '../../core/edit.ts';
import { isLanguageTag } from '../../core/languageTag.ts';
import { normaliseText } from '../../core/normalise.ts';
import { closest } from '../../core/spelling.ts';
import { overlaid } from '../overlay.ts';
import { isHanText } from '../tagging/language.ts';
import { requireId } from './ids.ts';
import { inQuotes, Unwritable } from './problem.ts';
import type { ProposedEntity } from './request.ts';

/** The path of the file that gets the record, and its text then. Throws `Unwritable`. */
export function withRecord(view: View, entity: ProposedEntity): { readonly path: string; readonly text: string } {
  const { id, type } = entity;
  const { records, vocabulary } = view.corpus;
  requireId(id, 'a record');
  const known = records.get(id);
  if (known) throw new Unwritable('id-taken', `There is a record with the id ${inQuotes(id)} already.`, [id]);
  if (!vocabulary.types.has(type))
    throw new Unwritable(
      'unknown-type',
      `There is no entity type ${inQuotes(type)} in the vocabulary.`,
      closest(type, vocabulary.types.keys()),
    );
  refuseNamesakes(view, entity);
  const path = newRecordPath(view, type);
  if (path === undefined)
    throw new Unwritable('no-record-file', 'The settings of the corpus leave no file for a record of this type.');
  const file = records.files.get(path);
  const written = addRecord(file ?? path, id, { type, ...namesFor(view, entity, path) });
  if (!written?.length)
    throw new Unwritable('cannot-write', `The record cannot be written into ${path} without doing harm to that file.`);
  return { path, text: applied(file?.text ?? '', written) };
}

/** The corpus with a file as it is to be. */
export const withText = (view: View, path: string, text: string): View => overlaid(view, new Map([[path, text]]));

/** A second record of one name is for a person to make, who knows that they are two. */
function refuseNamesakes({ corpus }: View, { name, aliases = [] }: ProposedEntity): void {
  const names = [...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases];
  const tags = typeof name === 'string' ? [] : Object.keys(name);
  const wrong = tags.find((tag) => !isLanguageTag(tag));
  if (wrong !== undefined || (typeof name !== 'string' && tags.length === 0))
    throw new Unwritable('name-languages', 'Names are given as one text, or by language tags such as en and zh.');
  if (names.some((one) => normaliseText(one) === ''))
    throw new Unwritable('empty-name', 'A name of white space names nobody.');
  for (const one of names) {
    const [owner] = corpus.records.gazetteer.ids(normaliseText(one));
    if (owner !== undefined)
      throw new Unwritable(
        'name-taken',
        `The record ${owner} has the name ${inQuotes(one)} already: use that id, or leave it to a person to make a second record of one name.`,
        [owner],
      );
  }
}

/** In the way of the file: one text where its records have one, by language elsewhere. */
function namesFor({ corpus, settings }: View, { name, aliases, description }: ProposedEntity, path: string) {
  const records = corpus.records.files.get(path)?.records ?? [];
  const isPlain = records.length > 0 && records.every(({ names }) => names.every(({ lang }) => lang === undefined));
  const langOf = (text: string): string => {
    const isHan = isHanText(text);
    return settings.languages.find((lang) => /^zh(?:-|$)/i.test(lang) === isHan) ?? (isHan ? 'zh' : 'en');
  };
  const names = typeof name === 'string' && !isPlain ? { [langOf(name)]: name } : name;
  const byLanguage: Record<string, string[]> = {};
  for (const alias of aliases ?? []) {
    const lang = langOf(alias);
    byLanguage[lang] = [...(byLanguage[lang] ?? []), alias];
  }
  return {
    name: names,
    ...(aliases?.length && { aliases: typeof names === 'string' ? aliases : byLanguage }),
    ...(description !== undefined && { description }),
  };
}
