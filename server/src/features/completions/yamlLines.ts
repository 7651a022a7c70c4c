/** The lines and scalars of YAML that is being written: where each begins and ends. Knows no nesting. */

/** A scalar on one line, with its quotation marks. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What is between the marks. */
  readonly text: string;
  readonly quote: '' | '"' | "'";
}

const TOP_KEY = /^([\p{L}\p{N}_][\p{L}\p{N}_.-]*)[ \t]*:(?=\s|$)/gmu;

export function topLevelKeys(text: string, start: number, end: number): readonly string[] {
  // In a file of records they are ids, which nobody completes.
  return end - start > 200_000 ? [] : [...text.slice(start, end).matchAll(TOP_KEY)].map(([, key]) => key!);
}

// A search from before the text would begin at its first character.
const lineStartOf = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const startsBlock = (text: string, at: number): boolean => !/[\s\-#\]}]/.test(text[at] ?? ' ');

/** The line at or before `offset` on which a key of the root begins. */
export function topLevelBefore(text: string, start: number, offset: number): number {
  let at = lineStartOf(text, offset);
  // The cursor's own line continues the block before it where it is not yet a key.
  if (at > start && startsBlock(text, at) && !/^[^\s:]+[ \t]*:(?:\s|$)/.test(text.slice(at, at + 80)))
    at = lineStartOf(text, at - 1);
  while (at > start && !startsBlock(text, at)) at = lineStartOf(text, at - 1);
  return Math.max(start, at);
}

export function topLevelAfter(text: string, end: number, offset: number): number {
  let at = text.indexOf('\n', offset);
  while (at >= 0 && at < end && !(startsBlock(text, at + 1) && at + 1 < end)) at = text.indexOf('\n', at + 1);
  return at < 0 ? end : Math.min(end, at + 1);
}

/** Where the line at `from` ends, before its line break. */
export function lineEnd(text: string, end: number, from: number): number {
  const next = text.indexOf('\n', from);
  const stop = next < 0 || next > end ? end : next;
  return text[stop - 1] === '\r' && stop > from ? stop - 1 : stop;
}

export function isDash(text: string, at: number, stop: number): boolean {
  return text[at] === '-' && (at + 1 >= stop || text[at + 1] === ' ');
}

/** The colon that makes a key of what ends at `at`; -1 where there is none. */
export function colonAfter(text: string, at: number, stop: number): number {
  let i = at;
  while (text[i] === ' ' && i < stop) i++;
  return text[i] === ':' && i < stop ? i : -1;
}

/** The scalar at `start`, up to `stop`; spaces after it belong to it as long as the cursor stands behind them. */
export function scalarAt(text: string, cursor: number, start: number, stop: number, flow: boolean): Token {
  const mark = text[start];
  if (mark === '"' || mark === "'") return quotedAt(text, start, stop, mark);
  let end = start;
  while (end < stop && !endsPlain(text, start, end, stop, flow)) end++;
  while (end > start && end > cursor && text[end - 1] === ' ') end--;
  const content = text.slice(start, end).trimEnd();
  const away = cursor > end || cursor < start;
  return { start, end: away ? start + content.length : end, text: content, quote: '' };
}

function endsPlain(text: string, start: number, at: number, stop: number, flow: boolean): boolean {
  const unit = text[at]!;
  if (flow && ',[]{}'.includes(unit)) return true;
  if (unit === '#') return at > start && text[at - 1] === ' ';
  if (unit !== ':') return false;
  return at + 1 >= stop || (flow ? ' \t\r\n,[]{}' : ' \t\r\n').includes(text[at + 1]!);
}

/** Up to the closing mark on this line, or, where there is none, to the end of the line. */
function quotedAt(text: string, start: number, stop: number, quote: '"' | "'"): Token {
  for (let i = start + 1; i < stop; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return { start, end: i + 1, text: text.slice(start + 1, i), quote };
    }
  }
  return { start, end: stop, text: text.slice(start + 1, stop), quote };
}
