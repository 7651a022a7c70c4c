/** Names documents, records and lines of the corpus for an assistant; refuses every other path. Reads nothing by a path. */

import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import type { EntityRecord } from '../core/record.ts';
import { leavesRoot } from '../core/settings.ts';
import { closest } from '../core/spelling.ts';
import { LineIndex, type Span } from '../core/text.ts';
import { findRecords } from '../features/search.ts';
import { Refused } from './answer.ts';
import { cut } from './shown.ts';

/** The path of a document as the corpus has it. Throws `Refused`. */
export function documentPath(corpus: WorkingCorpus, given: string): string {
  const path = given.replace(/^\.\//, '');
  if (corpus.library.facts(path)) return path;
  const reason = corpus.library.reasonUnreadable(path);
  if (reason !== undefined) throw new Refused(`${path} cannot be read: ${reason}.`);
  throw new Refused(unknownPath(given, corpus.library.corpus.documents.keys(), 'document'));
}

/** The path of a document, a file of records or the settings. Throws `Refused`. */
export function filePath(corpus: WorkingCorpus, given: string): string {
  const path = given.replace(/^\.\//, '');
  if (corpus.has(path)) return path;
  throw new Refused(unknownPath(given, corpus.everyPath(), 'file'));
}

function unknownPath(given: string, known: Iterable<string>, what: string): string {
  if (leavesRoot(given))
    return `${JSON.stringify(cut(given, 120))} leads out of the corpus. Only its files can be read, by their path from its root, with /.`;
  const name = given.slice(given.lastIndexOf('/') + 1);
  const near = given.length > LONGEST ? [] : nearestPaths(given, name, known);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' list_documents lists them.';
  return `There is no ${what} ${JSON.stringify(cut(given, 120))} in the corpus.${hint}`;
}

const LONGEST = 150;

function nearestPaths(given: string, name: string, known: Iterable<string>): readonly string[] {
  const all = [...known];
  const same = all.filter((path) => path.endsWith(`/${name}`) || path.toLowerCase() === given.toLowerCase());
  return (same.length > 0 ? same : closest(given, all)).slice(0, 3);
}

/** Throws `Refused`, with the records that may have been meant. */
export function recordOf({ library }: WorkingCorpus, id: string): EntityRecord {
  const { records } = library.corpus;
  const found = records.get(id);
  if (found) return found;
  const near = [...closest(id, records.ids()), ...findRecords(records, id, 3).map(({ record }) => record.id.value)];
  const named = [...new Set(near)].slice(0, 3);
  const hint = named.length > 0 ? ` Did you mean ${named.join(' or ')}?` : '';
  throw new Refused(
    `There is no entity with the id ${JSON.stringify(cut(id, 120))}.${hint} find_entities finds by name.`,
  );
}

/** The lines of files, from 1; one index at a time. */
export class Lines {
  private last: { readonly path: string; readonly index: LineIndex } | undefined;

  constructor(private readonly corpus: WorkingCorpus) {}

  at(path: string, offset: number): number {
    if (this.last?.path !== path) this.last = { path, index: new LineIndex(this.corpus.textOf(path) ?? '') };
    return this.last.index.lineAt(offset) + 1;
  }

  of(path: string, { start, end }: Span): { readonly line: number; readonly end_line: number } {
    return { line: this.at(path, start), end_line: this.at(path, Math.max(start, end - 1)) };
  }
}
