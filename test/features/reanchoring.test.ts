/** Quotes and forms that a body does not bear: what is proposed, and what is written for a choice. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../server/src/core/document.ts';
import { hunksOf } from '../../server/src/features/reanchoring/difference.ts';
import { changesBetween, mapped } from '../../server/src/features/reanchoring/mapping.ts';
import { type Orphan, orphansOf, passagesFor } from '../../server/src/features/reanchoring/orphans.ts';
import { isPlain, repair } from '../../server/src/features/reanchoring/repairs.ts';
import { type Update, updatesBetween } from '../../server/src/features/reanchoring/updates.ts';
import { partsOf, tokensOf } from '../../server/src/features/reanchoring/words.ts';
import { libraryOf } from '../fixture.ts';
import { applied } from './notation.ts';

const RECORDS = `envoy: {type: person, name: {en: Anna Holm, zh: 安娜}}
forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}
`;

const PATH = 'documents/d.md';

/** A document with this front matter and body, and what is asked of it. */
function opened(yaml: string, body: string, convert = (text: string) => text) {
  const text = convert(`---\n${yaml}---\n${body}`);
  const files = new Map([
    ['entities/all.yaml', RECORDS],
    [PATH, text],
  ]);
  const view = libraryOf(files);
  const document = view.document(PATH)!;
  const { records } = view.corpus;
  const orphans = orphansOf(document, records);
  const passages = (orphan: Orphan) => passagesFor(document, records, orphan);
  const take = (orphan: Orphan, at: number) =>
    repair(document, records, [{ piece: orphan.piece.span, passage: passages(orphan)[at]!.span }]);
  const after = (made: ReturnType<typeof take>) =>
    'edits' in made ? applied(files, made.edits).get(PATH)! : made.problem;
  return { text, document, records, orphans, passages, take, after, files };
}

const shownParts = (parts: ReturnType<typeof partsOf>) =>
  parts.map((part) => ('shared' in part ? '…' : `[${part.ours}|${part.theirs}]`)).join('');

const CLAIM = (quote: string, more = '') =>
  `entities: [forum]\nclaims:\n  - id: crowd # counted at the door\n    quote: ${quote}\n    subject: forum\n    property: attendance\n    value: 40${more}\n`;

const BODY = `The Delta Forum opened on Monday. On the first day 40 delegates came to the hall by boat.
On the second day 42 delegates came to the hall on foot.

On the last day, 40 delegates came to the hall by train.
`;

describe('orphans', () => {
  it('are quotes, items, anchors and forms without a place, in the order of the front matter', () => {
    const { orphans } = opened(
      `entities:
  forum: {as: [the Forum of Delta, Delta Forum], sic: [Delta Forun], here: [the meetting]}
  envoy: Mrs. Holm
claims:
  - {quote: 40 delegates cane, subject: forum, property: attendance, value: 40, items: [by boat, by bot]}
`,
      BODY,
    );
    assert.deepEqual(
      orphans.map(({ kind, piece }) => [kind, piece.value]),
      [
        ['as', 'the Forum of Delta'],
        ['sic', 'Delta Forun'],
        ['here', 'the meetting'],
        ['as', 'Mrs. Holm'],
        ['quote', '40 delegates cane'],
        ['item', 'by bot'],
      ],
    );
  });

  it('are not what stands at the start of a sentence with a capital, nor what another document has', () => {
    assert.deepEqual(opened('entities:\n  forum: [on the first day, 论坛]\n', `${BODY}河洲论坛开幕。\n`).orphans, []);
    assert.deepEqual(opened('title: none\n', BODY).orphans, []);
  });

  it('have every passage that is near, the nearest first, with what differs', () => {
    const { orphans, passages } = opened(CLAIM('40 delegates came to the hail'), BODY);
    assert.deepEqual(
      passages(orphans[0]!).map(({ text, parts, altered, slight }) => [text, shownParts(parts), altered, slight]),
      [
        ['40 delegates came to the hall', '…[hail|hall]', false, true],
        ['40 delegates came to the hall', '…[hail|hall]', false, true],
        ['42 delegates came to the hall', '[40|42]…[hail|hall]', true, false],
      ],
    );
  });

  it('of forms have what is no name yet, and are the same name only if the spelling alone differs', () => {
    const { orphans, passages } = opened(
      'entities:\n  envoy: {as: [Mrs. Holm], sic: [Anna Holn]}\n',
      'Anna Holm came. Then Mrs Holm spoke, and Mr. Holm left.\n',
    );
    assert.deepEqual(
      orphans.map((orphan) => passages(orphan).map(({ text, altered, slight }) => [text, altered, slight])),
      [
        [
          ['Mrs Holm', false, true],
          ['Mr. Holm', true, false],
        ],
        [],
      ],
    );
  });
});

describe('a repair', () => {
  for (const [lineEnds, convert] of [
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
  ] as const) {
    it(`quotes the chosen passage, and says which place is meant where its words stand twice (${lineEnds})`, () => {
      const { orphans, take, after, text } = opened(CLAIM('40 delegates came to the hail'), BODY, convert);
      const eol = lineEnds === 'LF' ? '\n' : '\r\n';
      for (const [at, words, nth] of [
        [0, '40 delegates came to the hall', 1],
        [1, '40 delegates came to the hall', 2],
        [2, '42 delegates came to the hall', 0],
      ] as const) {
        const expected = text.replace(
          /quote: .*?\r?\n/,
          `quote: ${words}${eol}${nth > 0 ? `    nth: ${nth}${eol}` : ''}`,
        );
        assert.equal(after(take(orphans[0]!, at)), expected);
      }
    });
  }

  const cases: readonly [name: string, yaml: string, body: string, expected: string][] = [
    [
      'keeps the way in which a quote is written, and its comment',
      CLAIM("'the first dey' # as printed"),
      BODY,
      CLAIM("'the first day' # as printed"),
    ],
    [
      'leaves a choice that still decides',
      CLAIM('delegates cane to the hall', '\n    nth: 3'),
      BODY,
      CLAIM('delegates came to the hall', '\n    nth: 1'),
    ],
    [
      'writes quotation marks inside quotes',
      CLAIM('"said: \'wel, come\'"'),
      'They said: “well, come” to all.\n',
      CLAIM('"said: “well, come”"'),
    ],
    [
      'writes Chinese as it stands',
      CLAIM('共有四十名代表人员参加'),
      '河洲论坛于昨日开幕，共有四十名代表团员参加。\n',
      CLAIM('共有四十名代表团员参加'),
    ],
    [
      'repairs one piece of several',
      CLAIM('[The Delta Forum, "40 delegate came to the hall by train"]'),
      BODY,
      CLAIM('[The Delta Forum, "40 delegates came to the hall by train"]'),
    ],
    [
      'repairs an anchor and says where it is',
      'entities:\n  - forum: {here: [the haul, our side]}\n',
      'In the hall. By the hall. On our side.\n',
      'entities:\n  - forum: {here: [{quote: the hall, nth: 1}, our side]}\n',
    ],
    [
      'repairs a form',
      'entities:\n  envoy: Mrs. Holm # so she signs\n',
      'Mrs Holm\n',
      'entities:\n  envoy: Mrs Holm # so she signs\n',
    ],
  ];
  for (const [name, yaml, body, expected] of cases) {
    it(name, () => {
      const { orphans, take, after, text } = opened(yaml, body);
      assert.equal(orphans.length, 1);
      assert.equal(after(take(orphans[0]!, 0)), text.replace(yaml, expected));
      const again = opened(expected, body);
      assert.deepEqual(again.orphans, []);
    });
  }

  it('of several is one edit', () => {
    const yaml = CLAIM('the first dey', '\n    items: [by baot, the hull]');
    const { document, records, orphans, passages, text, files } = opened(
      yaml,
      'On the first day to the hall by boat.\n',
    );
    assert.equal(orphans.length, 3);
    const all = orphans.map((orphan) => ({ piece: orphan.piece.span, passage: passages(orphan)[0]!.span }));
    const made = repair(document, records, all);
    assert.ok('edits' in made);
    assert.equal(
      applied(files, made.edits).get(PATH),
      text.replace('dey', 'day').replace('by baot, the hull]', 'by boat, the hall]'),
    );
  });

  const removals: readonly [before: string, after: string][] = [
    ['  - envoy: Mrs. Holm\n', '  - envoy\n'],
    ['  - envoy: [Mrs. Holm]\n', '  - envoy\n'],
    ['  - envoy: {sic: [Mrs. Holm]}\n', '  - envoy\n'],
    ['  - envoy: {as: [Anna], sic: [Mrs. Holm]}\n', '  - envoy: {as: [Anna]}\n'],
    ['  - envoy: [Anna, Mrs. Holm] # who\n', '  - envoy: [Anna] # who\n'],
    ['  envoy: Mrs. Holm\n', '  envoy:\n'],
    ['  envoy: Mrs. Holm # who\n', '  envoy: # who\n'],
    ['  envoy:\n    as: [Anna]\n    sic:\n      - Mrs. Holm\n', '  envoy:\n    as: [Anna]\n'],
    ['  envoy: {here: [{quote: Mrs. Holm, nth: 2}], as: Anna}\n', '  envoy: {as: Anna}\n'],
  ];
  for (const [before, expected] of removals) {
    it(`takes ${JSON.stringify(before.trim())} out of its declaration`, () => {
      const { document, records, orphans, text, after } = opened(
        `entities:\n  forum:\n${before}`.replace(/forum:\n {2}-/, 'forum\n  -').replace(/^ {2}forum\n/m, '  - forum\n'),
        'Anna came.\n',
      );
      const orphan = orphans.find(({ piece }) => piece.value === 'Mrs. Holm')!;
      assert.equal(after(repair(document, records, [{ piece: orphan.piece.span }])), text.replace(before, expected));
    });
  }

  it('is refused for what is no orphan, no passage, or no longer there', () => {
    const { document, records, orphans, text } = opened(CLAIM('the first dey'), BODY);
    const piece = orphans[0]!.piece.span;
    const problem = (of: Parameters<typeof repair>[2]) => {
      const made = repair(document, records, of);
      return 'problem' in made ? made.problem : made;
    };
    assert.equal(problem([{ piece: { start: 0, end: 3 }, passage: document.body }]), 'nothing-to-repair');
    assert.equal(problem([{ piece, passage: { start: 4, end: 9 } }]), 'nothing-to-repair');
    assert.equal(problem([{ piece, passage: { start: text.length - 1, end: text.length } }]), 'nothing-to-repair');
    assert.equal(problem([{ piece }]), 'not-removable');
    const shared = opened(CLAIM('&words the first dey', '\n    note: *words'), BODY);
    assert.equal(shared.after(shared.take(shared.orphans[0]!, 0)), 'cannot-edit');
  });

  it('is refused where an earlier place of the words would be meant', () => {
    const { document, records, orphans, text } = opened(CLAIM('[The Delta Forum, came to the hail]'), BODY);
    const second = text.lastIndexOf('came to the hall');
    const made = repair(document, records, [
      { piece: orphans[0]!.piece.span, passage: { start: second, end: second + 'came to the hall'.length } },
    ]);
    assert.deepEqual(made, { problem: 'not-told-apart' });
  });

  it('needs nobody only where one passage differs in its writing alone', () => {
    const plain = (quote: string, body: string) => {
      const { document, orphans, passages } = opened(CLAIM(quote), body);
      return orphans.map((orphan) => isPlain(document, orphan, passages(orphan)));
    };
    assert.deepEqual(plain('Forum openned on Monday', BODY), [true]);
    assert.deepEqual(plain('came to the hail', BODY), [false], 'three places');
    assert.deepEqual(plain('The Delta Forun opened on Monday', BODY), [false], 'a name');
    assert.deepEqual(plain('The Delta Forum opened in Monday', BODY), [false], 'another word');
    assert.deepEqual(plain('the chair of the committee supports it', 'Now the chair of the committee opposes it.\n'), [
      false,
    ]);
    assert.deepEqual(plain('the chair of the committee left it all', 'Now the chair of the commitee left it all.\n'), [
      true,
    ]);
    assert.deepEqual(plain('他在会议上支持这项计划', '他在会议上反对这项计划。\n'), [false], 'Han');
    assert.deepEqual(plain('他在会议上，支持这项计划', '他在会议上支持这项计划。\n'), [true], 'a mark');
  });
});

describe('updates', () => {
  const YAML = CLAIM('40 delegates came to the hall by boat');
  const updates = (before: string, after: string, yaml = YAML): readonly Update[] => {
    const old = opened(yaml, before).document;
    const { document, records } = opened(yaml, after);
    return updatesBetween(old, parseDocument(PATH, document.text, old), records).updates;
  };
  const texts = (before: string, after: string, yaml = YAML) =>
    updates(before, after, yaml).map(({ text, altered }) => [text, altered]);
  const FIRST = 'On the first day 40 delegates came to the hall by boat.';

  it('say what stands where a quote stood', () => {
    assert.deepEqual(texts(BODY, BODY.replace('by boat', 'by ship')), [
      ['40 delegates came to the hall by ship', false],
    ]);
    assert.deepEqual(texts(BODY, BODY.replace('40 delegates', '41 delegates')), [
      ['41 delegates came to the hall by boat', true],
    ]);
    assert.deepEqual(texts(BODY, BODY.replace('came to the hall by', 'went by')), [
      ['40 delegates went by boat', false],
    ]);
  });

  it('say so when the whole paragraph was pasted over', () => {
    assert.deepEqual(
      texts(BODY, BODY.replace(FIRST, 'On day one, some 45 delegates had come to the great hall by boat or train.')),
      [['45 delegates had come to the great hall by boat', true]],
    );
    assert.deepEqual(texts(BODY, BODY.replace(FIRST, 'Nobody knows what was written here.')), []);
  });

  it('are none for what was removed, moved, untouched, or never stood there', () => {
    assert.deepEqual(texts(BODY, BODY.replace(FIRST, '')), []);
    assert.deepEqual(texts(BODY, `${BODY.replace(FIRST, '')}${FIRST}\n`), []);
    assert.deepEqual(texts(BODY, BODY.replace('by train', 'by car')), []);
    assert.deepEqual(texts(BODY, BODY.replace('by boat', 'by ship'), CLAIM('never said')), []);
    assert.deepEqual(
      texts(BODY, BODY.replaceAll('delegates', 'people'), CLAIM('delegates came')),
      [],
      'ambiguous before',
    );
  });

  it('are the edits that bring the document in order', () => {
    const after = opened(YAML, BODY.replace('by boat', 'by ship'));
    const [update] = updates(BODY, BODY.replace('by boat', 'by ship'));
    const made = repair(after.document, after.records, [
      { piece: update!.orphan.piece.span, passage: update!.passage },
    ]);
    assert.equal(after.after(made), after.text.replace('hall by boat', 'hall by ship'));
  });

  it('hold whatever is edited: a passage is of the body, and its words stand in it', () => {
    const word = fc.constantFrom(
      '40',
      'delegates',
      'came',
      'to',
      'the',
      'hall',
      'by',
      'boat',
      '代表',
      '，',
      '\n\n',
      '“so”',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        const quote = JSON.stringify(middle.replace(/\s+/g, ' ').trim() || 'x');
        const before = opened(CLAIM(quote), `${start} ${middle} ${end}\n`).document;
        const { document, records } = opened(CLAIM(quote), `${start} ${end} ${middle.replace('to', 'from')}\n`);
        for (const { passage, orphan } of updatesBetween(before, document, records).updates) {
          assert.ok(passage.start >= document.body.start && passage.end <= document.text.length);
          const made = repair(document, records, [{ piece: orphan.piece.span, passage }]);
          assert.ok('edits' in made);
          const [edit] = made.edits;
          assert.ok(edit!.span.end <= document.body.start, 'the body stays as it is');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('differences', () => {
  it('are parts that make both texts again', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b ', '八', '1,172', ' ', '.', 'the '), { maxLength: 14 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (ours, theirs) => {
        const parts = partsOf(ours, theirs);
        assert.equal(parts.map((part) => ('shared' in part ? part.shared : part.ours)).join(''), ours);
        assert.equal(parts.map((part) => ('shared' in part ? part.shared : part.theirs)).join(''), theirs);
        assert.equal(tokensOf(ours).join(''), ours);
      }),
    );
  });

  it('map what is outside of them to itself', () => {
    const text = fc.array(fc.constantFrom('a ', 'b ', 'c ', '中', '国'), { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, text, (start, old, now) => {
        const [before, after] = [`${start}|here|${old}`, `${start}|here|${now}`];
        const span = { start: start.length, end: start.length + 6 };
        const place = mapped(changesBetween(before, after), span);
        assert.ok(place === undefined || after.slice(place.start, place.end).includes('here'));
      }),
    );
  });

  it('of too many are one', () => {
    const many = (letter: string) => Array.from({ length: 3_000 }, (_, i) => `${letter}${i}`);
    assert.deepEqual(hunksOf(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y']), [
      { before: { start: 1, end: 3_001 }, after: { start: 1, end: 3_001 } },
    ]);
  });
});
