/** `concord format` as a whole: what is brought into order, and what is said of it. */

import type { FormatRequest } from './arguments.ts';
import { findCorpora } from './corpora.ts';
import type { Environment } from './environment.ts';
import { formatCorpora, isClean } from './format.ts';
import { diffOf } from './formats/diff.ts';
import { LANGUAGE, notesOn, paintFor } from './output.ts';
import { printable } from './terminal.ts';

/** The exit code. */
export function formatCommand(request: FormatRequest, environment: Environment): number {
  const { stdout, stderr } = environment;
  const selection = findCorpora(request.paths, environment);
  const writes = !request.check && !request.diff;
  const outcome = formatCorpora(selection.corpora, { writes, language: LANGUAGE });
  const paint = paintFor(request, environment);
  for (const change of outcome.changed) {
    if (request.diff) stdout.write(diffOf(change, paint));
    else stdout.write(`${writes ? 'formatted' : 'not in order'} ${printable(change.file)}\n`);
  }
  for (const { file, reason } of outcome.left) stderr.write(`concord: ${printable(`${file}: ${reason}`)}\n`);
  const { changed, inOrder } = outcome;
  const verb = writes ? 'formatted' : 'not in order';
  stderr.write(
    `concord: ${[`${changed.length} ${verb}`, `${inOrder} in order`, ...(outcome.left.length > 0 ? [`${outcome.left.length} left as they are`] : [])].join(', ')}\n`,
  );
  for (const note of notesOn(selection, outcome, 'formatted')) stderr.write(`concord: ${printable(note)}\n`);
  return isClean(outcome, request.check) ? 0 : 1;
}
