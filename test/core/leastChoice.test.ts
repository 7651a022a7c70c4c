import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor } from '../../server/src/core/anchor.ts';
import { leastChoice, leastContexts, verbatim } from '../../server/src/core/leastChoice.ts';
import { normaliseSpan } from '../../server/src/core/normalise.ts';

/** The choice for the text between `<` and `>`. */
function choiceIn(marked: string) {
  const text = marked.replace(/[<>]/g, '');
  const body = normaliseSpan(text, { start: 0, end: text.length });
  const [from, to] = [marked.indexOf('<'), marked.indexOf('>') - 1];
  const passage = { start: body.offsetOf(from), end: body.offsetOf(to - 1) + 1 };
  return { choice: leastChoice(body, text, passage), body, text, passage };
}

const many = (word: string): string => `${word} `.repeat(40);

describe('the least choice among the places of a quote', () => {
  const rows: readonly (readonly [string, string, object])[] = [
    ['one place', 'Then <she> spoke to us.', {}],
    ['the word before', 'If he spoke, then <he> spoke.', { prefix: 'then' }],
    ['the word after, where it is shorter', 'What everybody <he> met said: he, he.', { suffix: 'met' }],
    ['inside other words', 'The theatre: <he> went.', { suffix: 'went' }],
    ['more words where one is not enough', 'a man he saw. the man <he> saw', { prefix: 'the man' }],
    ['Han, by characters', '他说该党大，<该党>强。', { suffix: '强' }],
    ['a mark that stands between', 'one he, yes; one, <he>, yes', { prefix: 'one,' }],
    [
      'both sides',
      `${many('l')}he ${many('s')}. ${many('m')}he ${many('r')}. ${many('l')}<he> ${many('r')}`,
      { prefix: 'l', suffix: 'r' },
    ],
    ['verbatim', 'the “old” he. the “new”\n<he>.', { prefix: 'new”' }],
    ['nothing near it tells', `${'he '.repeat(40)}<he> ${'he '.repeat(40)}`, { nth: 41 }],
  ];
  for (const [name, marked, expected] of rows) {
    it(name, () => assert.deepEqual(choiceIn(marked).choice, expected));
  }

  it('always anchors the very place, whatever the text', () => {
    const word = fc.constantFrom('he', 'the', 'a', '他', '党', '，', '. ', '“', "'s", '\n', '**', 'x');
    const words = fc.array(word, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.nat(), fc.nat(2), (parts, spaced, from, length) => {
        const text = parts.join(spaced ? ' ' : '');
        const body = normaliseSpan(text, { start: 0, end: text.length });
        if (body.text === '') return;
        const start = from % body.text.length;
        const end = Math.min(body.text.length, start + 1 + length);
        const quote = body.text.slice(start, end);
        if (quote.trim() !== quote) return;
        const choice = leastChoice(body, text, { start, end });
        const found = anchor(body, { pieces: [quote], ...choice });
        // What looks like a mark of Markdown by itself is a text that cannot be quoted: whoever asks, checks.
        if (/[*'“]/.test(JSON.stringify([quote, choice]))) return;
        assert.equal(found.kind, 'anchored', JSON.stringify([text, quote, choice]));
        assert.deepEqual(found.kind === 'anchored' && found.spans[0], body.spanOf(start, end));
      }),
      { numRuns: 500 },
    );
  });

  it('gives stretches that stand once, the shortest first', () => {
    const { body, text, passage } = choiceIn('the Party of Wales, the <Party>, a Party');
    const contexts = leastContexts(body, passage).map((one) => verbatim(body, text, one));
    assert.deepEqual(contexts, ['Party, a', 'Wales, the Party']);
  });

  it('takes no long time for a text of one character', () => {
    const text = '党'.repeat(60_000);
    const body = normaliseSpan(text, { start: 0, end: text.length });
    const since = performance.now();
    assert.deepEqual(leastChoice(body, text, { start: 30_000, end: 30_001 }), { nth: 30_001 });
    assert.ok(performance.now() - since < 1_000);
  });
});
