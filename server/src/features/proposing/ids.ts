/** Whether the ids of a proposal name something, and what else may have been meant. Guesses nothing. */

import type { View } from '../../checks/engine/check.ts';
import { nameOf } from '../../checks/engine/entityName.ts';
import { THIS } from '../../core/slots.ts';
import { closest } from '../../core/spelling.ts';
import { findRecords } from '../search.ts';
import { inQuotes, Unwritable } from './problem.ts';

const MOST = 4;

/** Throws `Unwritable` for an id without a record. */
export function requireEntity(view: View, id: string, what: string): void {
  const { records } = view.corpus;
  if (records.get(id)) return;
  const near = [
    ...closest(id, records.ids(), MOST),
    ...findRecords(records, id, MOST).map(({ record }) => record.id.value),
  ];
  const suggestions = [...new Set(near)].slice(0, MOST).map((one) => {
    const record = records.get(one);
    return record ? `${one} (${nameOf(record, 'en')})` : one;
  });
  throw new Unwritable(
    'unresolved-entity',
    `There is no record with the id ${inQuotes(id)}, which is given as ${what}. Look the entity up by its name; where it has no record, propose one under entities.`,
    suggestions,
  );
}

export const isThisOrEntity = (view: View, id: string): boolean =>
  id === THIS || view.corpus.records.get(id) !== undefined;

const ID = /^[\p{L}\p{N}._-]+$/u;

/** Throws `Unwritable` for what the format allows in no id. */
export function requireId(id: string, what: string): void {
  if (!ID.test(id) || id === THIS)
    throw new Unwritable(
      'invalid-id',
      `${inQuotes(id)} is no id for ${what}: an id has letters, digits, hyphens, underscores and full stops.`,
    );
}
