import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import { addForm, declare, type Edits, inSequence, removeDeclaration, type Step } from '../../server/src/core/edit.ts';
import { FORMS, IDS, write, written } from './editDocuments.ts';
import { applied } from './editNotation.ts';

const document = parseDocument('d.md', '---\nentities:\n  - ada # a\n  - bo\n---\nText.\n');

describe('edit: in sequence', () => {
  it('gives edits of the text as it stands, for steps that count in one another', () => {
    const made = inSequence(document, [
      (d) => removeDeclaration(d, 'ada'),
      (d) => declare(d, 'cy'),
      (d) => addForm(d, 'cy', 'as', 'C'),
      (d) => addForm(d, 'bo', 'not', 'B'),
    ]);
    const after = '---\nentities:\n  - bo: {not: [B]}\n  - cy: C\n---\nText.\n';
    assert.equal(made?.document.text, after);
    assert.equal(applied(document.text, made?.edits), after);
  });

  it('is refused where one step is', () => {
    assert.equal(inSequence(document, [(d) => declare(d, 'cy'), (d) => removeDeclaration(d, 'x')]), undefined);
    assert.deepEqual(inSequence(document, [(d) => declare(d, 'ada')])?.edits, []);
  });

  it('comes to what the steps come to one by one, whatever they are', () => {
    const step = fc.oneof(
      fc.constantFrom(...IDS).map(
        (id): Step =>
          (d) =>
            declare(d, id),
      ),
      fc.constantFrom(...IDS).map(
        (id): Step =>
          (d) =>
            removeDeclaration(d, id),
      ),
      fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('as', 'sic', 'not', 'here'), fc.constantFrom(...FORMS)).map(
        ([id, kind, form]): Step =>
          (d) =>
            addForm(d, id, kind as 'as', form),
      ),
    );
    fc.assert(
      fc.property(written, fc.array(step, { maxLength: 6 }), (start, steps) => {
        const first = parseDocument('d.md', write(start));
        let now: Document | undefined = first;
        for (const one of steps) {
          const edits: Edits = now && one(now);
          const text: string | undefined = now && applied(now.text, edits);
          now = text === undefined ? undefined : parseDocument('d.md', text);
        }
        const made = inSequence(first, steps);
        assert.equal(made?.document.text, now?.text);
        if (!made) return;
        assert.equal(applied(first.text, made.edits), now?.text);
        const body = first.text.slice(first.body.start);
        assert.equal(made.document.text.slice(made.document.body.start), body);
        for (const { span } of made.edits) assert.ok(span.end <= first.body.start || first.body.start === span.start);
      }),
      { numRuns: 200 },
    );
  });
});
