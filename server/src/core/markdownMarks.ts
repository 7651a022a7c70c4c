/** Where the marks of Markdown stand that are no part of the text: emphasis, code, links and their targets. Linear. */

import { isWhiteSpace, isWordUnit } from './characters.ts';
import type { Span } from './text.ts';

/** The marks in `span` of `source`, in order. Block marks (headings, bullets, `>`) are text. */
export function* markdownMarks(source: string, span: Span): Generator<Span, undefined> {
  const links = linkMarks(source, span);
  let link = 0;
  const runs = /\*+|_+|~+|`+/g;
  runs.lastIndex = span.start;
  for (let at = span.start; at < span.end; ) {
    const run = runs.lastIndex >= at ? runs.exec(source) : undefined;
    const start = run && run.index < span.end ? run.index : span.end;
    for (let next = links[link]; next && next.start <= start; next = links[++link]) {
      if (next.start < at) continue;
      yield next;
      at = next.end;
    }
    if (start >= span.end) return;
    const end = Math.min(runs.lastIndex, span.end);
    if (start >= at && isMark(source, span, source.charCodeAt(start), start, end)) yield { start, end };
    at = Math.max(at, end);
    runs.lastIndex = at;
  }
}

const UNDERSCORE = 0x5f;
const TILDE = 0x7e;
const BACKTICK = 0x60;

function isMark(source: string, span: Span, unit: number, start: number, end: number): boolean {
  if (unit === BACKTICK) return true;
  const length = end - start;
  if (length > 3 || (unit === TILDE && length !== 2)) return false;
  const before = start > span.start ? source.charCodeAt(start - 1) : SPACE;
  const after = end < span.end ? source.charCodeAt(end) : SPACE;
  if (isWhiteSpace(before) && isWhiteSpace(after)) return false;
  // snake_case and 5*3 are words and figures, not emphasis.
  if (unit === UNDERSCORE) return !(isWordUnit(before) && isWordUnit(after));
  return !(isDigit(before) && isDigit(after));
}

const SPACE = 0x20;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** An address without white space, or one in angle brackets, and perhaps a title: a remark in parentheses is no target. */
const TARGET = /^(?:<[^<>]*>|[^\s<]\S*)?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;
/** Longer targets are not links that a person wrote. */
const TARGET_LIMIT = 2_000;
const AUTOLINK = /<[a-z][a-z0-9+.-]{1,30}:[^\s<>]{1,2000}>/giy;

function linkMarks(source: string, span: Span): readonly Span[] {
  const marks: Span[] = [];
  if (source.indexOf('[', span.start) < 0 && source.indexOf('<', span.start) < 0) return marks;
  const open: number[] = [];
  const targets = new Targets(source, span.end);
  for (let i = span.start; i < span.end; i++) {
    const char = source[i];
    if (char === '<') {
      AUTOLINK.lastIndex = i;
      const found = AUTOLINK.exec(source)?.[0].length;
      if (found && i + found <= span.end)
        marks.push({ start: i, end: i + 1 }, { start: i + found - 1, end: i + found });
    } else if (char === '[') {
      open.push(i);
    } else if (char === ']') {
      const start = open.pop();
      const end = start === undefined ? undefined : targets.endOf(i + 1);
      if (start === undefined || end === undefined) continue;
      const image = start > span.start && source[start - 1] === '!';
      marks.push({ start: image ? start - 1 : start, end: start + 1 }, { start: i, end });
      i = end - 1;
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Finds where link targets close; every stretch without a closing mark is looked at once, however many brackets open before it. */
class Targets {
  private readonly clearUntil = { ')': -1, ']': -1 };

  constructor(
    private readonly source: string,
    private readonly end: number,
  ) {}

  /** The end of the target whose bracket stands at `at`; undefined where no link does. */
  endOf(at: number): number | undefined {
    const close = this.source[at] === '(' ? ')' : this.source[at] === '[' ? ']' : undefined;
    if (!close || at >= this.end) return undefined;
    const found = this.find(close, at + 1, at + 1);
    if (found === undefined) return undefined;
    // One pair of parentheses inside a target is common: an encyclopedia's titles have them.
    const nested = close === ')' && this.source.slice(at + 1, found).includes('(');
    const end = (nested ? this.find(close, found + 1, at + 1) : undefined) ?? found + 1;
    return close === ']' || TARGET.test(this.source.slice(at + 1, end - 1).trim()) ? end : undefined;
  }

  private find(close: ')' | ']', from: number, opened: number): number | undefined {
    let at = Math.max(from, this.clearUntil[close]);
    const limit = Math.min(opened + TARGET_LIMIT, this.end);
    while (at < limit && this.source[at] !== close && this.source[at] !== '\n') at++;
    if (at < limit && this.source[at] === close) return from === opened ? at : at + 1;
    this.clearUntil[close] = Math.max(at, this.clearUntil[close]);
    return undefined;
  }
}
