/** The documents of a corpus by date, with how far each is annotated. */

import type { View } from '../../checks/engine/check.ts';
import { edtf } from '../../checks/statements/statement.ts';
import { unannotatedFigure } from '../../checks/unannotatedFigure.ts';
import { analyse } from '../../core/analysis.ts';
import { civilDate } from '../../values/calendar.ts';
import { timeInWords } from '../../values/timeWords.ts';

export interface DocumentRow {
  readonly path: string;
  readonly title: string;
  /** In words; undefined where the document has none that can be read. */
  readonly date: string | undefined;
  /** The year that it is listed under; undefined where it has none. */
  readonly year: number | undefined;
  readonly annotated: boolean;
  readonly mentions: number;
  readonly claims: number;
}

/** The latest first; then those without a date. */
export function documentsByDate(view: View, locale: string): readonly DocumentRow[] {
  const rows = [...view.corpus.documents.values()].map(({ path, title, date, annotated, mentions, claims }) => {
    const time = edtf(date);
    const day = time?.start.earliest;
    const row: DocumentRow = {
      path,
      title: title ?? path.slice(path.lastIndexOf('/') + 1),
      date: time && date !== undefined ? timeInWords(date, locale) : undefined,
      year: day !== undefined && Number.isFinite(day) ? civilDate(day).year : undefined,
      annotated,
      mentions: Object.values(mentions).reduce((all, times) => all + times, 0),
      claims: claims.length,
    };
    return { row, day: day ?? Number.NEGATIVE_INFINITY };
  });
  rows.sort((a, b) => (a.day === b.day ? (a.row.path < b.row.path ? -1 : 1) : a.day < b.day ? 1 : -1));
  return rows.map(({ row }) => row);
}

/** How many figures and dates of a document no claim quotes, whether or not the corpus asks for the check. */
export function unclaimedFigures(view: View, path: string): number {
  const document = view.document(path);
  if (!document) return 0;
  const context = { view, corpus: view.corpus, document, analysis: analyse(document, view.corpus.records) };
  return [...(unannotatedFigure.document?.(context) ?? [])].length;
}
