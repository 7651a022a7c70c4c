/** What the tests of tagging share: records, and a document with the passage marked in it. */

import assert from 'node:assert/strict';
import type { TextEdit } from '../../server/src/core/edit.ts';
import { taggingEdits } from '../../server/src/features/tagging/edits.ts';
import { namesIn, passageAt } from '../../server/src/features/tagging/passage.ts';
import type { Operation, Setting, Way } from '../../server/src/features/tagging/plan.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { applied } from './notation.ts';

export const RECORDS = `-- entities/people.yaml --
shen-beili:
  type: person
  name: {en: Shen Beili, zh: 沈蓓莉}
shen-beilei: {type: person, name: {en: Shen Beilei}}
ma-zhaoxu: {type: person, name: {en: Ma Zhaoxu, zh: 马朝旭}}
-- entities/organizations.yaml --
idcpc: {type: organization, name: {en: International Department, zh: 中联部}}
foreign: {type: organization, name: {en: Foreign Office}, aliases: {en: [Department]}}
ccm: {type: organization, name: {zh: 坦桑尼亚革命党}}
china: {type: place, name: {en: China, zh: 中国}}
`;

/** The setting for the range or cursor of a document, given as its front matter and body. */
export function tagging(document: string, records = RECORDS, crlf = false) {
  const fixture = parseFixture(`${records}-- d.md --\n${document}`);
  const files = new Map([...fixture.files].map(([path, text]) => [path, crlf ? text.replace(/\n/g, '\r\n') : text]));
  const shift = (offset: number) =>
    crlf ? offset + fixture.files.get('d.md')!.slice(0, offset).split('\n').length - 1 : offset;
  const view = libraryOf(files);
  const range = fixture.ranges[0]?.span ?? { start: fixture.cursor!.offset, end: fixture.cursor!.offset };
  const at = passageAt(view, 'd.md', { start: shift(range.start), end: shift(range.end) });
  if ('problem' in at) return { problem: at.problem, files, view };
  const setting: Setting = { view, passage: at, names: namesIn(at.document, view.corpus.records) };
  return { setting, files, view };
}

export function frontMatterAfter(files: ReadonlyMap<string, string>, edits: readonly TextEdit[]): string {
  const before = files.get('d.md')!;
  const text = applied(files, edits).get('d.md')!;
  const [, yaml, body] = /^---\r?\n([\s\S]*?)---\r?\n([\s\S]*)$/.exec(text)!;
  assert.ok(before.endsWith(body!), 'the body is as it was');
  return yaml!;
}

/** Tags the range of `document`, and expects this front matter, with LF and CRLF. */
export function check(document: string, operation: Operation, id: string, way: Way, expected: string): void {
  for (const crlf of [false, true]) {
    const { setting, files, problem } = tagging(document, RECORDS, crlf);
    assert.ok(setting, problem);
    const made = taggingEdits(setting, { operation, id, way });
    assert.ok(!('problem' in made), JSON.stringify(made));
    assert.equal(frontMatterAfter(files, made.edits), crlf ? expected.replace(/\n/g, '\r\n') : expected);
  }
}

export const refusal = (document: string, operation: Operation, id: string, way: Way) => {
  const { setting } = tagging(document);
  const made = taggingEdits(setting!, { operation, id, way });
  return 'problem' in made ? made.problem : made.edits;
};
