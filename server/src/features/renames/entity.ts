/** Where the id of an entity stands: in its record, in declarations, claims, facts and acceptances. */

import type { View } from '../../checks/engine/check.ts';
import { THIS } from '../../core/slots.ts';
import { placesInDocument, placesInRecords } from '../entityPlaces.ts';
import { documentsNaming } from '../references.ts';
import { NAME, Places, type Refusal } from './places.ts';

export function entityPlaces(view: View, id: string, newId: string): Places | Refusal {
  if (!NAME.test(newId) || newId === THIS) return { problem: 'invalid-id' };
  const places = new Places();
  if (newId === id) return places;
  if (view.corpus.records.get(newId)) return { problem: 'id-taken' };
  for (const file of view.corpus.records.files.values()) {
    for (const { span } of placesInRecords(view, file, id)) places.add(file.path, span, newId);
  }
  for (const document of documentsNaming(view, id)) {
    if (document.annotations.entities.some((declaration) => declaration.id.value === newId)) {
      return { problem: 'id-taken' };
    }
    for (const { span } of placesInDocument(view, document, id)) places.add(document.path, span, newId);
  }
  return places;
}
