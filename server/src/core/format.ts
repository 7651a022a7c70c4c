/**
 * Annotations in canonical order and style: front matter, files of records and concord.yaml, never a body.
 * The result is read back, and stands only if it means exactly what stood there, with every comment; what cannot be laid
 * out without a risk stays as it is. Knows files one by one, not the corpus.
 */

import { type Meaning, meaningOf } from './edit/data.ts';
import { lineEnd, lineStart } from './edit/layout.ts';
import { open, type ParsedFile, read, type Source, type TextEdit } from './edit/source.ts';
import { type LineChange, lineChanges } from './format/changes.ts';
import { linesOf, linesOfParts } from './format/print.ts';
import { treeOf } from './format/read.ts';
import { shapeOf, within } from './format/shapes.ts';
import { type Collection, commentsOf, type Part, type Tree } from './format/tree.ts';
import type { Span } from './text.ts';

export { type LineChange, lineChanges } from './format/changes.ts';

/** Why a file stays as it is: its YAML cannot be read, or it is written in a way that must not be touched. */
export type FormatProblem = 'broken' | 'unusual';

/** The edits, none where the file is in order; they do not overlap and are in the order of the text. */
export type Formatting = { readonly edits: readonly TextEdit[] } | { readonly problem: FormatProblem };

const NOTHING: Formatting = { edits: [] };

/**
 * Formats the annotations of a file, or the entries and items that `span` touches. Front matter in which nothing is
 * annotated belongs to other tools, and is left to them.
 */
export function format(file: ParsedFile, span?: Span): Formatting {
  if (file.kind === 'document' && !file.annotated) return NOTHING;
  const source = open(file);
  return source ? formatSource(source, file.kind, span) : { problem: 'broken' };
}

/** The same for a file of that kind that has been opened for a change. */
export function formatSource(source: Source, kind: ParsedFile['kind'], span?: Span): Formatting {
  const { region, root } = source;
  if (source.faults.length > 0) return { problem: 'broken' };
  if (!region || !root || (span && (span.start > region.end || span.end < region.start))) return NOTHING;
  const tree = treeOf(source);
  if (!tree) return { problem: 'unusual' };
  const text = span ? withFormattedPart(source, tree, kind, span) : withFormattedRegion(source, tree, kind);
  if (text === source.text) return NOTHING;
  return isFaithful(source, tree, text, kind, span !== undefined)
    ? { edits: editsBetween(source, text) }
    : { problem: 'unusual' };
}

/** The text that `edits`, which `format` gave for it, make of a file. */
export function formatted({ text }: { readonly text: string }, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

function withFormattedRegion({ text, region }: Source, tree: Tree, kind: ParsedFile['kind']): string {
  const lines = linesOf(tree, shapeOf(kind));
  return text.slice(0, tree.start) + lines.map((line) => line + tree.eol).join('') + text.slice(region!.end);
}

/** Nothing moves from one part to another: what was not selected stays where and as it is. */
function withFormattedPart(source: Source, tree: Tree, kind: ParsedFile['kind'], span: Span): string {
  const { text } = source;
  let holder: Collection = tree;
  let shape = shapeOf(kind);
  for (;;) {
    const touched = holder.parts.filter(
      ({ start, end }) => lineStart(text, start) <= span.end && span.start <= lineEnd(text, end),
    );
    const [first] = touched;
    if (!first) return text;
    if (holder === tree && touched.length === tree.parts.length) return withFormattedRegion(source, tree, kind);
    const { value } = first;
    const inner = (value.kind === 'map' || value.kind === 'seq') && !value.flow ? value : undefined;
    const isInside = inner && span.start > first.start && span.start >= lineStart(text, inner.parts[0]!.start);
    if (touched.length > 1 || !isInside) return withParts(source, tree, touched, holder, shape);
    shape = within(shape, first.key?.name);
    holder = inner;
  }
}

function withParts(
  { text }: Source,
  { eol }: Tree,
  parts: readonly Part[],
  holder: Collection,
  shape: ReturnType<typeof shapeOf>,
): string {
  const { start } = parts[0]!;
  const { end } = parts.at(-1)!;
  const lines = linesOfParts(parts, (part) => within(shape, holder.kind === 'map' ? part.key?.name : undefined));
  const [head, ...rest] = lines;
  return text.slice(0, start) + [head!.trimStart(), ...rest].join(eol) + text.slice(end);
}

/** Whether `text` means what the file means, has its comments, and, where all of it was formatted, would stay as it is. */
function isFaithful(source: Source, tree: Tree, text: string, kind: ParsedFile['kind'], inPart: boolean): boolean {
  const after = read(source.path, text, source.frontMatter, undefined);
  if (!after?.region || after.faults.length > 0 || !after.root) return false;
  if (after.text.slice(after.region.end) !== source.text.slice(source.region!.end)) return false;
  if (JSON.stringify(inAnyOrder(meaningOf(source.root))) !== JSON.stringify(inAnyOrder(meaningOf(after.root))))
    return false;

  const again = treeOf(after);
  if (!again || commentsOf(tree).toSorted().join('\n') !== commentsOf(again).toSorted().join('\n')) return false;
  return inPart || withFormattedRegion(after, again, kind) === text;
}

/** A meaning with the keys of each map sorted; of one that stands twice the first stays the first. */
function inAnyOrder(meaning: Meaning): Meaning {
  if (meaning === null || typeof meaning === 'string') return meaning;
  if (isList(meaning)) return meaning.map(inAnyOrder);
  const entries = meaning.map.map(([key, value]) => [key, inAnyOrder(value)] as const);
  return { map: entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) };
}

const isList = (meaning: Meaning): meaning is readonly Meaning[] => Array.isArray(meaning);

/** The edits of whole lines that make `after`, which differs in the YAML alone, of a file. */
export function editsBetween({ path, text, region }: Source, after: string): readonly TextEdit[] {
  const tail = text.length - region!.end;
  const old = linesIn(text.slice(region!.start, region!.end));
  const fresh = linesIn(after.slice(region!.start, after.length - tail));
  const starts = [region!.start];
  for (const line of old) starts.push(starts.at(-1)! + line.length);
  return lineChanges(old, fresh).map(({ start, end, newStart, newEnd }: LineChange) => ({
    path,
    span: { start: starts[start]!, end: starts[end]! },
    newText: fresh.slice(newStart, newEnd).join(''),
  }));
}

/** Lines with their line breaks. */
const linesIn = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
