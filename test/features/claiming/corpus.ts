/** A small corpus for the tests of making claims, and edits as the text that they leave. */

import assert from 'node:assert/strict';
import type { TextEdit } from '../../../server/src/core/edit.ts';
import type { Span } from '../../../server/src/core/text.ts';
import { edits, properties, proposal } from '../../../server/src/features/claiming/proposal.ts';
import type { Chosen } from '../../../server/src/features/claiming/write.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';
import { applied } from '../notation.ts';

export const RECORDS = `-- entities/all.yaml --
forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}
league: {type: organization, name: {en: River League, zh: 河流联盟}, aliases: {en: [the League]}}
port-amity: {type: place, name: {en: Port Amity, zh: 和睦港}}
ada: {type: person, name: {en: Ada Lane, zh: 莱恩}}
bo: {type: person, name: {en: Bo Quist, zh: 奎斯特}}
-- concord.yaml --
version: 1
languages: [en, zh]
properties:
  member-cities: {label: {en: member cities, zh: 成员城市}, subject: organization, value: quantity, unit: city, single: true, time: state}
`;

export interface Setting {
  readonly view: ReturnType<typeof libraryOf>;
  readonly files: ReadonlyMap<string, string>;
  readonly path: string;
  readonly span: Span;
}

/** The corpus with one document, whose selection is marked `<|…|>`, or `<|>`, and further files. */
export function setting(document: string, more = '', convert = (text: string): string => text): Setting {
  const { files, ranges, cursor } = parseFixture(`${RECORDS}${more}-- d.md --\n${document}`);
  const [range] = ranges;
  const place = range ?? (cursor && { path: cursor.path, span: { start: cursor.offset, end: cursor.offset } });
  assert.ok(place, 'a selection is marked');
  const texts = new Map([...files].map(([path, text]) => [path, convert(text)]));
  const shift = (offset: number) => convert(files.get(place.path)!.slice(0, offset)).length;
  const span = { start: shift(place.span.start), end: shift(place.span.end) };
  return { view: libraryOf(texts), files: texts, path: place.path, span };
}

export const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** The front matter after a claim was made as chosen, with both line ends; a refusal as its name. */
export function claimed(document: string, chosen: Chosen | ((at: Setting) => Chosen), more = ''): string {
  const [lf, other] = [(text: string) => text, crlf].map((convert) => {
    const at = setting(document, more, convert);
    const made = edits(at.view, at.path, at.span, typeof chosen === 'function' ? chosen(at) : chosen);
    if (typeof made === 'string') return made;
    assert.ok(made.every(({ path }) => path === at.path));
    const before = at.files.get(at.path)!;
    const after = applied(at.files, made).get(at.path)!;
    const body = at.view.document(at.path)!.body;
    assert.ok(after.endsWith(before.slice(body.start)), 'the body is what it was');
    if (convert === crlf) assert.ok(!/[^\r]\n/.test(after), 'line ends are what they were');
    return after.replace(/\r\n/g, '\n');
  });
  assert.equal(other, lf);
  return lf!.replace(/^---\n|\n?---\n[\s\S]*$/g, '');
}

/** The likeliest claim: the preselected figures, the first subject, the first property of each. */
export function likeliest({ view, path, span }: Setting): Chosen {
  const asked = proposal(view, path, span);
  assert.ok(typeof asked !== 'string', String(asked));
  const subject = asked.subjects[0]!.id;
  const figures = asked.figures.filter(({ likely }) => likely);
  return {
    ...(asked.times.length === 1 && { at: asked.times[0]! }),
    claims: figures.map(({ key }) => {
      const [choice] = properties(view, path, span, subject, key);
      return { subject, property: choice!.property.id, figure: key, qualifiers: choice!.qualifiers };
    }),
  };
}

export const textAfter = (
  files: ReadonlyMap<string, string>,
  edits: readonly TextEdit[],
): ReadonlyMap<string, string> => applied(files, edits);
