/** How a selection grows: word, passage, sentence, paragraph, body; scalar, entry, claim, claims, front matter. Knows no editor. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import type { Document } from '../core/document.ts';
import { sentenceAt } from '../core/sentences.ts';
import type { Span } from '../core/text.ts';
import type { YamlNode } from '../core/yaml.ts';
import { claimsOver } from './claimsAt.ts';
import type { Place } from './place.ts';

/** From the innermost outwards, each inside the next and larger; the last is the whole file. */
export function selectionRanges(view: View, { path, offset }: Place): readonly Span[] {
  const file = path === view.settings.path ? view.settings : view.corpus.records.files.get(path);
  const document = file ? undefined : view.document(path);
  const text = file?.text ?? document?.text ?? '';
  const found: Span[] = [{ start: 0, end: text.length }, wordAt(text, offset)];
  if (file) inYaml(text, file.root, offset, found);
  if (document && offset >= document.body.start) inBody(view, document, offset, found);
  else if (document?.yaml) {
    found.push(document.yaml, { start: 0, end: endOfLine(text, document.yaml.end) });
    inYaml(text, document.root, offset, found);
  }
  return nested(found, offset);
}

function inBody(view: View, document: Document, offset: number, found: Span[]): void {
  const { text, body } = document;
  found.push(trimmed(text, body), sentenceAt(text, body, offset), paragraphAt(text, body, offset));
  for (const { span } of claimsOver(document, offset)) found.push(span);
  for (const { span } of analyse(document, view.corpus.records).mentions) {
    if (span.start > offset) break;
    found.push(span);
  }
}

function inYaml(text: string, node: YamlNode | undefined, offset: number, found: Span[]): void {
  if (!node || offset < node.span.start || offset > node.span.end) return;
  found.push(node.span);
  if (node.kind === 'scalar') found.push(contentOf(text, node.span));
  if (node.kind === 'seq') for (const item of node.items) inYaml(text, item, offset, found);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    const entry = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
    if (offset < entry.start || offset > entry.end) continue;
    found.push(entry);
    inYaml(text, key, offset, found);
    inYaml(text, value, offset, found);
  }
}

/** A scalar without its quotation marks. */
function contentOf(text: string, { start, end }: Span): Span {
  const isQuoted = end - start >= 2 && /["']/.test(text[start]!) && text[end - 1] === text[start];
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Words are sought no farther than this: a line may be as long as a file. */
const WINDOW = 200;

/** The word at the place, in scripts without spaces by the rules of the language. */
function wordAt(text: string, offset: number): Span {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - WINDOW);
  const lineEnd = text.indexOf('\n', offset);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + WINDOW);
  let best: Span = { start: offset, end: offset };
  for (const { segment, index, isWordLike } of new Intl.Segmenter('und', { granularity: 'word' }).segment(
    text.slice(from, to),
  )) {
    const start = from + index;
    if (start > offset) break;
    const end = start + segment.length;
    if (isWordLike && end >= offset) best = { start, end };
  }
  return best;
}

function paragraphAt(text: string, body: Span, offset: number): Span {
  let start = offset;
  while (start > body.start && !(text[start - 1] === '\n' && isBlankBefore(text, start - 1, body.start))) start--;
  let end = offset;
  while (end < body.end && !(text[end] === '\n' && isBlankAfter(text, end + 1, body.end))) end++;
  return trimmed(text, { start, end });
}

/** Whether the line that ends at `at` is blank. */
function isBlankBefore(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && (text[i] === ' ' || text[i] === '\t' || text[i] === '\r')) i--;
  return i < from || text[i] === '\n';
}

function isBlankAfter(text: string, at: number, to: number): boolean {
  let i = at;
  while (i < to && (text[i] === ' ' || text[i] === '\t' || text[i] === '\r')) i++;
  return i >= to || text[i] === '\n';
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  while (from < to && /\s/.test(text[from]!)) from++;
  return { start: from, end: to };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Those that hold the offset, the smallest first, without what overlaps a smaller one in part. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const around = spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of around) {
    const last = chain.at(-1);
    const holds = !last || (span.start <= last.start && last.end <= span.end);
    const grows = !last || span.end - span.start > last.end - last.start;
    if (holds && grows && (span.end > span.start || spans.length === 1)) chain.push(span);
  }
  return chain.length > 0 ? chain : [{ start: offset, end: offset }];
}
