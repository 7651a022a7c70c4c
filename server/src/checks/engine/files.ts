/** The parsed file at a path, and the one edit that most fixes are: another text where one stands. */

import { type ParsedFile, replaceScalar } from '../../core/edit.ts';
import type { Params } from '../../core/problem.ts';
import type { Span } from '../../core/text.ts';
import type { Fix, View } from './check.ts';

export function fileAt(view: View, path: string): ParsedFile | undefined {
  if (path === view.settings.path) return view.settings;
  return view.corpus.records.files.get(path) ?? view.document(path);
}

/** A fix that puts `newText` in the place of a scalar, in its style; none where that cannot be done. */
export function replacing(
  view: View,
  path: string,
  span: Span,
  newText: string,
  title: string,
  params: Params = {},
): readonly Fix[] {
  const file = fileAt(view, path);
  const edits = file && replaceScalar(file, span, newText);
  return edits?.length ? [{ title, params: { ...params, text: newText }, safe: false, edits }] : [];
}
