/** Holds normalisation against section 4 of the format: what is folded, what is skipped, and the way back to the text. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseSpan, normaliseText } from '../../server/src/core/normalise.ts';

const whole = (text: string) => normaliseSpan(text, { start: 0, end: text.length });

describe('normalisation', () => {
  describe('makes equal', () => {
    const equal: readonly (readonly [rule: string, a: string, b: string])[] = [
      ['NFC', 'cafe\u0301', 'caf\u00e9'],
      ['NFC of Hangul letters', '\u1112\u1161\u11ab', '\ud55c'],
      ['NFC of Kana with a voicing mark', 'か\u3099', 'が'],
      ['NFC of a compatibility ideograph', '\uf900', '\u8c48'],
      ['NFC of astral letters', '\u{11099}\u{110ba}', '\u{1109a}'],
      ['a run of spaces', 'a   b', 'a b'],
      ['a line break', 'a\nb', 'a b'],
      ['a Windows line break', 'a\r\nb', 'a b'],
      ['a lone carriage return', 'a\rb', 'a b'],
      ['a paragraph break', 'a\n\n  b', 'a b'],
      ['tabs, no-break and ideographic spaces', 'a\t\u00a0\u3000\u2009b', 'a b'],
      ['line and paragraph separators', 'a\u2028\u2029b', 'a b'],
      ['white space at the ends', ' \n a ', 'a'],
      ['space between Han characters', '民间\n组织', '民间组织'],
      ['space between Han and Latin', '近 140 个国家', '近140个国家'],
      ['space beside Kana', 'カナ x', 'カナx'],
      ['space beside half-width Kana', 'ｶﾅ x', 'ｶﾅx'],
      ['space beside a CJK mark', '《 A 》 b', '《A》b'],
      ['space beside 。 before a figure', '会议。\n2022', '会议。2022'],
      ['space beside ， before a figure', '会议，\n2022', '会议，2022'],
      ['space beside （ and ）', '组织 （NGO） 2', '组织（NGO）2'],
      ['space beside an astral Han character', '𠮷 a', '𠮷a'],
      ['space before an astral Han character', 'a 𠮷', 'a𠮷'],
      ['zero-width characters', 'a\u200bb\u200c\u200d\ufeff\u2060c', 'abc'],
      ['direction marks', '\u200eab\u202ac\u2066d\u2069', 'abcd'],
      ['a soft hyphen', 'co\u00adoperation', 'cooperation'],
      ['variation selectors', '\u845b\u{e0100}a\ufe0f', '\u845ba'],
      ['a zero-width character beside white space', 'a\u200b \u200bb', 'a b'],
      ['single and double quotation marks', '“a” ‘b’ "c"', `'a' 'b' 'c'`],
      ['apostrophes', 'Shen’s', "Shen's"],
      ['a modifier apostrophe and a prime', 'Sanʼa 5′', "San'a 5'"],
      ['guillemets', '«a» ‹b›', `"a" "b"`],
      ['low quotation marks', '„a“ ‚b‘', `"a" "b"`],
      ['corner brackets', '他说「好」『是』', '他说“好”‘是’'],
      ['full-width quotation marks', '＂a＂ ＇b＇', `"a" "b"`],
      ['hyphens and dashes', 'a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g', 'a-b-c-d-e-f-g'],
      ['the minus sign', '\u22125', '-5'],
      ['small and full-width hyphens', '\ufe63a\uff0db', '-a-b'],
      ['full-width letters and digits', 'Ｇ２０ １８１', 'G20 181'],
      ['full-width marks', '会议（ＮＧＯ），１２％！', '会议(NGO),12%!'],
      ['emphasis by stars', '**more** than *200*', 'more than 200'],
      ['emphasis by underscores', '__more__ than _200_', 'more than 200'],
      ['emphasis inside Chinese', '近**140个**国家', '近140个国家'],
      ['emphasis inside a word', 'un*believ*able', 'unbelievable'],
      ['strong emphasis', '***both***', 'both'],
      ['struck text', '~~old~~ new', 'old new'],
      ['code', 'the `at` key', 'the at key'],
      ['a link and its target', 'the [Ministry](https://x.org/a_b "t") said', 'the Ministry said'],
      ['a target with parentheses', '[Go](https://x.org/Go_(game)) on', 'Go on'],
      ['a link by reference', 'the [Ministry][1] said', 'the Ministry said'],
      ['an image', '![alt](a.png) text', 'alt text'],
      ['an image in a link', '[![alt](a.png)](b) text', 'alt text'],
      ['an autolink', 'see <https://x.org>', 'see https://x.org'],
      ['emphasis in a link', '[**a** b](c)', 'a b'],
    ];
    for (const [rule, a, b] of equal) {
      it(rule, () => assert.equal(normaliseText(a), normaliseText(b)));
    }
  });

  describe('keeps apart', () => {
    const different: readonly (readonly [rule: string, a: string, b: string])[] = [
      ['case', 'China', 'china'],
      ['words with and without a space', 'a b', 'ab'],
      ['an ideographic comma and a full-width one', '中、日', '中，日'],
      ['an ideographic full stop and a full-width one', '好。', '好．'],
      ['a figure with a star inside', '5*3', '53'],
      ['a name with an underscore inside', 'snake_case', 'snakecase'],
      ['a star that stands free', '5 * 3', '5 3'],
      ['brackets that are no link', 'a [b] c', 'a b c'],
      ['a bracket with a remark in parentheses', 'he [sic](p. 3 above) said', 'he sic said'],
      ['a quotation mark and none', '"a"', 'a'],
      ['accents', 'café', 'cafe'],
      ['traditional and simplified', '國', '国'],
      ['a space beside narrow marks', 'a, b', 'a,b'],
      ['a space beside full-width letters', 'Ａ Ｂ', 'ＡＢ'],
      ['superscripts', 'm²', 'm2'],
    ];
    for (const [rule, a, b] of different) {
      it(rule, () => assert.notEqual(normaliseText(a), normaliseText(b)));
    }
  });

  it('gives the empty text for what has no character of its own', () => {
    for (const text of ['', ' ', '\u200b', ' \u00ad\n', '\ufeff', '``']) assert.equal(normaliseText(text), '');
  });

  it('stands lone surrogates', () => {
    for (const text of [
      '\ud800',
      '\udc00',
      'a\ud840',
      '\ud840 a',
      '\udc00\ud800',
      'e\u0301\ud800',
      '\udb40',
      'a\udb40 ',
    ]) {
      const { text: normalised } = whole(text);
      assert.equal(normalised, normaliseText(text));
      assert.ok(normalised.includes(text.trim().at(-1)!));
    }
  });
});

describe('the way back from normalised text', () => {
  const back: readonly (readonly [rule: string, source: string, sought: string, verbatim: string])[] = [
    ['plain', 'a bc d', 'bc', 'bc'],
    ['without the space around', 'a   bc\n\nd', 'bc', 'bc'],
    ['with all the space inside', 'a b \n c d', 'b c', 'b \n c'],
    ['space dropped between Han characters', '在民间 \r\n 组织中', '民间组织', '民间 \r\n 组织'],
    ['without the marks around', 'a **bc** d', 'bc', 'bc'],
    ['with the marks inside', 'a b**c**d e', 'bcd', 'b**c**d'],
    ['without the brackets of a link', 'the [Ministry](x) said', 'Ministry', 'Ministry'],
    ['with a link inside', 'the [Ministry](x) said', 'the Ministry said', 'the [Ministry](x) said'],
    ['up to a word before a link', 'the [Ministry](x) said', 'the', 'the'],
    ['without soft hyphens at the ends', 'a\u00adb\u00adc', 'b', 'b'],
    ['composed of several', 'x cafe\u0301 y', 'caf\u00e9', 'cafe\u0301'],
    ['the last of a composed run', 'e\u0301e\u0301f', 'éf', 'e\u0301f'],
    ['folded', 'a “b” c', "'b'", '“b”'],
    ['after a byte order mark', '\ufeffab', 'ab', 'ab'],
    ['astral', 'x 😀𠮷 y', '😀𠮷', '😀𠮷'],
    ['beside a variation selector', '葛\u{e0100}城', '葛', '葛'],
  ];
  for (const [rule, source, sought, verbatim] of back) {
    it(rule, () => {
      const body = whole(source);
      const at = body.text.indexOf(sought);
      assert.notEqual(at, -1, body.text);
      const span = body.spanOf(at, at + sought.length);
      assert.equal(source.slice(span.start, span.end), verbatim);
      assert.equal(body.offsetOf(span.start), at);
    });
  }

  it('counts from the start of the file', () => {
    const source = '---\nx\n---\n**Ada** said';
    const body = normaliseSpan(source, { start: 10, end: source.length });
    assert.deepEqual(body.spanOf(0, 3), { start: 12, end: 15 });
    assert.equal(body.text, 'Ada said');
  });

  it('does not look at what lies outside the span', () => {
    const source = '[a **b c** d](e)';
    const body = normaliseSpan(source, { start: 1, end: 8 });
    assert.equal(body.text, 'a b c');
  });

  it('moves with its body', () => {
    const before = 'x**a  b**';
    const after = `longer ${before}`;
    const body = normaliseSpan(before, { start: 1, end: before.length }).movedBy(7, after);
    assert.equal(after.slice(body.spanOf(0, 3).start, body.spanOf(0, 3).end), 'a  b');
    assert.equal(body.offsetOf(11), 1);
  });

  it('knows where lines begin', () => {
    const body = whole('# a b\nc\r\n\r\n**d** 会\n议 e');
    const first = [...body.text].flatMap((char, at) => (body.startsLine(at) ? [char] : []));
    assert.deepEqual(first, ['#', 'c', 'd', '议']);
  });
});

describe('normalisation of any text', () => {
  const pieces = fc.constantFrom(
    ...'ab中国かｱ９，。、 　\n“’「」—−\u200b\u00ad\u0301\u3099\ud840\udc00*_`[]()~<>5.'.split(''),
    '\r\n',
    'e\u0301',
    '𠮷',
    '😀',
    '](x)',
    '**',
    '\u{e0100}',
  );
  const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('maps monotonously, in bounds, and each unit to what it came from', () => {
    fc.assert(
      fc.property(text, text, (before, source) => {
        const file = before + source;
        const body = normaliseSpan(file, { start: before.length, end: file.length });
        let last = before.length;
        for (let at = 0; at < body.text.length; at++) {
          const { start, end } = body.spanOf(at, at + 1);
          assert.ok(start >= last || body.spanOf(at - 1, at).start === start, `unit ${at} starts before its neighbour`);
          assert.ok(end > start && end <= file.length);
          last = start;
          if (/^[ab中国5]$/.test(body.text[at]!)) assert.ok(file.slice(start, end).startsWith(body.text[at]!));
          assert.equal(body.spanOf(0, at + 1).start, body.spanOf(0, 1).start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives spans that begin and end with what they stand for', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const body = whole(source);
        if (body.text.length === 0) return;
        const [start, last] = [a % body.text.length, b % body.text.length].sort((x, y) => x - y) as [number, number];
        if (body.text[start] === ' ' || body.text[last] === ' ') return;
        const span = body.spanOf(start, last + 1);
        assert.doesNotMatch(source.slice(span.start, span.end), /^[\s\u200b\u00ad]|[\s\u200b\u00ad]$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is stable: what is normalised stays as it is, marks of Markdown apart', () => {
    const plain = fc
      .array(fc.constantFrom(...'ab中かｱ９Ａ，。、（ 　\n“’「」—−5.%'.split(''), 'é', '𠮷', '\r\n', '😀'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (source) => {
        // A full-width mark becomes a narrow one, beside which space would count: there is none left.
        const once = normaliseText(source);
        assert.equal(normaliseText(once), once);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a plain name the short way to the same end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (name) => {
        assert.equal(normaliseText(name), whole(name).text);
      }),
    );
  });

  it('is linear where marks open by the hundred thousand', () => {
    const hostile = [
      '[',
      '*',
      '**a',
      '`',
      '_',
      '[a](',
      '](',
      '[[',
      '[a][',
      '<a:',
      '<',
      '![',
      '[](x',
      '~~',
      'e\u0301',
      ' \n',
      '(',
      '\u200b',
      '[a](b c',
      `${'[]('.repeat(600)}b c)`,
      `[](a${' '.repeat(1900)}b)`,
    ];
    for (const part of hostile) {
      const source = part.repeat(Math.ceil(300_000 / part.length));
      const start = performance.now();
      normaliseText(source);
      assert.ok(performance.now() - start < 1_000, `${part} takes ${performance.now() - start} ms`);
    }
  });
});
