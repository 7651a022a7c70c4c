import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor } from '../../../server/src/core/anchor.ts';
import { parseDocument } from '../../../server/src/core/document.ts';
import { passageOf } from '../../../server/src/features/claiming/passage.ts';
import { parseFixture } from '../../fixture.ts';

/** The quote of the passage that is marked in a body, with its number; a refusal as its name. */
function quoted(body: string): string {
  const { files, ranges } = parseFixture(`-- d.md --\n---\nentities: []\n---\n${body}`);
  const passage = passageOf(parseDocument('d.md', files.get('d.md')!), ranges[0]!.span);
  if (typeof passage === 'string') return `(${passage})`;
  return passage.nth === undefined ? passage.quote : `${passage.quote} #${passage.nth}`;
}

describe('the passage of a selection', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['loses spaces and what hangs over', 'So <|, forty ships came. |>Then none.', 'forty ships came'],
    ['loses quotation marks around all of it', '<|“Forty ships came.”|> he said.', 'Forty ships came'],
    ['loses a mark whose partner it does not hold', '<|“Forty ships|> came.”', 'Forty ships'],
    ['keeps marks inside', 'The <|“Amity” and the “Hope” came|>.', '“Amity” and the “Hope” came'],
    ['keeps the pair that a part of it stands in', '<|the league (RL)|>, it was', 'the league (RL)'],
    ['loses a bracket alone', 'it <|came (forty ships|>)', 'came (forty ships'],
    ['keeps an apostrophe', 'the <|ships’|> masts', 'ships’'],
    [
      'loses marks of Markdown at its ends and inside',
      '<|**Forty** [ships](https://x.example/a) came*|>.',
      'Forty ships came',
    ],
    ['loses the marks of a heading and of an item', '<|## Forty ships|>\n\n- and more', 'Forty ships'],
    ['takes whole words and numbers', 'Some 83<|5,50|>0 sh<||>ips came.', '835,500'],
    ['takes the whole of a decimal number', 'Some 4.<|6 milli|>on came.', '4.6 million'],
    ['keeps a minus sign', 'It was <|-5 degrees|>.', '-5 degrees'],
    ['takes Han text as it is', '他说：<|“来了四十艘船。|>”', '来了四十艘船'],
    ['is on one line', 'Forty\n<|ships\n  came|>.', 'ships came'],
    ['has no space where Han text is broken', '来了四<|十\n艘船|>。', '十艘船'],
    ['is told by its number where it stands twice', 'Ships came, and <|ships|> left. ships', 'ships #1'],
    ['is told by its number among overlapping ones', 'go go <|go go|>', 'go go #3'],
    ['is none of marks alone', 'came<|. — |>then', '(marks)'],
    ['is none of nothing', 'came<||> then', '(empty)'],
  ];
  for (const [name, body, expected] of rows) it(name, () => assert.equal(quoted(body), expected));

  it('is none that reaches into the front matter', () => {
    const document = parseDocument('d.md', '---\nentities: []\n---\nForty ships.\n');
    assert.equal(passageOf(document, { start: 10, end: 30 }), 'front-matter');
    assert.equal(passageOf(document, { start: 5, end: 9 }), 'front-matter');
  });

  it('is found again where it was taken from, whatever the text and the selection', () => {
    const unit = fc.constantFrom(...'ab1 ,.“”"\'’*_[](（）《》\n\r-#>船了。、\u00ad\u0301é𠮷'.match(/./gsu)!);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(60), fc.nat(60), (body, a, b) => {
        const document = parseDocument('d.md', `---\nentities: []\n---\n${body}`);
        const from = document.body.start;
        const span = { start: from + Math.min(a, b, body.length), end: from + Math.min(Math.max(a, b), body.length) };
        const passage = passageOf(document, span);
        if (typeof passage === 'string') return;
        const { quote, nth } = passage;
        const found = anchor(document.bodyText, { pieces: [quote], ...(nth !== undefined && { nth }) });
        assert.deepEqual(found, { kind: 'anchored', spans: [passage.span] });
        assert.equal(quote.trim(), quote);
      }),
      { numRuns: 1_000 },
    );
  });
});
