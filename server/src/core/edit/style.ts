/** Keeps a file in canonical style that is in it: what grows too long for a line becomes lines. Knows no change. */

import { ENTRY_WIDTH } from '../format/print.ts';
import { editsBetween, formatSource, formatted } from '../format.ts';
import { SETTINGS_FILE } from '../settings.ts';
import { lineEnd, lineStart, nextLine } from './layout.ts';
import { type ParsedFile, type RawEdit, read, type Source, type TextEdit } from './source.ts';

/** The edits as they are, unless they leave a line as it does not stand in a file that is in order, and this one is. */
export function inStyle(source: Source, edits: readonly RawEdit[], after: string): readonly TextEdit[] {
  const { path, frontMatter } = source;
  const plain = edits.map(({ start, end, newText }) => ({ path, span: { start, end }, newText }));
  if (!unsettles(edits, after) || !isInOrder(source)) return plain;
  const changed = read(path, after, frontMatter, undefined);
  const result = changed && formatSource(changed, kindOf(source));
  if (!result || 'problem' in result || result.edits.length === 0) return plain;
  return editsBetween(source, formatted(changed, result.edits));
}

const COMMENT = /[ \r\n]*#/y;

/** Whether a line that is edited gets too long, or a comment loses what it stood behind or below. */
function unsettles(edits: readonly RawEdit[], after: string): boolean {
  let shift = 0;
  return edits.some(({ start, end, newText }) => {
    const from = start + shift;
    shift += newText.length - (end - start);
    const last = lineEnd(after, from + newText.length);
    const below = newText === '' ? lineStart(after, from) : nextLine(after, last);
    COMMENT.lastIndex = below;
    if (end - start > newText.length && COMMENT.test(after)) return true;
    for (let line = lineStart(after, from); line < last; line = nextLine(after, line)) {
      const edge = lineEnd(after, line);
      if (edge - line > ENTRY_WIDTH || /^ *- +#/.test(after.slice(line, edge))) return true;
    }
    return false;
  });
}

const known = new WeakMap<Source, boolean>();

function isInOrder(source: Source): boolean {
  const before = known.get(source);
  if (before !== undefined) return before;
  const result = formatSource(source, kindOf(source));
  const inOrder = 'edits' in result && result.edits.length === 0;
  known.set(source, inOrder);
  return inOrder;
}

const kindOf = ({ path, frontMatter }: Source): ParsedFile['kind'] =>
  frontMatter ? 'document' : path === SETTINGS_FILE ? 'settings' : 'records';
