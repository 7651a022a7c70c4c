/** What of a file can be folded: the front matter, what spans lines in YAML, sections of a Markdown body. Knows no editor. */

import type { View } from '../checks/engine/check.ts';
import type { Document } from '../core/document.ts';
import { LineIndex } from '../core/text.ts';
import type { YamlNode } from '../core/yaml.ts';

export interface FoldingRange {
  /** The line that stays, and the last one that is hidden. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'region';
}

/** The outermost first where there are more than `limit`; in order of their lines. */
export function foldingRanges(view: View, path: string, limit = Number.POSITIVE_INFINITY): readonly FoldingRange[] {
  const found = new Folds();
  if (path === view.settings.path) found.yaml(view.settings.root, new LineIndex(view.settings.text), 0);
  const file = view.corpus.records.files.get(path);
  if (file) found.yaml(file.root, new LineIndex(file.text), 0);
  const document = file ? undefined : view.document(path);
  if (document) ofDocument(found, document);
  return found.within(limit);
}

function ofDocument(found: Folds, { path, text, yaml, root, body }: Document): void {
  const lines = new LineIndex(text);
  const isClosed = yaml !== undefined && body.start > yaml.end;
  // The line of the closing fence goes with it: what is left is one line, and then the text.
  if (isClosed) found.add(0, lines.lineAt(yaml.end), 0, 'region');
  found.yaml(root, lines, 1);
  if (/\.(?:md|markdown)$/i.test(path)) found.sections(lines, lines.lineAt(body.start), text);
}

class Folds {
  private readonly found = new Map<number, FoldingRange & { readonly depth: number }>();

  add(startLine: number, endLine: number, depth: number, kind?: 'region'): void {
    // Two that begin on one line cannot be told apart in a margin: the outer one is offered.
    if (endLine <= startLine || this.found.has(startLine)) return;
    this.found.set(startLine, { startLine, endLine, depth, ...(kind && { kind }) });
  }

  /** Every entry and item that goes on past its line. */
  yaml(node: YamlNode | undefined, lines: LineIndex, depth: number): void {
    if (node?.kind === 'map') {
      for (const { key, value } of node.entries) this.part(key.span.start, value, lines, depth);
    } else if (node?.kind === 'seq') for (const item of node.items) this.part(item.span.start, item, lines, depth);
  }

  private part(start: number, value: YamlNode, lines: LineIndex, depth: number): void {
    const { end } = value.span;
    // What an alias stands for is written elsewhere.
    if (end <= start) return;
    this.add(lines.lineAt(start), lines.lineAt(end - 1), depth);
    if (value.kind === 'map' || value.kind === 'seq') this.yaml(value, lines, depth + 1);
  }

  /** From each heading to before the next one of its rank or a higher one; not where a fence of code is open. */
  sections(lines: LineIndex, from: number, text: string): void {
    const open: { readonly line: number; readonly rank: number }[] = [];
    let fence: string | undefined;
    let last = from;
    const close = (rank: number) => {
      while (open.length > 0 && open.at(-1)!.rank >= rank) {
        const { line } = open.pop()!;
        this.add(line, last, open.length);
      }
    };
    for (let line = from; line < lines.lineCount; line++) {
      const { start, end } = lines.lineSpan(line);
      const head = text.slice(start, Math.min(end, start + 12));
      const mark = /^ {0,3}(```|~~~)/.exec(head)?.[1];
      if (mark && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
      const rank = fence === undefined ? /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(head)?.[1]?.length : undefined;
      if (rank !== undefined) {
        close(rank);
        open.push({ line, rank });
      }
      if (end > start) last = line;
    }
    close(1);
  }

  within(limit: number): readonly FoldingRange[] {
    const all = [...this.found.values()];
    const kept = all.length > limit ? all.sort((a, b) => a.depth - b.depth).slice(0, limit) : all;
    return kept
      .sort((a, b) => a.startLine - b.startLine)
      .map(({ startLine, endLine, kind }) => ({ startLine, endLine, ...(kind && { kind }) }));
  }
}
