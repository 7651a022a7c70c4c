import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import type { ParsedFile } from '../../server/src/core/edit.ts';
import { type Edits, replaceScalars } from '../../server/src/core/edit.ts';
import type { Span } from '../../server/src/core/text.ts';
import type { YamlMap, YamlNode } from '../../server/src/core/yaml.ts';
import { IDS, write, written } from './editDocuments.ts';
import { applied, onDocument, onRecords, onSettings } from './editNotation.ts';

/** The places of every key and scalar that says `text`. */
function placesOf(root: YamlMap | undefined, text: string): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar' && node.value === text) found.push(node.span);
    if (node.kind === 'seq') node.items.forEach(visit);
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    }
  };
  if (root) visit(root);
  return found;
}

const replacing =
  (from: string, to: string) =>
  (file: ParsedFile): Edits =>
    replaceScalars(
      file,
      placesOf(file.root, from).map((span) => ({ span, text: to })),
    );

describe('edits of many scalars', () => {
  it('keep styles, comments and order, in block and flow', () => {
    onDocument(
      'entities: # who\n  "a": {as: [中国, "it\'s"]}   # key\n  b:\nclaims:\n  - {subject: a, value: [a, b], quote: "\'a\' said", note: \'a\'} # a\n  -\n    by: a\n',
      replacing('a', 'prc'),
      'entities: # who\n  "prc": {as: [中国, "it\'s"]}   # key\n  b:\nclaims:\n  - {subject: prc, value: [prc, b], quote: "\'a\' said", note: \'prc\'} # a\n  -\n    by: prc\n',
    );
    onRecords(
      'a: # one\n  type: a\n\nb: {type: a}\n',
      replacing('a', '某'),
      '某: # one\n  type: 某\n\nb: {type: 某}\n',
    );
    onSettings('types: {a: {parent: b}}\n', replacing('a', 'no'), 'types: {"no": {parent: b}}\n');
  });

  it('quote only where the place needs it', () => {
    onDocument(
      'see: a\nclaims: [{see: a}]\n',
      replacing('a', 'x, y.md#z'),
      'see: x, y.md#z\nclaims: [{see: "x, y.md#z"}]\n',
    );
  });

  it('leave an alias one where its anchor goes along, and write the text where it does not', () => {
    const both = 'claims: [{subject: &s a, quote: x}, {subject: *s, quote: y}]\n';
    onDocument(both, replacing('a', 'b'), both.replace('&s a', '&s b'));
    const second = (file: ParsedFile): Edits => {
      const [, at] = placesOf(file.root, 'a');
      return replaceScalars(file, [{ span: at!, text: 'b' }]);
    };
    onDocument(both, second, both.replace('*s', 'b'));
  });

  it('refuse what would mean something else: a key twice, an alias elsewhere, broken lines, a text over lines', () => {
    onDocument('entities: {a: x, b: y}\n', replacing('a', 'b'), undefined);
    const first = (file: ParsedFile): Edits =>
      replaceScalars(file, [{ span: placesOf(file.root, 'a')[0]!, text: 'b' }]);
    onDocument('note: &s a\nother: *s\n', first, undefined);
    onDocument('entities: [a\nclaims: [{subject: a}]\n', replacing('a', 'b'), undefined);
    onDocument(
      'note: |\n  a\n',
      (file) => replaceScalars(file, [{ span: placesOf(file.root, 'a\n')[0]!, text: 'b' }]),
      undefined,
    );
    onDocument('note: a\n', (file) => replaceScalars(file, [{ span: { start: 1, end: 2 }, text: 'b' }]), undefined);
  });

  it('change nothing else, whatever the document', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...IDS), fc.constantFrom('new', '新', 'y', '1.10'), (model, id, to) => {
        const text = write(model);
        const document: Document = parseDocument('d.md', text);
        const spans = placesOf(document.root, id);
        const edits = replaceScalars(
          document,
          spans.map((span) => ({ span, text: to })),
        );
        if (!edits) return;
        const after = applied(text, edits) ?? text;
        const again = parseDocument('d.md', after);
        assert.equal(after.slice(again.body.start), text.slice(document.body.start));
        assert.equal(placesOf(again.root, to).length, spans.length + placesOf(document.root, to).length);
        // What lies between the edits is as it was.
        let [from, moved] = [0, 0];
        for (const { span, newText } of edits) {
          assert.equal(after.slice(from + moved, span.start + moved), text.slice(from, span.start));
          moved += newText.length - (span.end - span.start);
          from = span.end;
        }
        assert.equal(after.slice(from + moved), text.slice(from));
      }),
      { numRuns: 150 },
    );
  });
});
