import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { type Candidate, nearest, nearestPassages } from '../../server/src/core/nearest.ts';
import { normaliseSpan, normaliseText } from '../../server/src/core/normalise.ts';

const near = (source: string, quote: string): Candidate | undefined =>
  nearest(normaliseSpan(source, { start: 0, end: source.length }), normaliseText(quote));

const REPORT =
  'The envoy opened the harbour museum on Monday. Its halls hold 172 models of river boats, ' +
  'and more than 40 of them were carved by hand in the northern workshops. Nobody counted the 1,172 oars.';

describe('nearest', () => {
  const found: readonly [name: string, source: string, quote: string, text: string, errors: number][] = [
    [
      'a changed digit',
      REPORT,
      'Its halls hold 173 models of river boats',
      'Its halls hold 172 models of river boats',
      1,
    ],
    ['a lost word', REPORT, 'more than 40 them were carved by hand', 'more than 40 of them were carved by hand', 3],
    ['a letter too many', REPORT, 'the harbour mouseum', 'the harbour museum', 1],
    ['a whole number, not its end', REPORT, 'the 172 oars', 'the 1,172 oars', 2],
    [
      'whole words where the quote has parts',
      REPORT,
      'envoy opened the harbour museu',
      'envoy opened the harbour museum',
      1,
    ],
    [
      'the whole-word passage, not the nearer half word',
      'The heart shows it. The art shop.',
      'art shown',
      'art shop',
      2,
    ],
    ['a replaced word of equal length', 'so said Anna today', 'so said Anne today', 'so said Anna today', 1],
    ['at the start of the body', 'Ship ahoy, they cried', 'Shop ahoy', 'Ship ahoy', 1],
    ['at its end', 'They cried: ship ahoy', 'shop ahoy', 'ship ahoy', 1],
    [
      'Han, of which every character is a token',
      '代表团参观了八个村庄，随后返回。',
      '参观了九个村庄',
      '参观了八个村庄',
      1,
    ],
    ['two edits of five, in Han', '据统计，约1.4亿人出行。', '近1.3亿人', '约1.4亿人', 2],
    ['one edit of three', 'up to 300 km away', '200', '300', 1],
    ['folded marks', 'the “old  mill”\nroad', "the 'old mill' rode", "the 'old mill' road", 2],
    ['an emoji kept whole', 'we 😀 love old boats', 'we 😁 love old boats', 'we 😀 love old boats', 1],
  ];
  for (const [name, source, quote, text, errors] of found) {
    it(`finds ${name}`, () => {
      const candidate = near(source, quote);
      assert.deepEqual({ text: candidate?.text, errors: candidate?.errors }, { text, errors });
    });
  }

  const absent: readonly [name: string, source: string, quote: string][] = [
    ['another text', REPORT, 'nothing of the kind was ever written here'],
    ['an empty quote', REPORT, ''],
    ['one letter', REPORT, 'q'],
    ['two letters', REPORT, 'ox'],
    ['three letters with two edits', 'the cat sat', 'dot'],
    ['five letters with two edits', 'a chain of shops', 'China'],
    ['three edits in ten', 'the bright lamp', 'the tight camp'],
    ['two Han characters of four', '他们去了上海', '去过北海'],
    ['an empty body', '', 'some words'],
    ['half a word', 'the smothering dark', 'other ink'],
  ];
  for (const [name, source, quote] of absent) {
    it(`proposes nothing for ${name}`, () => assert.equal(near(source, quote), undefined));
  }

  it('gives the verbatim span, marks and line breaks included', () => {
    const source = '---\nlang: en\n---\nThe *harbour*\n\nmuseum   of **boats** reopened.';
    const body = normaliseSpan(source, { start: 17, end: source.length });
    const candidate = nearest(body, 'harbour museum of goats');
    assert.ok(candidate);
    assert.equal(candidate.text, 'harbour museum of boats');
    assert.match(source.slice(candidate.span.start, candidate.span.end), /^harbour\*\n\nmuseum {3}of \*\*boats$/);
  });

  it('takes the first of equals', () => {
    assert.equal(near('a red boat, a red boat', 'a rod boat')?.span.start, 0);
  });

  it('finds the right one of many likenesses in a long body', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `Entry ${i}: the lock keeper noted ${i * 7} barges upstream.`,
    );
    const candidate = near(lines.join('\n'), 'Entry 15321: the lock keeper noted 107247 bargees downstream');
    assert.equal(candidate?.text, 'Entry 15321: the lock keeper noted 107247 barges upstream');
  });

  const word = fc.string({ unit: fc.constantFrom(...'abcdeorst'), minLength: 2, maxLength: 9 });
  const passage = fc.array(word, { minLength: 12, maxLength: 30 }).map((words) => words.join(' '));

  it('finds a quote of 40 letters or more after one letter was inserted, deleted or replaced', () => {
    const edit = fc.constantFrom('insert', 'delete', 'replace');
    fc.assert(
      fc.property(passage, passage, passage, edit, fc.nat(), (before, quote, after, kind, seed) => {
        fc.pre(quote.length >= 40);
        const letters = [...quote].flatMap((char, i) => (char === ' ' ? [] : [i]));
        const at = letters[seed % letters.length]!;
        const altered =
          quote.slice(0, at) + (kind === 'delete' ? '' : 'z') + quote.slice(kind === 'insert' ? at : at + 1);
        const candidate = near(`${before} ${quote} ${after}`, altered);
        assert.ok(candidate && candidate.errors <= 1);
      }),
      { numRuns: 200 },
    );
  });

  it('is never further off than the best whole-word match of a plain approximate search', () => {
    fc.assert(
      fc.property(passage, passage, fc.array(fc.nat(), { maxLength: 6 }), (text, other, edits) => {
        let piece = text.slice(text.indexOf(' ') + 1, text.lastIndexOf(' '));
        for (const seed of edits) {
          const at = seed % piece.length;
          piece = piece.slice(0, at) + (seed % 2 ? 'x' : '') + piece.slice(at + 1);
        }
        piece = normaliseText(piece);
        const body = `${other} ${text}`;
        const reach = Math.floor(piece.length / 5);
        const plain = search(body, piece, reach);
        const whole = plain.filter(({ start, end }) => isWhole(body, start, end));
        const candidate = near(body, piece);
        if (candidate) assert.ok(candidate.errors >= plain[0]!.errors);
        if (whole.length > 0) assert.equal(candidate?.errors, plain[0]!.errors);
      }),
      { numRuns: 200 },
    );
  });

  it('counts the errors right, on whole words, and stays in range, whatever the input', () => {
    const text = fc.string({ unit: fc.constantFrom(..."aab 1,.'中文é😀-\n"), maxLength: 120 });
    fc.assert(
      fc.property(text, text, (source, quote) => {
        const piece = normaliseText(quote);
        const candidate = near(source, quote);
        if (!candidate) return;
        const { span } = candidate;
        assert.ok(0 <= span.start && span.start < span.end && span.end <= source.length);
        assert.equal(candidate.errors, levenshtein(candidate.text, piece));
        assert.ok(candidate.errors * 2 < piece.length);
      }),
      { numRuns: 500 },
    );
  });

  const hostile: readonly [name: string, source: string, quote: string][] = [
    ['one endless word', 'a'.repeat(50_000), `${'a'.repeat(4_999)}b`],
    ['one endless short word', 'a'.repeat(50_000), 'aaaaaaaaab'],
    ['one word over and over', 'a '.repeat(500_000), `${'a '.repeat(2_490)}b b b b b`],
    ['one Han character over and over', '中'.repeat(500_000), `${'中'.repeat(4_000)}${'国'.repeat(999)}`],
    ['a short quote with a million likenesses', 'ab cd '.repeat(500_000), 'ab xcd abc'],
    ['a quote longer than any proposal', 'some words '.repeat(50_000), 'some word '.repeat(40_000)],
  ];
  for (const [name, source, quote] of hostile) {
    it(`is bounded on ${name}`, () => {
      const body = normaliseSpan(source, { start: 0, end: source.length });
      const start = performance.now();
      nearest(body, normaliseText(quote));
      assert.ok(performance.now() - start < 3_000);
      const again = performance.now();
      nearestPassages(body, normaliseText(quote), 9);
      assert.ok(performance.now() - again < 3_000, `${Math.round(performance.now() - again)} ms for several`);
    });
  }
});

describe('nearest passages', () => {
  const all = (source: string, quote: string, most = 9) =>
    nearestPassages(normaliseSpan(source, { start: 0, end: source.length }), normaliseText(quote), most);

  it('are apart, the nearest first, and of equals the earlier', () => {
    const source = 'a rod boat, a red boot, a red boats; and a red boat at last';
    assert.deepEqual(
      all(source, 'a rid boat').map(({ text, errors, span }) => [text, errors, span.start]),
      [
        ['a rod boat', 1, 0],
        ['a red boat', 1, 41],
        ['a red boot', 2, 12],
        ['a red boats', 2, 24],
      ],
    );
    assert.equal(all(source, 'a rid boat', 2).length, 2);
    assert.deepEqual(all(source, 'nothing of the kind'), []);
  });

  it('are found all over a long body, in Han too', () => {
    const filler = '河洲论坛的议程在此前已由各方商定。'.repeat(400);
    const source = `${filler}共有四十名代表出席。${filler}共有五十名代表出席。${filler}`;
    assert.deepEqual(
      all(source, '共有三十名代表出席').map(({ text }) => text),
      ['共有四十名代表出席', '共有五十名代表出席'],
    );
  });

  it('begin with the nearest one, and are as far away as they say', () => {
    const word = fc.constantFrom('he', 'her', 'here', 'there', 'the', 'then', 'them', '中国', '，');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    const quote = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, quote, (source, sought) => {
        const found = all(source, sought);
        assert.equal(found[0]?.errors, near(source, sought)?.errors);
        for (const [i, { text: passage, errors, span }] of found.entries()) {
          assert.equal(errors, levenshtein(passage, normaliseText(sought)));
          assert.ok(i === 0 || errors >= found[i - 1]!.errors);
          assert.ok(found.slice(0, i).every((other) => other.span.end <= span.start || span.end <= other.span.start));
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether words of a text of letters and spaces begin and end the passage. */
/** Whether words of a text of letters and spaces begin and end the passage. */
const isWhole = (text: string, start: number, end: number): boolean =>
  ` ${text} `[start] === ' ' && text[start] !== ' ' && text[end - 1] !== ' ' && `${text} `[end] === ' ';

function levenshtein(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length]!;
}
