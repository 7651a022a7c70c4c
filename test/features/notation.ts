/** What the tests of features share: a corpus with a cursor, and answers in a form that reads well. */

import assert from 'node:assert/strict';
import type { View } from '../../server/src/checks/engine/check.ts';
import type { TextEdit } from '../../server/src/core/edit.ts';
import type { Location, Place } from '../../server/src/features/place.ts';
import { libraryOf, parseFixture } from '../fixture.ts';

export interface Setting {
  readonly view: View;
  readonly files: ReadonlyMap<string, string>;
  readonly place: Place;
  readonly ranges: readonly Location[];
}

/** A corpus of the sections of `text`, with the records of `RECORDS` beside them. */
export function setting(text: string): Setting {
  const { files, cursor, ranges } = parseFixture(RECORDS + text);
  return { view: libraryOf(files), files, place: cursor ?? { path: '', offset: 0 }, ranges };
}

/** The files after edits of which no two of one file overlap. */
export function applied(files: ReadonlyMap<string, string>, edits: readonly TextEdit[]): Map<string, string> {
  const result = new Map(files);
  let before: TextEdit | undefined;
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const { path, span, newText } = edit;
    const text = result.get(path) ?? '';
    assert.ok(span.start <= span.end && span.end <= text.length, 'an edit lies in its file');
    assert.ok(!before || before.path !== path || span.end <= before.span.start, 'edits do not overlap');
    result.set(path, text.slice(0, span.start) + newText + text.slice(span.end));
    before = edit;
  }
  return result;
}

/** Each location as its file and text. */
export const shown = ({ files }: Setting, locations: readonly Location[]): readonly string[] =>
  locations.map(({ path, span }) => `${path}: ${files.get(path)?.slice(span.start, span.end)}`);

export const RECORDS = `-- entities/people.yaml --
shen-beili:
  type: person
  name: {en: Shen Beili, zh: 沈蓓莉}
  aliases: {en: [Ms. Shen Beili]}
  description: A diplomat.
  same-as: ["https://www.wikidata.org/wiki/Q1"]
  facts:
    - {property: position, value: Vice Minister, of: idcpc, at: 2020/2023, source: documents/x.md#c1}
ma-zhaoxu: {type: person, name: {en: Ma Zhaoxu, zh: 马朝旭}}
idcpc: {type: organization, name: {en: International Department, zh: 中联部}}
china: {type: place, name: {en: China, zh: 中国}}
beijing: {type: place, name: {en: Beijing, zh: 北京}}
`;
