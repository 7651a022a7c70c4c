/**
 * Lines of a body that seem to be no part of its text: buttons, trails, lists of other texts, credits, notices, footers
 * that come back on every page. It marks them and no more; whether they go, a person decides.
 */

import { normaliseText } from '../../core/normalise.ts';
import { COMMENTS, COOKIES, CREDITS, FOOTER, RELATED, SHARING, SHARING_ALONE, TRAIL } from './boilerplateWords.ts';
import type { BoilerplateKind, Stretch } from './raw.ts';
import { importWordsIn } from './words.ts';

/** Lines further on are looked at for nothing but repetition. */
const LONGEST_LINE = 400;

export interface Line {
  readonly start: number;
  /** With its line break. */
  readonly end: number;
  readonly text: string;
}

/** The lines of a text, by CRLF, LF or CR. */
export function linesIn(text: string): readonly Line[] {
  const lines: Line[] = [];
  const ends = /\r\n?|\n/g;
  for (let start = 0; start < text.length; ) {
    ends.lastIndex = start;
    const found = ends.exec(text);
    const end = found ? ends.lastIndex : text.length;
    lines.push({ start, end, text: text.slice(start, found?.index ?? end) });
    start = end;
  }
  return lines;
}

/** `known`: what the structure of a page has told already. In order, without overlaps. */
export function boilerplateIn(body: string, known: readonly Stretch[] = []): readonly Stretch[] {
  const lines = linesIn(body);
  const kinds: (BoilerplateKind | undefined)[] = new Array(lines.length).fill(undefined);
  let next = 0;
  for (const [i, { start }] of lines.entries()) {
    while (next < known.length && known[next]!.span.end <= start) next++;
    const stretch = known[next];
    if (stretch && stretch.span.start <= start) kinds[i] = stretch.kind;
  }
  const texts = lines.map(({ text }) => (text.length > LONGEST_LINE ? text : plain(text)));
  const repeated = repeatedIn(texts);
  let related = false;
  for (const [i, text] of texts.entries()) {
    if (text === '') continue;
    const kind = kindOf(text);
    if (kind === 'related') related = true;
    else if (related && isItem(text)) kinds[i] ??= kind ?? 'related';
    else related = false;
    kinds[i] ??= kind ?? (repeated.has(text) ? 'repeated' : undefined);
  }
  return joined(lines, texts, kinds);
}

/** Lines of one kind with nothing but blank lines between them are one stretch. */
function joined(
  lines: readonly Line[],
  texts: readonly string[],
  kinds: readonly (BoilerplateKind | undefined)[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: { kind: BoilerplateKind; start: number; end: number } | undefined;
  for (const [i, { start, end }] of lines.entries()) {
    const kind = kinds[i];
    if (texts[i] === '' && kind === undefined) continue;
    if (open && kind !== open.kind) {
      stretches.push({ kind: open.kind, span: { start: open.start, end: open.end } });
      open = undefined;
    }
    if (kind) open = { kind, start: open?.start ?? start, end };
  }
  if (open) stretches.push({ kind: open.kind, span: { start: open.start, end: open.end } });
  return stretches;
}

/** A line without the marks of Markdown, for comparing. */
const plain = (line: string): string =>
  normaliseText(line.trim().replace(/^(?:[>#*+\-|]\s{0,3}){1,6}/, ''))
    .toLowerCase()
    .trim();

function kindOf(line: string): BoilerplateKind | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  if (RELATED_LINES.has(line.replace(/(?<![:：…])[:：…]+$/, '').trim())) return 'related';
  if (COMMENT_LINES.has(line.replace(/(?<![:：.…!])[:：.…!]+$/, '').trim())) return 'footer';
  if (line.length <= 120 && isSharing(line)) return 'sharing';
  if (line.length <= 80 && isCredit(line)) return 'credits';
  if (/cookies?\b/.test(line) && COOKIES.some((word) => line.includes(word))) return 'cookies';
  if (line.length <= 250 && FOOTER.some((word) => line.includes(word))) return 'footer';
  if (line.length <= 200 && isTrail(line)) return 'navigation';
  return isPageNumber(line) ? 'repeated' : undefined;
}

const RELATED_LINES: ReadonlySet<string> = new Set(RELATED);
const COMMENT_LINES: ReadonlySet<string> = new Set(COMMENTS);
const SHARING_WORDS: ReadonlySet<string> = new Set(SHARING.map((word) => word.toLowerCase()));
const LONGEST_SHARING = Math.max(...SHARING.map((word) => word.length));
const ALONE: ReadonlySet<string> = new Set(SHARING_ALONE);

/** Made of the words of buttons and of marks alone. */
function isSharing(line: string): boolean {
  let [count, alone] = [0, false];
  for (let at = 0; at < line.length; ) {
    if (!/[\p{L}\p{N}]/u.test(line[at]!)) {
      at++;
      continue;
    }
    const latin = /^[a-z-]+/.exec(line.slice(at, at + 20))?.[0].replace(/(?<!-)-+$/, '');
    let word = latin && SHARING_WORDS.has(latin) ? latin : '';
    for (let length = LONGEST_SHARING; !latin && word === '' && length > 0; length--) {
      const piece = line.slice(at, at + length);
      if (piece.length === length && SHARING_WORDS.has(piece)) word = piece;
    }
    if (word === '') return false;
    alone ||= ALONE.has(word);
    count++;
    at += word.length;
  }
  return count > 0 && (alone || NETWORKS.test(line)) && (alone || count > 1);
}

const NETWORKS = /facebook|twitter|whatsapp|linkedin|weibo|wechat|微信|微博|朋友圈/;

function isCredit(line: string): boolean {
  const bare = line.replace(/^[\s([【（]+/, '');
  return CREDITS.some((word) => bare.startsWith(word) && /^\s{0,3}[:：丨|]/.test(bare.slice(word.length)));
}

function isTrail(line: string): boolean {
  const steps = line.split(/\s?[>»›]\s?/);
  if (steps.length < 2 || steps.some((step) => step.length > 60)) return false;
  const first = steps[0]!;
  return TRAIL.some((word) => first === word || first.startsWith(`${word}:`) || first.endsWith(`:${word}`));
}

const isPageNumber = (line: string): boolean =>
  /^(?:page|p\.) ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/.test(line) ||
  /^第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?$/.test(line) ||
  /^- ?\d{1,4} ?-$/.test(line);

/** What may stand in a list of other texts: short, and no sentence. */
const isItem = (line: string): boolean => line.length <= 150 && !(line.length > 40 && /[.!?。！？]['")]?$/.test(line));

/** Lines that come back three times or more and name neither a speaker nor what an audience did. */
function repeatedIn(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text.length < 12 || text.length > 150 || !/\p{L}/u.test(text)) continue;
    if (/[:：]$/.test(text) || /^[([（【]/.test(text) || text.startsWith('---')) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const again = [...counts].filter(([, count]) => count >= 3);
  // What is most of the text is the text.
  const lines = again.reduce((sum, [, count]) => sum + count, 0);
  return new Set(2 * lines > texts.filter((text) => text !== '').length ? [] : again.map(([text]) => text));
}

/** The body without some stretches, and without the blank lines that they would leave behind. */
export function withoutStretches(body: string, stretches: readonly Stretch[]): string {
  let result = '';
  let at = 0;
  for (const { span } of stretches) {
    result += body.slice(at, span.start);
    const blank = /^(?:[ \t\u3000]{0,100}(?:\r\n?|\n))*/.exec(body.slice(span.end, span.end + 10_000))![0].length;
    at = span.end + blank;
    if (at >= body.length && result !== '') return `${result.trimEnd()}${/\r\n?|\n/.exec(body)?.[0] ?? '\n'}`;
  }
  return result + body.slice(at);
}

/** `line 3`, `lines 3–7`: of the body. */
export function stretchPlace(body: string, { span }: Stretch, words = importWordsIn()): string {
  const first = linesIn(body.slice(0, span.start)).length + 1;
  const last = first + linesIn(body.slice(span.start, span.end).trimEnd()).length - 1;
  return words.place(first, last);
}

const LONGEST_SHOWN = 70;

/** Its beginning, on one line. */
export function stretchText(body: string, { span }: Stretch): string {
  const words = body
    .slice(span.start, Math.min(span.end, span.start + 1_000))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN).trimEnd()} …` : words;
}
