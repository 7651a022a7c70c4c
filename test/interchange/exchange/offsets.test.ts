import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWellFormed, Offsets, type OffsetUnit } from '../../../server/src/interchange/exchange/offsets.ts';

const WEIGHTS: Readonly<Record<OffsetUnit, (character: string) => number>> = {
  utf16: (character) => character.length,
  'code-point': () => 1,
  byte: (character) => Buffer.byteLength(character),
};
const PIECES = [
  'a',
  'é',
  'e\u0301',
  '沈',
  '𠮷',
  '👩‍👩‍👧',
  '\r\n',
  '\ufeff',
  '\ud83d',
  '\udc00',
  ' ',
  '‍',
  '\u200d',
  'ß',
  '𝒳',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 700 }).map((pieces) => pieces.join(''));

describe('offsets', () => {
  for (const unit of Object.keys(WEIGHTS) as OffsetUnit[]) {
    it(`turn UTF-16 into ${unit} and back at every place of any text`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const offsets = new Offsets(text, unit);
          let foreign = 0;
          let at = 0;
          for (const character of text) {
            assert.equal(offsets.fromUtf16(at), foreign);
            assert.equal(offsets.toUtf16(foreign), at);
            if (character.length === 2) assert.equal(offsets.fromUtf16(at + 1), undefined);
            for (let inside = 1; inside < WEIGHTS[unit](character); inside++)
              assert.equal(offsets.toUtf16(foreign + inside), undefined);
            at += character.length;
            foreign += WEIGHTS[unit](character);
          }
          assert.equal(offsets.length, foreign);
          assert.equal(offsets.toUtf16(foreign), text.length);
          assert.equal(offsets.fromUtf16(text.length), foreign);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('have no counterpart outside the text, and for what is no whole number', () => {
    const offsets = new Offsets('ab', 'code-point');
    for (const odd of [
      -1,
      3,
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '1' as unknown as number,
      undefined as never,
    ]) {
      assert.equal(offsets.toUtf16(odd), undefined);
      assert.equal(offsets.fromUtf16(odd), undefined);
    }
  });

  it('cost no more than the text is long', () => {
    const text = '𠮷a沈'.repeat(500_000);
    const started = Date.now();
    const offsets = new Offsets(text, 'byte');
    for (let at = 0; at < 100_000; at++) assert.equal(offsets.fromUtf16(at * 4), at * 8);
    assert.ok(Date.now() - started < 3_000);
  });

  it('know half a character', () => {
    for (const [text, sound] of [
      ['a𠮷', true],
      ['\ud842', false],
      ['\udfb7a', false],
      ['\udfb7\ud842', false],
      ['', true],
    ] as const)
      assert.equal(isWellFormed(text), sound);
  });
});
