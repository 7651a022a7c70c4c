/** Makes one record of two, and everything in the corpus follow. A refusal is data: somebody has to be told why. */

import type { View } from '../checks/engine/check.ts';
import type { Document } from '../core/document.ts';
import { removeRecord, removeScalar, replaceAll, type TextEdit } from '../core/edit.ts';
import type { Params } from '../core/problem.ts';
import type { EntityRecord, RecordFile } from '../core/record.ts';
import type { Span } from '../core/text.ts';
import { claimReferences } from './claimReferences.ts';
import { placesInDocument, placesInRecords } from './entityPlaces.ts';
import { uniteDeclarations } from './merging/declarationUnion.ts';
import { Drafts } from './merging/drafts.ts';
import { absolute, factNamesOf, redirect } from './merging/factReferences.ts';
import { commentsIn, conflictsIn, type MergeNote } from './merging/notes.ts';
import { unite } from './merging/recordUnion.ts';
import { documentsNaming } from './references.ts';

export type MergeProblem =
  /** There is no record of that id. */
  | 'merge-no-record'
  /** A record cannot be merged with itself. */
  | 'merge-same'
  /** Several records have one of the ids. */
  | 'merge-several'
  /** The records say that they are two. */
  | 'merge-distinct'
  /** Not all documents have been read. */
  | 'merge-unread'
  /** A file has faults, so that what it says of the two is not known. */
  | 'merge-broken'
  /** A fact of each has the same id. */
  | 'merge-fact-id'
  /** A file is written in a way that cannot be edited safely. */
  | 'cannot-edit';

export type Merging =
  | {
      readonly edits: readonly TextEdit[];
      /** What somebody has to know before. */
      readonly notes: readonly MergeNote[];
      /** The files that change. */
      readonly files: number;
    }
  | { readonly problem: MergeProblem; readonly params: Params };

/** Makes the record `from` a part of the record `into`. Every edit counts in the files as they are. */
export function mergeRecords(view: View, from: string, into: string): Merging {
  const refusal = (problem: MergeProblem, params: Params = {}): Merging => ({
    problem,
    params: { from, into, ...params },
  });
  const { records } = view.corpus;
  const [gone, stays] = [records.get(from), records.get(into)];
  if (!gone || !stays) return refusal('merge-no-record', { id: gone ? into : from });
  if (from === into) return refusal('merge-same');
  for (const id of [from, into]) if (records.all(id).length > 1) return refusal('merge-several', { id });
  if (view.complete === false) return refusal('merge-unread');
  if (marks(gone, into) || marks(stays, from)) return refusal('merge-distinct');

  const drafts = new Drafts(view);
  const documents = [...documentsNaming(view, from)];
  const broken = brokenAmong(view, documents, from);
  if (broken !== undefined) return refusal('merge-broken', { path: broken });
  const clash = clashOf(records.files.get(stays.path)!, gone);
  if (clash !== undefined) return refusal('merge-fact-id', { id: clash });
  const names = factNamesOf(gone);
  const referring = new Set([gone.path, stays.path, ...claimReferences(view, gone.path).map(({ path }) => path)]);
  const notes: MergeNote[] = [...commentsIn(records.files.get(gone.path)!, from, gone.span), ...selvesIn(gone, stays)];
  for (const document of documents) {
    notes.push(...uniteDeclarations(drafts, document, records, from, into));
    const now = drafts.document(document.path)!;
    follow(drafts, now, spansIn(placesInDocument(view, now, from)), into);
  }
  for (const file of records.files.values()) followInRecords(view, drafts, file, from, into);
  if (gone.path !== stays.path) absolute(drafts, gone);
  const union = unite(drafts, gone, stays, view.settings.languages);
  for (const path of referring)
    redirect(drafts, path, { from: gone.path, into: stays.path, names, newNames: union.factNames });
  const file = drafts.records(gone.path);
  if (file && drafts.refused === undefined) drafts.make(file, removeRecord(file, from));
  if (drafts.refused !== undefined) return refusal('cannot-edit', { path: drafts.refused });
  const conflicts = conflictsIn(view, drafts.changedRecords(), stays, union.ownFacts);
  const edits = drafts.edits();
  const files = new Set(edits.map(({ path }) => path)).size;
  return { edits, notes: [...conflicts, ...union.notes, ...notes], files };
}

const marks = ({ distinctFrom }: EntityRecord, id: string): boolean => distinctFrom.some(({ value }) => value === id);

/** The first file that names the record and may say more of it than can be read. */
function brokenAmong({ corpus }: View, documents: readonly Document[], id: string): string | undefined {
  const damaged = documents.find(
    ({ annotations, text, body }) =>
      (annotations.damaged || [...annotations.entities, ...annotations.claims].some((one) => one.damaged)) &&
      text.slice(0, body.start).includes(id),
  );
  if (damaged) return damaged.path;
  const isBroken = ({ problems, text }: RecordFile) =>
    problems.some(({ code }) => code === 'invalid-yaml') && text.includes(id);
  return [...corpus.records.files.values()].find(isBroken)?.path;
}

/** An id that a fact of the record has and one of another record in that file too. */
function clashOf(file: RecordFile, gone: EntityRecord): string | undefined {
  const others = file.records.filter((record) => record !== gone).flatMap(({ facts }) => facts);
  const taken = new Set(others.map(({ id }) => id?.value));
  return gone.facts.find(({ id }) => id && taken.has(id.value))?.id?.value;
}

const spansIn = (places: readonly { readonly span: Span; readonly role: string }[]): readonly Span[] =>
  places.filter(({ role }) => role !== 'record').map(({ span }) => span);

function follow(drafts: Drafts, file: Document | RecordFile, spans: readonly Span[], into: string): void {
  if (spans.length > 0 && drafts.refused === undefined) drafts.make(file, replaceAll(file, spans, into));
}

/** A list that names both names one of them from then on. */
function followInRecords(view: View, drafts: Drafts, file: RecordFile, from: string, into: string): void {
  const twice = file.records.flatMap(({ distinctFrom }) =>
    distinctFrom.some(({ value }) => value === into) ? distinctFrom.filter(({ value }) => value === from) : [],
  );
  for (const { span } of twice.toReversed()) {
    const now = drafts.records(file.path)!;
    if (drafts.refused === undefined) drafts.make(now, removeScalar(now, span));
  }
  const now = drafts.records(file.path)!;
  follow(drafts, now, spansIn(placesInRecords(view, now, from)), into);
}

/** Relations between the two, which become one of a thing with itself. */
function selvesIn(gone: EntityRecord, stays: EntityRecord): readonly MergeNote[] {
  const relates = (record: EntityRecord, other: string) =>
    record.facts.filter(({ value }) => value?.kind === 'text' && value.text === other);
  return [...relates(gone, stays.id.value), ...relates(stays, gone.id.value)].map(({ property }) => ({
    message: 'merge-self',
    params: { property: property?.value ?? '', into: stays.id.value },
  }));
}
