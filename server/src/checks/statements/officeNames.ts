/** Which position record a title names: section 7 of the format. Knows no claims but their titles and what these are of. */

import type { ValueFacts } from '../../core/facts.ts';
import type { EntityRecord } from '../../core/record.ts';
import { formsOf, type Records } from '../../core/records.ts';
import type { Settings } from '../../core/settings.ts';
import { textKey } from '../../core/textKey.ts';

/** The id of the position record of which one of the texts is a name, with the same `of`; compared as texts are. */
export function officeNamed(
  texts: Iterable<string>,
  of: ValueFacts | undefined,
  { records, settings }: { readonly records: Records; readonly settings: Settings },
): string | undefined {
  if (!of) return undefined;
  const offices = officesIn(records);
  for (const text of texts) {
    for (const office of offices.get(textKey(text)) ?? []) {
      const isOffice = office.type !== undefined && settings.vocabulary.isA(office.type.value, 'position');
      if (isOffice && names(of, office.of!.value, records)) return office.id.value;
    }
  }
  return undefined;
}

/** By its id, or by a name of it in any language. */
function names(of: ValueFacts, id: string, records: Records): boolean {
  if (of.kind === 'languages') return Object.values(of.texts).some((text) => records.gazetteer.ids(text).includes(id));
  return of.kind === 'text' && (of.text === id || records.gazetteer.ids(of.text).includes(id));
}

const known = new WeakMap<Records, ReadonlyMap<string, readonly EntityRecord[]>>();

/** The records that say what they are a position of, by their titles as texts are compared. */
function officesIn(records: Records): ReadonlyMap<string, readonly EntityRecord[]> {
  const before = known.get(records);
  if (before) return before;
  const byTitle = new Map<string, EntityRecord[]>();
  for (const record of records.values()) {
    if (!record.of || record.damaged) continue;
    for (const title of new Set(formsOf(record).map(textKey))) {
      const same = byTitle.get(title);
      if (same) same.push(record);
      else byTitle.set(title, [record]);
    }
  }
  known.set(records, byTitle);
  return byTitle;
}
