/** Tables of comma-separated values by RFC 4180, harmless to open in a spreadsheet. Knows no columns. */

import Papa from 'papaparse';
import type { ImportProblem, InFile } from '../../exchange/format.ts';
import { textOf } from '../../exchange/lines.ts';

export type Cell = string | number | boolean | undefined;

/** One row, with its line break. */
export const rowOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = defused(cell);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a spreadsheet takes for a formula, or for the sign that something is none. */
const FORMULA = /^[=+\-@\t\r'\uff0b\uff0d\uff1d\uff20]/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** With an apostrophe before what a spreadsheet would compute; a number is left one. */
const defused = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text that was meant: the apostrophe of `defused` taken away. */
export const restored = (text: string): string =>
  text[0] === "'" && FORMULA.test(text.slice(1)) && !NUMBER.test(text.slice(1)) ? text.slice(1) : text;

export interface Row {
  /** Of the file, from 1; the header is row 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows of a table by the names in its first row; separators other than commas are recognised. */
export function rowsOf(file: InFile, problems: ImportProblem[]): readonly Row[] {
  const text = textOf(file);
  if (typeof text !== 'string') {
    problems.push(text);
    return [];
  }
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    header: false,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  for (const { type, row, message } of errors) {
    // A table of one column has no separator that could be seen.
    if (type === 'Delimiter') continue;
    problems.push({ file: file.path, ...(row !== undefined && { line: row + 1 }), message });
  }
  const [header, ...rest] = data;
  if (!header) return [];
  const names = header.map((name) => restored(name).trim());
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) problems.push({ file: file.path, line: 1, message: `two columns are called ${twice}` });
  return rest.map((cells, i): Row => {
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell !== ''))
      problems.push({ file: file.path, line: i + 2, message: `row ${i + 2} has more cells than the header` });
    const entries = names.flatMap((name, at) => {
      const cell = cells[at] ?? '';
      return name === '' || cell === '' ? [] : [[name, restored(cell)] as const];
    });
    return { number: i + 2, cells: new Map(entries) };
  });
}
