/** Records whose names are alike: none is missed for the way they are sought, and edits lead to what a fresh look finds. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likenessesOf, slotsIn } from '../../server/src/checks/duplicates/likenesses.ts';
import { areWithin, editsFor, forEachProbe, piecesOf } from '../../server/src/checks/duplicates/pieces.ts';
import { parseRecords } from '../../server/src/core/record.ts';
import { Records } from '../../server/src/core/records.ts';

const letters = fc.stringMatching(/^[abc]{1,24}$/);

/** By the book: a table of all beginnings. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change));
    }
    row = next;
  }
  return row[b.length]!;
}

describe('names that are alike', () => {
  it('are within as many edits as the table says', () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (a, b, limit) => {
        assert.equal(areWithin(a, b, limit), distance(a, b) <= limit);
      }),
    );
  });

  it('have a piece in common', () => {
    const edited = fc
      .tuple(letters, fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', 'xa'), fc.nat(1)), { maxLength: 2 }))
      .map(([name, edits]) => {
        let other = name;
        for (const [at, put, cut] of edits) {
          const i = at % (other.length + 1);
          other = other.slice(0, i) + put + other.slice(i + cut);
        }
        return [name, other] as const;
      });
    fc.assert(
      fc.property(edited, ([a, b]) => {
        if (distance(a, b) > Math.max(editsFor(a.length), editsFor(b.length)) || a === b) return;
        const pieces = new Set(piecesOf(a, 7));
        let met = false;
        forEachProbe(b, 7, (piece) => {
          met ||= pieces.has(piece);
        });
        assert.ok(met, `${a} ${b}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same after edits as to a fresh look', () => {
    const names = [
      'Port-Merrin Trust',
      'Port Merrin Trust',
      'Tobias Quister',
      'Tobias Qvister',
      '林晚舟',
      'Lin Wanzhou',
    ];
    const others = ['Wanzhou Lin', '河洲論壇', '河洲论坛', 'Quister Tobias', 'T. Quister', 'Delta Forum 2019', '李'];
    const record = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      type: fc.constantFrom('person', 'event'),
      name: fc.constantFrom(...names, ...others),
    });
    const step = fc.record({
      path: fc.constantFrom('p.yaml', 'q.yaml'),
      records: fc.option(fc.uniqueArray(record, { maxLength: 4, selector: ({ id }) => id })),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let records = Records.empty;
        for (const { path, records: written } of steps) {
          const text = written?.map(({ id, type, name }) => `${id}-${path}: {type: ${type}, name: ${name}}\n`).join('');
          records = text === undefined ? records.withoutFile(path) : records.withFiles([parseRecords(path, text)]);
          // Under other paths nothing that is known can be of use.
          const files = [...records.files.values()].map((file) => parseRecords(`fresh/${file.path}`, file.text));
          assert.deepEqual(likenesses(records), likenesses(Records.empty.withFiles(files)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are found among many of one pattern in a time that does not grow with their pairs', function () {
    this.timeout(60_000);
    const text = Array.from({ length: 4_000 }, (_, i) => {
      const word = i.toString(26).replace(/[0-9]/g, (digit) => String.fromCharCode(113 + Number(digit)));
      return `r${i}: {type: organization, name: Department of Rivers and Harbours of ${word.padStart(5, 'z')}}\n`;
    });
    const records = Records.empty.withFiles([parseRecords('many.yaml', text.join(''))]);
    const start = performance.now();
    likenesses(records);
    assert.ok(performance.now() - start < 10_000);
  });
});

function likenesses(records: Records): readonly string[] {
  const found: string[] = [];
  for (const file of records.files.values()) {
    for (const [slot, record] of slotsIn(file)) {
      for (const { record: other, matches } of likenessesOf(records, record, slot)) {
        const kinds = matches.map(({ likeness, name, other: { text } }) => `${name.text} ${likeness} ${text}`).sort();
        found.push(`${record.id.value} ${other.id.value} ${kinds.join(', ')}`);
      }
    }
  }
  return found.sort();
}
