/** A relation that the record of its other side, which lists such relations, does not have. */

import { addFact } from '../core/edit.ts';
import type { Property } from '../core/vocabulary.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { nameOfId } from './engine/entityName.ts';
import { about, isAsserted } from './statements/about.ts';
import { groupsOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { followingFrom } from './statements/inverses.ts';
import { standsOn } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';
import { labelled, languageOf } from './statements/words.ts';

export const missingInverse: Check = {
  code: 'missing-inverse',
  severity: 'information',
  beyond: true,
  document: ({ view, document }) => gaps(view, document.path),
  records: ({ view, file }) => gaps(view, file.path),
};

function* gaps(view: View, path: string): Iterable<Report> {
  const { vocabulary } = view.corpus;
  for (const [subject, name] of groupsOf(view, path)) {
    const property = vocabulary.properties.get(name);
    const following = property ? followingFrom(property, vocabulary) : [];
    if (!property || following.length === 0) continue;
    const said = about(view, subject, name);
    for (const own of said?.in(path) ?? []) {
      if (own.meaning.kind !== 'entity' || !isAsserted(own)) continue;
      // The last of a file speaks for the others in it, and stands last among those that say the same.
      const same = said!.alike(own, 'asserted');
      if (same.findLast((other) => saysTheSame(own, other) && speaksFor(other, own, view))) continue;
      for (const inverse of following) yield* gap(view, own, inverse, own.meaning.id);
    }
  }
}

const saysTheSame = (own: Statement, other: Statement): boolean =>
  other !== own &&
  other.meaning.kind === 'entity' &&
  own.meaning.kind === 'entity' &&
  other.meaning.id === own.meaning.id;

/** Of all that say it one is told: a record's fact if there is one, else the latest claim. */
function speaksFor(other: Statement, own: Statement, view: View): boolean {
  if (other.member.head.kind !== own.member.head.kind) return other.member.head.kind === 'record';
  return standsOn(other, own, view);
}

function* gap(view: View, own: Statement, inverse: Property, far: string): Iterable<Report> {
  if (own.subject === far || own.subject.startsWith('this:')) return;
  const listed = about(view, far, inverse.id);
  const first = listed?.facts[0];
  if (!first || listed.factsOf(own.subject).length > 0) return;
  const lang = languageOf(own);
  const base = reportOn(view, own, first, {
    severity: 'information',
    doubts: [],
    variant: '',
    params: { far: nameOfId(view, far, lang), ...labelled('inverse', inverse) },
    fixes: () => adding(view, own, inverse, far),
  });
  yield { ...base, sides: undefined };
}

/** The fact that is missing, with the time of this one and, where a document says it, the document as source. */
function adding(view: View, own: Statement, inverse: Property, far: string): readonly Fix[] {
  const { records } = view.corpus;
  const record = records.get(far);
  const file = record && records.files.get(record.path);
  if (!record || !file) return [];
  const { head } = own.member;
  const source =
    head.kind === 'document' ? head.path + (own.claim.id === undefined ? '' : `#${own.claim.key}`) : undefined;
  const edits = addFact(file, record, { property: inverse.id, value: own.subject, at: own.claim.at, source });
  const params = {
    far: nameOfId(view, far, ''),
    subject: nameOfId(view, own.subject, ''),
    ...labelled('inverse', inverse),
  };
  return edits?.length ? [{ title: 'add-inverse', params, safe: false, edits }] : [];
}
