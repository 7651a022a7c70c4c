/** Text as a terminal shows it: what is safe to print, how many cells it takes, and colours. Knows no findings. */

/**
 * The text with control characters made visible, so that a document, a path or an argument can neither drive the
 * terminal nor reorder what is read there. Unit for unit: offsets stay what they are.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** C0 and C1, line separators, and the controls that set the direction of writing. */
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** What stands together in one place, and how many cells it takes: 0, 1, 2, or 4 for a tab. */
export interface Cluster {
  readonly text: string;
  readonly cells: number;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const TAB_CELLS = 4;

/** Takes the text apart into grapheme clusters. Tabs become spaces, control characters visible. */
export function* clustersOf(text: string): Iterable<Cluster> {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  for (const { segment, index } of segmenter.segment(text)) {
    const place = { start: index, end: index + segment.length };
    if (segment === '\t') yield { text: ' '.repeat(TAB_CELLS), cells: TAB_CELLS, ...place };
    else yield { text: printable(segment), cells: cellsOf(segment), ...place };
  }
}

/** How many cells a text takes. */
export function widthOf(text: string): number {
  let cells = 0;
  for (const cluster of clustersOf(text)) cells += cluster.cells;
  return cells;
}

let segmenter: Intl.Segmenter | undefined;

/** The cells of one grapheme cluster: its first character decides, save that a variation selector asks for an emoji. */
function cellsOf(cluster: string): number {
  const code = cluster.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (isWide(code) || cluster.includes('\ufe0f')) return 2;
  return ZERO_WIDTH.test(cluster) ? 0 : 1;
}

const ZERO_WIDTH = /^(?:[\u200b-\u200d\u2060\ufeff]|\p{Mn}|\p{Me})/u;

/** First and last code points of what Unicode calls wide or full-width (UAX #11); emoji by their blocks. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x1f1e6, 0x1f1ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

const isWide = (code: number): boolean => WIDE.some(([first, last]) => first <= code && code <= last);

const CODES = { bold: '1', dim: '2', red: '1;31', yellow: '1;33', cyan: '1;36', blue: '1;34', green: '1;32' } as const;
export type Colour = keyof typeof CODES;
export type Paint = (colour: Colour, text: string) => string;

export const inColour: Paint = (colour, text) => (text === '' ? '' : `\x1b[${CODES[colour]}m${text}\x1b[0m`);
export const plain: Paint = (_, text) => text;

/** `FORCE_COLOR` over `NO_COLOR` over what the output is, as programs around Node have it. */
export function wantsColour(isTTY: boolean, variables: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = variables;
  if (force) return force !== '0' && force !== 'false';
  return !no && isTTY && terminal !== 'dumb';
}
