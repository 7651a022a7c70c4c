import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import { type Meaning, meaningOf } from '../../server/src/core/edit/data.ts';
import { format, formatted, lineChanges } from '../../server/src/core/format.ts';
import { loose, writeLoosely } from './formatDocuments.ts';

/** What a text says, the order of keys apart. */
function sense(meaning: Meaning): unknown {
  if (meaning === null || typeof meaning === 'string') return meaning;
  if (Array.isArray(meaning)) return meaning.map(sense);
  const { map } = meaning as Exclude<Meaning, string | null | readonly Meaning[]>;
  return { keys: map.map(([key, value]) => JSON.stringify([key, sense(value)])).sort() };
}

const comments = (text: string): readonly string[] => [...text.matchAll(/# c\d+/g)].map(([found]) => found).sort();
const front = ({ text, body }: Document): string => text.slice(0, body.start);

function changed(document: Document): Document {
  const result = format(document);
  assert.ok('edits' in result, `${'problem' in result && result.problem}:\n${document.text}`);
  return parseDocument('d.md', formatted(document, result.edits));
}

describe('format: random front matter', () => {
  it('keeps its meaning, comments, body and line ends, and is in order the second time', () => {
    fc.assert(
      fc.property(loose, (random) => {
        const before = parseDocument('d.md', writeLoosely(random));
        const after = changed(before);
        const story = `${before.text}\n->\n${after.text}`;
        assert.deepEqual(sense(meaningOf(after.root)), sense(meaningOf(before.root)), story);
        assert.deepEqual(comments(front(after)), comments(front(before)), story);
        assert.equal(after.text.slice(after.body.start), before.text.slice(before.body.start), story);
        assert.doesNotMatch(front(after), random.crlf ? /(?<!\r)\n/ : /\r/, story);
        assert.equal(changed(after).text, after.text, story);
      }),
      { numRuns: 250 },
    );
  });

  it('changes nothing outside of what is selected, and nothing of its meaning', () => {
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(loose, fc.nat(), fc.nat(40), (random, place, length) => {
        const before = parseDocument('d.md', writeLoosely(random));
        const start = place % before.text.length;
        const result = format(before, { start, end: Math.min(start + length, before.text.length) });
        // A text that keeps the blank lines below it may not come to stand above some that are not selected.
        if ('problem' in result && /[|>][1-9]?\+/.test(before.text)) return;
        // What cannot be proved to mean the same is left as it is, and may be in rare cases.
        if ('problem' in result) {
          refused++;
          return;
        }
        const after = parseDocument('d.md', formatted(before, result.edits));
        const story = `${start}+${length} of\n${before.text}\n->\n${after.text}`;
        assert.deepEqual(sense(meaningOf(after.root)), sense(meaningOf(before.root)), story);
        assert.deepEqual(comments(front(after)), comments(front(before)), story);
        assert.equal(after.text.slice(after.body.start), before.text.slice(before.body.start), story);
        made += result.edits.length > 0 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    assert.ok(made > 100, `${made} made`);
    assert.ok(refused <= 6, `${refused} refused`);
  });

  it('never throws, and leaves what is broken as it is', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.constantFrom('', '"', "'", '[', '}', ': ', '\n', '- ', '&a ', '*a', '!t ', '? ', '\t', '\r', '|', '#', '{'),
      ),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(loose, damage, (random, cuts) => {
        let text = writeLoosely(random);
        for (const [place, length, put] of cuts) {
          const from = place % text.length;
          text = text.slice(0, from) + put + text.slice(from + length);
        }
        const before = parseDocument('d.md', text);
        const result = format(before);
        if ('problem' in result) return;
        const after = parseDocument('d.md', formatted(before, result.edits));
        assert.deepEqual(sense(meaningOf(after.root)), sense(meaningOf(before.root)));
        assert.equal(after.text.slice(after.body.start), text.slice(before.body.start));
      }),
      { numRuns: 250 },
    );
  });

  it('finds changes of lines that make one text of the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const result = [...before];
        const changes = lineChanges(before, after);
        for (const { start, end, newStart, newEnd } of changes.toReversed()) {
          result.splice(start, end - start, ...after.slice(newStart, newEnd));
        }
        assert.deepEqual(result, after);
        if (before.join() === after.join()) assert.deepEqual(changes, []);
      }),
    );
  });
});
