/** Foreign files as text and lines, within limits. Knows no format. */

import type { ImportProblem, InFile } from './format.ts';

/** Longer ones are no line of a file that a person works with. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** The text of a file, its byte order mark included; the problem where it is not UTF-8. */
export function textOf({ path, bytes }: InFile): string | ImportProblem {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { file: path, message: 'it is not UTF-8 text' };
  }
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line break. */
  readonly text: string;
}

/** The lines of a text, with `\n` and `\r\n` at their ends; a byte order mark at the beginning is left out. */
export function* linesIn(text: string): Iterable<Line> {
  let number = 1;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; number++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const bare = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    yield { number, text: text.slice(at, bare) };
    at = end + 1;
  }
}

/** The objects of a file of JSON Lines, each with its line; what is wrong with a line goes to `problems`. */
export function* jsonLines(
  file: InFile,
  problems: ImportProblem[],
): Iterable<{ readonly line: number; readonly value: object }> {
  const text = textOf(file);
  if (typeof text !== 'string') {
    problems.push(text);
    return;
  }
  for (const { number: line, text: source } of linesIn(text)) {
    if (source.trim() === '') continue;
    const problem = (message: string) => problems.push({ file: file.path, line, message });
    if (source.length > LONGEST_LINE) {
      problem(`the line is longer than ${LONGEST_LINE / 1024 / 1024} million characters, which no document is`);
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (reason) {
      problem(`it is no JSON: ${(reason as Error).message.replace(/\s+/g, ' ').slice(0, 200)}`);
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) problem('a line holds one JSON object');
    else yield { line, value };
  }
}
