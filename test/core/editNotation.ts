/** Runs edits on a text, with `\n` and with `\r\n`, and compares what they make of it. */

import assert from 'node:assert/strict';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import type { Edits } from '../../server/src/core/edit.ts';
import { parseRecords, type RecordFile } from '../../server/src/core/record.ts';
import { parseSettings, type Settings } from '../../server/src/core/settings.ts';

export const BODY = 'Said the envoy: "so be it".\n\n---\n\n- entities: none\n';

/** `text` after `edits`, or undefined where there are none to make. */
export function applied(text: string, edits: Edits): string | undefined {
  if (!edits) return undefined;
  let result = text;
  for (const { span, newText } of edits.toReversed()) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

const crlf = (text: string): string => text.replace(/\n/g, '\r\n');
const lf = (text: string): string => text.replace(/\r\n/g, '\n');

function both(before: string, after: string | undefined, run: (text: string) => Edits): void {
  for (const [lineEnds, convert] of [['LF', (text: string) => text] as const, ['CRLF', crlf] as const]) {
    if (!before.includes('\n') && convert === crlf) continue;
    const text = convert(before);
    const result = applied(text, run(text));
    assert.equal(result && lf(result), after && lf(convert(after)), lineEnds);
    if (result !== undefined && after !== undefined) assert.equal(result, convert(after), `${lineEnds}: line ends`);
  }
}

/** An edit of a document with this front matter and a body; `after` undefined means that it is refused. */
export function onDocument(before: string, edit: (document: Document) => Edits, after: string | undefined): void {
  const whole = (yaml: string): string => `---\n${yaml}---\n${BODY}`;
  both(whole(before), after === undefined ? undefined : whole(after), (text) => edit(parseDocument('d.md', text)));
}

export function onRecords(before: string, edit: (file: RecordFile) => Edits, after: string | undefined): void {
  both(before, after, (text) => edit(parseRecords('entities/e.yaml', text)));
}

export function onSettings(before: string, edit: (settings: Settings) => Edits, after: string | undefined): void {
  both(before, after, (text) => edit(parseSettings(text)));
}
