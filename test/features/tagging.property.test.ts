import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDescription } from '../../server/src/features/tagging/descriptions.ts';
import { taggingEdits, waysOf } from '../../server/src/features/tagging/edits.ts';
import { namesIn, passageAt } from '../../server/src/features/tagging/passage.ts';
import { type Operation, ownersOf, type Setting } from '../../server/src/features/tagging/plan.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { applied } from './notation.ts';
import { RECORDS } from './taggingNotation.ts';

describe('tagging: whatever is tagged, in whatever order', () => {
  it('leaves the body and other keys as they are, and makes the mention that was wanted', () => {
    const words = [
      'Shen Beili',
      'Ms. Shen',
      'she',
      'the Department',
      'Department',
      'China',
      '中国',
      '该党',
      'and',
      ',',
      '.',
    ];
    const ids = ['shen-beili', 'idcpc', 'foreign', 'china', 'ccm'];
    const heads = [
      '',
      '---\nentities: [china] # c\n---\n',
      '---\ntitle: T # t\nentities:\n  - foreign\nx: {a: [b, c]}\n---\n',
      '---\nentities:\n  foreign:\n    not: [Department]\n  china:\nclaims: []\n---\n',
    ];
    const choice = fc.record({
      at: fc.nat(),
      size: fc.integer({ min: 1, max: 2 }),
      id: fc.constantFrom(...ids),
      operation: fc.constantFrom<Operation>('tag', 'tag', 'sic', 'untag', 'not'),
      way: fc.nat(3),
    });
    let made = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 12 }),
        fc.array(choice, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (head, parts, choices, crlf) => {
          const source = `${head}${parts.join(' ')}\n`;
          let files = new Map(parseFixture(`${RECORDS}-- d.md --\nx`).files).set(
            'd.md',
            crlf ? source.replace(/\n/g, '\r\n') : source,
          );
          const body = files.get('d.md')!.slice(crlf ? head.replace(/\n/g, '\r\n').length : head.length);
          for (const { at, size, id, operation, way } of choices) {
            const view = libraryOf(files);
            const document = view.document('d.md')!;
            const first = at % parts.length;
            const start = document.body.start + parts.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
            const passage = passageAt(view, 'd.md', {
              start,
              end: start + parts.slice(first, first + size).join(' ').length,
            });
            if ('problem' in passage) continue;
            const setting: Setting = { view, passage, names: namesIn(document, view.corpus.records) };
            const wanted = operation === 'untag' || operation === 'not' ? ownersOf(passage)[0] : id;
            const ways = wanted === undefined ? [] : waysOf(setting, operation, wanted, isDescription(passage.text));
            if (wanted === undefined || ways.length === 0) continue;
            const done = taggingEdits(setting, { operation, id: wanted, way: ways[way % ways.length]! });
            if ('problem' in done) continue;
            made++;
            files = applied(files, done.edits);
            const text = files.get('d.md')!;
            const story = `${document.text}\n->\n${text}`;
            assert.ok(text.endsWith(body), story);
            assert.doesNotMatch(text, crlf ? /(?<!\r)\n/ : /\r/, story);
            for (const kept of head.match(/title: T # t|x: \{a: \[b, c\]\}|claims: \[\]|# c/g) ?? [])
              assert.ok(text.includes(kept), story);
            const after = libraryOf(files);
            const now = after.document('d.md')!;
            assert.deepEqual(now.problems, [], story);
            const shift = now.body.start - document.body.start;
            const here = namesIn(now, after.corpus.records).mentions.filter(
              ({ span }) => span.start - shift === passage.span.start && span.end - shift === passage.span.end,
            );
            if (operation === 'tag' || operation === 'sic')
              assert.deepEqual(
                here.map((one) => one.id),
                [wanted],
                story,
              );
            else
              assert.ok(
                here.every((one) => one.id !== wanted),
                story,
              );
          }
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(made > 300, `${made} edits made`);
  });
});
