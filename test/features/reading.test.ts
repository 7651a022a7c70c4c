import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align } from '../../server/src/features/reading/alignment.ts';
import type { Piece, Reading } from '../../server/src/features/reading/model.ts';
import { placesOf } from '../../server/src/features/reading/places.ts';
import { readingOf } from '../../server/src/features/reading/reading.ts';
import { setting } from './notation.ts';

/** The corpus of `text` with its first document read. */
function read(text: string, path = 'x.md', locale = 'en'): Reading {
  const { view } = setting(text);
  const reading = readingOf(view, path, locale);
  assert.ok(reading, path);
  return reading;
}

/** Names in angle brackets with their ids, passages in square ones with the numbers of their claims. */
const drawn = ({ paragraphs }: Reading): readonly string[] =>
  paragraphs.map(({ pieces }) => pieces.map(drawnPiece).join(''));

function drawnPiece(piece: Piece): string {
  if (piece.kind !== 'text')
    return `<${piece.id ?? '?'}${piece.continued ? '…' : ''}: ${piece.pieces.map(drawnPiece).join('')}>`;
  const { text, claims, first, last } = piece;
  return claims.length === 0 ? text : `${first ? '[' : '('}${claims.join()}|${text}${last ? ']' : ')'}`;
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : plain(piece.pieces))).join('');

const CLAIMS = `
claims:
  - {id: forum, quote: 200 people came, subject: china, property: attendance, value: 200}
  - {id: visit, quote: people came to Beijing, subject: ma-zhaoxu, property: located-in, value: beijing}
`;

describe('the reading of a document', () => {
  it('is the body without the front matter, cut where names and passages begin and end', () => {
    const reading = read(`-- x.md --
---
title: A visit
entities: [ma-zhaoxu, beijing, china]${CLAIMS}---
# Ma Zhaoxu

Some 200 people came to Beijing.
China is far.
`);
    assert.deepEqual(drawn(reading), [
      '# <ma-zhaoxu: Ma Zhaoxu>',
      'Some [0|200 )[0,1|people came](1| to )<beijing: (1|Beijing]>.\n<china: China> is far.',
    ]);
    assert.deepEqual(
      reading.paragraphs.map(({ heading, claims }) => [heading, claims]),
      [
        [true, []],
        [false, [0, 1]],
      ],
    );
    assert.equal(reading.title, 'A visit');
    assert.deepEqual(
      reading.cards.map(({ id, kind }) => [id, kind]),
      [
        ['ma-zhaoxu', 'Person'],
        ['beijing', 'Place'],
        ['china', 'Place'],
      ],
    );
  });

  it('keeps line ends as they are, and takes any blank line for the end of a paragraph', () => {
    const text = '-- x.md --\n---\nentities: [beijing]\n---\nOne\ntwo\n \t\nBeijing\n\u3000\nend';
    const { paragraphs } = read(text);
    assert.deepEqual(
      paragraphs.map(({ pieces }) => plain(pieces)),
      ['One\ntwo', 'Beijing', 'end'],
    );
  });

  it('puts what stands nowhere last, and says so', () => {
    const { claims } = read(`-- x.md --
---
entities: [beijing]
claims:
  - {quote: nowhere, subject: beijing, property: count, value: 1, of: x}
  - {quote: here, subject: beijing, property: count, value: 2, of: x}
---
It is here.
`);
    assert.deepEqual(
      claims.map(({ quote, anchor, state }) => [quote, anchor, state]),
      [
        ['here', 'anchored', 'none'],
        ['nowhere', 'missing', 'error'],
      ],
    );
  });

  const TWO = (more = '') => `-- a.md --
---
title: First
date: 2022-01-01
entities: [beijing]
claims:
  - {id: n, quote: 200 people, subject: beijing, property: attendance, value: 200}
---
In Beijing 200 people.
-- b.md --
---
title: Second
date: 2022-02-01
entities: [beijing]
claims:
  - id: n
    quote: 300 people
    subject: beijing
    property: attendance
    value: 300${more}
---
In Beijing 300 people.
`;

  it('shows a conflict on both sides, each with the way to the words of the other', () => {
    const { view, files } = setting(TWO());
    const [first, second] = ['a.md', 'b.md'].map((path) => readingOf(view, path, 'en')!.claims[0]!);
    assert.deepEqual([first!.state, second!.state], ['error', 'error']);
    const [finding] = second!.findings.filter(({ code }) => code === 'conflicting-quantity');
    const { place } = finding!.sides[0]!;
    assert.equal(files.get(place.path)!.slice(place.start, place.end), '200 people');
    // The side that has no finding of its own is told what it was compared with.
    const [other] = first!.others;
    assert.deepEqual(
      [other!.relation, other!.label, other!.value, other!.source, other!.date],
      ['conflicting-quantity', 'conflict', '300', 'Second', '1 February 2022'],
    );
    assert.equal(files.get('b.md')!.slice(other!.place.start, other!.place.end), '300 people');
    assert.deepEqual(second!.others, [], 'what the finding says is not said twice');
  });

  it('counts what is accepted for nothing', () => {
    const { view } = setting(TWO('\n    accept: {conflicting-quantity: counted twice}'));
    const [first, second] = ['a.md', 'b.md'].map((path) => readingOf(view, path, 'en')!.claims[0]!);
    assert.equal(first!.others[0]!.accepted, true);
    assert.equal(second!.findings.find(({ code }) => code === 'conflicting-quantity')!.accepted, 'counted twice');
  });

  it('speaks the language of the reader', () => {
    const { claims, cards } = read(TWO(), 'a.md', 'zh-Hans');
    assert.equal(claims[0]!.others[0]!.label, '矛盾');
    assert.equal(cards[0]!.kind, '地点');
  });

  it('offers no address but one of the web', () => {
    const url = (address: string) => read(`-- x.md --\n---\nsource: {url: "${address}"}\nentities: []\n---\nx\n`).url;
    assert.equal(url('https://example.org/a'), 'https://example.org/a');
    assert.equal(url('javascript:alert(1)'), undefined);
    assert.equal(url('data:text/html,x'), undefined);
  });

  it('is there for a document that nobody has annotated, and for a broken one', () => {
    assert.equal(read('-- x.md --\nBeijing.\n').annotated, false);
    assert.deepEqual(drawn(read('-- x.md --\n---\nentities: [\n---\nBeijing.\n')), ['Beijing.']);
    assert.deepEqual(read('-- x.md --\n---\nentities: []\n---\n').paragraphs, []);
  });

  it('loses and invents no character, whatever is marked in it', () => {
    const word = fc.constantFrom(
      'Beijing',
      'China',
      '中国',
      '北京',
      'Ma Zhaoxu',
      'x',
      ',',
      '\n',
      '\n\n',
      ' ',
      '沈蓓莉',
      '# ',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
        (words, cuts) => {
          const body = words.join(' ');
          const quotes = cuts
            .map(([at, length]) =>
              body
                .slice(at, at + length)
                .replace(/\s+/g, ' ')
                .trim(),
            )
            .filter((quote) => quote !== '');
          const claims = quotes.map(
            (quote) => `  - {quote: ${JSON.stringify(quote)}, subject: china, property: count, value: 1, of: x}`,
          );
          const here = quotes.slice(0, 2).map((quote) => JSON.stringify(quote));
          const text = `-- x.md --\n---\nentities: {beijing: {here: [${here}]}, china: , ma-zhaoxu: , shen-beili: }\nclaims:${claims.length === 0 ? ' []' : ''}\n${claims.join('\n')}\n---\n${body}\n`;
          const { view, files } = setting(text);
          const reading = readingOf(view, 'x.md', 'en')!;
          const source = files.get('x.md')!;
          for (const { start, end, pieces } of reading.paragraphs) {
            assert.equal(plain(pieces), source.slice(start, end));
            holdsInOrder(pieces, source, start);
          }
          const places = placesOf(view, 'x.md')!;
          const targets = reading.paragraphs.flatMap(({ pieces }) => targetsIn(pieces));
          assert.deepEqual(
            targets,
            [...places.targets].sort((a, b) => a - b),
          );
          assert.deepEqual(
            reading.claims.map(({ key }) => key),
            [...places.claims.keys()],
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes a heap of passages and names in its stride', () => {
    const count = 1_000;
    const body = 'Beijing '.repeat(count);
    const claims = Array.from(
      { length: count },
      (_, i) =>
        `  - {quote: Beijing Beijing, nth: ${i + 1}, subject: beijing, property: count, value: ${i}, of: "${i}"}`,
    );
    const began = Date.now();
    const { paragraphs } = read(`-- x.md --\n---\nentities: [beijing]\nclaims:\n${claims.join('\n')}\n---\n${body}\n`);
    assert.equal(plain(paragraphs[0]!.pieces).trim(), body.trim());
    assert.ok(Date.now() - began < 15_000);
  }).timeout(30_000);
});

function holdsInOrder(pieces: readonly Piece[], source: string, from: number): number {
  let at = from;
  for (const piece of pieces) {
    assert.equal(piece.start, at);
    if (piece.kind === 'text') {
      assert.equal(source.slice(at, at + piece.text.length), piece.text);
      assert.ok(piece.text.length > 0);
      at += piece.text.length;
    } else {
      at = holdsInOrder(piece.pieces, source, at);
      assert.equal(piece.end, at);
    }
  }
  return at;
}

const targetsIn = (pieces: readonly Piece[]): readonly number[] =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? (piece.target ? piece.start : []) : targetsIn(piece.pieces)));

describe('a document beside its translation', () => {
  const pair = (zh: string, en: string, claims = 'n') => {
    const front = (quote: string, more = '') =>
      `---\n${more}entities: [beijing]\nclaims:\n${claims
        .split(' ')
        .map(
          (id) =>
            `  - {id: ${id}, quote: ${quote}${id === 'n' ? '' : id}, subject: beijing, property: count, value: 1, of: x}`,
        )
        .join('\n')}\n---\n`;
    const text = `-- a.md --\n${front('Q')}${zh}\n-- b.md --\n${front('R', 'translation-of: a.md\n')}${en}\n`;
    const { view } = setting(text);
    const [left, right] = [readingOf(view, 'a.md', 'en')!, readingOf(view, 'b.md', 'en')!];
    assert.deepEqual(
      left.translations.map(({ path, original }) => [path, original]),
      [['b.md', false]],
    );
    assert.deepEqual(
      right.translations.map(({ path, original }) => [path, original]),
      [['a.md', true]],
    );
    const rows = align(left, right).rows.map(({ left, right }) => `${left.join('-')} ${right.join('-')}`);
    return { rows, claims: align(left, right).claims };
  };

  it('stands paragraph by paragraph where they are as many', () => {
    assert.deepEqual(pair('1\n\nQ\n\n3', '1\n\nR\n\n3'), { rows: ['0-1 0-1', '1-2 1-2', '2-3 2-3'], claims: [[0, 0]] });
  });

  it('is held together by claims of the same id where they are not', () => {
    assert.deepEqual(pair('1\n\n2\n\nQ\n\n4', '1\n\nR\n\n4').rows, ['0-2 0-1', '2-3 1-2', '3-4 2-3']);
  });

  it('keeps its order where the claims of a translation come in another', () => {
    const { rows } = pair('Q\n\nQb\n\nQc\n\nend', 'Rb\n\nRc\n\nR', 'n b c');
    const all = rows.map((row) => row.split(' ').map((side) => side.split('-').map(Number)));
    for (const side of [0, 1]) {
      let at = 0;
      for (const row of all) {
        assert.equal(row[side]![0], at);
        at = row[side]![1]!;
      }
      assert.equal(at, side === 0 ? 4 : 3);
    }
  });
});
