/** Shows what would change in a file as a unified diff. Knows lines, not what they mean. */

import { type LineChange, lineChanges } from '../../core/format.ts';
import { type Paint, printable } from '../terminal.ts';

const CONTEXT = 3;

/** The diff of one file, with three lines around each change. Ends with a line break. */
export function diffOf(
  { file, before, after }: { readonly file: string; readonly before: string; readonly after: string },
  paint: Paint,
): string {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const name = printable(file);
  // Where lines of one file end in two ways, that is what may change.
  const mixed = /\r\n/.test(before) && /(?<!\r)\n/.test(before);
  const marked = (mark: string, from: readonly string[]) => from.flatMap((line) => markedLine(mark, line, mixed));
  const lines = [paint('bold', `--- a/${name}`), paint('bold', `+++ b/${name}`)];
  for (const hunk of hunksOf(lineChanges(old, fresh), old.length)) {
    const { start, end, newStart, newEnd } = hunk;
    lines.push(paint('cyan', `@@ -${rangeOf(start, end)} +${rangeOf(newStart, newEnd)} @@`));
    let at = start;
    for (const change of hunk.changes) {
      lines.push(...marked(' ', old.slice(at, change.start)));
      lines.push(...marked('-', old.slice(change.start, change.end)).map((line) => painted(line, 'red', paint)));
      lines.push(
        ...marked('+', fresh.slice(change.newStart, change.newEnd)).map((line) => painted(line, 'green', paint)),
      );
      at = change.end;
    }
    lines.push(...marked(' ', old.slice(at, end)));
  }
  return `${lines.join('\n')}\n`;
}

interface Hunk extends LineChange {
  readonly changes: readonly LineChange[];
}

/** Changes with the lines around them; those whose surroundings meet are one. */
function hunksOf(changes: readonly LineChange[], length: number): readonly Hunk[] {
  const hunks: (Hunk & { readonly changes: LineChange[] })[] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const shift = change.newEnd - change.end;
    const end = Math.min(length, change.end + CONTEXT);
    if (last && change.start - CONTEXT <= last.end) {
      hunks[hunks.length - 1] = { ...last, end, newEnd: end + shift, changes: [...last.changes, change] };
      continue;
    }
    const start = Math.max(0, change.start - CONTEXT);
    const newStart = start + change.newStart - change.start;
    hunks.push({ start, end, newStart, newEnd: end + shift, changes: [change] });
  }
  return hunks;
}

/** Lines count from 1; of none the line before is named. */
const rangeOf = (start: number, end: number): string => (end === start ? `${start},0` : `${start + 1},${end - start}`);

function markedLine(mark: string, line: string, showsReturn: boolean): readonly string[] {
  const shown = `${mark}${printable(line.replace(showsReturn ? /\n$/ : /\r?\n$/, ''))}`;
  return line.endsWith('\n') ? [shown] : [shown, '\\ No newline at end of file'];
}

const painted = (line: string, colour: 'red' | 'green', paint: Paint): string =>
  line.startsWith('\\') ? line : paint(colour, line);

/** Lines with their line breaks. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
