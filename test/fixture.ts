/** The test notation: a small corpus as one text, with what is expected marked in it. See `parseFixture`. */

import assert from 'node:assert/strict';
import type { Finding } from '../server/src/checks/engine/check.ts';
import { check } from '../server/src/checks/engine/run.ts';
import { wordsIn } from '../server/src/checks/messages/messages.ts';
import { Library } from '../server/src/core/library.ts';
import { LineIndex, type Span } from '../server/src/core/text.ts';

/** A finding that the fixture expects, `start` in the file without its marks. */
export interface Mark {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The finding goes on past the end of the line. */
  readonly open: boolean;
  readonly severity: string;
  readonly code: string;
  /** What the message must contain. */
  readonly message: string;
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  /** `<|>` */
  readonly cursor?: { readonly path: string; readonly offset: number };
  /** `<|…|>` */
  readonly ranges: readonly { readonly path: string; readonly span: Span }[];
  /** The lines of the section `-- expect --`. */
  readonly expect?: readonly string[];
}

const HEADER = /^-- (\S.*?) --$/;
const CARETS = /^(\s*)(\^+)(>?) (error|warning|information)\[([a-z-]+)\](?: (.*))?$/;

/**
 * `-- path --` starts a file. A line of carets under a line expects a finding there (`^^^ error[code] part of the
 * message`; `^^^>` one that goes on past the line) and is removed; `<|>` is the cursor, `<|` and `|>` a range.
 * A corpus without `concord.yaml` has the default one.
 */
export function parseFixture(source: string): Fixture {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  const ranges: Fixture['ranges'][number][] = [];
  let cursor: Fixture['cursor'];
  let expect: readonly string[] | undefined;
  for (const [path, lines] of sectionsOf(source)) {
    if (path === 'expect') {
      expect = lines.map((line) => line.trim()).filter(Boolean);
      continue;
    }
    let text = '';
    let lineStart = 0;
    let open: number | undefined;
    for (const line of lines) {
      const carets = CARETS.exec(line);
      if (carets) {
        const start = lineStart + carets[1]!.length;
        const [, , width, goesOn, severity, code, message] = carets;
        marks.push({
          path,
          start,
          end: start + width!.length,
          open: goesOn !== '',
          severity: severity!,
          code: code!,
          message: message ?? '',
        });
        continue;
      }
      lineStart = text.length;
      for (let rest = line; ; ) {
        const at = rest.search(/<\|>|<\||\|>/);
        if (at < 0) {
          text += `${rest}\n`;
          break;
        }
        text += rest.slice(0, at);
        const token = rest.startsWith('<|>', at) ? '<|>' : rest.slice(at, at + 2);
        if (token === '<|>') cursor = { path, offset: text.length };
        else if (token === '<|') open = text.length;
        else ranges.push({ path, span: { start: open ?? text.length, end: text.length } });
        rest = rest.slice(at + token.length);
      }
    }
    files.set(path, text);
  }
  return { files, marks, ranges, ...(cursor && { cursor }), ...(expect && { expect }) };
}

function sectionsOf(source: string): readonly [string, readonly string[]][] {
  const sections: [string, string[]][] = [];
  const lines = source.replace(/\n$/, '').split('\n');
  for (const line of lines) {
    const header = HEADER.exec(line);
    if (header) sections.push([header[1]!, []]);
    else sections.at(-1)?.[1].push(line);
  }
  return sections;
}

/** A corpus of the files, as the editor and the command line load it. */
export function libraryOf(files: ReadonlyMap<string, string>): Library {
  const library = new Library(files.get('concord.yaml') ?? 'version: 1\n', (path) => files.get(path));
  library.load([...files].map(([path, text]) => ({ path, text })));
  return library;
}

/** Every finding of the corpus that is not accepted. */
export function findingsOf(library: Library, files: ReadonlyMap<string, string>): readonly Finding[] {
  return [...files.keys()].flatMap((path) => check(library, path)).filter(({ accepted }) => accepted === undefined);
}

/** Holds the findings of a fixture against its marks: what is unmarked and what is unmet both fail. */
export function checkFixture(source: string): void {
  const { files, marks } = parseFixture(source);
  const findings = findingsOf(libraryOf(files), files);
  const words = wordsIn('en');
  const open = [...marks];
  const unmarked = findings.filter((finding) => {
    const text = files.get(finding.path)!;
    const at = open.findIndex((mark) => meets(finding, mark, text, words.finding(finding)));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  const shown = (path: string, offset: number) => {
    const { line, character } = new LineIndex(files.get(path) ?? '').positionAt(offset);
    return `${path}:${line}:${character}`;
  };
  const lines = [
    ...unmarked.map(
      (finding) =>
        `unmarked ${shown(finding.path, finding.span.start)}-${finding.span.end - finding.span.start} ${finding.severity}[${finding.code}] ${words.finding(finding)}`,
    ),
    ...open.map((mark) => `unmet ${shown(mark.path, mark.start)} ${mark.severity}[${mark.code}] ${mark.message}`),
  ];
  assert.equal(lines.join('\n'), '');
}

function meets(finding: Finding, mark: Mark, text: string, message: string): boolean {
  if (finding.path !== mark.path || finding.code !== mark.code || finding.severity !== mark.severity) return false;
  if (finding.span.start !== mark.start || !message.includes(mark.message)) return false;
  const lines = new LineIndex(text);
  const goesOn = lines.lineAt(finding.span.end) > lines.lineAt(finding.span.start);
  return mark.open ? goesOn : finding.span.end === mark.end;
}
