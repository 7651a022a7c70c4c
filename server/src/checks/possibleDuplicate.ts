/** Two records of one type whose names are so alike that they may mean one thing. */

import { addToRecordList } from '../core/edit.ts';
import type { EntityRecord } from '../core/record.ts';
import { likenessesOf, type Match, slotsIn } from './duplicates/likenesses.ts';
import type { Check, Fix, View } from './engine/check.ts';

export const possibleDuplicate: Check = {
  code: 'possible-duplicate',
  severity: 'warning',
  beyond: true,
  *records({ view, corpus, file }) {
    for (const [slot, record] of slotsIn(file)) {
      if (record.damaged) continue;
      for (const { record: other, matches } of likenessesOf(corpus.records, record, slot)) {
        if (!isEarlier(other, record) || areDistinct(record, other)) continue;
        const match = tellingOf(matches, record, other, view);
        if (!match) continue;
        const theirs = other.names.find(({ text }) => text === match.other.text);
        yield {
          span: record.names.find(({ text }) => text === match.name.text)?.span ?? record.id.span,
          variant: match.likeness,
          params: { name: match.name.text, otherName: match.other.text, id: record.id.value, other: other.id.value },
          entity: record.id.value,
          related: [
            {
              path: other.path,
              span: theirs?.span ?? other.id.span,
              message: 'like-name',
              params: { name: match.other.text, id: other.id.value },
              claim: other.id.value,
            },
          ],
          fixes: () => distinguishing(view, record, other),
        };
      }
    }
  },
};

const isEarlier = (other: EntityRecord, { path, span }: EntityRecord): boolean =>
  other.path < path || (other.path === path && other.span.start < span.start);

/** Two records of one id are another check's finding. */
const areDistinct = (a: EntityRecord, b: EntityRecord): boolean =>
  a.id.value === b.id.value ||
  a.distinctFrom.some(({ value }) => value === b.id.value) ||
  b.distinctFrom.some(({ value }) => value === a.id.value);

const RANK: readonly Match['likeness'][] = ['same', 'script', 'pinyin', 'near'];
const HAN = /\p{Script=Han}/u;

/**
 * The most telling of the names that are alike. Where both records have a name in Han and these differ, that their
 * romanizations meet says little: 王伟 and 王维 are both Wang Wei, and 陕西 is read like Shanxi.
 */
function tellingOf(
  matches: readonly Match[],
  record: EntityRecord,
  other: EntityRecord,
  { corpus }: View,
): Match | undefined {
  const [mine, theirs] = [hanOf(record), hanOf(other)];
  let telling = matches;
  if (mine.length > 0 && theirs.length > 0 && !matches.some(({ name }) => name.hasHan)) {
    const isPerson = corpus.vocabulary.isA(record.type?.value ?? '', 'person');
    const areNative = [...mine, ...theirs].every((name) => [...name].length <= 4);
    telling = matches.filter(({ likeness }) => likeness === 'same' && !(isPerson && areNative));
  } else if (mine.length > 0 && theirs.length > 0) {
    telling = matches.filter(({ likeness, name }) => likeness !== 'pinyin' && (name.hasHan || likeness === 'same'));
  }
  return [...telling].sort((a, b) => RANK.indexOf(a.likeness) - RANK.indexOf(b.likeness))[0];
}

const hanOf = ({ names }: EntityRecord): readonly string[] =>
  names.map(({ text }) => text).filter((text) => HAN.test(text));

function distinguishing(view: View, record: EntityRecord, other: EntityRecord): readonly Fix[] {
  const file = view.corpus.records.files.get(record.path);
  const edits = file && addToRecordList(file, record, 'distinct-from', other.id.value);
  const params = { id: record.id.value, other: other.id.value };
  return edits?.length ? [{ title: 'mark-distinct', params, safe: false, edits }] : [];
}
