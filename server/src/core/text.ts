/** Positions in one text: UTF-16 spans and the lines they fall on. Knows nothing of YAML, documents or editors. */

/** A stretch of one file's text: UTF-16 offsets into the whole file, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as editors name it: line and character count from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

const LF = 10;
const CR = 13;

/** Turns offsets into positions and back. `\n`, `\r\n` and a lone `\r` each end a line, as in the Language Server Protocol. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
    }
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line that holds `offset`, by binary search. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.starts[line]! };
  }

  /** A position past the end of its line, or of the text, counts as that end. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.text.length;
    const span = this.lineSpan(Math.max(0, line));
    return Math.min(span.start + Math.max(0, character), span.end);
  }

  /** The line's text without its line break. */
  lineSpan(line: number): Span {
    const start = this.starts[line] ?? this.text.length;
    let end = this.starts[line + 1] ?? this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === LF) end--;
    if (end > start && this.text.charCodeAt(end - 1) === CR) end--;
    return { start, end };
  }
}
