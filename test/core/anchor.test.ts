/** Holds anchoring against section 4 of the format: one match, several, the choices among them, pieces. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor, occurrences, type TextQuote } from '../../server/src/core/anchor.ts';
import { normaliseSpan } from '../../server/src/core/normalise.ts';

type Choice = Omit<TextQuote, 'pieces'>;

/** Where the quote stands, as `start:text` per piece; `?` before it where it is ambiguous, with the number of matches. */
function found(text: string, quote: string | readonly string[], choice: Choice = {}): string {
  const body = normaliseSpan(text, { start: 0, end: text.length });
  const result = anchor(body, { pieces: typeof quote === 'string' ? [quote] : quote, ...choice });
  if (result.kind === 'missing') return `missing ${result.piece}`;
  const spans = result.spans.map(({ start, end }) => `${start}:${text.slice(start, end)}`).join(' + ');
  return result.kind === 'anchored' ? spans : `?${result.matches.length} ${spans}`;
}

const SAYS = 'the plan is old. the plan is new. the plan is good.';

describe('anchoring a quote', () => {
  const cases: readonly (readonly [rule: string, actual: string, expected: string])[] = [
    ['one match', found('a b c', 'b'), '2:b'],
    ['one match, whatever the choice says', found('a b c', 'b', { nth: 7, near: 'x', prefix: 'y' }), '2:b'],
    ['none', found('a b c', 'd'), 'missing 0'],
    ['case counts', found('China', 'china'), 'missing 0'],
    ['several', found(SAYS, 'the plan'), '?3 0:the plan'],
    ['overlapping matches are several', found('aaa', 'aa'), '?2 0:aa'],
    ['part of a word', found('unknown', 'know'), '2:know'],
    ['nth', found(SAYS, 'the plan', { nth: 2 }), '17:the plan'],
    ['nth beyond the last fits none', found(SAYS, 'the plan', { nth: 4 }), '?3 0:the plan'],
    ['nth among thousands', found('a '.repeat(3_000), 'a', { nth: 2_500 }), '4998:a'],
    ['near what follows', found(SAYS, 'the plan', { near: 'is new' }), '17:the plan'],
    ['near what stands before', found(SAYS, 'the plan', { near: 'is old' }), '0:the plan'],
    ['near is measured from end to start', found('x aaaaaaaa M . . x', 'x', { near: 'M' }), '17:x'],
    ['near a text that holds the match', found(SAYS, 'the plan', { near: 'the plan is good' }), '34:the plan'],
    ['near a text with several places', found('x . . y x y', 'x', { near: 'y' }), '8:x'],
    ['near a text that stands as near to two', found('x y x', 'x', { near: 'y' }), '?2 0:x'],
    ['near a text that is missing fits none', found(SAYS, 'the plan', { near: 'bad' }), '?3 0:the plan'],
    ['near, then nth', found('x y x . . x', 'x', { near: 'y', nth: 2 }), '4:x'],
    ['near the last of thousands', found(`${'a '.repeat(3_000)}z`, 'a', { near: 'z' }), '5998:a'],
    ['prefix', found(SAYS, 'the plan', { prefix: 'new. ' }), '34:the plan'],
    ['prefix without its space', found(SAYS, 'the plan', { prefix: 'old.' }), '17:the plan'],
    ['prefix stands right before', found('foo-bar foo bar x', 'bar', { prefix: 'foo' }), '12:bar'],
    ['prefix with another character between', found('fooxbar fooybar', 'bar', { prefix: 'foo' }), '?2 4:bar'],
    ['suffix', found(SAYS, 'the plan', { suffix: ' is new' }), '17:the plan'],
    ['suffix without its space', found(SAYS, 'the plan', { suffix: 'is good' }), '34:the plan'],
    ['suffix with another character between', found('barxfoo baryfoo', 'bar', { suffix: 'foo' }), '?2 0:bar'],
    ['prefix and suffix', found('a x b, a x c, d x c', 'x', { prefix: 'a', suffix: 'c' }), '9:x'],
    ['prefix and suffix that fit none together', found('a x b, d x c', 'x', { prefix: 'a', suffix: 'c' }), '?2 2:x'],
    ['prefix that leaves two', found('a x b, a x c, d x c', 'x', { prefix: 'a' }), '?2 2:x'],
    ['prefix that leaves two, then nth', found('a x b, a x c, d x c', 'x', { prefix: 'a', nth: 2 }), '9:x'],
    ['prefix beside Chinese', found('中方说好，美方说好', '说好', { prefix: '美方' }), '7:说好'],
    ['the choice is normalised too', found('“A”  x B x', 'x', { prefix: '"A" ' }), '5:x'],
    ['pieces', found('a b c d', ['a', 'c']), '0:a + 4:c'],
    ['each piece after the one before', found('c a b c', ['a', 'c']), '2:a + 6:c'],
    ['the nearest after the one before', found('a c c', ['a', 'c']), '0:a + 2:c'],
    ['pieces do not overlap', found('abab', ['aba', 'ab']), 'missing 1'],
    ['a piece that only stands before', found('c a b', ['a', 'c']), 'missing 1'],
    ['the first piece must be unique', found('a b a b', ['a', 'b']), '?2 0:a + 2:b'],
    ['the first piece with a choice', found('a b a b', ['a', 'b'], { nth: 2 }), '4:a + 6:b'],
    ['three pieces', found('a x b x c x', ['a', 'x', 'c', 'x']), '0:a + 2:x + 8:c + 10:x'],
    ['over a paragraph break', found('one\n\ntwo', 'one two'), '0:one\n\ntwo'],
    ['over a Windows line break', found('one\r\ntwo', 'one two'), '0:one\r\ntwo'],
    ['in a body with a byte order mark', found('\ufeffone', 'one'), '1:one'],
    ['a quote in another form of Unicode', found('cafe\u0301', 'caf\u00e9'), '0:cafe\u0301'],
    ['a quote with another style of marks', found('他说“好”。', '「好」'), '2:“好”'],
    ['a quote in full width', found('近140个国家', '１４０个'), '1:140个'],
    ['a quote without the emphasis of the body', found('近**140**个', '140个'), '3:140**个'],
    ['a quote with emphasis that the body lacks', found('near 140', '**140**'), '5:140'],
    ['hard-wrapped Chinese', found('增长5%，\n2022年', '增长5%，2022年'), '0:增长5%，\n2022年'],
    ['an empty quote', found('a', ''), 'missing 0'],
    ['a quote without a visible character', found('a', '\u200b'), 'missing 0'],
    ['an empty body', found('', 'a'), 'missing 0'],
  ];
  for (const [rule, actual, expected] of cases) it(rule, () => assert.equal(actual, expected));

  it('finds any stretch of a body, however its space, quotation marks and widths are disturbed', () => {
    const letters = fc.constantFrom(...'abcdefgh中国民间组织140 "\'-'.split(''), '\n', ' ');
    const body = fc.array(letters, { minLength: 5, maxLength: 60 }).map((parts) => parts.join(''));
    const variants: Readonly<Record<string, readonly string[]>> = {
      ' ': [' ', '  ', '\n', '\r\n', '\u00a0', '\u3000', '\n\n'],
      '\n': [' ', '\r\n', '\n\n'],
      '"': ['“', '”', '„', '«', "'", '＂', '「'],
      "'": ['’', '‘', '"', 'ʼ', '＇'],
      '-': ['–', '—', '−', '‐', '－'],
      a: ['ａ', 'a\u200b', '\u00ada'],
      '1': ['１'],
      '4': ['４'],
      中: ['中\ufeff', '\u200b中'],
      国: ['国 ', '国\n', '国\u3000'],
    };
    fc.assert(
      fc.property(
        body,
        fc.nat(),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        (text, a, b, picks) => {
          const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
          const piece = text.slice(start, end + 1);
          if (piece.trim() === '') return;
          // The end of the quote stays as it is: space beside a Han character at its very end is no part of it.
          const disturbed = [...piece].map((char, i) => {
            const others = variants[char];
            return others ? others[picks[i]! % others.length]! : char;
          });
          assert.doesNotMatch(found(text, disturbed.join('')), /^missing/, JSON.stringify(disturbed.join('')));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('agrees with a search of all places', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' '), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.stringMatching(/^[ab]{1,3}$/), (body, quote) => {
        const normal = normaliseSpan(body, { start: 0, end: body.length }).text;
        const places = [...normal].flatMap((_, at) => (normal.startsWith(quote, at) ? [at] : []));
        assert.deepEqual(occurrences(normal, quote), places);
        const kind = places.length === 0 ? 'missing' : places.length === 1 ? 'anchored' : 'ambiguous';
        const result = anchor(normaliseSpan(body, { start: 0, end: body.length }), { pieces: [quote] });
        assert.equal(result.kind, kind);
      }),
    );
  });

  it('is quick where a quote overlaps itself', () => {
    const text = 'a'.repeat(100_000);
    for (const length of [1, 1_000, 50_000]) {
      const start = performance.now();
      const result = found(text, 'a'.repeat(length), { nth: 2, near: 'aaa' });
      assert.match(result, /a$/);
      assert.ok(performance.now() - start < 2_000, `${length} takes ${performance.now() - start} ms`);
    }
  });
});
