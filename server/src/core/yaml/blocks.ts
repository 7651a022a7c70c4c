/** Cuts YAML text into blocks that can be parsed apart, by its lines alone. Knows indentation, not YAML's grammar. */

/** One top-level key with all that belongs to it; offsets count from the start of the text that was cut. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  /** The line of a key that stands alone on it. */
  readonly head: string;
  /** The items or keys one level below such a key, each with its lines. */
  readonly children: readonly { readonly start: number; readonly source: string }[] | undefined;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Spaces before the first other character. */
  readonly indent: number;
  /** That character; empty on a blank line. */
  readonly first: string;
}

const KEY_START = /["'\p{L}\p{N}_]/u;
const LONE_KEY = /^(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]*|"[^"\\]*"|'[^']*')[ \t]*:[ \t]*(?:#.*)?$/u;

/** The blocks of `source`, or undefined where lines alone cannot tell: a flow collection or list as the root, directives, tabs. */
export function splitBlocks(source: string): readonly Block[] | undefined {
  const lines = linesOf(source);
  const blocks: Block[] = [];
  let from = -1;
  const close = (upTo: number) => {
    if (from >= 0) blocks.push(blockOf(source, lines.slice(from, upTo)));
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.first === '' || line.first === '#' || line.indent > 0) continue;
    if (KEY_START.test(line.first)) {
      close(i);
      from = i;
    } else if (from < 0 || !'-]}'.includes(line.first) || source.startsWith('---', line.start)) {
      return undefined;
    }
  }
  if (from < 0) return lines.some((line) => line.first !== '' && line.first !== '#') ? undefined : [];
  if (lines.slice(0, firstContent(lines)).some((line) => line.indent > 0 && line.first !== '')) return undefined;
  close(lines.length);
  return blocks;
}

function firstContent(lines: readonly Line[]): number {
  return lines.findIndex((line) => line.first !== '' && line.first !== '#');
}

function blockOf(source: string, lines: readonly Line[]): Block {
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  const head = source.slice(start, lines[0]!.end);
  return { start, end, source: source.slice(start, end), head, children: childrenOf(source, head, lines) };
}

function childrenOf(source: string, head: string, lines: readonly Line[]): Block['children'] {
  if (!LONE_KEY.test(head.trimEnd())) return undefined;
  const inner = lines.slice(1).filter((line) => line.first !== '' && line.first !== '#');
  const first = inner[0];
  if (!first) return undefined;
  const { indent } = first;
  const list = first.first === '-';
  if (!list && (indent === 0 || !KEY_START.test(first.first))) return undefined;
  if (inner.some((line) => line.indent < indent)) return undefined;
  if (inner.some((line) => line.indent === indent && (line.first === '-') !== list && !']}'.includes(line.first))) {
    return undefined;
  }
  const starts = inner.filter((line) => line.indent === indent && !']}'.includes(line.first)).map((line) => line.start);
  const end = lines.at(-1)!.end;
  return starts.map((start, i) => ({ start, source: source.slice(start, starts[i + 1] ?? end) }));
}

/** The character at `at`, where a dash that begins a key or text, and no item, counts as a letter. */
function firstOf(source: string, at: number): string {
  const first = String.fromCodePoint(source.codePointAt(at)!);
  if (first === '\n' || first === '\r') return '';
  return first === '-' && /[^\s-]/.test(source[at + 1] ?? ' ') ? '_' : first;
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < source.length; ) {
    let end = source.indexOf('\n', start);
    end = end < 0 ? source.length : end + 1;
    let at = start;
    while (source[at] === ' ') at++;
    lines.push({ start, end, indent: at - start, first: at >= end ? '' : firstOf(source, at) });
    start = end;
  }
  return lines;
}
