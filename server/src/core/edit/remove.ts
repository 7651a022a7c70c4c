/** Takes an entry or item out of a YAML collection. Comments on lines of their own stay. */

import type { YamlMap, YamlNode, YamlSeq } from '../yaml.ts';
import { partSpans } from './insert.ts';
import {
  afterColon,
  dashOf,
  endOf,
  endOfEntry,
  flowGap,
  isBlockCollection,
  lineEnd,
  lineStart,
  nextLine,
  startsLine,
} from './layout.ts';
import { type Change, type Path, placeAt, type RawEdit, type Source } from './source.ts';

export function remove(source: Source, { path }: Change & { kind: 'remove' }): readonly RawEdit[] | undefined {
  const index = path.at(-1);
  const parent = placeAt(source, path.slice(0, -1))?.node;
  if (index === undefined || (parent?.kind !== 'map' && parent?.kind !== 'seq')) return undefined;
  if (!isBlockCollection(source.text, parent)) return fromFlow(source.text, parent, index);
  const { text } = source;
  const own = parent.kind === 'map' ? entryLines(text, parent, index) : itemLines(text, parent, index);
  if (!own) return undefined;
  const lines = withBlankLine(source, own);
  const count = parent.kind === 'map' ? parent.entries.length : parent.items.length;
  if (count > 1 || path.length === 1) return [lines];
  const hollow = hollowed(source, path.slice(0, -1), parent);
  return hollow && [hollow, lines];
}

/** The lines of a map's entry; of the first one after a dash, what stands up to the next key or comment. */
function entryLines(text: string, map: YamlMap, index: number): RawEdit | undefined {
  const entry = map.entries[index];
  if (!entry) return undefined;
  const { start } = entry.key.span;
  const end = endOfEntry(text, entry);
  if (startsLine(text, start)) return wholeLines(text, start, end);
  const next = map.entries[index + 1];
  if (index > 0 || !next) return undefined;
  let at = nextLine(text, end);
  while (at < next.key.span.start && /[ \r\n]/.test(text[at]!)) at++;
  return { start, end: at, newText: '' };
}

function itemLines(text: string, seq: YamlSeq, index: number): RawEdit | undefined {
  const dash = dashOf(text, seq, index);
  if (dash === undefined || !startsLine(text, dash)) return undefined;
  return wholeLines(text, dash, endOf(text, seq.items[index]!));
}

function wholeLines(text: string, start: number, end: number): RawEdit {
  const from = lineStart(text, start);
  const to = nextLine(text, end);
  // The last line of a file without a final line break takes the break before it along.
  if (to === text.length && text[to - 1] !== '\n' && from > 0) {
    return { start: lineEnd(text, from - 1), end: to, newText: '' };
  }
  return { start: from, end: to, newText: '' };
}

/** Of two blank lines that would come together, or that would end the file, one goes too. */
function withBlankLine({ text, region }: Source, { start, end, newText }: RawEdit): RawEdit {
  const first = region?.start ?? 0;
  const last = region?.end ?? text.length;
  if (lineStart(text, start) !== start || (end < last && lineStart(text, end) !== end)) return { start, end, newText };
  const isBlank = (line: number): boolean => text.slice(line, lineEnd(text, line)).trim() === '';
  const above = start > first ? lineStart(text, start - 1) : undefined;
  if (above !== undefined && !isBlank(above)) return { start, end, newText };
  if (end < last) return { start, end: isBlank(end) ? Math.min(nextLine(text, end), last) : end, newText };
  // The blank lines below a literal text may be part of it.
  const literal = /[|>][1-9]?\+/.test(text.slice(first, start));
  return { start: above === undefined || literal ? start : above, end, newText };
}

/** `[]` or `{}` after the key of a block collection that loses its last part. */
function hollowed(source: Source, path: Path, node: YamlNode): RawEdit | undefined {
  const holder = placeAt(source, path)?.parent;
  if (holder?.kind !== 'map') return undefined;
  const entry = holder.entries[path.at(-1)!]!;
  const at = afterColon(source.text, entry.key.span.end);
  return at === undefined ? undefined : { start: at, end: at, newText: node.kind === 'map' ? ' {}' : ' []' };
}

function fromFlow(text: string, node: YamlMap | YamlSeq, index: number): readonly RawEdit[] | undefined {
  const spans = partSpans(text, node);
  const span = spans[index];
  if (!span) return undefined;
  const opener = node.span.start + 1;
  const closer = node.span.end - 1;
  const previous = spans[index - 1];
  const next = spans[index + 1];
  const { comma, comment } = flowGap(text, span.end, next?.start ?? closer);
  const ownLines = startsLine(text, span.start) && lineEnd(text, comma ?? span.end) < (next?.start ?? closer);
  const before = flowGap(text, previous?.end ?? opener, span.start);
  if (ownLines && (next || before.comma === undefined || comma !== undefined)) {
    return [wholeLines(text, span.start, comma ?? span.end)];
  }
  if (ownLines && before.comma !== undefined) {
    return [{ start: before.comma, end: before.comma + 1, newText: '' }, wholeLines(text, span.start, span.end)];
  }
  if (next)
    return before.comment || comment
      ? [{ start: span.start, end: (comma ?? span.end) + 1, newText: '' }]
      : [{ start: span.start, end: next.start, newText: '' }];
  if (previous)
    return before.comment ? [{ ...span, newText: '' }] : [{ start: previous.end, end: span.end, newText: '' }];
  const inner = text.slice(opener, span.start) + text.slice(comma === undefined ? span.end : comma + 1, closer);
  return inner.trim() === ''
    ? [{ start: opener, end: closer, newText: '' }]
    : [{ start: span.start, end: comma === undefined ? span.end : comma + 1, newText: '' }];
}
