/** Formatting as an editor asks for it: of a file of the corpus, or of a stretch of one. Knows no requests and no layout. */

import type { View } from '../checks/engine/check.ts';
import { fileAt } from '../checks/engine/files.ts';
import { type Formatting, format } from '../core/format.ts';
import type { Span } from '../core/text.ts';

/** The edits that bring a file, or what `span` touches of it, into canonical style; undefined for a file of others. */
export function formatting(view: View, path: string, span?: Span): Formatting | undefined {
  const file = fileAt(view, path);
  return file && format(file, span);
}
