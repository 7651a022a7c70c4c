/** Rows as a table for people, and as CSV for spreadsheets. Knows cells and their widths, not what they mean. */

import type { Cell, Row } from '../list.ts';
import { clustersOf, type Paint, printable } from '../terminal.ts';

export interface TableOptions {
  readonly paint: Paint;
  /** The cells that a line may take; undefined for as many as it needs. */
  readonly columns: number | undefined;
}

/** A column is not made narrower than this. */
const LEAST = 8;
const GAP = '  ';

/** A heading, then the rows. Columns without anything in them are left out. */
export function table(rows: readonly Row[], names: readonly string[], { paint, columns }: TableOptions): string {
  const shown = names.filter((name) => rows.some((row) => row[name] !== undefined && row[name] !== ''));
  if (rows.length === 0) return '';
  const cells = rows.map((row) => shown.map((name) => textOf(row[name])));
  const isNumber = shown.map((name) => rows.every((row) => row[name] === undefined || typeof row[name] === 'number'));
  const widths = shown.map((name, i) => Math.max(widthOf(name), ...cells.map((row) => widthOf(row[i]!))));
  if (columns !== undefined) narrow(widths, columns - GAP.length * (widths.length - 1));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => fitted(cell, widths[i]!, isNumber[i]!, i === row.length - 1))
      .join(GAP)
      .trimEnd();
  return `${[paint('bold', line(shown)), ...cells.map(line)].join('\n')}\n`;
}

/** Takes from the widest columns until all fit, or none can give more. */
function narrow(widths: number[], most: number): void {
  for (let over = widths.reduce((sum, width) => sum + width, 0) - most; over > 0; ) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) return;
    const next = Math.max(LEAST, ...widths.filter((width) => width < widest));
    const at = widths.flatMap((width, i) => (width === widest ? [i] : []));
    const take = Math.min(over, (widest - next || 1) * at.length);
    for (const [nth, i] of at.entries()) widths[i]! -= Math.floor(take / at.length) + (nth < take % at.length ? 1 : 0);
    over -= take;
  }
}

/** What has several parts in the words of `concord`'s files. */
const written = (value: Cell): string =>
  typeof value === 'object'
    ? Object.entries(value)
        .map(([name, text]) => `${name}: ${text}`)
        .join('; ')
    : String(value ?? '');
const textOf = (value: Cell): string => printable(written(value));
/** In cells of a terminal. */
export const widthOf = (text: string): number => [...clustersOf(text)].reduce((sum, { cells }) => sum + cells, 0);

function fitted(text: string, width: number, right: boolean, last: boolean): string {
  const own = widthOf(text);
  if (own <= width) {
    const space = ' '.repeat(width - own);
    return right ? space + text : last ? text : text + space;
  }
  let cut = '';
  let used = 0;
  for (const { text: cluster, cells } of clustersOf(text)) {
    if (used + cells > width - 1) break;
    cut += cluster;
    used += cells;
  }
  return `${cut}…${' '.repeat(width - 1 - used)}`;
}

/** RFC 4180, in UTF-8. */
export function csv(rows: readonly Row[], names: readonly string[]): string {
  const line = (cells: readonly Cell[]) => `${cells.map(cellOf).join(',')}\r\n`;
  return line(names) + rows.map((row) => line(names.map((name) => row[name]))).join('');
}

/** A cell of CSV. */
export function cellOf(value: Cell): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = harmless(written(value));
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet takes what begins like this for a formula, and may run it. An apostrophe before it makes it a text; it
 * is part of the cell for whoever reads the file otherwise.
 */
const harmless = (text: string): string => (/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);
