/** What an editor writes between the words of a file: names beside ids, the day that a partial date means. Knows no editor. */

import type { View } from '../checks/engine/check.ts';
import { nameOf } from '../checks/engine/entityName.ts';
import { edtfOf } from '../checks/quoted/edtf.ts';
import { datesOf } from '../checks/quoted/passage.ts';
import type { Document } from '../core/document.ts';
import type { Text } from '../core/problem.ts';
import { slotsOf } from '../core/slots.ts';
import { overlaps, type Span } from '../core/text.ts';
import { timeInWords } from '../values/timeWords.ts';
import { claimsIn } from './claimsAt.ts';
import { foldName } from './names.ts';

export interface InlayHint {
  /** After this place. */
  readonly offset: number;
  readonly label: string;
  readonly kind: 'name' | 'date';
}

export interface InlayHintOptions {
  /** BCP 47 tag of the reader's language, for a file that has none of its own. */
  readonly locale?: string;
  readonly names: boolean;
  readonly dates: boolean;
}

/** Those of a stretch of the file at `path`, in order of place. */
export function inlayHints(view: View, path: string, span: Span, options: InlayHintOptions): readonly InlayHint[] {
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  const locale = document?.annotations.lang?.value ?? options.locale ?? 'en';
  const hints = [
    ...(options.names ? names(view, path, span, locale) : []),
    ...(options.dates && document ? dates(document, span, locale) : []),
  ];
  return hints.sort((a, b) => a.offset - b.offset);
}

function* names(view: View, path: string, span: Span, locale: string): Iterable<InlayHint> {
  const { records } = view.corpus;
  const seen = new Set<number>();
  for (const { value, span: at } of idsIn(view, path)) {
    if (!overlaps(at, span) || seen.has(at.start)) continue;
    seen.add(at.start);
    const record = records.get(value);
    const label = record && nameOf(record, locale);
    // `china` needs nobody to say that it is China.
    if (label && foldName(label) !== foldName(value)) yield { offset: at.end, label, kind: 'name' };
  }
}

/** The ids that the annotations of a file name, each as it is written. */
function* idsIn(view: View, path: string): Iterable<Text> {
  const { vocabulary, records } = view.corpus;
  const file = records.files.get(path);
  const own = new Set(file?.records.map(({ id }) => id.span.start));
  for (const { distinctFrom, of } of file?.records ?? []) yield* of ? [...distinctFrom, of] : distinctFrom;
  const annotations = file ? undefined : view.document(path)?.annotations;
  if (annotations?.source.publisher) yield annotations.source.publisher;
  for (const { id } of annotations?.entities ?? []) yield id;
  for (const one of annotations?.accept ?? []) if (one.with) yield one.with;
  for (const claim of claimsIn(view, path)) {
    // The subject of a fact is the record itself, whose name stands right below.
    for (const { text, record } of slotsOf(claim, vocabulary, records))
      if (record && !own.has(text.span.start)) yield text;
    for (const one of claim.accept) if (one.with) yield one.with;
  }
}

/** Dates that leave something to what stands around them, or are counted from another: with what they were read as. */
function* dates(document: Document, span: Span, locale: string): Iterable<InlayHint> {
  if (!document.annotated) return;
  for (const { span: at, time, supplied, relative } of datesOf(document)) {
    if (!time || (supplied.length === 0 && !relative) || !overlaps(at, span)) continue;
    const edtf = edtfOf(time);
    if (edtf !== undefined) yield { offset: at.end, label: timeInWords(edtf, locale), kind: 'date' };
  }
}
